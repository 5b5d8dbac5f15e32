"""The rows of one list file: whose they are, what they are called, and what of the file is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from processes.declaration.reporting import Reporter
from processes.intake.headings import Headings, Role, headings_of, role_of
from processes.intake.sections import CHINESE, SECTION
from processes.intake.table import Row, Sheet
from processes.model.folding import fold_name
from processes.model.lists import Listed, ListKind, PublishedList
from processes.model.places import Place

_SUMS = re.compile(r"(?:合计|总计|小计|共计).{0,12}")
_NUMBER = re.compile(rf"(?:[(（](?:{CHINESE}|\d+)[)）]|{CHINESE}、|\d+[.、．](?!\d))\s*")
_LONGEST_NAME = 300
_MOST_SHOWN = 5


@dataclass(slots=True)
class ListReading:
    """One file while it is read."""

    kind: ListKind
    department: str
    report: Reporter
    names: Mapping[str, str]
    by_department: bool = True
    strange: dict[str, Place] = field(default_factory=dict)
    nameless: list[Place] = field(default_factory=list)

    def list_of(self, sheets: Iterable[Sheet]) -> PublishedList | None:
        """The list of all sheets that have a column of names; None after reporting that there is none."""
        top = Place(self.report.file, 1, 1)
        rows: list[Listed] = []
        passed_over, read = [], 0
        for sheet in sheets:
            headings = headings_of(sheet.rows, self.kind)
            if headings is None:
                passed_over.append(sheet.name)
                continue
            read += 1
            self._say_unknown(sheet, headings)
            self.by_department &= bool(self.department) or headings.first(Role.DEPARTMENT) is not None
            rows += self._rows(sheet, headings)
        if not read:
            self.report.at(top, "F108", f"「{self.report.file.rpartition('/')[2]}」里找不到写着“名称”的一列")
            return None
        if said := [name for name in passed_over if name]:
            self.report.at(top, "F109", f"工作表{_listed(said)}里没有“名称”列,没有读")
        if self.strange:
            self.report.at(
                min(self.strange.values()), "F109", f"单位{_listed(self.strange)}不在方案里,这些行没有用来比对"
            )
        if self.nameless:
            lines = "、".join(str(place.line) for place in self.nameless[:_MOST_SHOWN])
            more = "等" if len(self.nameless) > _MOST_SHOWN else ""
            self.report.at(self.nameless[0], "F109", f"第 {lines} 行{more}没有名称,共 {len(self.nameless)} 行没有读")
        return PublishedList(
            kind=self.kind,
            file=self.report.file,
            rows=tuple(rows),
            by_department=self.by_department,
            department=self.department,
            place=top,
        )

    def _say_unknown(self, sheet: Sheet, headings: Headings) -> None:
        place = Place(self.report.file, sheet.rows[headings.last].line, 1)
        if headings.unknown:
            self.report.at(place, "F109", f"没有用到的列:{'、'.join(headings.unknown[: 2 * _MOST_SHOWN])}")
        if self.kind is ListKind.INTERMEDIARIES:
            # It is held against matters by what a service is for; whose it is does not matter.
            if headings.first(Role.RELATED) is None:
                self.report.at(place, "F109", "没有“涉及的审批事项”一列,看不出哪个事项要用这些服务,没有用来比对")
        elif not self.department and headings.first(Role.DEPARTMENT) is None:
            self.report.at(place, "F109", "没有单位列,只能看全市有没有这个事项,看不出是哪个单位的")

    def _rows(self, sheet: Sheet, headings: Headings) -> Iterator[Listed]:
        """The rows below the headings; an empty cell of 单位 or 主项 means the one above (merged cells)."""
        above: dict[int, str] = {}
        columns = headings.columns[Role.NAME]
        owner = headings.first(Role.DEPARTMENT)
        for row in sheet.rows[headings.last + 1 :]:
            own = {at: _clean(row.cell(at)) for at in columns}
            if any(role_of(name, self.kind) is Role.NAME or _SUMS.fullmatch(name) for name in own.values()):
                continue
            filled = [cell for cell in row.cells if cell.strip()]
            if len(filled) == 1 and (not any(own.values()) or SECTION.match(filled[0])):
                # A line across the table, such as the name of a department above its matters, is no row of it.
                continue
            if not any(own.values()):
                self.nameless.append(self._place(row, columns[0]))
                continue
            for at in columns[:-1]:
                own[at] = own[at] or above.get(at, "")
            above |= own
            written = _clean(row.cell(owner)) if owner is not None else ""
            if owner is not None:
                written = above[owner] = written or above.get(owner, "")
            yield from self._listed(row, own, written, headings)

    def _listed(self, row: Row, own: Mapping[int, str], written: str, headings: Headings) -> Iterator[Listed]:
        names = tuple(dict.fromkeys(name for name in own.values() if name))
        if any(len(name) > _LONGEST_NAME for name in names):
            self.nameless.append(self._place(row, min(own)))
            return
        where = max(at for at in own if row.cell(at).strip())
        kind, related = (headings.first(role) for role in (Role.TYPE, Role.RELATED))
        for department in self._departments(row, written, headings.first(Role.DEPARTMENT)):
            yield Listed(
                names=names,
                department=department,
                type="" if kind is None else _clean(row.cell(kind)),
                related="" if related is None else row.cell(related),
                place=self._place(row, where),
            )

    def _departments(self, row: Row, written: str, column: int | None) -> Iterator[str]:
        """The departments of a row; one of the file's name is that of every row.

        In a 中介服务清单 it may be the firm that offers the service, and nothing is compared by it.
        """
        if self.department or not written or self.kind is ListKind.INTERMEDIARIES:
            yield self.department
            return
        for part in re.split("[、,,;;/\n]", written):
            name = self.names.get(fold_name(part))
            if name is not None:
                yield name
            elif part.strip():
                self.strange.setdefault(part.strip(), self._place(row, column or 0))

    def _place(self, row: Row, at: int) -> Place:
        return Place(self.report.file, row.line, row.column(at))


def _clean(cell: str) -> str:
    """A name on one line, without the number that may stand before it."""
    text = " ".join(cell.split())
    return _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    return "".join(f"「{name}」" for name in every[:_MOST_SHOWN]) + (
        f"等{len(every)}个" if len(every) > _MOST_SHOWN else ""
    )
