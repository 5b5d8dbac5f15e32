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
from renderers.flowcharts.theme import style_of
from renderers.typesetting import our_fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.sheets.marks import Mark, Turn
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
#let leaf(part, number) = "leaf-" + str(part) + "-" + str(number)
#let page-of(part, number) = counter(page).at(label(leaf(part, number))).first()
// 转第4页: the pages of this document, and a link to the first of them.
#let leading(part, one) = context link(label(leaf(part, one.sheets.first())),
  one.word + "第" + one.sheets.map(number => str(page-of(part, number))).join("、") + "页")
#let written(part, one) = {{
  let shown = if one.word == "" {{ if work.contents {{ none }} else {{ one.text }} }} else {{ leading(part, one) }}
  let cell = box(width: 60mm, height: one.high * 1pt,
    align(horizon + if one.side < 0 {{ right }} else if one.side > 0 {{ left }} else {{ center }},
      text(one.size * 1pt, fill: rgb(one.ink), cjk-latin-spacing: none, shown)))
  place(dx: one.x * 1pt - 30mm + one.side * 30mm, dy: one.y * 1pt, cell)
}}
#for (part, section) in work.sections.enumerate() {{
  for (index, sheet) in section.sheets.enumerate() {{
    page(width: sheet.width * 1pt, height: sheet.height * 1pt, margin: 0pt, {{
      if index == 0 {{ heading(section.title) }}
      place(
        dx: sheet.left * 1pt,
        dy: sheet.top * 1pt,
        image(bytes(sheet.svg), format: "svg", width: sheet.wide * 1pt, height: sheet.high * 1pt, alt: section.alt),
      )
      // Where the sheet begins, for texts that name its page.
      place(dx: 0pt, dy: 0pt, [#metadata(none)#label(leaf(part, index + 1))])
      for one in sheet.texts {{ written(part, one) }}
      if work.contents {{ place(bottom + center, dy: -5mm, number) }}
    }})
  }}
}}
""".encode()


@dataclass(frozen=True, slots=True)
class Turning:
    """A text of a :class:`Turn` on the paper: its end at x, its upper edge at y, in points.

    ``side``: 1 where it begins at x, -1 where it ends there, 0 where x is its middle.
    """

    text: str
    word: str
    sheets: tuple[int, ...]
    x: float
    y: float
    high: float
    size: float
    ink: str
    side: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet of paper with one picture on it; all in points, the picture from the upper left corner of the paper.

    ``scale``: how large the picture is there, against its own size. ``texts`` are written over it.
    """

    svg: str
    width: float
    height: float
    left: float
    top: float
    wide: float
    high: float
    scale: float
    texts: tuple[Turning, ...] = ()


def leaf_of(sheet: Sheet, svg: str, *, turns: bool = False) -> Leaf:
    """The sheet with the picture of its page; ``turns``: numbers of sheets are not in it and are written over it."""
    page, paper, scale = sheet.page, sheet.paper, sheet.scale
    size = page.width * scale, page.height * scale
    texts = tuple(_turning(mark, mark.turn, sheet) for mark in page.marks if mark.turn is not None) if turns else ()
    return Leaf(svg, paper.width, paper.height, sheet.left, sheet.top, *size, scale, texts)


def _turning(mark: Mark, turn: Turn, sheet: Sheet) -> Turning:
    side = (1 if mark.start else -1) if turn.word else 0
    rect, (line,) = mark.rect, mark.lines
    x = rect.left if side > 0 else rect.right if side < 0 else rect.x
    return Turning(
        line.text,
        turn.word,
        turn.sheets,
        sheet.left + x * sheet.scale,
        sheet.top + rect.top * sheet.scale,
        rect.height * sheet.scale,
        line.size * sheet.scale,
        style_of(mark.kind).small,
        side,
    )


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
