"""PNG and PDF."""

from __future__ import annotations

import struct
import zlib

from renderers.flowcharts import Chart, to_pdf, to_png, to_svg


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
    """No clock in PNG or PDF.

    流程: 受理 | 1工作日 | 形式审查
    """
    svg = to_svg(chart)
    assert to_png(svg) == to_png(svg)
    assert to_pdf(svg) == to_pdf(svg)


def test_a_pdf_is_one_upright_sheet_of_a4_however_long_the_process_is(chart: Chart) -> None:
    """210 by 297 mm in points.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 审查甲 | 1工作日 | 材料审核
      - 审查乙 | 1工作日 | 材料审核
      - 审查丙 | 1工作日 | 材料审核
      - 审查丁 | 1工作日 | 材料审核
      - 审查戊 | 1工作日 | 材料审核
      - 审查己 | 1工作日 | 材料审核
      - 决定 | 1工作日 | 审批决定
      - 送达 | 1工作日 | 送达
    """
    pdf = to_pdf(to_svg(chart))
    assert pdf.startswith(b"%PDF-")
    assert b"/Count 1" in pdf
    assert b"/MediaBox[0 0 595.2756 841.8898]" in pdf
