"""Many cases: as a table, and what a round of them has brought about, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.cases.wording import date_text
from renderers.console import printed
from renderers.grids import Side, print_grid
from renderers.lines import broken
from renderers.reports.style import PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from processes.model.case import CaseHead

_COLUMNS = {
    "编号": 16,
    "部门": 12,
    "事项": 26,
    "申请人": 16,
    "收件": 10,
    "状态": 16,
    "现在在": 18,
    "承办": 18,
    "到期": 10,
}
"""Columns of the list and the cells that they may be wide."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A case in a list: the name of its matter, where it is, who has it; how it has ended, if it has."""

    head: CaseHead
    matter: str
    spots: tuple[str, ...]
    holders: tuple[str, ...]
    end: str = ""


def table(cases: Sequence[Listed], style: Style = PLAIN) -> str:
    """The cases, one a row, and how many there are."""
    rows = [
        ["\n".join(broken(cell, width)) for cell, width in zip(_cells(one), _COLUMNS.values(), strict=True)]
        for one in cases
    ]
    sides: list[Side] = ["left"] * len(_COLUMNS)
    wide = Style(max(style.width, sum(_COLUMNS.values()) + 3 * len(_COLUMNS)), style.colour)
    return (
        printed(lambda console: print_grid(console, sides, tuple(_COLUMNS), rows), wide) + f"\n共 {len(cases)} 件。\n"
    )


def _cells(one: Listed) -> tuple[str, ...]:
    head = one.head
    return (
        head.number,
        head.department,
        one.matter,
        head.applicant,
        f"{head.received_on}",
        status_of(one),
        "、".join(one.spots) or "—",
        "、".join(one.holders) or "—",
        date_text(head.due),
    )


def status_of(one: Listed) -> str:
    """``在办``, or how it has ended: ``办结(不予许可)``."""
    status = str(one.head.status)
    return f"{status}({one.end})" if one.end not in ("", status) else status
