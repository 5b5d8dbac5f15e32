"""A process as a BPMN file draws it: spots joined by arcs, whatever the tool that drew it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from processes.declaration.unreading import Tree


class Kind(Enum):
    """What a spot is to us."""

    START = "开始"
    STEP = "环节"
    CHOICE = "判断"
    PARALLEL = "并行"
    """A parallel gateway; once gateways are told apart, one that splits."""
    JOIN = "汇合"
    END = "结束"
    WAYSIDE = "经过"
    """Where nothing is done by anybody: an event on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A node. ``facts`` are ours (None where the file has none): keys of the step's declaration.

    ``was``: what our file calls the step, ``branch``: the 支线 that it is on, ``standard``: whether it comes with the
    kind of matter. ``acts`` are names of what stands in a sub-process, ``said`` is its documentation; ``lane`` is who
    holds the file there, empty if not drawn.
    """

    id: str
    kind: Kind
    name: str = ""
    line: int = 0
    lane: str = ""
    facts: Mapping[str, Tree] | None = None
    was: str = ""
    branch: str = ""
    standard: bool = False
    acts: tuple[str, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A flow; ``conditions`` are what it is called, more than one where it stands for several, none where for none."""

    source: str
    target: str
    conditions: tuple[str, ...] = ("",)
    otherwise: bool = False
    """Whether it is the default flow of a gateway."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """One process; ``version`` is 优化前 or 优化后 in our files, else empty; ``facts`` those of the version."""

    id: str
    name: str
    line: int
    spots: tuple[Spot, ...]
    arcs: tuple[Arc, ...]
    version: str = ""
    facts: Mapping[str, Tree] = field(default_factory=dict)

    @property
    def steps(self) -> int:
        """How many steps are drawn."""
        return sum(spot.kind is Kind.STEP for spot in self.spots)
