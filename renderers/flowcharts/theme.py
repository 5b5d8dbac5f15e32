"""Colours and strokes by kind of mark, and the type face. Nothing here changes where anything stands.

Colour never carries a meaning alone: shape, dash and text say the same in black and white.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from renderers import fonts
from renderers.flowcharts.chart import Arrow, Status


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
    FLOW = "flow"
    CONNECTOR = "connector"
    RULE = "rule"
    CARD = "card"
    WAS = "was"
    NOW = "now"
    SHARE = "share"
    POINTER = "pointer"
    TAG = "tag"


class Sign(StrEnum):
    """A small sign in a corner of a symbol, which says without colour what the reform does to it."""

    NONE = ""
    PLUS = "plus"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Style:
    """Fill, stroke and text colours; an empty one is none. ``small`` colours the detail lines."""

    fill: str = ""
    stroke: str = ""
    ink: str = "#1f2d3d"
    small: str = "#5b6776"
    thickness: float = 1.3
    dash: str = ""
    sign: Sign = Sign.NONE


_BLUE, _NAVY = "#2c5d8a", "#22364d"

LINE_COLOUR = "#46586b"
LINE_THICKNESS = 1.2
ADDED_THICKNESS = 2.2
RETURN_DASH = "5,3"
GONE_DASH = "7,2.5,1.5,2.5"
"""Of a line that is removed; not that of lines that lead back, so that the two differ in black and white."""
TIE_COLOUR = "#6a4fa3"
TIE_DASH = "2,3"
LABEL_COLOUR = "#8a5a00"

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
    Kind.RETURN: Style(stroke=LINE_COLOUR, thickness=LINE_THICKNESS, dash=RETURN_DASH),
    Kind.FLOW: Style(fill=LINE_COLOUR, stroke=LINE_COLOUR, thickness=LINE_THICKNESS),
    Kind.CONNECTOR: Style(fill="#ffffff", stroke=_NAVY, ink=_NAVY, thickness=1.4),
    Kind.RULE: Style(fill="#c9d3de", stroke="#c9d3de", thickness=0.5),
    Kind.CARD: Style(fill="#fafbfe", stroke="#c5d0e0", thickness=1.0),
    Kind.WAS: Style(ink="#a31f1f"),
    Kind.NOW: Style(ink="#1b5e20"),
    Kind.SHARE: Style(fill="#e6f4ea", stroke="#e6f4ea", ink="#1b5e20", thickness=0.8),
    Kind.POINTER: Style(fill=_BLUE, stroke=_BLUE),
    Kind.TAG: Style(fill=_NAVY, stroke="#ffffff", ink="#ffffff", small="#ffffff", thickness=1.0),
}

_GREY, _RED, _GREEN, _AMBER = "#7c8a99", "#c62828", "#2e7d32", "#c77700"

_CHANGES: dict[Status, Style] = {
    Status.SAME: Style(fill="#ffffff", stroke=_GREY),
    Status.REMOVED: Style(fill="#fdecec", stroke=_RED, ink="#a31f1f", small="#a31f1f", dash="5,3"),
    Status.ADDED: Style(fill="#e6f4ea", stroke=_GREEN, ink="#1b5e20", small="#2a6b2e", thickness=2.4, sign=Sign.PLUS),
    Status.CHANGED: Style(fill="#fff4dc", stroke=_AMBER, ink="#7a4a00", small="#7a4a00", thickness=1.8, sign=Sign.FOLD),
}
_SOLID = (Kind.BAR, Kind.BAND, Kind.NUMBER, Kind.TAG)
"""Marks filled with the colour that others have at their rim; what is removed is hollow."""
_DISCS = (Kind.NUMBER, Kind.TAG)
"""Those of them that stand on the rim of a symbol and keep clear of it."""
_BAR_DASH = {Kind.BAR: "5,3", Kind.BAND: "5,3"}


def style_of(kind: Kind, status: Status | None = None) -> Style:
    """How a mark looks, given what the reform does to it."""
    plain = STYLES[kind]
    if status is None:
        return plain
    if kind is Kind.FLOW:
        pen = pen_of(Arrow(source="", target="", status=status))
        return Style("#ffffff" if pen.hollow else pen.colour, pen.colour, thickness=pen.thickness, dash=pen.dash)
    change = _CHANGES[status]
    if kind is Kind.LETTER:
        return replace(plain, ink=change.stroke)
    if kind not in _SOLID:
        return change
    if status is Status.REMOVED:
        return replace(plain, fill=change.fill, stroke=change.stroke, ink=change.ink, dash=_BAR_DASH.get(kind, ""))
    return replace(plain, fill=change.stroke, stroke=plain.stroke if kind in _DISCS else change.stroke)


@dataclass(frozen=True, slots=True)
class Pen:
    """How a flow line is drawn. ``hollow``: with the outline of a head; ``label`` colours its text, that is ``struck``.

    An empty ``dash`` is a line without gaps.
    """

    colour: str
    label: str
    thickness: float
    dash: str = ""
    hollow: bool = False
    struck: bool = False


def pen_of(arrow: Arrow) -> Pen:
    """How an arrow is drawn, given what the reform does to it."""
    dash = TIE_DASH if arrow.bare else RETURN_DASH if arrow.back else ""
    match arrow.status:
        case Status.REMOVED:
            return Pen(_RED, "#a31f1f", LINE_THICKNESS, TIE_DASH if arrow.bare else GONE_DASH, hollow=True, struck=True)
        case Status.ADDED:
            return Pen(_GREEN, "#1b5e20", LINE_THICKNESS if arrow.bare else ADDED_THICKNESS, dash)
        case Status.CHANGED:
            return Pen(_AMBER, "#7a4a00", LINE_THICKNESS, dash)
        case Status.SAME:
            # Amber would say that the condition has changed.
            return Pen(TIE_COLOUR if arrow.bare else LINE_COLOUR, LINE_COLOUR, LINE_THICKNESS, dash)
        case None:
            return Pen(TIE_COLOUR if arrow.bare else LINE_COLOUR, LABEL_COLOUR, LINE_THICKNESS, dash)


ARROW_SIZE = 0.7
CORNER = 7.0
"""Radius of rounded corners of lines."""

FONT_FAMILY = f"{fonts.FAMILY}, 'Microsoft YaHei', 微软雅黑, SimHei, 黑体, SimSun, 宋体, sans-serif"
"""Ours first, then what Windows and WPS have."""
