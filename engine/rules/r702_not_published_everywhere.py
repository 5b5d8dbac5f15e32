"""R702 公开渠道不全."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.rules.several import EX_OFFICIO, names_text, place_of
from engine.rules.subjects import Examined, Filing
from processes.model.findings import Finding, Severity
from processes.model.places import Place
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import PUBLICATION, is_due

RULE = Rule(
    code="R702",
    name="公开渠道不全",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="要利用政府网站、市内主要媒体及办事窗口向社会公开事项目录、一次性告知单和工作流程图,接受社会评价监督。",
    source="工作方案 二(五)1",
    why=(
        "面向社会的事项要在政府网站和办事窗口公开,看的是“公开方式”;没有写公开方式的由公开方式的规则查,"
        "依职权办理的不查窗口。是否上了市内主要媒体、三样东西是否都公开,由人核对。总结阶段到期以后才查。"
    ),
    mend="在“公开方式”里补上 政府网站、办事窗口;各事项都一样的写在“默认”里。",
    question="事项目录、一次性告知单、工作流程图,是否都在政府网站、市内主要媒体和办事窗口公开了?",
    bad="""
==> 示范局/01-示范事项.yaml <==
公开方式: 办事窗口
""",
    good="""
==> 示范局/01-示范事项.yaml <==
公开方式: 政务服务网、一楼办事大厅公开栏
""",
)

_WEBSITE = re.compile(r"网|平台|系统|公众号|微信|[Aa][Pp][Pp]")
_WINDOW = re.compile(r"窗口|大厅|[公开示]栏|村务|办公场所|现场|办公室|张贴|上墙")


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """公开方式 of what is public, not 其他事项, names a website, and a window if people apply: once per department."""
    if not is_due(context, PUBLICATION):
        return
    told = [one for one in filing.matters if _is_for_society(one)]
    applied = [one for one in told if one.matter.kind not in EX_OFFICIO]
    for matters, channel, words in ((told, "政府网站", _WEBSITE), (applied, "办事窗口", _WINDOW)):
        without = [one for one in matters if not any(words.search(way) for way in one.matter.publicity)]
        if without:
            yield RULE.at(_place(filing, without), f"{names_text(without)}的公开方式里没有{channel}")


def _place(filing: Filing, matters: Sequence[Examined]) -> Place:
    """公开方式 of the only one, if it is its own and no default."""
    matter = matters[0].matter
    own = matter.at("publicity")
    return own if len(matters) == 1 and own.file == matter.file else place_of(filing, matters)


def _is_for_society(one: Examined) -> bool:
    matter = one.matter
    public = one.after is not None and one.after.version.public and not matter.secret
    return public and matter.type is not MatterType.OTHER and bool(matter.publicity)
