"""Folding of full-width forms: what the Chinese input method may type is the same as its half-width twin."""

from __future__ import annotations

import re
from functools import lru_cache

FOLDED = {
    ord("｜"): "|",
    ord("（"): "(",
    ord("）"): ")",
    ord("："): ":",
    ord("～"): "~",
    ord("．"): ".",
    ord("\u3000"): " ",
}
FOLDED |= {
    code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
"""Translation table; one character for one, so that positions in the folded text are positions in the text."""

_CACHE = 1 << 16
_BRACKET = re.compile(r"\([^()]*\)$")


@lru_cache(_CACHE)
def fold(text: str) -> str:
    """Full-width digits, letters, brackets, bars, colons and tildes as half-width; trimmed; same length inside."""
    return text.translate(FOLDED).strip()


def fold_text(text: str) -> str:
    """Brackets folded, spaces and line breaks dropped: what texts are compared by that are too long to remember."""
    return "".join(text.translate(FOLDED).split())


fold_name = lru_cache(_CACHE)(fold_text)
"""``fold_text`` of names, which come again and again."""


@lru_cache(_CACHE)
def without_bracket(name: str) -> str:
    """The folded name without what a bracket at its end adds: 食品经营许可(新办), 《…法(2015年修正)》."""
    return _BRACKET.sub("", fold_name(name))


@lru_cache(256)
def folded_names(names: tuple[str, ...]) -> frozenset[str]:
    """All of them folded; remembered, for a list of the plan is asked for at every matter."""
    return frozenset(map(fold_name, names))
