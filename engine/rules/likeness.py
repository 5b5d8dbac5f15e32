"""How alike two names of a matter are: the same but for the wording, alike, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from processes.model.folding import without_bracket

_MARKS = re.compile(r"\([^()]*\)|[《》“”\"'‘’「」、,.。·;:/\-—\uff0c\uff1b]")
"""Brackets with what is in them, and marks: lists set them as they please."""
_WORDING = re.compile("的|许可证|许可|审批|审核|审查|核准|核发|发放|颁发|签发|换发|办理|事项|行政")
"""Words by which lists and guides call one and the same decision; 备案, 登记, 注销 and 变更 are other decisions."""
_WHICH = re.compile(
    "[一二三四五六七八九十甲乙丙丁ABCDabcd0-9]|备案|登记|注销|变更|延续|补办|年检|处罚|强制|征收|征用|检查|确认|认定|给付|奖励|裁决"
)
"""What tells the matters of a series apart (第二类, 乙级, B证), and what is done: they differ, however alike."""
_ALIKE = 0.8
"""Likeness of what is left, from which two names may mean one matter."""
_TRIED = 3
"""So many of the nearest are looked at for one that is not another of a series."""
_SUGGESTED = 0.6
"""Likeness of the whole names, from which a name is suggested."""
_MOST = 1000
"""Among more names, those of the whole city, only the same in other words are looked for: likeness takes minutes."""


class Like(NamedTuple):
    """The name of a list that is nearest (folded), and whether it may be the same matter."""

    name: str
    same: bool


class Likeness:
    """The names of a list, folded, among which the nearest is looked for."""

    def __init__(self, names: Iterable[str]) -> None:
        every = tuple(names)
        self._by_letters: dict[str, str] = {}
        for name in every:
            self._by_letters.setdefault(_letters(core(name)), name)
        self._names = every if len(every) <= _MOST else ()
        self._by_core: Mapping[str, str] = {core(name): name for name in self._names}

    def nearest(self, names: Iterable[str]) -> Like | None:
        """The one nearest to any of the ``names`` of a matter (folded), None where all are far from it.

        The same but for wording and order of words (设立娱乐场所的审批, 娱乐场所设立许可) goes before likeness; what
        is not alike enough to be the same may still be what was meant.
        """
        written = tuple(names)
        cores = [core(name) for name in written]
        for one in cores:
            if one and (found := self._by_letters.get(_letters(one))):
                return Like(found, same=True)
        for one in cores:
            if close := get_close_matches(one, self._by_core, _TRIED, _ALIKE):
                same = [other for other in close if _which(other) == _which(one)]
                return Like(self._by_core[(same or close)[0]], same=bool(same))
        for one in written:
            for meant in get_close_matches(one, self._names, 1, _SUGGESTED):
                return Like(meant, same=False)
        return None


@lru_cache(1 << 14)
def core(name: str) -> str:
    """A name without what lists word in different ways; the whole name where nothing else is left of it."""
    plain = _MARKS.sub("", without_bracket(name))
    return _WORDING.sub("", plain) or plain


def _letters(text: str) -> str:
    return "".join(sorted(text))


def _which(text: str) -> list[str]:
    return _WHICH.findall(text)
