"""附件1–5 and 附件7 as far as identities read them, made from matters in the few words that matter there.

They are bare on purpose: the identities are tested against the specification of the forms, not against their modules.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.annexes.form import Card, Cell, Column, Field, Form, headings
from engine.measures import measures
from processes.model.matter import Outcome
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process
from processes.model.vocabulary import MatterType


def form(code: str, titles: str, rows: Sequence[Sequence[str | int]], *, numbered: bool = False) -> Form:
    """A form with these columns, the first of which is unnumbered."""
    columns = tuple(
        Column(f"c{index}", title, str(index) if numbered and index else "")
        for index, title in enumerate(titles.split())
    )
    return Form(
        code=code,
        label=code,
        title=code,
        unit_name="示范局",
        headings=headings(columns, 1),
        columns=columns,
        header_rows=1,
        rows=tuple(tuple(Cell(value) for value in row) for row in rows),
    )


def catalogue(matters: Sequence[CheckedMatter]) -> Form:
    """附件4: names and types, by type."""
    order = list(MatterType)
    ordered = sorted((one.matter for one in matters), key=lambda matter: order.index(matter.type))
    rows = [(index, matter.name, matter.type.value) for index, matter in enumerate(ordered, 1)]
    return form("附件4", "序号 事项名称 事项类型", rows, numbered=True)


def problems(matters: Sequence[CheckedMatter]) -> Form:
    """附件5: a problem of each matter."""
    return form("附件5", "序号 事项名称 问题内容", [(1, one.matter.name, "环节多") for one in matters])


def approvals(code: str, matters: Sequence[CheckedMatter]) -> Form:
    """附件1 or 附件2."""
    rows: list[tuple[str | int, ...]] = []
    for one in matters:
        stays = one.after is not None and one.matter.outcome is not Outcome.DEVOLVED
        if one.matter.type is not MatterType.APPROVAL or (code == "附件2" and not stays):
            continue
        process = one.before if code == "附件1" else one.after
        assert process is not None
        rows.append((len(rows) + 1, *_approval(process, one)))
    titles = "序号 内设机构名称 行政审批权力名称 办理条件 办理程序 办理时限 收费标准"
    return form(code, titles, rows or [("无",) * 7])


def _approval(process: Process, one: CheckedMatter) -> tuple[str, ...]:
    steps = "→".join(step.name for step in process.counted_steps) or "无"
    fees = "\n".join(fee.item for fee in process.version.fees) or "不收费"
    offices = "、".join(dict.fromkeys(name.partition("/")[0] for name in process.offices)) or "无"
    return offices, one.matter.name, "无", steps, process.version.limit.official, fees


def summary(matters: Sequence[CheckedMatter]) -> Form:
    """附件3: the sums of 附件1 and 附件2."""
    rows: list[tuple[str | int, ...]] = []
    for code, label in (("附件1", "改革前情况"), ("附件2", "改革后情况")):
        table = [row for row in approvals(code, matters).rows if row[2].value != "无"]
        kept = {row[2].value for row in table}
        processes = [
            process
            for one in matters
            if one.matter.name in kept and (process := one.before if code == "附件1" else one.after)
        ]
        offices = {name for row in table for name in str(row[1].value).split("、") if name != "无"}
        days = sum((process.version.limit.days for process in processes), start=0)
        steps = sum(len(process.counted_steps) for process in processes)
        fees = sum(len(process.version.fees) for process in processes)
        rows.append((label, len(offices), len(table), steps, days, fees))  # type: ignore[arg-type]
    return form("附件3", "改革前后情况 股室数量 行政审批权力数量 办理程序环节数 办理时限总数 收费总数", rows)


def notice(one: CheckedMatter) -> Card | None:
    """附件7."""
    if one.after is None:
        return None
    version = one.after.version
    papers = measures()["materials"].measure(one.after, Switches()).items
    listed = "\n".join(f"{index}.{name}" for index, name in enumerate(papers, 1)) or "无"
    return Card(
        code="附件7",
        label="附件7",
        title="一次性告知单",
        unit_name="示范局",
        rows=(
            (Field("事项名称", Cell(one.matter.name)),),
            (
                Field("法定时限", Cell(one.matter.statutory.limit.official)),
                Field("承诺时限", Cell(version.limit.official)),
            ),
            (Field("申报所需材料(如未标记数量默认为一份)", Cell(listed)),),
        ),
    )


def early_forms(matters: Sequence[CheckedMatter]) -> dict[str, Form]:
    """附件1–5; the limits of 附件3 cannot be added where 附件1 has both kinds of day, which the identities know."""
    found = {"附件4": catalogue(matters), "附件5": problems(matters)}
    if any(one.matter.type is MatterType.APPROVAL for one in matters):
        found |= {code: approvals(code, matters) for code in ("附件1", "附件2")}
        found["附件3"] = summary(matters)
    return found


def cards(matters: Sequence[CheckedMatter]) -> dict[str, Card]:
    """附件7 by the name of the matter."""
    return {one.matter.name: card for one in matters if (card := notice(one))}


def boxes(matters: Sequence[CheckedMatter]) -> dict[str, int]:
    """What 附件8 would show."""
    return {one.matter.name: len(one.after.counted_steps) for one in matters if one.after}
