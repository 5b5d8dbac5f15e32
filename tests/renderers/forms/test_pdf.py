"""Forms as PDF, read back by another program."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from engine.annexes.form import Card, Form, Paper
from renderers.forms.pdf import document

MakeForm = Callable[..., Form]
MakeCard = Callable[..., Card]


def read(content: bytes) -> PdfReader:
    """The document."""
    return PdfReader(BytesIO(content))


def texts(content: bytes) -> list[str]:
    """The text of each page, without spaces and line breaks."""
    return ["".join(page.extract_text().split()) for page in read(content).pages]


def test_a_card_is_one_page_of_text(a_card: MakeCard) -> None:
    """Everything can be found and copied."""
    (text,) = texts(document(a_card(notes=("注:请带原件。",))))
    for part in ("附件7", "一次性告知单", "食品许可", "20个工作日", "1.申请书", "2.章程", "注:请带原件。", "—1—"):
        assert part in text


def test_headings_are_on_every_page_and_pages_are_numbered(a_form: MakeForm) -> None:
    """The title only on the first, the notes only on the last."""
    pages = texts(document(a_form(*[f"事项{number}" for number in range(200)])))
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert "减少前有哪些环节" in text
        assert f"—{number}—" in text
    assert ["海林市工作流程优化对比台账" in text for text in pages] == [True] + [False] * (len(pages) - 1)
    assert ["不能空项" in text for text in pages] == [False] * (len(pages) - 1) + [True]
    assert sum(text.count("受理") for text in pages) == 200


@pytest.mark.parametrize("inside", [True, False])
def test_the_sign_line_and_the_total_are_there(inside: bool, a_form: MakeForm) -> None:
    """In the table or above it."""
    (text,) = texts(document(a_form("甲", sign_inside=inside)))
    for part in ("单位名称(盖章):海林市市场监督管理局", "主要领导签字:", "总计", "——", "0.5"):
        assert part in text


@pytest.mark.parametrize(
    ("paper", "portrait", "size"),
    [(Paper.A3, False, (420, 297)), (Paper.A4, False, (297, 210)), (Paper.A4, True, (210, 297))],
)
def test_the_page(paper: Paper, portrait: bool, size: tuple[int, int], a_form: MakeForm) -> None:
    """Paper and the way it lies."""
    box = read(document(a_form("甲", paper=paper, portrait=portrait))).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == size


def test_only_the_shipped_font_is_used(a_card: MakeCard) -> None:
    """Regular and bold."""
    resources: Any = read(document(a_card())).pages[0]["/Resources"]
    names = {font.get_object()["/BaseFont"].partition("+")[2] for font in resources["/Font"].values()}
    assert names == {"NotoSansSC-Regular", "NotoSansSC-Bold"}


@pytest.mark.parametrize(
    "text", ["#set page(fill: red)", "$x$ *甲* _乙_ `丙`", "<甲> @乙", "= 题", "// 甲", '"甲" \\ 乙', ""]
)
def test_text_stays_text(text: str, a_card: MakeCard) -> None:
    """Nothing in it is markup of typst."""
    (found,) = texts(document(a_card(text)))
    assert "".join(text.split()) in found


@pytest.mark.parametrize("character", ["\ud800", "\x00", "\x1b"])
def test_a_character_that_no_file_can_hold_does_not_spoil_it(character: str, a_card: MakeCard) -> None:
    """The rest stays."""
    (text,) = texts(document(a_card(f"甲{character}乙")))
    assert "甲" in text
    assert "乙" in text


def test_two_documents_of_one_form_are_equal(a_card: MakeCard, a_form: MakeForm) -> None:
    """Byte for byte; title and unit are in the properties, the clock is not."""
    assert document(a_card()) == document(a_card())
    assert document(a_form("甲")) == document(a_form("甲"))
    information = read(document(a_card())).metadata
    assert information is not None
    assert (information.title, information.author) == ("一次性告知单", "海林市市场监督管理局")
    assert information.creation_date is None or information.creation_date.year == 1970


def test_a_row_higher_than_a_page_goes_on_on_the_next(a_card: MakeCard) -> None:
    """Nothing is lost."""
    pages = texts(document(a_card("\n".join(f"{number}.材料" for number in range(1, 101)))))
    assert len(pages) > 1
    assert sum(text.count(".材料") for text in pages) == 100


def test_empty_lines_have_room_to_write_on_and_begin_no_page(a_form: MakeForm) -> None:
    """Of more lines than a page has room for, those are left that it has room for, 8 mm each; the notes stay."""
    (page,) = texts(document(a_form("甲", least_rows=80, lines_numbered=True)))
    assert f"受理{''.join(map(str, range(2, 20)))}注:1.不能空项。2.请注明。" in page
