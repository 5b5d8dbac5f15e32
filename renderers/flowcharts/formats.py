"""Charts → DOT, SVG and PDF: laid out, put on pages and painted, any number in one pass of graphviz.

What goes wrong with one chart is a :class:`DrawingError` in its place; the others are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Comparison
from renderers.flowcharts.layout.layouts import Layout
from renderers.flowcharts.measure import clean
from renderers.flowcharts.painting.dot import dot_of
from renderers.flowcharts.painting.failures import DrawingError, attempted, passed, whole
from renderers.flowcharts.painting.pdf import Section, document, leaf_of
from renderers.flowcharts.painting.pictures import Subject, painted
from renderers.flowcharts.painting.words import Words, words_of
from renderers.flowcharts.sheets.comparing import comparison_page, comparison_sheets
from renderers.flowcharts.sheets.page import Page, page_of
from renderers.flowcharts.sheets.paper import EDGES, Margins, Sheet
from renderers.flowcharts.sheets.printing import sheets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.chart import Chart

DEFAULT = Layout.LANES
"""版式 where none is asked for."""


def to_dot(chart: Chart | Comparison, layout: Layout = DEFAULT) -> str:
    """The chart as DOT, every position pinned: any graphviz draws it as we do, short of the finer shapes."""
    return dot_of(_page(chart, layout))


def pictures_of(charts: Sequence[Chart | Comparison], layout: Layout = DEFAULT) -> tuple[str | DrawingError, ...]:
    """Each chart as one SVG, in order, or why there is none; all of them drawn by a single graphviz process."""
    return passed([attempted(partial(_subject, chart, layout)) for chart in charts], painted)


def to_svg(chart: Chart | Comparison, layout: Layout = DEFAULT) -> str:
    """The chart as SVG. Raises :class:`DrawingError`."""
    return whole(pictures_of((chart,), layout))[0]


def printed(
    charts: Sequence[Chart | Comparison], layout: Layout = DEFAULT, margins: Margins = EDGES, *, numbered: bool = True
) -> tuple[Section | DrawingError, ...]:
    """Each chart on as many sheets of paper as it needs, in order, or why it is not.

    ``margins`` are white; ``numbered``: each sheet says which of how many it is.
    """
    make = partial(_laid, layout=layout, margins=margins, numbered=numbered)
    return passed([attempted(partial(make, chart)) for chart in charts], _sections)


def to_pdf(chart: Chart | Comparison, layout: Layout = DEFAULT) -> bytes:
    """The chart on its sheets, in vectors. Raises :class:`DrawingError`."""
    sections = whole(printed((chart,), layout))
    return document(sections[0].title, sections)


def _subject(chart: Chart | Comparison, layout: Layout) -> Subject:
    return Subject(_page(chart, layout), words_of(chart))


def _page(chart: Chart | Comparison, layout: Layout) -> Page:
    return comparison_page(chart, layout) if isinstance(chart, Comparison) else page_of(chart, layout)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A chart on its sheets, not yet painted."""

    title: str
    words: Words
    sheets: tuple[Sheet, ...]
    numbered: bool

    def shown(self, sheet: Sheet) -> Sheet:
        """What the picture of a sheet shows: numbers are written beside it, where they are those of the document."""
        return sheet.without_turns() if self.numbered else sheet


def _laid(chart: Chart | Comparison, layout: Layout, margins: Margins, *, numbered: bool) -> _Laid:
    if isinstance(chart, Comparison):
        sheets = comparison_sheets(chart, layout, margins, numbered=numbered)
    else:
        sheets = sheets_of(chart, layout, margins, numbered=numbered)
    return _Laid(clean(chart.title), words_of(chart), sheets, numbered)


def _sections(laid: Sequence[_Laid]) -> list[Section | DrawingError]:
    """All sheets of all charts painted together."""
    pictures = iter(painted([Subject(sheet.page, one.words) for one in laid for sheet in map(one.shown, one.sheets)]))
    return [_section(one, [next(pictures) for _ in one.sheets]) for one in laid]


def _section(laid: _Laid, pictures: Sequence[str | DrawingError]) -> Section | DrawingError:
    try:
        svgs = whole(pictures)
    except DrawingError as error:
        return error
    leaves = tuple(leaf_of(sheet, svg, turns=laid.numbered) for sheet, svg in zip(laid.sheets, svgs, strict=True))
    return Section(laid.title, laid.words.description, leaves)
