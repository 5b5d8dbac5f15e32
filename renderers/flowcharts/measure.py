"""Text made safe for DOT and XML, measured and broken into lines without asking any font.

A wide character (East Asian Width W, F or A) is one em, any other about 0.6 em: the layout is the same on every
machine, whatever fonts it has. What our fonts lack has the room of the 〓 that stands for it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from processes.model.glyphs import missing
from renderers.flowcharts.terms import WORD

NARROW_EM = 0.6
"""Widest common Latin letters of a bold sans face apart from M and W; digits are 0.55 em."""

NOT_FIRST = frozenset("，。、；：？！）》」』〕】”’…·,.;:?!)]}%/")
"""Signs that must not begin a line (GB/T 15834)."""
NOT_LAST = frozenset("（《「『〔【“‘([{/")
"""Signs that must not end a line."""
LEADING = "→"
"""The sign that belongs to what follows: 5个工作日, and below it → 3个工作日."""
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Cn"))
"""Unicode categories that no chart can show: controls (NUL breaks graphviz), formats, surrogates, unassigned."""

_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: they choose among glyphs of a font, and ours has one each."""

_PIECE = re.compile(r"[0-9A-Za-z.\-]+|\s+|.", re.DOTALL)
_TERM = re.compile(rf"{WORD}|\s+|.", re.DOTALL)


def clean(text: str) -> str:
    """The text on one line, blanks folded, composed (NFC), without what XML forbids or nobody sees."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    seen = "".join(char for char in folded if unicodedata.category(char) not in _DROPPED)
    return _VARIATION.sub("", seen).strip()


@lru_cache(maxsize=8192)
def _em(char: str) -> float:
    return 1.0 if missing(char) or unicodedata.east_asian_width(char) in "WFA" else NARROW_EM


def width(text: str, size: float) -> float:
    """The width of a text in points, set in ``size`` points."""
    return size * sum(map(_em, text))


def wrap(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in as few lines as fit into ``room`` points, and those of about equal length.

    Terms of the field, titles and numbers with their measure are not broken where this costs no line more.
    """
    lines = _balanced(_pieces(_PIECE.findall(text), size, room), size, room)
    if len(lines) == 1:
        return lines
    whole = _balanced(_pieces(_terms(text, size, room), size, room, leading=True), size, room)
    return whole if len(whole) == len(lines) else lines


def _terms(text: str, size: float, room: float) -> list[str]:
    """The terms in a text that have room, and the smaller pieces of the others."""
    return [
        piece
        for term in _TERM.findall(text)
        for piece in ([term] if width(term, size) <= room else _PIECE.findall(term))
    ]


def _balanced(pieces: list[str], size: float, room: float) -> tuple[str, ...]:
    """The pieces in as few lines as fit, and those of about equal length."""
    lines = _fill(pieces, size, room)
    narrower = room
    while len(lines) > 1 and (narrower := narrower - size) >= size:
        attempt = _fill(pieces, size, narrower)
        if len(attempt) > len(lines) or any(width(line, size) > room for line in attempt):
            break
        lines = attempt
    return lines


def _fill(pieces: list[str], size: float, room: float) -> tuple[str, ...]:
    """Lines filled greedily; a piece wider than the room has a line of its own."""
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and width(line + piece.rstrip(), size) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def _pieces(words: list[str], size: float, room: float, *, leading: bool = False) -> list[str]:
    """What may not be broken: words and numbers that fit into a line, and characters with the signs tied to them.

    ``leading``: the sign → is tied to what follows it.
    """
    raw: list[str] = []
    for piece in words:
        raw += [piece] if width(piece, size) <= room else list(piece)
    tied = raw[:1]
    for before, piece in pairwise(raw):
        joined = tied[-1] + piece
        together = piece[0] in NOT_FIRST or before[-1] in NOT_LAST
        if leading and tied[-1].rstrip() == LEADING:
            together = True
        if together and width(joined, size) <= room:
            tied[-1] = joined
        else:
            tied.append(piece)
    return tied
