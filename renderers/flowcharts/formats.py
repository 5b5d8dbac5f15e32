"""Charts → DOT, SVG, PNG and PDF: laid out, put on pages and painted, any number in one pass of graphviz.

What goes wrong with one chart is a :class:`DrawingError` in its place; the others are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.layouts import Layout
from renderers.flowcharts.measure import clean
from renderers.flowcharts.painting.dot import dot_of
from renderers.flowcharts.painting.pdf import Leaf, Section, document
from renderers.flowcharts.painting.pictures import Subject, attempted, painted, whole
from renderers.flowcharts.painting.rendering import DrawingError
from renderers.flowcharts.painting.words import words_of
from renderers.flowcharts.sheets.page import page_of
from renderers.flowcharts.sheets.printing import sheets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.sheets.paper import Sheet

DEFAULT = Layout.LANES
"""版式 where none is asked for."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A chart on paper: its sheets and the picture of each."""

    title: str
    alt: str
    leaves: tuple[Leaf, ...]


def to_dot(chart: Chart, layout: Layout = DEFAULT) -> str:
    """The chart as DOT, every position pinned: any graphviz draws it as we do, short of the finer shapes."""
    return dot_of(page_of(chart, layout))


def pictures_of(charts: Sequence[Chart], layout: Layout = DEFAULT) -> tuple[str | DrawingError, ...]:
    """Each chart as one SVG, in order, or why there is none."""
    return painted([attempted(chart.title, partial(_screen, chart, layout)) for chart in charts])


def to_svgs(charts: Sequence[Chart], layout: Layout = DEFAULT) -> tuple[str, ...]:
    """The charts as SVG, drawn by a single graphviz process. Raises :class:`DrawingError` for the first that fails."""
    return whole(pictures_of(charts, layout))


def to_svg(chart: Chart, layout: Layout = DEFAULT) -> str:
    """The chart as SVG."""
    return to_svgs((chart,), layout)[0]


def printed(charts: Sequence[Chart], layout: Layout = DEFAULT) -> tuple[Printed | DrawingError, ...]:
    """Each chart on its sheets of paper, in order, or why it is not."""
    laid = [attempted(chart.title, partial(sheets_of, chart, layout)) for chart in charts]
    subjects = [
        Subject(sheet.page, words_of(chart))
        for chart, sheets in zip(charts, laid, strict=True)
        if not isinstance(sheets, DrawingError)
        for sheet in sheets
    ]
    pictures = iter(painted(subjects))
    return tuple(
        sheets if isinstance(sheets, DrawingError) else _printed(chart, sheets, [next(pictures) for _ in sheets])
        for chart, sheets in zip(charts, laid, strict=True)
    )


def to_pdf(chart: Chart, layout: Layout = DEFAULT) -> bytes:
    """The chart on as many sheets as it needs, in vectors. Raises :class:`DrawingError`."""
    (one,) = whole(printed((chart,), layout))
    return book(one.title, ((one.title, one),), contents=False)


def book(title: str, charts: Sequence[tuple[str, Printed]], *, contents: bool = True) -> bytes:
    """Printed charts under their names as one PDF, in order, with contents and bookmarks."""
    sections = [Section(clean(name), chart.alt, chart.leaves) for name, chart in charts]
    return document(clean(title), sections, contents=contents)


def _screen(chart: Chart, layout: Layout) -> Subject:
    return Subject(page_of(chart, layout), words_of(chart))


def _printed(chart: Chart, sheets: tuple[Sheet, ...], pictures: Sequence[str | DrawingError]) -> Printed | DrawingError:
    try:
        svgs = whole(pictures)
    except DrawingError as error:
        return error
    leaves = tuple(Leaf(sheet, svg) for sheet, svg in zip(sheets, svgs, strict=True))
    return Printed(clean(chart.title), words_of(chart).description, leaves)
