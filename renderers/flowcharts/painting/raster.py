"""SVG → PNG by typst, with the shipped fonts only, so that the picture is the same on every machine."""

from __future__ import annotations

import re
import struct
import zlib
from math import sqrt

import typst

from processes.model.glyphs import shown
from renderers.flowcharts.painting.dot import POINTS_PER_INCH
from renderers.flowcharts.painting.failures import DrawingError
from renderers.typesetting import our_fonts

DPI = 192
"""Pixels an inch of a PNG where nothing else is said: enough to print."""
METRES_PER_INCH = 0.0254
MOST_PIXELS = 100_000_000
"""Of the largest PNG: a square of 132 cm at 192 dpi, and 800 MB while it is made."""
_SIZE = re.compile(r'<svg\b[^>]* width="([\d.]+)(?:pt)?" height="([\d.]+)(?:pt)?"')

_PICTURE = b"""\
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def to_png(svg: str, dpi: int = DPI) -> bytes:
    """The picture, whose header says its resolution, so that it keeps its size when put into a document.

    What the fonts lack is a 〓: a character must never vanish. Raises :class:`DrawingError` for one that is too large.
    """
    _check_size(svg, dpi)
    picture = typst.compile(_PICTURE, format="png", ppi=dpi, font_paths=our_fonts(), sys_inputs={"svg": shown(svg)})
    assert isinstance(picture, bytes)
    return _with_resolution(picture, dpi)


def _check_size(svg: str, dpi: int) -> None:
    """Refuse what would take more memory than an office computer has: four bytes a pixel, and as many again."""
    size = _SIZE.search(svg)
    assert size is not None
    wide, high = (float(points) / POINTS_PER_INCH for points in size.groups())
    if wide * high * dpi**2 > MOST_PIXELS:
        most = int(sqrt(MOST_PIXELS / (wide * high)))
        raise DrawingError(
            f"分辨率 {dpi} 的图有 {wide * dpi:.0f}×{high * dpi:.0f} 像素,太大;分辨率不要超过 {most},或写成 svg、pdf"
        )


def _with_resolution(picture: bytes, dpi: int) -> bytes:
    """The PNG with a pHYs chunk (PNG specification, 11.3.4.3) after its signature and header."""
    header_end = 8 + 25
    per_metre = round(dpi / METRES_PER_INCH)
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return picture[:header_end] + chunk + picture[header_end:]
