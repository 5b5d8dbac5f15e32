"""附件8 as a Word document: the flowchart as a picture on an upright A4 page.

Title, department, offices and limits stand in the head of the picture and are not said twice; above it is only 附件8.
"""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from engine.annexes.form import Paper
from renderers.flowcharts.raster import DPI
from renderers.forms.ooxml import FANG, HEI, Type, package, paragraph, run
from renderers.forms.page import LABEL_SIZE, LEADING, MILLIMETRE, page
from renderers.forms.writing import writable

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart

LABEL = "附件8"
EMU_PER_POINT = 12_700
UPPER, SIDE, NUMBER = 20 * MILLIMETRE, 15 * MILLIMETRE, 12 * MILLIMETRE
"""Margins narrower than those of a text, so that the picture need not be made smaller than it can be read."""
GAP = 6
_SIZE_AT = 16
"""Where a PNG tells its width and height (PNG specification, 11.2.2)."""


def document(chart: Chart, picture: bytes) -> bytes:
    """The page as a .docx file; ``picture`` is the chart as ``flowcharts.to_png`` draws it."""
    on = replace(page(Paper.A4, portrait=True), top=UPPER, bottom=UPPER, left=SIDE, right=SIDE, number=NUMBER)
    label = Type(HEI, LABEL_SIZE)
    wide, high = on.room
    width, height = _size(picture, wide, high - LABEL_SIZE * LEADING - GAP)
    body = paragraph(run(LABEL, label), label, around=(0, GAP)) + _placed(chart.title, width, height)
    return package(body, on, title=chart.title, author=chart.unit, picture=picture)


def _size(picture: bytes, wide: float, high: float) -> tuple[float, float]:
    """Points the picture covers: made smaller if it does not fit, never larger."""
    pixels = struct.unpack_from(">II", picture, _SIZE_AT)
    width, height = (number * 72 / DPI for number in pixels)
    share = min(1, wide / width, high / height)
    return width * share, height * share


def _placed(title: str, width: float, height: float) -> str:
    """The paragraph with the picture, centred; its line is as high as the picture, so not set."""
    size = f'cx="{round(width * EMU_PER_POINT)}" cy="{round(height * EMU_PER_POINT)}"'
    named = f'id="1" name="{LABEL}" descr={quoteattr(writable(title))}'
    fill = '<pic:blipFill><a:blip r:embed="picture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    shape = f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    drawing = (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f"<pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>{fill}<pic:spPr>{shape}</pic:spPr></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline>"
    )
    run_look = Type(FANG, 1).xml
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>'
        f"<w:r>{run_look}<w:drawing>{drawing}</w:drawing></w:r></w:p>"
    )
