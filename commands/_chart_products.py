"""The charts that ``zaizao build`` makes: units of work whose charts are drawn together, a failure costing one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from commands._left_out import sorted_out

if TYPE_CHECKING:
    from processes.model.department import Department
    from processes.model.plan import Plan, Switches
    from processes.model.process import CheckedMatter
    from renderers.flowcharts import Chart, Comparison, DrawingError, Section, View

Product = tuple[str, bytes]
"""Path relative to the output folder, and content."""

BOOK = "附件8-工作流程图.pdf"


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a unit: its products, and what could not be drawn, with the reason."""

    products: list[Product]
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartUnit:
    """The charts of one matter; ``name`` is the path up to 「-前.svg」, ``department`` the full name of the unit."""

    checked: CheckedMatter
    department: str
    switches: Switches
    name: str

    def depends_on(self, keys: Mapping[str, str]) -> object:
        """What the products are made from; a matter is represented by its key (file → key)."""
        return self.department, self.switches, keys[self.checked.matter.file]


@dataclass(frozen=True, slots=True)
class BookUnit:
    """The charts of 优化后 of one department in one PDF with contents; ``name`` is its path."""

    department: Department
    plan: Plan
    matters: tuple[CheckedMatter, ...]
    name: str

    def depends_on(self, keys: Mapping[str, str]) -> object:
        """As above."""
        return self.department, [keys[checked.matter.file] for checked in self.matters]

    def make(self) -> Made:
        """The PDF, without what could not be drawn; none where every matter is cancelled or secret."""
        from renderers.flowcharts import DrawingError, Layout, View, document, printed, view_of
        from renderers.flowcharts.painting.failures import attempted, passed

        unit, matters = self.department.full_name, sorted_out(self.matters, after=True)
        charts: list[Chart | Comparison | DrawingError] = [
            attempted(partial(view_of, View.AFTER, one, self.plan.switches, unit)) for one in matters.shown
        ]
        sections: list[Section] = []
        failed: list[str] = []
        for matter, section in zip(matters.shown, passed(charts, partial(printed, layout=Layout.LANES)), strict=True):
            if isinstance(section, DrawingError):
                failed.append(_told(f"{self.name}里的“{matter.matter.name}”", section))
            else:
                sections.append(replace(section, title=matter.matter.name))
        title, notes = f"{unit}工作流程图(优化后)", tuple(matters.notes())
        products = [(self.name, document(title, sections, contents=True, notes=notes))] if sections else []
        return Made(products, tuple(failed))


def charts_made(units: Sequence[ChartUnit]) -> list[Made]:
    """Of each matter SVG and PNG of both versions, SVG of both in one and side by side, the page of 附件8 (docx).

    Of a secret matter only the page, with its 密级: it is filed like any other (工作方案 二(三)2), and what is public
    has no secret matter (二(五)1). All of them are drawn by one process of graphviz for the screen and one for paper.
    """
    from renderers.flowcharts import Layout, View, pictures_of, printed, to_png
    from renderers.flowcharts.painting.failures import passed, then
    from renderers.forms import chart_page

    charts = [_charts(unit) for unit in units]
    screens = [{} if unit.checked.matter.secret else one for unit, one in zip(units, charts, strict=True)]
    drawn: list[Chart | Comparison | DrawingError] = [chart for one in screens for chart in one.values()]
    svgs = iter(passed(drawn, partial(pictures_of, layout=Layout.LANES)))
    on_paper = partial(printed, layout=Layout.LANES, margins=chart_page.MARGINS, numbered=False)
    pages = iter(passed([one[View.AFTER] for one in charts if View.AFTER in one], on_paper))
    made = []
    for unit, one, screen in zip(units, charts, screens, strict=True):
        files: dict[str, bytes | DrawingError] = {}
        for view in screen:
            svg = next(svgs)
            files[f"{unit.name}-{view}.svg"] = then(svg, str.encode)
            if view in (View.BEFORE, View.AFTER):
                files[f"{unit.name}-{view}.png"] = then(svg, to_png)
        if View.AFTER in one:
            files[f"{unit.name}.docx"] = then(next(pages), partial(chart_page.document, author=unit.department))
        made.append(_gathered(files))
    return made


def _charts(unit: ChartUnit) -> dict[View, Chart | Comparison | DrawingError]:
    """The views of a matter; one that is cancelled has no 优化后."""
    from renderers.flowcharts import View, view_of
    from renderers.flowcharts.painting.failures import attempted

    views = View if unit.checked.after is not None else (View.BEFORE, View.DIFFERENCE)
    return {view: attempted(partial(view_of, view, unit.checked, unit.switches, unit.department)) for view in views}


def _gathered(files: Mapping[str, bytes | DrawingError]) -> Made:
    products = [(name, content) for name, content in files.items() if isinstance(content, bytes)]
    failed = (_told(name, content) for name, content in files.items() if not isinstance(content, bytes))
    return Made(products, tuple(failed))


def _told(name: str, error: DrawingError) -> str:
    return f"{name}({error})"
