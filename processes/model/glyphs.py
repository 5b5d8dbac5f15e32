"""Which characters pictures and pages can show: those of the shipped fonts, by the table made with them.

The fonts themselves are ``renderers/fonts``; ``tools/make_fonts.py`` writes both. A declaration is checked against the
table without them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

SUBSTITUTE = "〓"
"""What a picture shows where the fonts lack a character: 〓, the printer's mark for missing type (GB 2312 0302)."""


def missing(text: str) -> set[str]:
    """The characters of a text that the fonts cannot show; line ends and tabs are no characters."""
    return set(text) - _covered()


def shown(text: str) -> str:
    """The text as a picture can show it: 〓 in the place of what the fonts lack."""
    lacking = missing(text)
    return text.translate({ord(char): SUBSTITUTE for char in lacking}) if lacking else text


@cache
def _covered() -> frozenset[str]:
    """What both fonts have, and line ends and tabs; a range of the table is hexadecimal: ``4E00`` or ``4E00-4E01``."""
    table = files(__package__).joinpath("coverage.txt").read_text(encoding="ascii")
    pairs = [(first, last or first) for first, _, last in (word.partition("-") for word in table.split())]
    return frozenset("\n\r\t").union(*(map(chr, range(int(first, 16), int(last, 16) + 1)) for first, last in pairs))
