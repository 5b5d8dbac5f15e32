"""A document in each format, read back."""

from __future__ import annotations

import re
from fractions import Fraction
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from engine.annexes.form import Align, Cell
from engine.documents.document import (
    Bar,
    Bars,
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Paragraph,
    Row,
    Setting,
    Table,
    Tone,
)
from renderers.documents import charts, docx, html_format, markdown
from renderers.documents.punctuation import full_width

BARS = Bars(
    "对比",
    (
        Bar("环节", (Fraction(1), Fraction(1, 2)), ("4个", "2个")),
        Bar("<材料>", (Fraction(1, 3), Fraction(0)), ("1件", "0件")),
    ),
    ("优化前", "优化后"),
    Fraction(1, 3),
    "三分之一",
)
DOCUMENT = Document(
    title="示范市示范局<报告>",
    unit_name="示范局",
    subtitle="示发〔2017〕1号",
    parts=(
        Heading("一、情况"),
        Heading("(一)细节", 2),
        Paragraph("共3项,减少2项;完成:"),
        Paragraph("注意", Setting.NOTE),
        Paragraph("市编办:", Setting.FLUSH),
        Figures((Figure("环节", "4→2个", "减2,50.0%", Tone.GOOD), Figure("目标", "未达到", "", Tone.BAD))),
        BARS,
        Table(
            "表一",
            (Column("序号", 3), Column("名称|甲", 10, Align.LEFT)),
            (Row((Cell(1), Cell("甲\n乙<丙>"))), Row((Cell(""), Cell(Fraction(1, 2))), strong=True)),
        ),
        Paragraph("示范局", Setting.RIGHT),
    ),
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(content: bytes) -> dict[str, bytes]:
    """The files in a .docx."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(content: bytes) -> ET.Element:
    """The body of a .docx."""
    found = ET.fromstring(parts(content)["word/document.xml"]).find(f"{W}body")  # noqa: S314 - our own
    assert found is not None
    return found


def words(element: ET.Element) -> str:
    """The text in an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def test_word_has_everything_in_order() -> None:
    """Title, number, headings, text, headline numbers, picture, table, signature."""
    said = [words(one) for one in body(docx.render(DOCUMENT)) if one.tag != f"{W}sectPr"]
    assert [text for text in said if text.strip()] == [
        "示范市示范局<报告>",
        "示发〔2017〕1号",
        "一、情况",
        "(一)细节",
        "共3项，减少2项；完成：",
        "注意",
        "市编办：",
        "环节4→2个减2,50.0%目标未达到",
        "表一",
        "序号名称|甲1甲乙<丙>0.5",
        "示范局    ",
    ]


def test_word_has_headings_in_its_outline_and_the_typefaces_of_a_paper() -> None:
    """一、 in 黑体, (一) in 楷体, text in 仿宋 (GB/T 9704-2012)."""
    found = {}
    for one in body(docx.render(DOCUMENT)).findall(f"{W}p"):
        fonts, level = next(one.iter(f"{W}rFonts"), None), next(one.iter(f"{W}outlineLvl"), None)
        if fonts is not None:
            found[words(one)] = (fonts.get(f"{W}eastAsia"), None if level is None else level.get(f"{W}val"))
    assert found["示范市示范局<报告>"] == ("方正小标宋简体", None)
    assert found["一、情况"] == ("黑体", "0")
    assert found["(一)细节"] == ("楷体_GB2312", "1")
    assert found["共3项，减少2项；完成："] == ("仿宋_GB2312", None)


def test_word_repeats_the_headings_of_a_table_and_fits_the_page() -> None:
    """Columns add up to the width between the margins: 156 mm, or 257 lying."""
    for wide, millimetres in ((False, 156), (True, 257)):
        content = docx.render(Document(title="甲", unit_name="乙", parts=DOCUMENT.parts, wide=wide))
        (table,) = body(content).findall(f"{W}tbl")[1:]
        assert len(list(table.iter(f"{W}tblHeader"))) == 1
        widths = [int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")]
        assert sum(widths) == pytest.approx(millimetres * 72 / 25.4 * 20, abs=len(widths))
        for row in table.findall(f"{W}tr"):
            assert len(row.findall(f"{W}tc")) == len(widths)


def test_word_has_a_picture_for_each_chart() -> None:
    """Each with its own relation; the same document gives the same bytes."""
    twice = Document(title="甲", unit_name="乙", parts=(BARS, BARS))
    content = docx.render(twice)
    files = parts(content)
    pictures = [name for name in files if name.startswith("word/media/")]
    assert pictures == ["word/media/picture1.png", "word/media/picture2.png"]
    assert all(files[name].startswith(b"\x89PNG") for name in pictures)
    embedded = re.findall(rb'r:embed="(\w+)"', files["word/document.xml"])
    assert embedded == [b"picture1", b"picture2"]
    for name in embedded:
        assert b'Id="%s"' % name in files["word/_rels/document.xml.rels"]
    assert docx.render(twice) == content


def test_a_long_title_is_broken_into_lines_of_about_equal_length() -> None:
    """Not one word on the second line."""
    title = "海林市市场监督管理局进驻海林市行政服务中心清单"
    lines = [words(one) for one in body(docx.render(Document(title=title, unit_name="", parts=())))][:2]
    assert "".join(lines) == title
    assert abs(len(lines[0]) - len(lines[1])) <= 2


def test_a_title_is_broken_where_it_says() -> None:
    """But only if it does not fit on one line; elsewhere it is one line."""
    long = Document(title=f"{'某' * 12}关于\n组建股室的意见", unit_name="", parts=())
    assert [words(one) for one in body(docx.render(long))][:2] == [f"{'某' * 12}关于", "组建股室的意见"]
    short = Document(title="某局\n意见", unit_name="", parts=())
    assert words(body(docx.render(short))) == "某局意见"
    assert "<h1>某局意见</h1>" in html_format.render(short)
    assert markdown.render(short) == "# 某局意见\n"


def test_a_short_table_stays_on_one_page() -> None:
    """Each row is tied to the next; of a long table only the headings."""
    columns = (Column("甲"),)
    for rows, tied in ((3, 3), (20, 1)):
        table = Table("", columns, (Row((Cell(1),)),) * rows)
        (grid,) = body(docx.render(Document(title="甲", unit_name="", parts=(table,)))).findall(f"{W}tbl")
        assert len(list(grid.iter(f"{W}keepNext"))) == tied


ACROSS = Document(
    title="甲",
    unit_name="乙",
    parts=(
        Heading("一、上", new_page=True),
        Table(
            "",
            (Column("甲"), Column("乙"), Column("丙")),
            (Row((Cell("一、<组>"),), strong=True), Row((Cell(1), Cell(2), Cell(3)))),
        ),
    ),
)
"""A heading that begins a page, and one across a table."""


def test_a_row_of_one_cell_goes_across_the_table() -> None:
    """It stays with the rows below, and its columns are counted all the same."""
    (grid,) = body(docx.render(ACROSS)).findall(f"{W}tbl")
    _, heading, _ = grid.findall(f"{W}tr")
    (cell,) = heading.findall(f"{W}tc")
    (span,) = cell.iter(f"{W}gridSpan")
    assert (words(cell), span.get(f"{W}val")) == ("一、<组>", "3")
    assert list(heading.iter(f"{W}keepNext"))
    assert '<tr class="strong"><td class="left" colspan="3">一、&lt;组&gt;</td></tr>' in html_format.render(ACROSS)
    assert "| **一、\\<组\\>** |  |  |\n" in markdown.render(ACROSS)


def test_a_heading_may_begin_a_page() -> None:
    """On paper; on the screen it is a heading like any other."""
    (first,) = (one for one in body(docx.render(ACROSS)).findall(f"{W}p") if words(one) == "一、上")
    assert list(first.iter(f"{W}pageBreakBefore"))
    assert '<h2 class="page">一、上</h2>' in html_format.render(ACROSS)
    assert not list(body(docx.render(DOCUMENT)).iter(f"{W}pageBreakBefore"))


def test_the_page_needs_nothing_from_elsewhere() -> None:
    """Everything is escaped, charts are inline, and no address is loaded."""
    page = html_format.render(DOCUMENT)
    assert "<h1>示范市示范局&lt;报告&gt;</h1>" in page
    assert '<td class="left">甲<br>乙&lt;丙&gt;</td>' in page
    assert '<tr class="strong"><td></td><td class="left">0.5</td></tr>' in page
    assert '<div class="figure good">' in page
    assert page.count("<svg") == 1
    assert "@page { size: A4 portrait;" in page
    assert re.findall(r"(?:src|href|url)\s*[=(]", page) == []
    assert set(re.findall(r"https?://[^\"]+", page)) == {"http://www.w3.org/2000/svg"}
    wide = html_format.render(Document(title="甲", unit_name="", parts=(), wide=True))
    assert "@page { size: A4 landscape;" in wide


def test_markdown_draws_bars_with_characters() -> None:
    """Marks of Markdown in names print as they are."""
    assert markdown.render(DOCUMENT) == (
        "# 示范市示范局\\<报告\\>\n\n示发〔2017〕1号\n\n## 一、情况\n\n### (一)细节\n\n共3项，减少2项；完成：\n\n> 注意\n\n"
        "市编办：\n\n- **环节** 4→2个(减2,50.0%)\n- **目标** 未达到\n\n**对比**(目标:三分之一)\n\n"
        "|  |  |  |  |\n| --- | --- | --- | --- |\n"
        f"| 环节 | 优化前 | {'█' * 24} | 4个 |\n|  | 优化后 | {'█' * 12} | 2个 |\n"
        f"| \\<材料\\> | 优化前 | {'█' * 8} | 1件 |\n|  | 优化后 |  | 0件 |\n\n"
        "**表一**\n\n| 序号 | 名称\\|甲 |\n| --- | --- |\n| 1 | 甲 乙\\<丙\\> |\n|  | **0.5** |\n\n示范局\n"
    )


def test_a_chart_says_in_words_what_it_draws() -> None:
    """Lengths in proportion, longest first; the mark where it belongs; labels and numbers as text."""
    svg = charts.to_svg(BARS)
    root = ET.fromstring(svg)  # noqa: S314 - our own
    name = "{http://www.w3.org/2000/svg}"
    lengths = [float(one.get("width", "")) for one in root.iter(f"{name}rect") if one.get("height") == "12"]
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=0.02)
    assert lengths[0] == pytest.approx(3 * lengths[2], abs=0.03)
    assert lengths[3] == 1, "nothing is still seen"
    said = [one.text for one in root.iter(f"{name}text")]
    assert said == ["对比", "优化前", "优化后", "三分之一", "环节", "4个", "2个", "<材料>", "1件", "0件"]
    assert len(list(root.iter(f"{name}path"))) == 2


def test_no_text_of_a_chart_lies_outside() -> None:
    """Whatever the labels are: long ones take two lines, longer ones are cut."""
    long = "某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某许可"
    svg = charts.to_svg(Bars("长", (Bar(long, (Fraction(1),), ("100.0%",)), Bar("短", (Fraction(0),), ("0%",)))))
    root = ET.fromstring(svg)  # noqa: S314 - our own
    width = float(root.get("viewBox", "").split()[2])
    for one in root.iter("{http://www.w3.org/2000/svg}text"):
        x, length = float(one.get("x", "")), len(one.text or "") * 10.5
        assert (x - length if one.get("text-anchor") else x) >= 0
        assert (x if one.get("text-anchor") else x + length) <= width + 10.5 * 3
    assert sum("…" in (one.text or "") for one in root.iter("{http://www.w3.org/2000/svg}text")) == 1


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("共3项,减2项;其中:甲", "共3项，减2项；其中：甲"),
        ("压减29.0%;办理", "压减29.0%；办理"),
        ("减38,29.0%", "减38,29.0%"),
        ("1,000元", "1,000元"),
        ("8:30至17:00", "8:30至17:00"),
        ("名称(新办),甲", "名称(新办)，甲"),
    ],
)
def test_punctuation_of_running_text(typed: str, printed: str) -> None:
    """Chinese between Chinese words, as typed between numbers."""
    assert full_width(typed) == printed
