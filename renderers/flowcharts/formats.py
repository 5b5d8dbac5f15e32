"""Charts → DOT, SVG and PDF: laid out, put on pages and painted, any number in one pass of graphviz.

What goes wrong with one chart is a :class:`DrawingError` in its place; the others are made.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.layouts import Layout
from renderers.flowcharts.measure import clean
from renderers.flowcharts.painting.dot import dot_of
from renderers.flowcharts.painting.pdf import Section, document, leaf_of
from renderers.flowcharts.painting.pictures import Subject, attempted, painted, whole
from renderers.flowcharts.painting.rendering import DrawingError
from renderers.flowcharts.painting.words import words_of
from renderers.flowcharts.sheets.page import page_of
from renderers.flowcharts.sheets.paper import EDGES, Margins
from renderers.flowcharts.sheets.printing import sheets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.sheets.paper import Sheet

DEFAULT = Layout.LANES
"""版式 where none is asked for."""


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
    """The chart as SVG. Raises :class:`DrawingError`."""
    return to_svgs((chart,), layout)[0]


def printed(
    charts: Sequence[Chart], layout: Layout = DEFAULT, margins: Margins = EDGES, *, numbered: bool = True
) -> tuple[Section | DrawingError, ...]:
    """Each chart on as many sheets of paper as it needs, in order, or why it is not.

    ``margins`` are white; ``numbered``: each sheet says which of how many it is.
    """
    make = partial(sheets_of, layout=layout, margins=margins, numbered=numbered)
    laid = [attempted(chart.title, partial(make, chart)) for chart in charts]
    subjects = [
        Subject(sheet.page, words_of(chart))
        for chart, sheets in zip(charts, laid, strict=True)
        if not isinstance(sheets, DrawingError)
        for sheet in sheets
    ]
    pictures = iter(painted(subjects))
    return tuple(
        sheets if isinstance(sheets, DrawingError) else _section(chart, sheets, [next(pictures) for _ in sheets])
        for chart, sheets in zip(charts, laid, strict=True)
    )


def to_pdf(chart: Chart, layout: Layout = DEFAULT) -> bytes:
    """The chart on its sheets, in vectors. Raises :class:`DrawingError`."""
    sections = whole(printed((chart,), layout))
    return document(sections[0].title, sections)


def _screen(chart: Chart, layout: Layout) -> Subject:
    return Subject(page_of(chart, layout), words_of(chart))


def _section(chart: Chart, sheets: tuple[Sheet, ...], pictures: Sequence[str | DrawingError]) -> Section | DrawingError:
    try:
        svgs = whole(pictures)
    except DrawingError as error:
        return error
    leaves = tuple(leaf_of(sheet, svg) for sheet, svg in zip(sheets, svgs, strict=True))
    return Section(clean(chart.title), words_of(chart).description, leaves)
