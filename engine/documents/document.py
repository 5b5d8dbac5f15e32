"""A document as a value, neutral of any file format: headings, paragraphs, tables, headline numbers, bar charts.

What a draft cannot know is left as a visible blank, never invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from engine.annexes.form import Align, Cell

BLANK = "〔　　〕"
"""Stands where a person has to write: a date, a document number, a name."""

SHORT_BLANK = "〔　〕"
"""The same in a narrow cell."""

NUMBER_BLANK = "〔　　　　　　〕号"
"""Where 发文字号 stands."""

DATE_BLANK = "〔　　〕年〔　〕月〔　〕日"

BOX = "□"
"""To be ticked on paper."""


class Setting(StrEnum):
    """How a paragraph is set."""

    BODY = "body"
    """The first line two characters in, as in official papers (GB/T 9704-2012)."""
    FLUSH = "flush"
    RIGHT = "right"
    NOTE = "note"
    """Smaller: what explains a table or a chart."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is 一、, 2 is (一). The number is part of the text; ``new_page``: where it is printed."""

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    setting: Setting = Setting.BODY


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` in characters, of which only the proportions matter."""

    title: str
    width: float = 6
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``strong`` ones are sums, or name what follows.

    A single cell in a table of several columns goes across all of them: it is the heading of the rows below.
    """

    cells: tuple[Cell, ...]
    strong: bool = False

    def is_across(self, columns: tuple[Column, ...]) -> bool:
        """Whether it is such a heading."""
        return len(self.cells) == 1 < len(columns)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below a title, which may be empty."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Tone(StrEnum):
    """How good a headline number is; what it says is always said in words too."""

    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline number: ``环节``, ``131→93个``, ``减38个,29.0%``."""

    label: str
    value: str
    detail: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Figures:
    """Headline numbers side by side."""

    figures: tuple[Figure, ...]

    @property
    def across(self) -> int:
        """How many stand in a row: four, or three where these fill all rows."""
        return 4 if len(self.figures) % 3 else 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing in a chart: a length for each series (share of the longest possible), what is printed behind each."""

    label: str
    lengths: tuple[Fraction, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart: lengths between 0 and 1. ``series`` names the bars of each group, empty when there is but one.

    ``mark`` draws a line at that length, ``mark_text`` says what it is.
    """

    title: str
    bars: tuple[Bar, ...]
    series: tuple[str, ...] = ()
    mark: Fraction | None = None
    mark_text: str = ""


Part = Heading | Paragraph | Table | Figures | Bars


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document. ``unit_name`` issues it; ``subtitle`` stands below the title; ``wide`` ones lie on their side.

    A line break in the title is where it is broken if it does not fit on one line: by meaning (GB/T 9704-2012).
    """

    title: str
    unit_name: str
    parts: tuple[Part, ...]
    subtitle: str = ""
    wide: bool = False

    @property
    def name(self) -> str:
        """The title in one line."""
        return self.title.replace("\n", "")


def signature(unit_name: str) -> tuple[Paragraph, Paragraph]:
    """署名 and 成文日期: the date is for the one who signs."""
    return Paragraph(unit_name, Setting.RIGHT), Paragraph(DATE_BLANK, Setting.RIGHT)


def numbered(rows: list[tuple[Cell, ...]]) -> tuple[Row, ...]:
    """Rows with 序号 in front."""
    return tuple(Row((Cell(number), *cells)) for number, cells in enumerate(rows, 1))
