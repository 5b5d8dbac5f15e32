"""SVG → PNG and PDF with the shipped fonts only, so that the picture is the same on every machine."""

from __future__ import annotations

import struct
import zlib
from functools import cache

import resvg_py
import typst

from renderers import fonts

POINTS_DPI = 96
"""What resvg takes a point to be measured against: 96 pixels an inch."""
ZOOM = 2
"""Pixels for each of these: 192 dpi, enough to print."""
METRES_PER_INCH = 0.0254

_PDF = """\
#set page(width: 210mm, height: 297mm, margin: 12mm)
#set align(center + horizon)
#layout(room => {
  let picture = image(bytes(sys.inputs.svg), format: "svg")
  let size = measure(picture)
  let scale-down = calc.min(1, room.width / size.width, room.height / size.height)
  image(bytes(sys.inputs.svg), format: "svg", width: size.width * scale-down)
})
"""


def to_png(svg: str) -> bytes:
    """The picture at 192 dpi, which its header says, so that it keeps its size in a document."""
    picture = resvg_py.svg_to_bytes(
        svg_string=svg,
        background="white",
        skip_system_fonts=True,
        dpi=POINTS_DPI,
        zoom=ZOOM,
        font_files=[str(fonts.regular_path()), str(fonts.bold_path())],
        font_family=fonts.FAMILY,
        sans_serif_family=fonts.FAMILY,
    )
    return _with_resolution(picture, POINTS_DPI * ZOOM)


def to_pdf(svg: str) -> bytes:
    """The picture on an A4 page, in vectors; made smaller if it does not fit, never larger."""
    document = typst.compile(
        _PDF.encode(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"svg": svg},
        timestamp=0,
    )
    assert isinstance(document, bytes)
    return document


@cache
def _fonts() -> typst.Fonts:
    """Our fonts and no others."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.folder()])


def _with_resolution(picture: bytes, dpi: int) -> bytes:
    """The PNG with a pHYs chunk after its header (PNG specification, 11.3.4.3)."""
    header_end = 8 + 25
    per_metre = round(dpi / METRES_PER_INCH)
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return picture[:header_end] + chunk + picture[header_end:]
