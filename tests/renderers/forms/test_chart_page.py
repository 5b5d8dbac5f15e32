"""附件8 as a Word document: a picture a page, on paper on which it can be read."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from zipfile import ZipFile

import pytest

from renderers.flowcharts.painting.pdf import Leaf, Section
from renderers.forms.chart_page import document
from renderers.forms.pictures import EMU_PER_POINT

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}pt" height="{1}pt" viewBox="0 0 {0} {1}"/>'
TITLE = '示范"事项"<甲>工作流程图(优化后)'
A4, A3_LYING = (595.28, 841.89), (1190.55, 841.89)


def leaf(size: tuple[float, float] = (100, 50), scale: float = 1.0, paper: tuple[float, float] = A4) -> Leaf:
    """A sheet with a picture of that size in points, made smaller by ``scale``."""
    wide, high = size
    return Leaf(SVG.format(wide, high), *paper, 40, 60, wide * scale, high * scale, scale)


def made(*leaves: Leaf) -> bytes:
    """The document of some sheets."""
    return document(Section(TITLE, "说明", leaves), "示范市示范局")


def xml(content: bytes, name: str = "word/document.xml") -> str:
    """One XML file out of the document."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("scale", [1.0, 0.75])
def test_the_picture_is_as_large_as_on_its_sheet_and_as_sharp(scale: float) -> None:
    """192 pixels an inch of paper, whatever it was made smaller by."""
    content = made(leaf((400, 600), scale))
    found = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', xml(content))
    assert found is not None
    assert [int(emu) / EMU_PER_POINT for emu in found.groups()] == pytest.approx((400 * scale, 600 * scale), abs=0.5)
    with ZipFile(BytesIO(content)) as archive:
        wide, high = struct.unpack_from(">II", archive.read("word/media/picture1.png"), 16)
    assert (wide, high) == pytest.approx((400 * scale / 72 * 192, 600 * scale / 72 * 192), abs=1.5)


def test_what_is_seen_is_said_to_those_who_cannot_see_it() -> None:
    """The chart in words; above the first picture stands 附件8."""
    content = made(leaf())
    body = xml(content)
    assert 'descr="说明"' in body
    assert body.count(">附件8<") == 1
    assert 'Target="media/picture1.png"' in xml(content, "word/_rels/document.xml.rels")
    assert "工作流程图(优化后)" in xml(content, "docProps/core.xml")
    assert "示范市示范局" in xml(content, "docProps/core.xml")


def test_each_sheet_is_a_page_of_its_own_paper() -> None:
    """A4 upright, A3 lying."""
    body = xml(made(leaf(), leaf(paper=A3_LYING)))
    assert re.findall(r"<w:pgSz [^>]*>", body) == [
        '<w:pgSz w:w="11906" w:h="16838"/>',
        '<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/>',
    ]
    assert re.findall(r'r:embed="(picture\d)"', body) == ["picture1", "picture2"]


def test_a_page_is_the_same_twice() -> None:
    """Byte for byte."""
    assert made(leaf()) == made(leaf())
