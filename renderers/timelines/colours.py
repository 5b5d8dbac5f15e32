"""The colours of time charts: those of the flowcharts where these have them."""

from __future__ import annotations

from renderers.flowcharts.theme import STYLES, Kind

NAVY, BLUE = STYLES[Kind.BAR].fill, STYLES[Kind.PROCESS].stroke
HEAD_FILL, HEAD_INK, RIM = STYLES[Kind.HEAD].fill, STYLES[Kind.HEAD].small, STYLES[Kind.HEAD].stroke
GRID = "#dde4ec"
BANDS = ("#ffffff", "#f4f7fb")
"""Rows by turns."""
PALE = "#dbe8f5"
"""Bars that are not critical."""
BEYOND = "#b3261e"
"""What a ceiling or the law sets, and what is beyond it."""
GREY, SPARE = "#6b7785", "#8a97a6"
"""Time that is not counted and 总时差; 机动时间 before a limit."""
LINK = "#6b7c8f"
MILESTONE = "#b8830f"
