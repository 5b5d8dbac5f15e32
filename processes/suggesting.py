"""Which name may be meant by one that is not known: what differs from it as slips of the hand do, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from processes.model.folding import fold_name
from processes.sounds import sound

ANOTHER, ANOTHER_FIRST, SOUNDS_THE_SAME, SWAPPED, ONE_MORE = 10, 15, 4, 5, 10
"""What a slip costs: another character, at the beginning, one that sounds the same, two swapped, one too many or few.

A name is known by its beginning: 住房局 may be 住建局, 民政局 is not 财政局.
"""

ALLOWED = 4
"""Slips cost at most this for every character of the longer name: of two characters one may be another one that sounds
the same, but 审批 is not 审查; of three one may be another."""

REORDERED = 0.2
"""How far the same characters in another order are apart at the most: 注册登记股, 登记注册股."""

_PART, _SHORTENED = 2, 3
"""Characters that a name has at least when it is a piece of another, or another one shortened (市监局, 市场监管局)."""

_LONGEST = 60
"""Characters of a name in which slips are looked for; longer ones are near as pieces of one another only."""

_SHARE = 3
"""The longer of such two names has at most this many times the characters of the shorter."""

_DENYING = "不非未无"
"""不予受理 is no longer way of saying 受理, and 不同意 is not 同意 with a slip."""


def suggest(word: str, choices: Iterable[str]) -> str:
    """``是不是「…」?`` when a choice is near ``word``, else empty; of several names in one, how they are parted."""
    if "，" in word or "," in word:
        return "几个名称之间用“、”隔开。"
    near = nearest(word, choices)
    return f"是不是「{near}」?" if near else ""


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice nearest to ``word``, of equals the first; empty where none is near."""
    found, least = "", 1.0
    typed = fold_name(word)
    for choice in choices:
        apart = _apart(typed, fold_name(choice), least)
        if apart < least:
            found, least = choice, apart
    return found


def _apart(typed: str, choice: str, least: float) -> float:
    """How far apart two folded names are, from 0; 1 for those that are not near, or not nearer than ``least``."""
    short, long = sorted((typed, choice), key=len)
    if not short or (long[1:] == short and long[0] in _DENYING and short[0] not in _DENYING):
        return 1.0
    if len(short) == len(long) and sorted(short) == sorted(long):
        return 0.0 if short == long else REORDERED
    most = min(ALLOWED * len(long), int(least * ANOTHER * len(long)))
    cost = _slips(typed, choice, most) if ONE_MORE * _strange(short, long) <= most else most + 1
    as_slips = cost / (ANOTHER * len(long)) if cost <= most else 1.0
    missing = (len(long) - len(short)) / (2 * len(long))
    return min(as_slips, missing) if _is_piece(short, long) else as_slips


def _strange(short: str, long: str) -> int:
    """At least how many characters of ``long`` have nothing to stand for in ``short``: quickly found for most pairs."""
    return len(long) - sum(map(_heard(short).__contains__, map(_key, long))) if len(long) <= _LONGEST else len(long)


@lru_cache(1 << 12)
def _heard(name: str) -> frozenset[str]:
    return frozenset(map(_key, name))


@lru_cache(1 << 13)
def _key(character: str) -> str:
    """What it sounds like, itself where that is not known."""
    return sound(character) or character


def _is_piece(short: str, long: str) -> bool:
    """Whether a name is a piece of another that says the same with more words, or that other one shortened."""
    if len(long) > _SHARE * len(short) or any(sign in long and sign not in short for sign in _DENYING):
        return False
    return (len(short) >= _PART and short in long) or (len(short) >= _SHORTENED and _is_shortened(short, long))


def _is_shortened(short: str, long: str) -> bool:
    """Whether all characters of ``short`` stand in ``long`` in their order."""
    rest = iter(long)
    return all(character in rest for character in short)


def _slips(typed: str, choice: str, most: int) -> int:
    """What the cheapest slips cost that make ``typed`` of ``choice``; more than ``most`` once that is certain.

    Damerau's distance with neighbours swapped (optimal string alignment), slips weighed as above.
    """
    start = _alike_at_the_beginning(typed, choice)
    typed, choice = typed[start:], choice[start:]
    before: list[int] = []
    row = [ONE_MORE * number for number in range(len(choice) + 1)]
    for i, mine in enumerate(typed):
        above, row = row, [ONE_MORE * (i + 1)]
        for j, its in enumerate(choice):
            cost = min(above[j + 1] + ONE_MORE, row[j] + ONE_MORE, above[j] + _another(mine, its, start or i or j))
            if i and j and mine == choice[j - 1] and its == typed[i - 1]:
                cost = min(cost, before[j - 1] + SWAPPED)
            row.append(cost)
        if min(row) > most and min(above) > most:
            return most + 1
        before = above
    return row[-1]


def _alike_at_the_beginning(one: str, other: str) -> int:
    """How many characters both begin with: nothing has to be tried there."""
    return next(
        (number for number, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its),
        min(len(one), len(other)),
    )


def _another(mine: str, its: str, place: int) -> int:
    """What one character instead of another costs; ``place`` is 0 at the beginning of both names."""
    if mine == its:
        return 0
    if _key(mine) == _key(its):
        return SOUNDS_THE_SAME
    return ANOTHER if place else ANOTHER_FIRST
