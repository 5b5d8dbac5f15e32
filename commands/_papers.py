"""What ``zaizao build`` makes for reading and signing: documents (文书) and reports to leaders, as units of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.documents.document import Document
    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

PAPERS = "文书"
"""Folder of the documents of a department, or of the city."""


@dataclass(frozen=True, slots=True)
class PapersUnit:
    """The documents (文书) of one department and what its leader reads; ``left_out`` matters are in none of them."""

    department: Department
    plan: Plan
    matters: tuple[CheckedMatter, ...]
    left_out: int
    name: str

    def depends_on(self, keys: Mapping[str, str]) -> object:
        """What the products are made from; a matter is represented by its key (file → key)."""
        return self.department, self.plan, self.left_out, [keys[checked.matter.file] for checked in self.matters]

    def make(self) -> list[tuple[str, bytes]]:
        """Word documents; the report also as a page."""
        from engine.documents import department_kinds
        from engine.reports.overview import department_overview
        from renderers.documents import docx

        folder = self.name.rpartition("/")[0]
        written = (
            (name, kind.write(self.department, self.plan, self.matters)) for name, kind in department_kinds().items()
        )
        papers = [(paper_path(folder, name), docx.render(document)) for name, document in written if document]
        overview = department_overview(self.department, self.plan, self.matters, left_out=self.left_out)
        return papers + _overviews(folder, overview)


@dataclass(frozen=True, slots=True)
class CityPapersUnit:
    """The documents of the whole city, and what its leaders read."""

    plan: Plan
    departments: tuple[tuple[Department, tuple[CheckedMatter, ...]], ...]
    left_out: tuple[tuple[str, int], ...]
    name: str

    def depends_on(self, keys: Mapping[str, str]) -> object:
        """As above."""
        departments = [
            (department, [keys[checked.matter.file] for checked in matters]) for department, matters in self.departments
        ]
        return self.plan, departments, self.left_out

    def make(self) -> list[tuple[str, bytes]]:
        """Word documents; the report also as a page."""
        from engine.documents import city_kinds
        from engine.reports.overview_city import city_overview
        from renderers.documents import docx

        folder = self.name.rpartition("/")[0]
        papers = [
            (paper_path(folder, name), docx.render(kind.write_city(self.plan, self.departments)))
            for name, kind in city_kinds().items()
        ]
        return papers + _overviews(folder, city_overview(self.plan, self.departments, dict(self.left_out)))


def paper_path(folder: str, kind: str) -> str:
    """``<单位>/文书/工作总结.docx``."""
    return f"{folder}/{PAPERS}/{kind}.docx"


def _overviews(folder: str, overview: Document) -> list[tuple[str, bytes]]:
    from engine.reports.overview import NAME
    from renderers.documents import docx, html_format

    return [
        (f"{folder}/{NAME}.html", html_format.render(overview).encode()),
        (f"{folder}/{NAME}.docx", docx.render(overview)),
    ]
