"""The structure of both versions at once: that of 优化后, with what went standing where it stood.

What went follows directly after its predecessor that goes on and was not moved, inside the same parallel blocks. A
block that was dissolved keeps its bars: around what ran between them, where that still stands together, else around
what went with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from processes.model.process import START
from renderers.flowcharts.chart import Parallel, Sequence, keys_of
from renderers.flowcharts.drafting.charting import MATERIALS, decision_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator


@dataclass(eq=False)
class _Block:
    """A parallel block under construction."""

    fork: str
    branches: list[_Items]
    join: str


_Items = list["str | _Block"]

_Forks = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Place:
    """After the item with the key ``behind`` in a sequence, or at its beginning; ``inside``: the blocks around it."""

    items: _Items
    inside: _Forks
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Woven:
    """The main column and the side branches of both versions."""

    main: Sequence
    sides: tuple[Sequence, ...]


def woven(before: Woven, after: Woven, moved: Container[str] = ()) -> Woven:
    """Both in one. A key that both have is the same box; every key of either is there once.

    ``moved``: boxes that stand elsewhere now, so that nothing follows them there.
    """
    loom = _Loom(_thawed(after.main), [_thawed(side) for side in after.sides], moved)
    loom.weave(before.main, _Place(loom.main, frozenset()))
    for side in before.sides:
        loom.weave_side(side)
    return Woven(_frozen(loom.main), tuple(_frozen(side) for side in loom.sides if side))


@dataclass
class _Loom:
    main: _Items
    sides: list[_Items]
    moved: Container[str]
    home: dict[str, _Items] = field(default_factory=dict)
    """Key of an item (of a block: its fork) → the sequence it stands in."""

    def __post_init__(self) -> None:
        for items in (self.main, *self.sides):
            self._settle(items)

    def _settle(self, items: _Items) -> None:
        for item in items:
            self.home[_key(item)] = items
            if isinstance(item, _Block):
                for branch in item.branches:
                    self._settle(branch)

    def weave(self, items: Sequence, place: _Place) -> None:
        """Put in what of a sequence of 优化前 is not there; ``place`` is where it goes if nothing comes before it."""
        for item in items:
            key = item.fork if isinstance(item, Parallel) else item
            if key not in self.home:
                place = self._put_block(item, place) if isinstance(item, Parallel) else self._put(item, place)
                continue
            place = self._after(key, place)
            if isinstance(item, Parallel):
                block = next(one for one in self.home[key] if _key(one) == key)
                # The same fork in both versions is a block in both.
                assert isinstance(block, _Block)
                for branch in item.branches:
                    self._weave_into(block.branches, branch, place.inside | {key})

    def weave_side(self, items: Sequence) -> None:
        """Put in what of a side branch of 优化前 is not there."""
        self._weave_into(self.sides, items, frozenset())

    def _weave_into(self, hosts: list[_Items], items: Sequence, inside: _Forks) -> None:
        """Into the one of several sequences that shares most with it, or as another one."""
        keys = set(keys_of(items))
        host = max(hosts, key=lambda one: len(keys.intersection(_keys(one))), default=None)
        if host is not None and keys.intersection(_keys(host)):
            self.weave(items, _Place(host, inside))
            return
        new: _Items = []
        self.weave(items, _Place(new, inside))
        if new:
            hosts.append(new)

    def _after(self, key: str, place: _Place) -> _Place:
        """The place after an item, or after what has come to stand around it; as before if it is elsewhere now."""
        if key in self.moved:
            return place
        around = self._around(key)
        while around and around[-1].fork not in place.inside:
            key = around.pop().fork
        if {block.fork for block in around} != place.inside:
            return place
        return _Place(self.home[key], place.inside, key)

    def _around(self, key: str) -> list[_Block]:
        """The blocks around an item, the outermost first."""
        pending: list[tuple[_Items, list[_Block]]] = [(items, []) for items in (self.main, *self.sides)]
        while pending:
            items, around = pending.pop()
            if items is self.home[key]:
                return around
            pending += [
                (branch, [*around, item]) for item in items if isinstance(item, _Block) for branch in item.branches
            ]
        return []  # in a block that is being made

    def _put(self, item: str | _Block, place: _Place) -> _Place:
        """Insert an item; behind the diamond or the materials that belong to what it follows."""
        items, index = place.items, 0
        if place.behind:
            # A block may have been put around it since.
            items = self.home[place.behind]
            index = next(at for at, one in enumerate(items) if _key(one) == place.behind) + 1
            leave = _last(items[index - 1])
            while index < len(items) and items[index] in _devices(leave):
                index += 1
        items.insert(index, item)
        self.home[_key(item)] = items
        return _Place(items, place.inside, _key(item))

    def _put_block(self, item: Parallel, place: _Place) -> _Place:
        """Insert a block whose bars went: around what was in it, or with what went of it."""
        block = _Block(item.fork, [], item.join)
        for branch in item.branches:
            self._weave_into(block.branches, branch, place.inside)
        span = self._span(block, set(keys_of((item,))))
        if span is None:
            if not block.branches:
                block.branches.append([])
            return self._put(block, place)
        items, begin, end = span
        inner = items[begin:end]
        items[begin:end] = [block]
        block.branches.insert(0, inner)
        self.home |= {_key(one): inner for one in inner}
        self.home[block.fork] = items
        return _Place(items, place.inside, block.fork)

    def _span(self, block: _Block, members: set[str]) -> tuple[_Items, int, int] | None:
        """Where most of what was in a block goes on: a stretch that holds more of it than of anything else."""
        devices = {device for key in members for device in _devices(key)}
        most = len(members.intersection(self.home).difference(_keys([block]))) / 2
        best: tuple[int, tuple[_Items, int, int]] | None = None
        for items in self._sequences(outside=block):
            known = [bool(members.intersection(_keys([one]))) for one in items]
            if not any(known):
                continue
            begin, end = known.index(True), len(known) - known[::-1].index(True)
            while end < len(items) and items[end] in devices:
                end += 1
            inside = set(_keys(items[begin:end]))
            own = len(inside & members)
            gain = own - len(inside - members - devices)
            # What stands inside another block is found again there: the outermost place counts.
            if own > most and gain > 0 and (best is None or gain > best[0]):
                best = gain, (items, begin, end)
        return best[1] if best else None

    def _sequences(self, outside: _Block) -> Iterator[_Items]:
        """Every sequence, outer ones first, but for those in the block that is being put in."""
        pending = [self.main, *self.sides]
        while pending:
            items = pending.pop(0)
            yield items
            pending += [
                branch for one in items if isinstance(one, _Block) and one is not outside for branch in one.branches
            ]


def _devices(key: str) -> tuple[str, ...]:
    """The boxes through which the file leaves a node: the materials, the diamond."""
    return (MATERIALS, decision_of(key)) if key == START else (decision_of(key),)


def _key(item: str | _Block) -> str:
    return item.fork if isinstance(item, _Block) else item


def _last(item: str | _Block) -> str:
    return item.join if isinstance(item, _Block) else item


def _keys(items: Iterable[str | _Block]) -> Iterator[str]:
    for item in items:
        if isinstance(item, _Block):
            yield item.fork
            for branch in item.branches:
                yield from _keys(branch)
            yield item.join
        else:
            yield item


def _thawed(items: Sequence) -> _Items:
    return [
        _Block(item.fork, [_thawed(branch) for branch in item.branches], item.join)
        if isinstance(item, Parallel)
        else item
        for item in items
    ]


def _frozen(items: _Items) -> Sequence:
    return tuple(
        Parallel(item.fork, tuple(map(_frozen, item.branches)), item.join) if isinstance(item, _Block) else item
        for item in items
    )
