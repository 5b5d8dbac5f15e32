"""R501 告知单内容不全."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.rules.several import EX_OFFICIO, names_text, place_of, staying
from engine.rules.subjects import Examined, Filing
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter, Version
from processes.model.vocabulary import COUNTER, MAIL
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R501",
    name="告知单内容不全",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="要优化建立现有工作事项一次性告之单(附件7),完善工作流程图(附件8)。",
    source="工作方案 二(三)2",
    why=(
        "告知单和流程图由程序生成,事项都有;但没有申报的栏目只能印“无”,群众看了不知道到哪里办、向谁问。"
        "不公开的、取消和下放的事项不查;依职权办理的不查办理地点;只有可以邮寄办理的才查邮寄地址和邮编。"
    ),
    mend="在事项文件里补上;各事项都一样的,在 单位.yaml 或 方案.yaml 的“默认”里写一次。",
    bad="""
==> 示范局/01-示范事项.yaml <==
# 不要: 咨询电话
备注: 无
""",
    good="""
==> 示范局/01-示范事项.yaml <==
咨询电话: 0453-5550001
""",
)


def _no_place(matter: Matter, version: Version) -> bool:
    over_the_counter = not version.channels or COUNTER in version.channels
    return over_the_counter and not version.location and matter.kind not in EX_OFFICIO


def _unmailable(field: str) -> Callable[[Matter, Version], bool]:
    return lambda matter, version: MAIL in version.channels and not getattr(matter, field)


def _unsaid(field: str) -> Callable[[Matter, Version], bool]:
    return lambda matter, _: not getattr(matter, field)


_FIELDS: tuple[tuple[str, Callable[[Matter, Version], bool], Severity], ...] = (
    ("办理地点", _no_place, Severity.ERROR),
    ("咨询电话", _unsaid("inquiry_phone"), Severity.ERROR),
    ("监督机构", _unsaid("supervisor"), Severity.WARNING),
    ("监督电话", _unsaid("supervision_phone"), Severity.WARNING),
    ("邮寄地址", _unmailable("postal_address"), Severity.WARNING),
    ("邮政编码", _unmailable("postcode"), Severity.WARNING),
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """The fields of 附件7 by which people find the office are declared for every public matter that stays.

    Once per department for the same matters: without the place (where there is a counter) or the number to ask the
    notice is no notice; to whom to complain and where to write to (where papers may be mailed) is a warning.
    """
    public = [(one, one.matter.after) for one in staying(filing) if one.matter.after and one.matter.after.public]
    unsaid: dict[tuple[str, ...], tuple[list[Examined], Severity, list[str]]] = {}
    for label, lacks, severity in _FIELDS:
        without = [one for one, version in public if lacks(one.matter, version)]
        if without:
            key = (severity.name, *(one.matter.file for one in without))
            unsaid.setdefault(key, (without, severity, []))[2].append(label)
    for matters, severity, labels in unsaid.values():
        message = f"{names_text(matters)}没有写{'、'.join(labels)},一次性告知单上是空的"
        yield RULE.at(place_of(filing, matters), message, severity=severity)
