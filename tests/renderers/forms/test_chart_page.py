"""附件8 as a Word document: one picture on one page."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest

from renderers.flowcharts import Chart
from renderers.forms.chart_page import document
from renderers.forms.pictures import EMU_PER_POINT

CHART = Chart(title='示范"事项"<甲>工作流程图(优化后)', unit="示范市示范局")


def png(width: int, height: int) -> bytes:
    """The beginning of a picture of so many pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))


def xml(content: bytes, name: str = "word/document.xml") -> str:
    """One XML file out of the document."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    ("pixels", "points"),
    [
        # 192 pixels an inch.
        ((192, 384), (72, 144)),
        ((1361, 1000), (510.24, 374.9)),
        # Too wide, too high.
        ((3840, 1920), (510.24, 255.12)),
        ((1000, 4000), (175.03, 700.1)),
    ],
)
def test_the_picture_keeps_its_size_if_it_fits(pixels: tuple[int, int], points: tuple[float, float]) -> None:
    """Made smaller in its proportions if not, never larger."""
    made = xml(document(CHART, png(*pixels)))
    found = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', made)
    assert found is not None
    assert [int(emu) / EMU_PER_POINT for emu in found.groups()] == pytest.approx(points, abs=0.2)


def test_the_picture_is_in_the_file() -> None:
    """Under a relation of its own; its title is read out to those who cannot see it."""
    picture = png(100, 100)
    made = document(CHART, picture)
    with ZipFile(BytesIO(made)) as archive:
        assert archive.read("word/media/picture1.png") == picture
    assert 'Target="media/picture1.png"' in xml(made, "word/_rels/document.xml.rels")
    body = xml(made)
    assert 'r:embed="picture1"' in body
    assert "工作流程图(优化后)" in body
    assert ">附件8<" in body
    assert "示范市示范局" in xml(made, "docProps/core.xml")


def test_it_is_an_upright_page() -> None:
    """A4."""
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in xml(document(CHART, png(10, 10)))


def test_a_page_is_the_same_twice() -> None:
    """Byte for byte."""
    assert document(CHART, png(10, 10)) == document(CHART, png(10, 10))
