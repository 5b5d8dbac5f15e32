"""R508 公示状态与申报不符."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.several import names_text, place_of
from engine.rules.subjects import Examined, Filing
from processes.model.findings import Finding, Severity
from processes.model.matter import Outcome
from processes.model.vocabulary import POWERS
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R508",
    name="公示状态与申报不符",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote=(
        "行政权力已经在省政府和海林市政府网站公示的单位,要以现有行政权力和公共服务办事指南为依托,优化工作事项一次性告之单,"
        "完善工作流程图,经市行政审批制度改革工作领导小组办公室(设在市编办)审核确认,"
        "登录海林市行政权力流程梳理工作网上平台重新申报修改。"
    ),
    source="工作方案 二(三)2",
    why=(
        "已经公示的事项改了,要先审核确认,再到平台上重新申报。审核到了哪一步申报文件里没有,由人核对;"
        "程序只查公示的情况自己是否矛盾,以及改了的行政权力写没写在哪个平台公示(只作警告)。"
    ),
    mend="补上“平台”,附件10第5栏才填得出;没有在平台公示的,删去“网上公示”。",
    question="公示内容有变化的事项,是否都经审改领导小组办公室审核确认,并已在网上平台重新申报?",
    bad="""
==> 示范局/01-示范事项.yaml <==
# 不要: 平台
网上公示:
  承诺时限: 15工作日
""",
    good="""
==> 示范局/01-示范事项.yaml <==
平台: 省权力信息管理平台
网上公示:
  承诺时限: 15工作日
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """What 网上公示 tells is of a matter that was public, is not secret, and has a 平台.

    Public powers that change have a 平台 as well, if the plan has any: once per department.
    """
    unsaid: list[Examined] = []
    for one in filing.matters:
        matter = one.matter
        place = next((text.place for text in matter.published.values()), matter.place)
        if matter.published and matter.secret:
            yield RULE.at(place, f"「{matter.name}」涉密,网上公示却有它的内容", "马上从平台撤下;没有公示的删去。")
        elif matter.published and not one.before.version.public:
            yield RULE.at(place, f"「{matter.name}」优化前不公开,网上公示却有它的内容", "改“公开”,或删去“网上公示”。")
        elif matter.published and not matter.platforms:
            yield RULE.at(place, f"「{matter.name}」写了网上公示的内容,没有写在哪个平台")
        elif (
            matter.type in POWERS
            and not (matter.platforms or matter.secret)
            and one.before.version.public
            and matter.outcome is not Outcome.UNCHANGED
        ):
            unsaid.append(one)
    if unsaid and filing.plan.platforms:
        message = f"{names_text(unsaid)}优化后要改公示内容,没有写在哪个平台公示"
        yield RULE.at(place_of(filing, unsaid), message, severity=Severity.WARNING)
