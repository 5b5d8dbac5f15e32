"""Colours and strokes by kind of mark, and the type face. Nothing here changes where anything stands.

Colour never carries a meaning alone: shape, dash and text say the same in black and white.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from renderers import fonts
from renderers.flowcharts.chart import Status


class Kind(StrEnum):
    """What a mark on the page is; the value is its class in DOT and SVG."""

    PAGE = "page"
    TITLE = "title"
    HEAD = "head"
    FACT = "fact"
    TERMINAL = "terminal"
    DATA = "data"
    PROCESS = "process"
    MUTED = "muted"
    SUBPROCESS = "subprocess"
    DECISION = "decision"
    DOCUMENT = "document"
    BAR = "bar"
    BAND = "band"
    LANE_HEAD = "lanehead"
    LANE = "lane"
    LANE_TINTED = "lanetinted"
    NUMBER = "number"
    LETTER = "letter"
    NOTE = "note"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Style:
    """Fill, stroke and text colours; an empty one is none. ``small`` colours the detail lines."""

    fill: str = ""
    stroke: str = ""
    ink: str = "#1f2d3d"
    small: str = "#5b6776"
    thickness: float = 1.3
    dash: str = ""


_BLUE, _NAVY = "#2c5d8a", "#22364d"

STYLES: dict[Kind, Style] = {
    Kind.PAGE: Style(fill="#ffffff"),
    Kind.TITLE: Style(),
    Kind.HEAD: Style(fill="#dfe9f3", stroke="#b3c3d4", small="#45566a", thickness=0.8),
    Kind.FACT: Style(fill="#ffffff", stroke="#b3c3d4", thickness=0.8),
    Kind.TERMINAL: Style(fill="#e7f3ea", stroke="#2f7d4f"),
    Kind.DATA: Style(fill="#e9f2fb", stroke="#2a6db0"),
    Kind.PROCESS: Style(fill="#ffffff", stroke=_BLUE),
    Kind.MUTED: Style(fill="#fafbfc", stroke="#8a97a6", ink="#5b6776", small="#76818e", thickness=1.0, dash="4,3"),
    Kind.SUBPROCESS: Style(fill="#fff9f0", stroke="#b06a10", small="#8a5208"),
    Kind.DECISION: Style(fill="#fff6e0", stroke="#b8830f", small="#1f2d3d"),
    Kind.DOCUMENT: Style(fill="#f5f0fb", stroke="#6a4fa3", small="#574380"),
    Kind.BAR: Style(fill=_NAVY, stroke=_NAVY),
    Kind.BAND: Style(fill=_NAVY, stroke=_NAVY, ink="#ffffff"),
    Kind.LANE_HEAD: Style(fill=_BLUE, stroke="#b3c3d4", ink="#ffffff", thickness=0.8),
    Kind.LANE: Style(fill="#fafbfe", stroke="#b3c3d4", thickness=0.8),
    Kind.LANE_TINTED: Style(fill="#eff4f8", stroke="#b3c3d4", thickness=0.8),
    Kind.NUMBER: Style(fill=_BLUE, stroke="#ffffff", ink="#ffffff", thickness=1.0),
    Kind.LETTER: Style(fill="#ffffff", stroke="#ffffff", ink=_NAVY, thickness=1.0),
    Kind.NOTE: Style(),
    Kind.RETURN: Style(),
}

_CHANGES: dict[Status, Style] = {
    Status.SAME: Style(fill="#ffffff", stroke="#7c8a99"),
    Status.REMOVED: Style(fill="#fdecec", stroke="#c62828", ink="#a31f1f", small="#a31f1f", dash="5,3"),
    Status.ADDED: Style(fill="#e6f4ea", stroke="#2e7d32", ink="#1b5e20", small="#2a6b2e", thickness=2.0),
    Status.CHANGED: Style(fill="#fff4dc", stroke="#c77700", ink="#7a4a00", small="#7a4a00", thickness=1.6),
}
_SOLID = (Kind.BAR, Kind.BAND, Kind.NUMBER)
"""Marks filled with the colour that others have at their rim."""


def style_of(kind: Kind, status: Status | None = None) -> Style:
    """How a mark looks, given what the reform does to it."""
    plain = STYLES[kind]
    if status is None:
        return plain
    change = _CHANGES[status]
    if kind in _SOLID:
        return replace(plain, fill=change.stroke, stroke=plain.stroke if kind is Kind.NUMBER else change.stroke)
    return change


LINE_COLOUR = "#46586b"
LINE_THICKNESS = 1.2
RETURN_DASH = "5,3"
TIE_COLOUR = "#6a4fa3"
TIE_DASH = "2,3"
LABEL_COLOUR = "#8a5a00"
ARROW_SIZE = 0.7
CORNER = 7.0
"""Radius of rounded corners of lines."""

FONT_FAMILY = f"{fonts.FAMILY}, 'Microsoft YaHei', 微软雅黑, SimHei, 黑体, SimSun, 宋体, sans-serif"
"""Ours first, then what Windows and WPS have."""
