"""PNG."""

from __future__ import annotations

import struct
import zlib

import pytest

from renderers.flowcharts import Chart, DrawingError, to_png, to_svg


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and filtered rows of a PNG."""
    width, height = struct.unpack(">II", png[16:24])
    body, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            body += png[place + 8 : place + 8 + length]
        place += length + 12
    return width, height, zlib.decompress(body)


def test_a_png_has_192_dots_an_inch_and_says_so(chart: Chart) -> None:
    """Its size in a document is that of the SVG.

    流程: 受理 | 1工作日 | 形式审查
    """
    svg = to_svg(chart)
    png = to_png(svg)
    points = float(svg.partition('width="')[2].partition("pt")[0])
    assert pixels(png)[0] == round(points * 192 / 72)
    assert png[37:41] == b"pHYs"
    assert struct.unpack(">II", png[41:49]) == (7559, 7559)


def test_chinese_is_painted_whatever_fonts_the_machine_has(chart: Chart) -> None:
    """Without its texts the picture has much less ink: the shipped font is found.

    流程: 受理 | 1工作日 | 形式审查
    """
    svg = to_svg(chart)
    bare = svg.replace("<text ", '<text visibility="hidden" ')
    assert len(to_png(svg)) > 1.5 * len(to_png(bare))


def test_the_same_picture_gives_the_same_bytes(chart: Chart) -> None:
    """No clock.

    流程: 受理 | 1工作日 | 形式审查
    """
    svg = to_svg(chart)
    assert to_png(svg) == to_png(svg)


@pytest.mark.parametrize(("dpi", "per_metre"), [(72, 2835), (300, 11811), (600, 23622)])
def test_any_resolution_is_told_in_the_file(dpi: int, per_metre: int) -> None:
    """Dots a metre, as PNG has it; the picture stays as large as it is."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt" viewBox="0 0 72 36"/>'
    png = to_png(svg, dpi)
    assert pixels(png)[:2] == (dpi, dpi / 2)
    assert struct.unpack(">II", png[41:49]) == (per_metre, per_metre)


def test_a_picture_too_large_for_the_memory_is_refused() -> None:
    """With a resolution at which it can be made."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="3000pt" height="3000pt" viewBox="0 0 3000 3000"/>'
    with pytest.raises(DrawingError, match="25000×25000 像素,太大;分辨率不要超过 240"):
        to_png(svg, 600)


def test_what_the_fonts_lack_is_shown_as_a_missing_type(chart: Chart) -> None:
    """〓, not nothing: the picture is that of the same chart with 〓 in the place of the character.

    流程: 龘查 | 1工作日 | 形式审查
    """
    svg = to_svg(chart)
    assert "龘查" in svg
    assert to_png(svg, 72) == to_png(svg.replace("龘", "〓"), 72)
    assert to_png(svg, 72) != to_png(svg.replace("龘", ""), 72)
