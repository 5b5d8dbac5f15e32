"""Forms as Word documents, taken apart: texts, merges, widths, typefaces, page; the same bytes twice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.annexes.form import Card, Cell, Form, Paper
from renderers.forms.docx import document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MakeForm = Callable[..., Form]
MakeCard = Callable[..., Card]


def root_of(content: bytes, name: str = "word/document.xml") -> ET.Element:
    """One XML file out of the document."""
    with ZipFile(BytesIO(content)) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 - our own file


def text_of(element: ET.Element) -> str:
    """All text below; a tab as such, paragraphs parted by line breaks."""
    return "\n".join("".join(map(text_of_run, one.iter(f"{W}r"))) for one in element.iter(f"{W}p"))


def text_of_run(run: ET.Element) -> str:
    """A text with its tabs."""
    return "".join({f"{W}t": node.text or "", f"{W}tab": "\t"}.get(node.tag, "") for node in run)


def outside(content: bytes) -> list[str]:
    """The texts above and below the table."""
    body = root_of(content)[0]
    return [text_of(one) for one in body if one.tag == f"{W}p"]


def table(content: bytes) -> list[list[str]]:
    """The table as cells of text."""
    return [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in root_of(content).iter(f"{W}tr")]


def values(content: bytes, tag: str, attribute: str = "val") -> list[str | None]:
    """An attribute of every element of a tag, in order."""
    return [one.get(f"{W}{attribute}") for one in root_of(content).iter(f"{W}{tag}")]


def test_a_form_reads_back(a_form: MakeForm) -> None:
    """Label, title, sign line with its two halves, headings, numbers, 总计, rows, notes."""
    made = document(a_form("食品许可"))
    assert outside(made) == [
        "附件6",
        "海林市工作流程优化对比台账",
        "单位名称(盖章):海林市市场监督管理局\t主要领导签字:",
        "注:1.不能空项。",
        "2.请注明。",
    ]
    assert table(made) == [
        ["序号", "事项名称", "减环节"],
        ["", "", "优化前(个)", "减少前有哪些环节"],
        ["", "1", "2", "3"],
        ["总计", "1", "0", "——"],
        ["1", "食品许可", "0.5", "受理"],
    ]


def test_a_card_reads_back(a_card: MakeCard) -> None:
    """Labels beside their values, a paragraph for every line of a list; an empty one has to follow the table."""
    made = document(a_card())
    assert outside(made) == ["附件7", "一次性告知单", ""]
    assert table(made) == [
        ["事项名称", "食品许可"],
        ["法定时限", "20个工作日", "承诺时限", "8个工作日"],
        ["申报所需材料", "1.申请书\n2.章程"],
    ]


def test_cells_are_merged_across_and_down(a_form: MakeForm, a_card: MakeCard) -> None:
    """w:gridSpan for 减环节, w:vMerge for 序号 and 事项名称, which reach down."""
    rows = list(root_of(document(a_form("甲"))).iter(f"{W}tr"))
    spans = [[one.get(f"{W}val") for one in row.iter(f"{W}gridSpan")] for row in rows]
    assert spans == [["2"], [], [], [], []]
    downs = [[one.get(f"{W}val") for one in row.iter(f"{W}vMerge")] for row in rows]
    assert downs == [["restart", "restart"], [None, None], [None], [], []]
    assert values(document(a_card()), "gridSpan") == ["2", "6", "2", "2", "2", "2", "2", "6"]


@pytest.mark.parametrize("inside", [True, False])
def test_the_sign_line_may_be_the_first_row(inside: bool, a_form: MakeForm) -> None:
    """附件3–5."""
    made = document(a_form("甲", sign_inside=inside))
    sign = ["单位名称(盖章):海林市市场监督管理局", "主要领导签字:"]
    assert (table(made)[0] == sign) is inside
    assert ("\t".join(sign) in outside(made)) is not inside


def test_columns_have_their_widths_everywhere(a_form: MakeForm) -> None:
    """WPS reads w:gridCol, Word w:tcW: both say the same, and together they are as wide as the page has room."""
    made = document(a_form("甲"))
    columns = [int(width or 0) for width in values(made, "gridCol", "w")]
    assert len(columns) == 4
    assert columns[0] == columns[2] < columns[1] == columns[3]
    paper = int(values(made, "pgSz", "w")[0] or 0)
    margins = sum(int(values(made, "pgMar", side)[0] or 0) for side in ("left", "right"))
    assert abs(sum(columns) - (paper - margins)) <= len(columns)
    last = list(root_of(made).iter(f"{W}tr"))[-1]
    assert [int(one.get(f"{W}w") or 0) for one in last.iter(f"{W}tcW")] == columns
    assert values(made, "tblLayout", "type") == ["fixed"]


def test_numbers_are_never_broken(a_form: MakeForm) -> None:
    """Their column becomes wider, the others narrower."""
    usual, wide = (
        [
            int(width or 0)
            for width in values(
                document(a_form("甲", total=(Cell("总计"), Cell(1), Cell(number), Cell("——")))), "gridCol", "w"
            )
        ]
        for number in (1, 10**40)
    )
    assert wide[2] > usual[2]
    assert wide[1] < usual[1]
    assert abs(sum(wide) - sum(usual)) <= 4


def test_typefaces_are_those_of_official_papers(a_form: MakeForm) -> None:
    """GB/T 9704: label 3号黑体, title 2号小标宋, table in 仿宋; each run names its Chinese font."""
    made = document(a_form("甲"))
    texts = {text_of_run(run): run for run in root_of(made).iter(f"{W}r")}
    assert len(texts) > 10
    found = {}
    for text, run in texts.items():
        fonts, size = run.find(f"{W}rPr/{W}rFonts"), run.find(f"{W}rPr/{W}sz")
        assert fonts is not None
        assert size is not None
        found[text] = fonts.get(f"{W}eastAsia"), fonts.get(f"{W}ascii"), size.get(f"{W}val")
    assert found["附件6"] == ("黑体", "黑体", "32")
    assert found["海林市工作流程优化对比台账"] == ("方正小标宋简体", "方正小标宋简体", "44")
    assert found["事项名称"] == ("黑体", "黑体", "21")
    assert found["甲"] == ("仿宋_GB2312", "Times New Roman", "21")
    styles = root_of(made, "word/styles.xml")
    assert [one.get(f"{W}eastAsia") for one in styles.iter(f"{W}lang")] == ["zh-CN"]


@pytest.mark.parametrize(
    ("paper", "portrait", "size", "orient"),
    [
        (Paper.A3, False, ("23811", "16838"), "landscape"),
        (Paper.A4, False, ("16838", "11906"), "landscape"),
        (Paper.A4, True, ("11906", "16838"), None),
    ],
)
def test_the_page(paper: Paper, portrait: bool, size: tuple[str, str], orient: str | None, a_form: MakeForm) -> None:
    """Paper and the way it lies; — 1 — at its foot."""
    made = document(a_form("甲", paper=paper, portrait=portrait))
    assert (values(made, "pgSz", "w"), values(made, "pgSz", "h")) == ([size[0]], [size[1]])
    assert values(made, "pgSz", "orient") == [orient]
    footer = root_of(made, "word/footer.xml")
    assert text_of(footer) == "— 1 —"
    assert [one.get(f"{W}instr") for one in footer.iter(f"{W}fldSimple")] == ["PAGE"]


def test_upright_pages_have_the_margins_of_official_papers(a_card: MakeCard) -> None:
    """天头 37, 订口 28, so that 版心 is 156×225 mm."""
    made = document(a_card())
    millimetres = {
        side: round(int(values(made, "pgMar", side)[0] or 0) / 1440 * 25.4)
        for side in ("top", "left", "right", "bottom")
    }
    assert millimetres == {"top": 37, "left": 28, "right": 26, "bottom": 35}


def test_headings_are_repeated_and_low_rows_not_torn(a_form: MakeForm) -> None:
    """A row that is higher than a third of the page may go on on the next."""
    rows = list(root_of(document(a_form("甲", "很长的事项名称" * 300))).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] * 3 + [False] * 3
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True] * 5 + [False]


def test_every_cell_has_a_border(a_form: MakeForm) -> None:
    """Set once for the table."""
    borders = root_of(document(a_form("甲"))).find(f".//{W}tblBorders")
    assert borders is not None
    assert {one.tag.removeprefix(W): one.get(f"{W}val") for one in borders} == dict.fromkeys(
        ("top", "left", "bottom", "right", "insideH", "insideV"), "single"
    )


def test_a_card_is_made_smaller_to_fit_one_page(a_card: MakeCard) -> None:
    """小四; 五号 if only that keeps it on one page, and 小四 again if not even that does."""
    sizes = []
    for lines in (2, 32, 60):
        made = document(a_card("\n".join("材料" for _ in range(lines))))
        last = list(root_of(made).iter(f"{W}tc"))[-1]
        size = last.find(f".//{W}r/{W}rPr/{W}sz")
        assert size is not None
        sizes.append(size.get(f"{W}val"))
    assert sizes == ["24", "21", "24"]


@given(
    text=st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30
    )
)
def test_any_text_reads_back(text: str, a_card: MakeCard) -> None:
    """Whatever an analyst may type."""
    assert table(document(a_card(text)))[-1][-1] == text


@pytest.mark.parametrize("character", ["\ud800", "\x00", "\x1b", "\uffff"])
def test_a_character_that_no_file_can_hold_does_not_spoil_it(character: str, a_card: MakeCard) -> None:
    """The rest stays, in the properties too."""
    made = document(a_card(f"甲{character}乙", title=f"告{character}知"))
    assert table(made)[-1][-1] == "甲\ufffd乙"
    assert "告\ufffd知" in "".join(root_of(made, "docProps/core.xml").itertext())


def test_properties_carry_no_clock(a_card: MakeCard) -> None:
    """Title and unit are there, the dates are fixed, in the archive as well."""
    made = document(a_card())
    assert [*root_of(made, "docProps/core.xml").itertext()] == [
        "一次性告知单",
        "海林市市场监督管理局",
        *["2017-01-01T00:00:00Z"] * 2,
    ]
    with ZipFile(BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2017, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


SCRIPT = """
import hashlib, sys
from engine.annexes.form import Card, Cell, Field
from renderers.forms import docx, pdf
card = Card(
    code="附件7", label="附件7", title="一次性告知单", unit_name="某局",
    rows=tuple((Field(f"项目{i}", Cell(i)), Field("值", Cell("甲" * i))) for i in range(30)), notes=("注",),
)
sys.stdout.write(hashlib.sha256(docx.document(card)).hexdigest() + hashlib.sha256(pdf.document(card)).hexdigest())
"""


def test_the_bytes_depend_on_nothing_but_the_form(tmp_path: Path) -> None:
    """Neither on the clock, the time zone, the folder nor the hash seed; the PDF neither."""
    home = Path(__file__).parents[3]
    digests = set()
    for number, (seed, zone) in enumerate([("0", "UTC"), ("1", "Asia/Shanghai")]):
        folder = tmp_path / str(number)
        folder.mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(home)}
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, cwd=folder, capture_output=True, check=True, text=True
        )
        digests.add(run.stdout)
    assert [len(digest) for digest in digests] == [128]


def test_empty_lines_have_room_for_a_hand(a_form: MakeForm) -> None:
    """22.5 points at least, and they are no headings: they do not come again on the next page."""
    rows = list(root_of(document(a_form("甲", least_rows=3))).iter(f"{W}tr"))
    assert [row.find(f".//{W}trHeight").get(f"{W}val") for row in rows[-2:]] == ["450", "450"]  # type: ignore[union-attr]
    assert [row.find(f".//{W}tblHeader") for row in rows[-2:]] == [None, None]
