"""A picture in a Word document: a PNG in a paragraph of its own (ECMA-376 part 1, 20.4 and 20.2)."""

from __future__ import annotations

import struct
from xml.sax.saxutils import quoteattr

from renderers.flowcharts.painting.raster import DPI
from renderers.forms.ooxml import FANG, Type
from renderers.forms.writing import writable

EMU_PER_POINT = 12_700
_SIZE_AT = 16
"""Where a PNG tells its width and height (PNG specification, 11.2.2)."""


def placed(  # noqa: PLR0913 - what and where, and how it is called
    picture: bytes, room: tuple[float, float], *, name: str, says: str, number: int = 1, properties: str = ""
) -> str:
    """The paragraph with picture ``number`` of the package, centred; its line is as high as the picture, so not set."""
    width, height = _size(picture, *room)
    size = f'cx="{round(width * EMU_PER_POINT)}" cy="{round(height * EMU_PER_POINT)}"'
    named = f'id="{number}" name="{name}" descr={quoteattr(writable(says))}'
    fill = f'<pic:blipFill><a:blip r:embed="picture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    shape = f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    drawing = (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f"<pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>{fill}<pic:spPr>{shape}</pic:spPr></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline>"
    )
    run_look = Type(FANG, 1).xml
    return (
        f'<w:p><w:pPr>{properties}<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>'
        f"<w:r>{run_look}<w:drawing>{drawing}</w:drawing></w:r></w:p>"
    )


def _size(picture: bytes, wide: float, high: float) -> tuple[float, float]:
    """Points the picture covers: made smaller if it does not fit, never larger."""
    pixels = struct.unpack_from(">II", picture, _SIZE_AT)
    width, height = (number * 72 / DPI for number in pixels)
    share = min(1, wide / width, high / height)
    return width * share, height * share
