"""PDF: sheets of paper with real text; of a department with contents and bookmarks."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from benchmarks.flowcharts.generator import chart as generated
from processes.model.glyphs import shown
from renderers.flowcharts import Chart, document, printed, to_pdf
from renderers.flowcharts.measure import clean
from renderers.flowcharts.painting.failures import whole
from renderers.flowcharts.painting.pdf import leaf_of_picture

A4, A4_LYING = (595.28, 841.89), (841.89, 595.28)


def read(pdf: bytes) -> PdfReader:
    """The document."""
    return PdfReader(BytesIO(pdf))


def text_of(reader: PdfReader, page: int) -> str:
    """The text of a page without blanks, at which lines are broken."""
    return "".join(reader.pages[page].extract_text().split())


def test_the_text_can_be_searched_and_copied(chart: Chart) -> None:
    """Every name in the chart is text in the PDF; language and title are told.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 决定 | 2工作日 | 审批决定
    """
    reader = read(to_pdf(chart))
    shown = text_of(reader, 0)
    for box in chart.boxes:
        assert box.name in shown
    assert chart.title in shown
    assert str(reader.root_object["/Lang"]) == "zh-CN"
    assert reader.metadata
    assert str(reader.metadata["/Title"]) == chart.title


def test_only_our_fonts_are_in_it_and_of_them_what_is_needed(chart: Chart) -> None:
    """Subsets, embedded: the file is a fraction of a font, which has 2 MB.

    流程: 受理 | 1工作日 | 形式审查
    """
    pdf = to_pdf(chart)
    assert {name.partition("+")[2].split("-")[0] for name in fonts_of(read(pdf))} == {"NotoSansSC"}
    assert len(pdf) < 150_000


def fonts_of(reader: PdfReader) -> set[str]:
    """The names of all fonts of a document; of pictures too, which are documents in the document."""
    found = set()
    pending: list[Any] = [page["/Resources"] for page in reader.pages]
    while pending:
        resources = pending.pop().get_object()
        found |= {str(font.get_object()["/BaseFont"]) for font in resources.get("/Font", {}).values()}
        inner = (one.get_object() for one in resources.get("/XObject", {}).values())
        pending += [one["/Resources"] for one in inner if "/Resources" in one]
    return found


def test_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    """No clock, no order of a set.

    流程: 受理 | 1工作日 | 形式审查
    """
    assert to_pdf(chart) == to_pdf(chart)


def test_what_the_fonts_lack_is_shown_as_a_missing_type(chart: Chart) -> None:
    """〓, not nothing.

    流程: 龘查 | 1工作日 | 形式审查
    """
    assert "〓查" in text_of(read(to_pdf(chart)), 0)


@pytest.mark.parametrize(
    "name", ["\"<&>'", "]]>#{}$*_\\", "]);#panic()", "a\0b", "\u202e倒\u202c", "很" * 60, "甲\n乙", "😀"]
)
def test_no_text_can_break_it(chart: Chart, name: str) -> None:
    """What stands in the declaration is no markup of typst, and is written as far as the fonts have it.

    流程: 受理 | 1工作日 | 形式审查
    """
    boxes = tuple(replace(box, name=name) if box.key == "受理" else box for box in chart.boxes)
    reader = read(to_pdf(replace(chart, boxes=boxes, title=f"图{name}")))
    written = "".join(shown(clean(name)).split())
    assert written in text_of(reader, 0)
    assert str(dict(reader.metadata or {})["/Title"]) == shown(clean(f"图{name}"))


def test_charts_of_a_department_have_contents_with_pages_and_bookmarks(chart: Chart) -> None:
    """Each line of the contents leads to its chart; pages are numbered through, the contents first.

    流程: 受理 | 1工作日 | 形式审查
    """
    sections = whole(printed((chart, chart, chart)))
    reader = read(document("示范市示范局工作流程图", sections, contents=True))
    assert len(reader.pages) == 4
    contents = text_of(reader, 0)
    assert contents.startswith("示范市示范局工作流程图事项页码1.")
    for number in (2, 3, 4):
        assert f"·{number}" in contents
        assert f"—{number}—" in text_of(reader, number - 1)
    marks = [mark for mark in reader.outline if not isinstance(mark, list)]
    assert [mark.title for mark in marks] == [f"{number}. {chart.title}" for number in (1, 2, 3)]
    assert [reader.get_destination_page_number(mark) for mark in marks] == [1, 2, 3]
    annotations: Any = reader.pages[0]["/Annots"]
    links = [link.get_object()["/Dest"][0].get_object() for link in annotations]
    targets = {reader.get_page_number(page) for page in links}
    assert targets == {1, 2, 3}


def test_a_book_has_one_numbering_and_connectors_name_its_pages() -> None:
    """A chart from page 3 on says 转第4页 there; by itself it says 转第2页 and 第1页 共7页. Both are links."""
    sections = whole(printed((generated("short", 8), generated("both/1", 50))))
    book = read(document("示范市示范局工作流程图", sections, contents=True))
    first = 1 + len(sections[0].leaves)
    for number, _ in enumerate(sections[1].leaves[1:], first + 2):
        assert f"转第{number}页" in text_of(book, number - 2)
        assert f"接第{number - 1}页" in text_of(book, number - 1)
    assert not [page for page in range(len(book.pages)) if re.search("第[0-9]+页共", text_of(book, page))]
    assert links(book, first)[0] == first + 1
    alone = read(document("图", sections[1:]))
    assert "转第2页" in text_of(alone, 0)
    assert f"第1页共{len(sections[1].leaves)}页" in text_of(alone, 0)
    assert links(alone, 0)[0] == 1


def links(reader: PdfReader, page: int) -> list[int | None]:
    """To which pages, from 0 on, the links of a page lead."""
    annotations: Any = reader.pages[page]["/Annots"]
    targets = (link.get_object()["/Dest"][0].get_object() for link in annotations)
    return [reader.get_page_number(target) for target in targets]


def test_a_picture_wider_than_high_lies_on_its_side() -> None:
    """A4; what is larger is made smaller, in its proportions."""
    lying = leaf_of_picture("", 800, 500)
    assert (round(lying.width, 2), round(lying.height, 2), lying.scale) == (*A4_LYING, 1.0)
    upright = leaf_of_picture("", 500, 1683.78)
    assert (round(upright.width, 2), round(upright.height, 2)) == A4
    assert round(upright.scale, 3) == 0.5
    assert round(upright.left, 2) == round((upright.width - 250) / 2, 2)
