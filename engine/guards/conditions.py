"""情形 as formulas: alternatives of things true together; a thing is a comparison, or a statement that 不 denies.

What cannot be taken apart is a statement by itself, of which nothing is known but that it is true or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.guards.quantities import Bound, bounds_of
from processes.compilation.exits import OTHERWISE, opposite
from processes.model.folding import fold_name

_OR = re.compile("或者|或")
_AND = re.compile("并且|同时|且")


@dataclass(frozen=True, slots=True)
class Statement:
    """``what`` is so, or with ``denied`` is not."""

    what: str
    denied: bool = False


Thing = Bound | Statement


@dataclass(frozen=True, slots=True)
class Condition:
    """One 情形: true when all things of one of ``ways`` are."""

    text: str
    ways: tuple[tuple[Thing, ...], ...]

    @property
    def things(self) -> tuple[Thing, ...]:
        """All that it speaks of."""
        return tuple(thing for way in self.ways for thing in way)


def condition_of(text: str) -> Condition:
    """``text`` as a formula."""
    folded = fold_name(text).removesuffix("的")
    if bounds := bounds_of(folded):  # 大于或等于 is no alternative
        return Condition(text, (bounds,))
    return Condition(text, tuple(_together(way) for way in _OR.split(folded) if way))


def _together(text: str) -> tuple[Thing, ...]:
    things: list[Thing] = []
    for part in _AND.split(text):
        if part:
            things += bounds_of(part) or (_statement(part),)
    return tuple(things)


def _statement(text: str) -> Statement:
    if text in ("是", "否"):
        return Statement("是", denied=text == "否")
    said = re.sub("^(?:准予|应予)", "予", text)
    if said.startswith("无") or "不" in said or "未" in said:
        denied = opposite(said)
        return Statement(said) if denied == OTHERWISE else Statement(denied, denied=True)
    return Statement(said)
