"""长表: a row for each 程序 and each 材料 of both versions, with the facts of its 环节 and matter, for pivot tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace

from processes.model.limits import number_text
from processes.model.matter import Material
from processes.model.process import CheckedMatter, Process, Step

COLUMNS = (
    *("单位", "编号", "事项", "类型", "种类", "版本", "类别", "支线", "环节序号", "环节", "承办", "环节时限"),
    *("计入天数", "序号", "名称", "份数或人数", "来源", "依据", "可共享", "沿自", "说明"),
)
"""Headings, in the order of the fields of ``Row``."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a field that does not apply is empty. ``kind``: 程序 or 材料; ``days`` are those of the whole step."""

    department: str
    number: str
    matter: str
    type: str
    matter_kind: str
    version: str
    kind: str = ""
    branch: str = ""
    step_number: str = ""
    step: str = ""
    holders: str = ""
    limit: str = ""
    days: str = ""
    index: str = ""
    name: str = ""
    amount: str = ""
    source: str = ""
    basis: str = ""
    shared: str = ""
    origins: str = ""
    remark: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts by column."""
        return astuple(self)


def long_table(matters: Iterable[CheckedMatter]) -> Iterator[Row]:
    """The rows, matter by matter, 优化前 before 优化后; standard side branches, which nobody declared, are left out."""
    for checked in matters:
        for process in (checked.before, checked.after):
            if process is not None:
                yield from _version(checked, process)


def _version(checked: CheckedMatter, process: Process) -> Iterator[Row]:
    matter = checked.matter
    start = Row(matter.department, matter.number, matter.name, matter.type, matter.kind, process.version.label.value)
    for step in process.declared_steps:
        yield from _procedures(start, step)
    for index, material in enumerate(process.version.materials, 1):
        yield _material(start, index, material)


def _procedures(start: Row, step: Step) -> Iterator[Row]:
    own = replace(
        start,
        kind="程序",
        branch=step.branch,
        step_number=step.number,
        step=step.name,
        holders=step.held_by,
        limit=str(step.limit),
        days=number_text(step.limit.days),
        remark=step.uncounted,
    )
    if step.composite:
        # Its 程序 are those of the branches in it, which have rows of their own.
        yield replace(own, kind="并联")
        return
    for index, one in enumerate(step.procedures, 1):
        yield replace(
            own,
            index=str(index),
            name=one.name,
            amount=f"{one.people}人以上" if one.people else "",
            basis="法定" if one.statutory == "是" else one.statutory,
            origins=_names(one.origins),
        )


def _material(start: Row, index: int, one: Material) -> Row:
    return replace(
        start,
        kind="材料",
        index=str(index),
        name=one.name,
        amount=one.copies or "1份",
        source=one.source,
        basis=one.basis,
        shared="" if one.shared is None else "是" if one.shared else "否",
        origins=_names(one.origins),
        remark=one.remark,
    )


def _names(origins: tuple[str, ...] | None) -> str:
    return "" if origins is None else "、".join(origins) or "无"
