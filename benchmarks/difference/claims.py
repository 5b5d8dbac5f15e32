"""What an engine says of a pair: the one language in which all engines are compared.

An engine sees a ``Pair`` (the text as declared, and what the compiler makes of it) and answers with an ``Answer``.
Steps are spoken of by their labels (``labels``): the name, with ``#1``, ``#2`` … behind it, in written order, where two
steps of one version share it. Only changes that were made are claimed, none that merely follow from another (a
procedure that goes with its step).

===============================================  =================================  ================================
code                                             before                             after
===============================================  =================================  ================================
step-removed, step-added                         the step / –                       – / the step
step-renamed, step-holders-changed,
step-limit-changed, step-counting-changed        the step                           the step
steps-merged, step-split, steps-regrouped        all of them                        all of them
step-moved                                       the step (all, if merged, split)   the step (all)
steps-parallelised, steps-serialised,
steps-made-exclusive, steps-made-sequential,
exclusive-made-parallel,
parallel-made-exclusive, steps-made-optional,
steps-made-mandatory                             all of them                        all of them
loop-removed, way-removed                        source, target                     –
loop-added, way-added                            –                                  source, target
way-changed (a loop too)                         source, target                     source, target
procedure-removed                                the procedure, its step            –
procedure-added                                  –                                  the procedure, its step
procedure-moved, -changed, -replaced             the procedure, its step            the procedure, its step
material-removed, material-added                 the material / –                   – / the material
material-replaced, material-changed              the material                       the material
limit-changed                                    –                                  –
fact-changed, branch-changed                     the key (收费) or the branch        the same
===============================================  =================================  ================================
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from processes.model.process import CheckedMatter, Process, Step

CODES = (
    "step-removed",
    "step-added",
    "step-renamed",
    "steps-merged",
    "step-split",
    "steps-regrouped",
    "step-moved",
    "steps-parallelised",
    "steps-serialised",
    "steps-made-exclusive",
    "steps-made-sequential",
    "exclusive-made-parallel",
    "parallel-made-exclusive",
    "steps-made-optional",
    "steps-made-mandatory",
    "loop-added",
    "loop-removed",
    "way-added",
    "way-removed",
    "way-changed",
    "step-holders-changed",
    "step-limit-changed",
    "step-counting-changed",
    "procedure-removed",
    "procedure-added",
    "procedure-moved",
    "procedure-replaced",
    "procedure-changed",
    "material-removed",
    "material-added",
    "material-replaced",
    "material-changed",
    "limit-changed",
    "fact-changed",
    "branch-changed",
)

IN_ORDER = frozenset(
    {"loop-added", "loop-removed", "way-added", "way-removed", "way-changed"}
    | {code for code in CODES if code.startswith("procedure-")}
)
"""The codes whose names have parts to play; the names of all others are a set, and are sorted."""


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One change, as the table above says; made by ``claim``, which sorts what is a set."""

    code: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def __str__(self) -> str:
        """``steps-merged 受理、登记 → 受理登记``."""
        return f"{self.code} {'、'.join(self.before)} → {'、'.join(self.after)}"


def claim(code: str, before: Iterable[str] = (), after: Iterable[str] = ()) -> Claim:
    """A claim whose names are in the one order that it can have."""
    assert code in CODES, code
    if code in IN_ORDER:
        return Claim(code, tuple(before), tuple(after))
    return Claim(code, tuple(sorted(before)), tuple(sorted(after)))


Group = tuple[tuple[str, ...], tuple[str, ...]]
"""Steps of 优化前 that went on as steps of 优化后, both sorted: 1:1, n:1 merged, 1:n split; none is 1:0 or 0:1."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The claims, and the groups of steps that go on: those unchanged too. A peer that matches nothing has none."""

    claims: frozenset[Claim]
    groups: frozenset[Group] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """A matter in two versions: the YAML of its file, and the two processes."""

    text: str
    checked: CheckedMatter

    @property
    def before(self) -> Process:
        """优化前."""
        return self.checked.before

    @property
    def after(self) -> Process:
        """优化后."""
        assert self.checked.after is not None
        return self.checked.after


class Engine(Protocol):
    """What is measured. ``codes`` are the kinds that it has a word for."""

    @property
    def name(self) -> str:
        """As printed."""
        ...

    @property
    def codes(self) -> frozenset[str]:
        """The kinds that it can name at all."""
        ...

    def answer(self, pair: Pair) -> Answer:
        """What it finds; must not remember anything from pair to pair."""
        ...


def main_steps(process: Process) -> tuple[Step, ...]:
    """The steps of the main path, a named block before the steps in it."""
    return tuple(step for step in process.steps if not step.branch)


def labels(process: Process) -> dict[str, str]:
    """Key of a step of the main path → its label."""
    steps = main_steps(process)
    often = Counter(step.name for step in steps)
    met: Counter[str] = Counter()
    found = {}
    for step in steps:
        met[step.name] += 1
        found[step.key] = f"{step.name}#{met[step.name]}" if often[step.name] > 1 else step.name
    return found
