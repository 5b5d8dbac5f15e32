"""Cases in bulk: a case is one integer, an event a few operations on it.

An integer holds the marking of the net, what the guards ask for besides (``engine.cases.route``), and the materials:

    bits 0 …            the places of the net
    the next            TOLD: what is missing has been told
    the next            ACCEPTED: the application has been accepted
    the rest            the materials, in the order of the declaration; set when handed in

A guard is then a comparison: of ``looks`` just ``needs`` are set. Rarely more is to be looked at, which stands apart.
The tests hold this against the machine that people step through, on random runs with materials, notices and refusals.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, MutableSequence
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.cases.course import Course
from engine.cases.definition import Definition
from engine.nets.net import NEXT, NetTransition
from processes.model.process import START

WORD = 64
"""Bits of an item of ``array('Q')``: what fits into them takes 8 bytes a case."""


Join = tuple[int, int, int]
"""A silent transition: what it needs, keeps and sets."""


class Row(NamedTuple):
    """A transition: it may happen when of ``looks`` just ``needs`` are set; it keeps ``keeps`` and sets ``sets``.

    ``more``: what few have, else None: it may not happen when all of the first integer are set (0: no such bar), and
    is followed by those of the joins that it fills.
    """

    looks: int
    needs: int
    keeps: int
    sets: int
    more: tuple[int, tuple[Join, ...]] | None


@dataclass(frozen=True)
class Kernel:
    """The table of a definition; a transition is named by its number in it."""

    definition: Definition
    rows: tuple[Row, ...] = field(init=False, repr=False)
    numbers: dict[tuple[str, str], int] = field(init=False, repr=False)
    """Node and event → number of the row."""
    initial: int = field(init=False)
    """A case that has come in without any material."""
    told: int = field(init=False)
    accepted: int = field(init=False)
    bits: int = field(init=False)
    """Bits that a case takes."""

    def __post_init__(self) -> None:
        """Compile the table."""
        net, route = self.definition.net, self.definition.route
        told = 1 << len(net.places)
        first = len(net.places) + 2
        chosen = [one for one in net.transitions if not one.silent]
        for name, value in (
            ("told", told),
            ("accepted", told << 1),
            ("bits", first + len(route.materials)),
            ("numbers", {(one.node, one.event): number for number, one in enumerate(chosen)}),
            ("initial", net.fire(net.initial, START, NEXT)),
        ):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "rows", tuple(map(self._row, chosen)))

    def material(self, name: str) -> int:
        """The bit of a material."""
        return 4 << len(self.definition.net.places) << self.definition.route.materials.index(name)

    def materials(self, names: Iterable[str]) -> int:
        """The bits of materials."""
        return sum(map(self.material, set(names)))

    def marking(self, case: int) -> int:
        """The marking of the net."""
        return case & (self.told - 1)

    def of(self, course: Course) -> int:
        """A case of this definition as an integer."""
        known = (name for name in self.definition.route.materials if name in course.received)
        told = self.told if course.told_on is not None else 0
        accepted = self.accepted if course.history.accepted_on is not None else 0
        return course.marking | told | accepted | self.materials(known)

    def allowed(self, case: int, number: int) -> bool:
        """Whether a transition may happen to a case."""
        row = self.rows[number]
        full = row.more[0] if row.more else 0
        return case & row.looks == row.needs and not (full and case & full == full)

    def many(self, number: int) -> MutableSequence[int]:
        """So many cases that have just come in: 8 bytes each, or Python's integers when one has more than 64 bits."""
        if self.bits <= WORD:
            return array("Q", [self.initial]) * number
        return [self.initial] * number

    def fire(self, cases: MutableSequence[int], events: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Let events happen, each the position of a case in ``cases`` and the number of a transition, in order.

        Gives those that were not allowed; they have changed nothing.
        """
        rows = self.rows
        refused: list[tuple[int, int]] = []
        for at, number in events:
            looks, needs, keeps, sets, more = rows[number]
            case = cases[at]
            if case & looks != needs:
                refused.append((at, number))
            elif more is None:
                cases[at] = case & keeps | sets
            elif (full := more[0]) and case & full == full:
                refused.append((at, number))
            else:
                case = case & keeps | sets
                for needed, kept, given in more[1]:
                    if case & needed == needed:
                        case = case & kept | given
                cases[at] = case
        return refused

    # --- the table

    def _row(self, one: NetTransition) -> Row:
        route, flow = self.definition.route, one.flows[0]
        asked = self.materials(route.needs(flow.source))
        corrects = route.corrects(flow)
        needs = one.takes | (asked if route.goes_on(flow) else 0)
        full, joins = asked if corrects else 0, self._joins(one.gives)
        flags = self.told if corrects else self.accepted if route.accepting(flow) else 0
        return Row(
            looks=needs | (self.told | self.accepted if corrects else 0),
            needs=needs,
            keeps=self._all & ~one.takes,
            sets=one.gives | flags,
            more=(full, joins) if full or joins else None,
        )

    @property
    def _all(self) -> int:
        return (1 << self.bits) - 1

    def _joins(self, given: int) -> tuple[Join, ...]:
        """The silent transitions that can follow when tokens come to ``given``, in an order in which each is enough."""
        found: list[Join] = []
        silent = [one for one in self.definition.net.transitions if one.silent]
        reached, grown = given, True
        while grown:
            grown = False
            for one in silent:
                row = (one.takes, self._all & ~one.takes, one.gives)
                if one.takes & reached and row not in found:
                    found.append(row)
                    reached |= one.gives
                    grown = True
        return tuple(found)
