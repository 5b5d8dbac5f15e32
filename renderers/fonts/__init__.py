"""The font that every picture and page is set in, shipped so that no machine needs to have one.

Regular and bold subsets of Noto Sans SC under the SIL Open Font License (``OFL.txt``), made by ``tools/make_fonts.py``:
GB2312, Latin-1 and the signs of official documents. What lies outside is told by :func:`missing`.
"""

from __future__ import annotations

from functools import cache
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


def missing(text: str) -> set[str]:
    """The characters of a text that the fonts cannot show; line ends and tabs are no characters."""
    return set(text) - _covered() - {"\n", "\r", "\t"}


@cache
def _covered() -> frozenset[str]:
    """The characters that both fonts have, read from the table made with them."""
    words = (folder() / "coverage.txt").read_text(encoding="ascii").split()
    pairs = [(first, last or first) for first, _, last in (word.partition("-") for word in words)]
    return frozenset(chr(point) for first, last in pairs for point in range(int(first, 16), int(last, 16) + 1))
