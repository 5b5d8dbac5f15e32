"""附件8 as a Word document: the flowchart as a picture, on as many sheets of A4 or A3 as it can be read on.

Title, department, offices and limits stand in the head of the picture and are not said twice; above it is only 附件8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts import to_png
from renderers.flowcharts.painting.raster import DPI
from renderers.flowcharts.sheets.paper import Margins
from renderers.forms import pictures
from renderers.forms.ooxml import HEI, Type, broken, package, paragraph, run
from renderers.forms.page import LABEL_SIZE, LEADING, MILLIMETRE, Page

if TYPE_CHECKING:
    from renderers.flowcharts.painting.pdf import Leaf, Section

LABEL = "附件8"
UPPER, SIDE, NUMBER = 16 * MILLIMETRE, 12 * MILLIMETRE, 8 * MILLIMETRE
"""Margins narrower than those of a text, so that the picture need not be made smaller than it can be read."""
GAP = 6
SPARE = 4
"""Less than the room there is: rounding must not push a picture onto the next page."""
MARGINS = Margins(UPPER + LABEL_SIZE * LEADING + GAP + SPARE, SIDE, UPPER, SIDE)
"""White around the picture: for this the sheets are made, not numbered, since Word numbers its pages."""


def document(section: Section, author: str) -> bytes:
    """The sheets of a chart as a .docx file; ``author`` is the unit."""
    label = Type(HEI, LABEL_SIZE)
    body = paragraph(run(LABEL, label), label, around=(0, GAP))
    # So many pixels an inch as any other picture, on paper.
    pngs = tuple(to_png(leaf.svg, round(DPI * leaf.scale)) for leaf in section.leaves)
    for number, (leaf, png) in enumerate(zip(section.leaves, pngs, strict=True), 1):
        body += pictures.placed(png, (leaf.wide, leaf.high), name=LABEL, says=section.alt, number=number)
        if leaf is not section.leaves[-1]:
            body += broken(_page(leaf))
    return package(body, _page(section.leaves[-1]), title=section.title, author=author, pictures=pngs)


def _page(leaf: Leaf) -> Page:
    return Page(leaf.width, leaf.height, top=UPPER, bottom=UPPER, left=SIDE, right=SIDE, number=NUMBER)
