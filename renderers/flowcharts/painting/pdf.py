"""Sheets → PDF by typst: vectors and real text in the shipped fonts, one page a sheet, bookmarks, contents if wanted.

The language, the title and the words for each picture are in it, so a screen reader reads it as it reads the SVG.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import typst

from processes.model.glyphs import shown
from renderers import fonts
from renderers.flowcharts.sheets.paper import Paper
from renderers.typesetting import our_fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.sheets.paper import Sheet

_BOOK = f"""\
#let work = json(bytes(sys.inputs.work))
#set document(title: work.title, date: none)
#set text(font: "{fonts.FAMILY}", lang: "zh", region: "CN", size: 11pt, fallback: false)
#set page(width: 210mm, height: 297mm, margin: 25mm)
// A heading makes the bookmark and the line of the contents; the sheet has its title in the picture.
#show heading: none
#set heading(numbering: "1.")
#set outline.entry(fill: repeat(gap: 2pt)[·])
#let number = align(center, text(9pt, context [— #counter(page).display() —]))
#if work.contents {{
  align(center, text(18pt, weight: "bold", work.title))
  block(above: 24pt, below: 12pt, text(weight: "bold")[事项 #h(1fr) 页码])
  set par(leading: 9pt)
  outline(title: none)
  for note in work.notes {{ block(above: 12pt, text(9pt, note)) }}
  place(bottom + center, dy: 18mm, number)
}}
#for section in work.sections {{
  for (index, sheet) in section.sheets.enumerate() {{
    page(width: sheet.width * 1pt, height: sheet.height * 1pt, margin: 0pt, {{
      if index == 0 {{ heading(section.title) }}
      place(
        dx: sheet.left * 1pt,
        dy: sheet.top * 1pt,
        image(bytes(sheet.svg), format: "svg", width: sheet.wide * 1pt, height: sheet.high * 1pt, alt: section.alt),
      )
      if work.contents {{ place(bottom + center, dy: -5mm, number) }}
    }})
  }}
}}
""".encode()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet of paper with one picture on it; all in points, the picture from the upper left corner of the paper.

    ``scale``: how large the picture is there, against its own size.
    """

    svg: str
    width: float
    height: float
    left: float
    top: float
    wide: float
    high: float
    scale: float


def leaf_of(sheet: Sheet, svg: str) -> Leaf:
    """The sheet with the picture of its page."""
    page, paper, scale = sheet.page, sheet.paper, sheet.scale
    return Leaf(svg, paper.width, paper.height, sheet.left, sheet.top, page.width * scale, page.height * scale, scale)


def leaf_of_picture(svg: str, width: float, height: float) -> Leaf:
    """A picture that has its own margins on A4, lying where it is wider than high, made smaller if it is larger."""
    paper = Paper.A4_LANDSCAPE if width > height else Paper.A4_PORTRAIT
    scale = min(1.0, paper.width / width, paper.height / height)
    wide, high = width * scale, height * scale
    return Leaf(svg, paper.width, paper.height, (paper.width - wide) / 2, 0.0, wide, high, scale)


@dataclass(frozen=True, slots=True)
class Section:
    """What has one bookmark: the sheets of one chart, said in words by ``alt``."""

    title: str
    alt: str
    leaves: tuple[Leaf, ...]


def document(title: str, sections: Sequence[Section], *, contents: bool = False, notes: Sequence[str] = ()) -> bytes:
    """The PDF; with ``contents`` a list of the sections with their pages comes first, and pages are numbered.

    ``notes`` stand below the list: what is not in it, and why.
    What the fonts lack is a 〓.
    """
    work = {
        "title": title,
        "contents": contents,
        "notes": list(notes),
        "sections": [
            {"title": section.title, "alt": section.alt, "sheets": [asdict(leaf) for leaf in section.leaves]}
            for section in sections
        ],
    }
    text = shown(json.dumps(work, ensure_ascii=False))
    pdf = typst.compile(_BOOK, format="pdf", font_paths=our_fonts(), sys_inputs={"work": text}, timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf
