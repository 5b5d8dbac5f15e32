"""The shipped fonts show what official documents are written with, and say what they cannot show."""

import resvg_py
import typst

from processes.model.glyphs import missing, shown
from renderers import fonts

SIGNS = "，。、；：？！“”‘’（）〔〕【】《》—…·￥→←↑↓①⑩⑳№㎡㎥≤≥×÷±℃‰%〇☆★□■●○△▽✓"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="white"/>'
    '<text x="2" y="20" font-size="16" font-family="Noto Sans SC" font-weight="{weight}">{text}</text></svg>'
)


def drawn(text: str, weight: int = 400) -> bytes:
    """A picture of a text in the shipped fonts alone."""
    svg = SVG.format(text=text, weight=weight)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_dirs=[str(fonts.folder())]))


def hanzi() -> str:
    """All hanzi of GB2312."""
    codes = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", errors="ignore") for code in codes)


def test_all_of_gb2312_can_be_shown() -> None:
    """The 6,763 hanzi of GB2312 are in both fonts."""
    assert len(hanzi()) == 6763
    assert missing(hanzi()) == set()


def test_signs_of_documents_and_charts_can_be_shown() -> None:
    """Punctuation, full-width forms, numbers in circles, arrows and units are in both fonts."""
    printable = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0xFF01, 0xFF5F)]))
    assert missing(SIGNS + printable) == set()


def test_what_cannot_be_shown_is_told() -> None:
    """A rare hanzi and an emoji are missing; line ends and tabs are not characters to show."""
    assert missing("审批\n\t龘😀") == {"龘", "😀"}
    assert missing("") == set()
    assert shown("审批\n\t龘😀") == "审批\n\t〓〓"
    assert missing("〓") == set()


def test_both_weights_draw_chinese_without_any_font_of_the_system() -> None:
    """Chinese text leaves its marks, and bold ones differ from regular ones."""
    regular, bold = drawn("审批"), drawn("审批", 700)
    assert len({drawn("　　"), regular, bold}) == 3


def test_typst_finds_the_family_without_any_font_of_the_system() -> None:
    """A PDF carries the shipped regular and bold fonts under their own names."""
    source = f'#set text(font: "{fonts.FAMILY}", fallback: false)\n审批 *审批*'.encode()
    only = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.folder()])
    pdf = typst.compile(source, format="pdf", font_paths=only)
    assert b"NotoSansSC-Regular" in pdf
    assert b"NotoSansSC-Bold" in pdf
