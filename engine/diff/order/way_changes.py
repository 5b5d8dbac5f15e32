"""Changes of the ways out (去向): loops back, and ways ahead, aside and to the end.

A way is known by its condition and by where it leads; a step that goes on is the same place. What ways do to the
order of steps is said by the arrangement: a way that only makes steps exclusive or optional, or that begins at or
leads to what came, went or was moved, is a consequence.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from engine.diff.changes.arrangement import LoopAdded, LoopRemoved, WayAdded, WayChanged, WayRemoved
from engine.diff.order.arrangement import Arrangement
from engine.diff.order.relations import Bits
from engine.diff.order.ways import END_SPOT, Ahead, Exit, Homes, Spot, ahead, exits_of

WayChange = LoopAdded | LoopRemoved | WayAdded | WayRemoved | WayChanged


def way_changes(order: Arrangement, before: Homes, after: Homes) -> Iterator[WayChange]:
    """What differs, by the step where the ways begin."""
    old, new = exits_of(order.units.before, before), exits_of(order.units.after, after)
    if not old and not new:
        return
    mine, theirs = _by_source(old), _by_source(new)
    comparing = _Comparing(order)
    gone: list[Exit] = []
    come: list[Exit] = []
    for source in dict.fromkeys((*mine, *theirs)):
        left, fresh = mine.get(source, []), theirs.get(source, [])
        yield from comparing.at_step(left, fresh)
        gone += (one for one in left if one.said)
        come += (one for one in fresh if one.said)
    if gone or come:
        # What leads elsewhere because another step stands there now follows from that step.
        elsewhere = order.moved | ~((1 << order.units.common) - 1)
        sources = {one.source for one in (*gone, *come)}
        was = ahead(order.units.before, before, elsewhere, sources)
        is_now = ahead(order.units.after, after, elsewhere, sources)
        handed = _handed_on(gone, come, comparing)
        removed = [comparing.removed(one, direct=_is_own(one, is_now, handed)) for one in gone]
        added = [comparing.added(one, direct=_is_own(one, was, handed)) for one in come]
        yield from removed
        yield from added


def _is_own(one: Exit, other: Ahead, handed: Container[int]) -> bool:
    """Whether a way of one version is not found in the ``other`` in another form."""
    if not one.leads_on:
        return id(one) not in handed
    return id(one) not in handed and one.arc not in other.arcs and one.source not in other.sources


def _handed_on(gone: list[Exit], come: list[Exit], comparing: _Comparing) -> set[int]:
    """The identities of ways ahead that another step has now.

    In the same case to the same target; or to another, where a step at one end of them went or came.
    """
    gone, come = list(gone), list(come)
    same = _paired(gone, come, lambda one, other: not one.is_loop and one.leads == other.leads)
    # Between steps that are where they were nothing else explains it.
    pairs = [pair for pair in same if not all(map(comparing.undisturbed, pair))]
    others = _paired(gone, come, lambda one, other: not one.is_loop and one.case == other.case)
    pairs += [pair for pair in others if not all(map(comparing.stays, pair))]
    passing = comparing.passing
    # What may be passed over begins, or ends, elsewhere.
    pairs += _paired(
        [one for one in gone if one.flow.place in passing],
        [one for one in come if one.flow.place in passing],
        lambda one, other: one.target == other.target or one.source == other.source,
    )
    return {id(one) for pair in pairs for one in pair}


def _by_source(exits: list[Exit]) -> Mapping[Spot, list[Exit]]:
    found: dict[Spot, list[Exit]] = {}
    for one in exits:
        found.setdefault(one.source, []).append(one)
    return found


def _paired(old: list[Exit], new: list[Exit], same: Callable[[Exit, Exit], bool]) -> list[tuple[Exit, Exit]]:
    """Take out of both lists the pairs of loops, or of ways ahead, that are the same in some way."""
    pairs = []
    for one in list(old):
        other = next((other for other in new if one.is_loop is other.is_loop and same(one, other)), None)
        if other is not None:
            old.remove(one)
            new.remove(other)
            pairs.append((one, other))
    return pairs


class _Comparing:
    """The ways out of one step, which goes on or is there in one version alone."""

    def __init__(self, order: Arrangement) -> None:
        self.going_on: Bits = (1 << order.units.common) - 1
        self.touched = order.touched
        self.changing = order.changing
        self.explained = order.explained
        self.passing = order.passing
        self.reshaped = order.units.reshaped
        self.before_place = order.units.before.skeleton.process.version.at("entries")
        self.after_place = order.units.after.skeleton.process.version.at("entries")

    def stays(self, one: Exit) -> bool:
        """Whether the steps at both ends go on."""
        return not one.ends & ~self.going_on

    def at_step(self, old: list[Exit], new: list[Exit]) -> Iterator[WayChange]:
        """The ways that changed, given those out of the step in both versions; what is left in these came or went."""
        _paired(old, new, lambda one, other: one.case == other.case and one.target == other.target)
        for one, other in _paired(old, new, lambda one, other: one.target == other.target):
            if one.said and other.said:
                passing = {one.flow.place in self.passing, other.flow.place in self.passing}
                settled = self._is_settled(one) and self._is_settled(other) and len(passing) == 1
                yield self._changed(one, other, direct=settled)
        for one, other in _paired(old, new, lambda one, other: bool(one.case) and one.case == other.case):
            if one.said or other.said:
                yield self._changed(one, other, direct=self._is_direct(one) and self._is_direct(other))

    def undisturbed(self, one: Exit) -> bool:
        """Whether both ends go on and stand to all others as they did."""
        return self.stays(one) and not one.ends & self.changing

    def _is_settled(self, one: Exit) -> bool:
        """Whether both ends go on, and nothing is said of their order."""
        return self.stays(one) and (one.is_loop or not one.ends & self.touched)

    def _is_direct(self, one: Exit) -> bool:
        """Whether nothing else explains that a way came, went or leads elsewhere.

        A way back is explained by the coming and going of a step, or by both its ends becoming one; a way ahead
        also by what the arrangement says of a step at its ends.
        """
        if not self.stays(one) or (one.source == one.target and one.back is not one.step):
            return False
        if one.flow.place in self.explained:
            return False
        if one.leads_on and one.there & self.reshaped:
            return False  # it leads to what was put together or taken apart
        if one.target[0] == END_SPOT:
            return True  # to end the case is nothing that the order of steps brings about
        return one.is_loop or not one.ends & self.changing

    def _changed(self, one: Exit, other: Exit, *, direct: bool) -> WayChanged:
        return WayChanged(
            before_places=(one.flow.place,),
            after_places=(other.flow.place,),
            direct=direct,
            before_source=one.step,
            after_source=other.step,
            before=one.way,
            after=other.way,
        )

    def removed(self, one: Exit, *, direct: bool) -> LoopRemoved | WayRemoved:
        here, there = (one.flow.place,), (self.after_place,)
        direct = direct and self._is_direct(one)
        if one.back is None:
            return WayRemoved(before_places=here, after_places=there, direct=direct, source=one.step, way=one.way)
        return LoopRemoved(
            before_places=here,
            after_places=there,
            direct=direct,
            source=one.step,
            target=one.back,
            condition=one.way.condition,
        )

    def added(self, one: Exit, *, direct: bool) -> LoopAdded | WayAdded:
        here, there = (self.before_place,), (one.flow.place,)
        direct = direct and self._is_direct(one)
        if one.back is None:
            return WayAdded(before_places=here, after_places=there, direct=direct, source=one.step, way=one.way)
        return LoopAdded(
            before_places=here,
            after_places=there,
            direct=direct,
            source=one.step,
            target=one.back,
            condition=one.way.condition,
        )
