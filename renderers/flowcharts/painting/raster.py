"""SVG → PNG and PDF by typst, with the shipped fonts only, so that the picture is the same on every machine."""

from __future__ import annotations

import struct
import zlib

import typst

from renderers.typesetting import our_fonts

DPI = 192
"""Pixels an inch of a PNG: enough to print."""
METRES_PER_INCH = 0.0254

_PICTURE = b"""\
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg")
"""

_SHEET = b"""\
#set page(width: 210mm, height: 297mm, margin: 10mm)
#set align(center + horizon)
#layout(room => {
  let size = measure(image(bytes(sys.inputs.svg), format: "svg"))
  let share = calc.min(1, room.width / size.width, room.height / size.height)
  image(bytes(sys.inputs.svg), format: "svg", width: size.width * share)
})
"""


def to_png(svg: str) -> bytes:
    """The picture at 192 dpi, which its header says, so that it keeps its size when put into a document."""
    picture = typst.compile(_PICTURE, format="png", ppi=DPI, font_paths=our_fonts(), sys_inputs={"svg": svg})
    assert isinstance(picture, bytes)
    return _with_resolution(picture)


def to_pdf(svg: str) -> bytes:
    """The picture on an upright A4 page, in vectors; made smaller if it does not fit, never larger."""
    document = typst.compile(_SHEET, format="pdf", font_paths=our_fonts(), sys_inputs={"svg": svg}, timestamp=0)
    assert isinstance(document, bytes)
    return document


def _with_resolution(picture: bytes) -> bytes:
    """The PNG with a pHYs chunk (PNG specification, 11.3.4.3) after its signature and header."""
    header_end = 8 + 25
    per_metre = round(DPI / METRES_PER_INCH)
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return picture[:header_end] + chunk + picture[header_end:]
