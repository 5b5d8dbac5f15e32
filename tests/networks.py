"""Networks of 联审联批 made without a file: rows with days, and the rows that they wait for."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from processes.model.limits import DayKind, TimeLimit
from processes.model.places import Text
from processes.model.project import Task

DEPARTMENTS = ("行政服务中心", "发改局", "住建局", "环保局", "消防大队")


def limit(days: Fraction | int, kind: DayKind = DayKind.WORKING) -> TimeLimit:
    """A limit of so many days; 即时 for none."""
    return TimeLimit(Fraction(days), kind if days else None)


def task(name: str, department: str, days: Fraction | int, *before: str) -> Task:
    """A row ``办理 | 部门 | 时限 | 先办``."""
    return Task(
        name=name, departments=(Text(department),), limit=limit(days), predecessors=tuple(Text(one) for one in before)
    )


@st.composite
def networks(draw: st.DrawFn, most: int = 14) -> tuple[Task, ...]:
    """Rows that wait for rows before them, written in any order; quarters of days and 即时 occur."""
    size = draw(st.integers(1, most))
    rows = []
    for index in range(size):
        before = draw(st.sets(st.integers(0, index - 1), max_size=3)) if index else set()
        days = Fraction(draw(st.integers(0, 40)), 4)
        names = [f"办理{one}" for one in sorted(before)]
        rows.append(task(f"办理{index}", draw(st.sampled_from(DEPARTMENTS)), days, *names))
    return tuple(draw(st.permutations(rows)))
