"""The Chinese of a chart: questions in diamonds, holders and limits in boxes, facts in the head, notes at the foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.annexes.wording import listed, office_names
from processes.model.limits import DayKind, TimeLimit, number_text
from processes.model.matter import VersionLabel
from processes.model.vocabulary import MatterType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from processes.model.matter import Matter, Version
    from processes.model.process import Holder, Process, Step

OTHERWISE = "其他情形"
"""The label of an exit that has no condition of its own (declaration format §3)."""

LONGEST_QUESTION = 22
"""Characters of a question beyond which a diamond is no longer readable and asks for the result instead."""

NAMED_DOCUMENTS = 2
"""Documents named in one document symbol; more are counted."""

LONGEST_MATERIAL = 12
"""Characters of the first material's name up to which it stands for all."""

_WITHOUT_APPLICANT = frozenset(("行政处罚", "行政强制", "行政征收", "行政征用", "行政监督检查"))
"""Kinds of 附件4 注4 that the authority starts by itself."""

_STATE = re.compile(r"(.{2,}?)(?:不|未)?(符合|齐全|合格|一致|通过|属实|清楚|完整|达标|有效|成立)")
"""A condition that says how something is: 材料(不)齐全."""
_DEED = re.compile(r"(?:不予|不(?!动产|可抗力)|未(?!成年))?(.+)")
"""Any other condition, without the negation before it: (不)同意."""


def question(name: str, main: str, others: Sequence[str]) -> str:
    """What the diamond after step ``name`` asks, by the label of the normal exit, or of the other one if there is one.

    符合受理条件 → 是否符合受理条件？  材料齐全 → 材料是否齐全？  不同意 → 是否同意？  无异议 → 是否有异议？
    """
    asked = main if main not in ("", OTHERWISE) else others[0] if len(others) == 1 else ""
    candidates = (_asked(asked), f"{name}结果？", "办理结果？")
    return next(candidate for candidate in candidates if 0 < len(candidate) <= LONGEST_QUESTION)


def _asked(condition: str) -> str:
    if condition in ("", OTHERWISE):
        return ""
    if state := _STATE.fullmatch(condition):
        return f"{state[1]}是否{state[2]}？"
    if condition.startswith("无"):
        return f"是否有{condition[1:]}？"
    deed = _DEED.fullmatch(condition)
    return f"是否{deed[1]}？" if deed else ""


def holders_text(holders: Iterable[Holder]) -> str:
    """Units with their posts in brackets: 行政审批股(审查岗)、住建局."""
    return "、".join(f"{holder.unit}({holder.post})" if holder.post else holder.unit for holder in holders)


def limit_text(limit: TimeLimit) -> str:
    """The limit of one 环节. 无 and 即时 are said, because they are three different things from a number."""
    amount = f"{number_text(limit.amount)}个{limit.unit}" if limit.amount else ""
    if limit.amount is None:
        return "未设时限"
    return amount or "即时办理"


def step_details(step: Step) -> tuple[str, ...]:
    """Who holds the file, how long, and whether that time counts."""
    return tuple(text for text in (holders_text(step.holders), *time_texts(step)) if text)


def time_texts(step: Step) -> tuple[str, ...]:
    """How long a step takes, and whether that time counts."""
    excluded = f"不计时限({step.limit.excluded})" if step.limit.excluded else ""
    limit = "" if excluded and not step.limit.amount else limit_text(step.limit)
    return tuple(text for text in (limit, excluded) if text)


def documents_text(names: Sequence[str]) -> str:
    """The documents in one symbol: 《甲证》、乙书, or the first with the number of all."""
    return "、".join(names) if len(names) <= NAMED_DOCUMENTS else f"{names[0]}等{len(names)}件"


def applied_for(matter: Matter) -> bool:
    """Whether an application sets the matter going; what the authority does of its own accord has no applicant."""
    return matter.type is not MatterType.OTHER and matter.kind not in _WITHOUT_APPLICANT


def start_text(matter: Matter) -> str:
    """What sets the matter going."""
    return "申请人提出申请" if applied_for(matter) else "开始"


def materials_text(matter: Matter, version: Version) -> tuple[str, str]:
    """Name and detail of the symbol for the materials: kinds are counted, not copies (附件6 column 17)."""
    applied = applied_for(matter)
    first, number = version.materials[0].name, len(version.materials)
    counted = f"共{number}件"
    if len(first) <= LONGEST_MATERIAL:
        counted = f"{first}等{number}件" if number > 1 else f"{first}1件"
    return "提交申请材料" if applied else "有关材料", counted


def title(matter: Matter, label: VersionLabel) -> str:
    """The title of 附件8: ××工作流程图(优化后)."""
    return f"{matter.name}工作流程图({label})"


OLD_LIMIT, PROMISED_LIMIT = "优化前时限", "承诺时限"
"""The old limit is named as in 附件6 column 23, the new one as in 附件7."""

Facts = tuple[tuple[str, str], ...]


def facts(matter: Matter, process: Process, unit: str) -> Facts:
    """The title block of the chart.

    承办内设机构 are offices, here as in every form; the posts in them stand in the boxes, where they show that two
    环节 of one office are two: it is the unit and the post that holds the matter during one. A telephone number that
    was not declared is left blank, to be written in.
    """
    version = process.version
    return (
        ("单位名称", unit),
        ("事项名称", matter.name),
        ("承办内设机构", listed(office_names(process))),
        ("法定时限", matter.statutory.limit.official),
        (PROMISED_LIMIT if version.label is VersionLabel.AFTER else OLD_LIMIT, version.limit.official),
        ("监督电话", matter.supervision_phone),
    )


def with_limit(before: Facts, changed: Callable[[str], str]) -> Facts:
    """The facts of 优化前 with what has become of the limit."""
    return tuple((PROMISED_LIMIT, changed(value)) if name == OLD_LIMIT else (name, value) for name, value in before)


_KIND_NOTES = {
    DayKind.WORKING: "工作日不含法定节假日",
    DayKind.NATURAL: "自然日含法定节假日",
    DayKind.HOUR: "8小时为1个工作日",
}


def notes(statutory: TimeLimit, *processes: Process) -> tuple[str, ...]:
    """The day kinds of all limits shown (行政许可法 art. 82 for 工作日), and what is not counted."""
    limits = [step.limit for process in processes for step in process.steps]
    limits += [*(process.version.limit for process in processes), statutory]
    kinds = [kind for kind in DayKind if any(limit.amount and limit.unit is kind for limit in limits)]
    meanings = "；".join(_KIND_NOTES[kind] for kind in kinds)
    lines: list[str] = []
    if len(kinds) == 1:
        lines.append(f"图中时限均为{kinds[0]}，{meanings.removeprefix(kinds[0])}。")
    elif kinds:
        lines.append(f"图中时限按所注单位计算：{meanings}。")
    if any(limit.excluded for limit in limits):
        lines.append("“不计时限”的环节所需时间不计入办理时限。")
    return tuple(lines)
