"""What a measure gives: a number together with the things it counted and where they were written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from processes.model.places import NOWHERE, Place, Text
from processes.model.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction


class Counting(StrEnum):
    """口径.环节程序: the four readings of 环节 and 程序 between which a city chooses (D1–D4)."""

    ACTS = "环节与程序"
    """D1, the default: 环节 as declared, 程序 are the acts inside them."""
    STAGES = "标准阶段"
    """D2: 环节 are 受理, 审查, 决定, 制证, 送达 and special stages; 程序 are the declared 环节."""
    HANDOVERS = "交接次数"
    """D3: 环节 are the stretches during which one unit and post holds the file; 程序 as in D1."""
    PHASES = "法定阶段"
    """D4: 环节 as declared; 程序 are the phases of 行政许可法 chapter 4."""


@quick
@dataclass(frozen=True, slots=True)
class Measured:
    """A measured quantity.

    ``value`` is the number, None for 无 (there is no such thing, which is not 0). ``items`` are the names that the
    form lists beside a count, each with its place: a count is always that of its items. ``sources`` are the
    places of everything that contributes.
    """

    value: Fraction | int | None
    items: tuple[Text, ...] = ()
    sources: tuple[Place, ...] = ()


def counted(items: Iterable[Text], sources: Iterable[Place], absent: Place) -> Measured:
    """The count of ``items``; with nothing to count, the source is the place that says so (``absent``)."""
    listed = tuple(items)
    return Measured(len(listed), listed, distinct(sources) or distinct((absent,)))


def distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once, in order of appearance, without those of values that were written nowhere."""
    if isinstance(places, tuple) and len(places) == 1:
        return () if places[0] == NOWHERE else places  # most cells stand in one place
    found = dict.fromkeys(places)
    found.pop(NOWHERE, None)
    return tuple(found)
