"""附件8 as a Word document: the flowchart as a picture on an upright A4 page.

Title, department, offices and limits stand in the head of the picture and are not said twice; above it is only 附件8.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.annexes.form import Paper
from renderers.forms import pictures
from renderers.forms.ooxml import HEI, Type, package, paragraph, run
from renderers.forms.page import LABEL_SIZE, LEADING, MILLIMETRE, page

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart

LABEL = "附件8"
UPPER, SIDE, NUMBER = 20 * MILLIMETRE, 15 * MILLIMETRE, 12 * MILLIMETRE
"""Margins narrower than those of a text, so that the picture need not be made smaller than it can be read."""
GAP = 6


def document(chart: Chart, picture: bytes) -> bytes:
    """The page as a .docx file; ``picture`` is the chart as ``flowcharts.to_png`` draws it."""
    on = replace(page(Paper.A4, portrait=True), top=UPPER, bottom=UPPER, left=SIDE, right=SIDE, number=NUMBER)
    label = Type(HEI, LABEL_SIZE)
    wide, high = on.room
    placed = pictures.placed(picture, (wide, high - LABEL_SIZE * LEADING - GAP), name=LABEL, says=chart.title)
    body = paragraph(run(LABEL, label), label, around=(0, GAP)) + placed
    return package(body, on, title=chart.title, author=chart.unit, pictures=(picture,))
