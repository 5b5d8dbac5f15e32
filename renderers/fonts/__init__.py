"""The font that every picture and page is set in, shipped so that no machine needs to have one.

Regular and bold subsets of Noto Sans SC under the SIL Open Font License (``OFL.txt``), made by ``tools/make_fonts.py``:
GB2312, Latin-1 and the signs of official documents. What lies outside is told by :mod:`processes.model.glyphs`.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

FAMILY = "Noto Sans SC"


def folder() -> Path:
    """The folder that has the font files and nothing else that draws."""
    return Path(str(files(__name__)))


def regular_path() -> Path:
    """The font file of normal weight (400)."""
    return folder() / "NotoSansSC-Regular.ttf"


def bold_path() -> Path:
    """The font file of bold weight (700)."""
    return folder() / "NotoSansSC-Bold.ttf"
