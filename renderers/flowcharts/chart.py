"""The chart as a value: boxes, arrows and what follows what. It knows no position, no colour and no file format.

Symbols are those of GB/T 1526-1989 (ISO 5807:1985). A layout reads a :class:`Chart` and decides where things go, so a
second layout (swim-lanes by :attr:`Box.lane`) needs nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INTERPUNCT = " · "
"""Between the parts of a row of details that share a line."""
MADE = "出具"
"""What begins the row of a 环节 that names the documents it makes (附件7: 出具的文书或证照)."""


class Status(StrEnum):
    """What the reform does to a box or a line, in a chart that shows both versions at once; the legend's words."""

    SAME = "保留"
    REMOVED = "取消"
    ADDED = "新增"
    CHANGED = "调整"


class Shape(StrEnum):
    """The symbols used; values are the names shown in the legend."""

    TERMINAL = "起止"
    DATA = "材料"
    PROCESS = "环节"
    SUBPROCESS = "特殊环节"
    """特定处理, double side bars: a 环节 run by a procedure of its own, whose time is not counted (听证, 鉴定 …)."""
    DECISION = "判断"
    DOCUMENT = "文书"
    BAR = "并联"
    """并行方式: the two parallel lines around branches that run at the same time."""
    CONNECTOR = "接续"
    """连接符: where a line goes on in another part of the same chart, under the same letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A symbol. ``details`` are the smaller texts below the name: rows, whose parts share a line if they fit.

    ``number`` is the printed number of a 环节, empty if it is not counted; ``muted`` marks what is not counted;
    ``lane`` is the key of the lane in which the box stands. ``status``, ``tags`` (合并, 移动 …, each a short flag at
    the upper right corner) and ``was`` (the name before, struck out above the name) say what has changed; a chart of
    one version has none of them.
    """

    key: str
    shape: Shape
    name: str = ""
    details: tuple[tuple[str, ...], ...] = ()
    number: str = ""
    muted: bool = False
    lane: str = ""
    status: Status | None = None
    tags: tuple[str, ...] = ()
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A flow line between two boxes. ``back`` runs against the flow (drawn dashed); ``bare`` has no head and no flow.

    A bare arrow ties a document to the step that makes it.
    """

    source: str
    target: str
    label: str = ""
    back: bool = False
    bare: bool = False
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """Branches between two bars; ``fork`` and ``join`` are the keys of the bars."""

    fork: str
    branches: tuple[Sequence, ...]
    join: str


Item = str | Parallel
"""The key of a box, or a parallel block."""

Sequence = tuple[Item, ...]
"""What stands one below the other."""


@dataclass(frozen=True, slots=True)
class Side:
    """Boxes beside the main column, first one level with box ``anchor``; ``left`` when they lead back."""

    anchor: str
    items: Sequence
    left: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """泳道: who holds the file in it; ``was`` is the holder before, where the two versions share the lane."""

    key: str
    name: str
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One version of one matter, or both at once. ``facts`` are the (label, value) pairs of the head.

    ``unit`` stands at the foot; ``lanes`` in the order in which the file travels, left to right.
    """

    title: str
    unit: str
    facts: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    main: Sequence = ()
    sides: tuple[Side, ...] = field(default=())
    lanes: tuple[Lane, ...] = ()

    def box(self, key: str) -> Box:
        """The box with that key."""
        return next(box for box in self.boxes if box.key == key)


@dataclass(frozen=True, slots=True)
class Headline:
    """A number of both versions: 办理时限 | 15个工作日 | 5个工作日 | −66.7%."""

    name: str
    before: str
    after: str
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Both versions of one matter side by side under their headline numbers."""

    title: str
    headlines: tuple[Headline, ...]
    before: Chart
    after: Chart


def first_box(item: Item) -> str:
    """The box by which an item is entered."""
    return item.fork if isinstance(item, Parallel) else item


def keys_of(items: Sequence) -> tuple[str, ...]:
    """All boxes of a sequence, those in parallel branches included, in order."""
    keys: list[str] = []
    for item in items:
        if isinstance(item, Parallel):
            keys += [item.fork, *(key for branch in item.branches for key in keys_of(branch)), item.join]
        else:
            keys.append(item)
    return tuple(keys)


def blocks_of(sequences: Iterable[Sequence]) -> Iterator[Parallel]:
    """Every parallel block of the sequences, outer ones before those inside them."""
    pending = list(sequences)
    while pending:
        for item in pending.pop(0):
            if isinstance(item, Parallel):
                yield item
                pending += item.branches
