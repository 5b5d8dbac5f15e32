"""A drawing on the screen: whole, or cut into parts side by side where it is much taller than wide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.sheets.bands import framed
from renderers.flowcharts.sheets.blocks import Block
from renderers.flowcharts.sheets.body import block_of
from renderers.flowcharts.sheets.cutting import Cutter
from renderers.flowcharts.sheets.parts import Part, letters_in, parts_of, whole
from renderers.flowcharts.sheets.texts import rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.layout.drawing import Drawing
    from renderers.flowcharts.sheets.letters import Place

GAP = 44.0
"""Between two columns."""
UPRIGHT = 2**0.5
"""Height of A4 and A3 upright in widths (ISO 216): a picture of columns is not taller than that if it can be helped."""
TALL = 920.0
"""Height of a drawing that can still be read when it stands whole on one A4 sheet: 273 mm of room at 0.7 of the size is
1,105 points, less 180 or so for head, foot and page number."""
MOST = 6
"""Columns at most."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Parts side by side, their upper edges level; the left upper corner of all is (0, 0)."""

    block: Block
    width: float
    height: float
    letters: int
    """How many letters the connectors need."""


def columns(drawing: Drawing, *, first: int = 0) -> Columns:
    """The drawing in columns: one if it is not taller than ``TALL``, else as few as are no taller than a sheet.

    ``first`` is the number of the first letter.
    """
    if framed(drawing).height <= TALL:
        return beside(whole(drawing))
    cutter = Cutter(drawing)
    found = beside(whole(drawing))
    for number in range(2, MOST + 1):
        if found.height <= UPRIGHT * found.width:
            break
        better = beside(parts_of(drawing, cutter.into(number), hint, first))
        if better.height < found.height:
            found = better
    return found


def hint(place: Place, others: tuple[int, ...]) -> str:
    """转右栏 or 接左栏; 转第3栏 where it is not the next one."""
    return (
        neighbour(place, others) or f"{'转' if place.out else '接'}第{'、'.join(str(other + 1) for other in others)}栏"
    )


def beside(parts: Sequence[Part]) -> Columns:
    """Parts side by side, a rule between them where no lanes part them."""
    block, left = Block(), 0.0
    height = max(part.frame.height for part in parts)
    for part in parts:
        if left:
            block += Block() if part.drawing.bands else Block((rule(left + GAP / 2, 0.0, height),))
            left += GAP
        frame = part.frame
        block += block_of(part).moved(left - frame.left, -frame.top)
        left += frame.width
    return Columns(block, left, height, len(letters_in(parts)))


def neighbour(place: Place, others: tuple[int, ...]) -> str:
    """转右栏 or 接左栏; empty unless the line goes on in the column beside this one."""
    for step, name in ((-1, "左栏"), (1, "右栏")):
        if others == (place.part + step,):
            return f"{'转' if place.out else '接'}{name}"
    return ""
