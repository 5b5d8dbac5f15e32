"""A declaration as it was in an earlier version (git) and as it is: what somebody wrote otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.annexes.form import Cell
from engine.diff.history import History, MatterHistory
from engine.reports.numbers import sides_text
from engine.reports.peers import QUANTITIES, extra_item, missing_item
from engine.reports.report import Column, Listing, Report, Table
from engine.reports.sides import states_difference
from processes.model.matter import Matter, VersionLabel


def matter_history_report(
    history: MatterHistory, sides: tuple[str, str], labels: Sequence[VersionLabel] = tuple(VersionLabel)
) -> Report:
    """One matter: its own facts that differ, then the versions ``labels``, each as it was and as it is."""
    name = history.now.name
    versions = dict(history.versions)
    # Of 优化后 that only one state has nothing was compared; the facts say that it was cancelled, or is no longer.
    there = [label for label in labels if label is VersionLabel.BEFORE or _is_cancelled_alike(history)]
    found = [f"{label}{'有变化' if label in versions else '未变'}" for label in there]
    facts = f"事项本身 {len(history.facts)} 处不同" if history.facts else ""
    summary = ";".join(filter(None, (facts, *found))) if history.differs else "没有变化"
    return Report(
        title=name,
        summary=f"{name}:{sides[0]}→{sides[1]} {summary}",
        parts=(_facts(history, sides),) if history.facts else (),
        inner_title="版本",
        inner=tuple(states_difference(one, label) for label, one in history.versions),
        sides=sides,
    )


def one_sided_report(matter: Matter, sides: tuple[str, str], *, is_new: bool) -> Report:
    """A matter that only one of the states has."""
    first, second = sides
    said = f"新增的事项,{first}还没有" if is_new else f"删去的事项,{second}没有了"
    return Report(title=matter.name, summary=f"{matter.name}:{first}→{second} {said}", sides=sides)


def _is_cancelled_alike(history: MatterHistory) -> bool:
    return (history.then.after is None) is (history.now.after is None)


def history_report(history: History, name: str, labels: Sequence[VersionLabel] = tuple(VersionLabel)) -> Report:
    """The matters of a department or project ``name``: how many differ, a row each, then a report of each.

    ``labels``: the versions that were compared.
    """
    first, second = history.sides
    renamed = [one for one in history.changed if one.is_renamed]
    counts = (
        ("修改", len(history.changed) - len(renamed)),
        ("改名", len(renamed)),
        ("新增", len(history.added)),
        ("删去", len(history.removed)),
        ("未变", len(history.matters) - len(history.changed) + history.untouched),
    )
    return Report(
        title=f"{name}:{first}到{second}的变化",
        summary=f"{name} {first}→{second}:{'、'.join(f'{word} {count} 项' for word, count in counts)}",
        parts=(*_table(history), *_listings(history)),
        inner_title="事项",
        inner=tuple(matter_history_report(one, history.sides, labels) for one in history.changed),
        sides=history.sides,
    )


def _facts(history: MatterHistory, sides: tuple[str, str]) -> Table:
    rows = tuple((Cell(one.name), Cell(one.then or "(没有写)"), Cell(one.now or "(没有写)")) for one in history.facts)
    return Table("事项本身的变化", (Column("项目"), *map(Column, sides)), rows)


def _table(history: History) -> Iterator[Table]:
    if history.changed:
        columns = ("部门", "事项名称", "版本", *QUANTITIES)
        rows = (row for one in history.changed for row in _rows(one))
        yield Table("有变化的事项", tuple(map(Column, columns)), tuple(rows))


def _rows(history: MatterHistory) -> Iterator[tuple[Cell, ...]]:
    """A row for each version that differs; one without numbers if only the facts of the matter do."""
    now, then = history.now, history.then
    name = f"{now.name}(原名{then.name})" if now.name != then.name else now.name
    department = f"{then.department}→{now.department}" if now.department != then.department else now.department
    home = (Cell(department), Cell(name, (now.place,)))
    for label, difference in history.versions:
        yield (*home, Cell(str(label)), *(Cell(sides_text(delta), (now.place,)) for delta in difference.deltas))
    if not history.versions:
        yield (*home, Cell("事项本身"), *(Cell("") for _ in QUANTITIES))


def _listings(history: History) -> Iterator[Listing]:
    if history.added:
        yield Listing("新增的事项", tuple(extra_item(one, "新增") for one in history.added))
    if history.removed:
        yield Listing("删去的事项", tuple(missing_item(one, "删去") for one in history.removed))
