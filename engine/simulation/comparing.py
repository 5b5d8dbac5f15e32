"""What if: the same matter under other assumptions, every choice of one axis with every choice of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from engine.simulation.assumptions import Assumptions
from engine.simulation.outcome import Result

Change = Callable[[Assumptions], Assumptions]


@dataclass(frozen=True, slots=True)
class Axis:
    """What is varied; ``choices`` are what each is called and what it makes of the assumptions."""

    name: str
    choices: tuple[tuple[str, Change], ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """What came out under one choice of every axis; ``chosen`` are names of axes and choices."""

    chosen: tuple[tuple[str, str], ...]
    outcomes: tuple[Result, ...]


def compare(
    axes: Sequence[Axis], assumptions: Assumptions, run: Callable[[Assumptions], Sequence[Result]]
) -> Iterator[Variant]:
    """Every variant, the last axis changing fastest; all with the seed of ``assumptions``."""
    for choices in product(*(axis.choices for axis in axes)):
        changed = assumptions
        for _, change in choices:
            changed = change(changed)
        chosen = tuple((axis.name, text) for axis, (text, _) in zip(axes, choices, strict=True))
        yield Variant(chosen, tuple(run(changed)))
