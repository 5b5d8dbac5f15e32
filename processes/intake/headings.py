"""The columns of a published list, told by the words of its headings, wherever the row of headings is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from processes.intake.table import Row
from processes.model.folding import fold_name
from processes.model.lists import ListKind


class Role(StrEnum):
    """What a column holds."""

    NAME = "名称"
    DEPARTMENT = "单位"
    TYPE = "类型"
    RELATED = "涉及事项"


_MATTER = "(?:行政|公共|中介|审批|许可|权力|职权|责任|权责|服务|项目|事项)*"
_WORDS = {
    Role.DEPARTMENT: re.compile(
        "(?:实施|行使|责任|主管|职权|服务|权力|所属|行政|审批|执法|牵头|市直)*(?:单位|部门|主体|机关)(?:名称)?|实施机构"
    ),
    Role.TYPE: re.compile(f"{_MATTER}(?:类型|类别|种类)"),
    Role.NAME: re.compile(
        f"{_MATTER}名称|(?:主项|子项|大项|小项)(?:名称)?|{_MATTER}事项|(?:权力|职权|服务|审批|许可)项目|行政(?:权力|职权)"
    ),
}
_RELATED = re.compile(".*(?:涉及|关联|对应|相关).*(?:事项|项目|名称)|.*审批(?:事项|项目)(?:名称)?")
_PLAIN = frozenset(("序号", "编号", "编码", "备注"))
"""Columns that every list has and nobody misses."""
_BRACKETS = re.compile(r"\([^()]*\)|[*★:]")
_LOOKED_AT = 40
"""Rows of a sheet among which the headings are."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the columns of each role are, in order; ``last`` is the index of the last row of headings.

    ``unknown``: headings that mean nothing here.
    """

    last: int
    columns: dict[Role, tuple[int, ...]]
    unknown: tuple[str, ...]

    def first(self, role: Role) -> int | None:
        """The column of a role."""
        return next(iter(self.columns.get(role, ())), None)


def headings_of(rows: Sequence[Row], kind: ListKind) -> Headings | None:
    """The headings among the first rows; None where no row names a column of names."""
    for at, row in enumerate(rows[:_LOOKED_AT]):
        roles = [role_of(cell, kind) for cell in row.cells]
        if Role.NAME not in roles:
            continue
        last, below = at, rows[at + 1] if at + 1 < len(rows) else None
        found = dict(enumerate(roles))
        if below is not None and _is_all_headings(below, kind):
            # 事项名称 above 主项 and 子项: the lower one says more.
            last = at + 1
            found |= {column: role for column, cell in enumerate(below.cells) if (role := role_of(cell, kind))}
        titles = (" ".join(cell.split()) for column, cell in enumerate(row.cells) if not found.get(column))
        columns = {role: tuple(sorted(column for column in found if found[column] is role)) for role in Role}
        unknown = tuple(title for title in titles if title and _bare(title) not in _PLAIN)
        return Headings(last, columns, unknown)
    return None


def role_of(cell: str, kind: ListKind) -> Role | None:
    """What a heading says its column holds; in a 中介服务清单 the matters that a service is for have one too."""
    word = _bare(cell)
    if not word:
        return None
    if kind is ListKind.INTERMEDIARIES and _RELATED.fullmatch(word):
        return Role.RELATED
    return next((role for role, words in _WORDS.items() if words.fullmatch(word)), None)


def _bare(cell: str) -> str:
    return _BRACKETS.sub("", fold_name(cell)) if len(cell) < 40 else ""  # noqa: PLR2004 - no heading is so long


def _is_all_headings(row: Row, kind: ListKind) -> bool:
    said = [cell for cell in row.cells if cell.strip()]
    return bool(said) and all(role_of(cell, kind) is Role.NAME for cell in said)
