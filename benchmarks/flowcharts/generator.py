"""Processes as a county has them, made by dice, as charts: the same for the same seed.

Two thirds have 8–20 steps, a tail goes on to 60. A process has a main path with parallel blocks (blocks in blocks,
named or not), correction loops, steps passed over, decisions with two to four exits, side branches and side branches
of side branches; the file travels between 2 and 6 lanes. All of it is declared (the values that reading YAML gives),
compiled and drafted by the product, so that a generated chart has the standard side branches of its kind of matter too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

from benchmarks.flowcharts import words
from benchmarks.flowcharts.draft import Draft, grown
from processes.compilation.build import compile_process
from processes.compilation.holders import HolderBook
from processes.model.department import Department, Office
from processes.model.flow import BranchDeclaration
from processes.model.limits import DayKind, TimeLimit
from processes.model.matter import Material, Matter, Outcome, StatutoryLimit, Version, VersionLabel
from processes.model.places import Text
from processes.model.plan import Plan
from processes.model.process import CheckedMatter
from processes.model.vocabulary import MatterType
from renderers.flowcharts.chart import Chart
from renderers.flowcharts.drafting.charting import chart_of
from renderers.flowcharts.drafting.wording import applied_for

FEWEST, USUAL, MOST = 8, 20, 60
TAIL = 1 / 3
"""Share of the processes that may be longer than usual."""
FEWEST_LANES, MOST_LANES = 2, 6

KINDS = (
    (MatterType.APPROVAL, "行政许可"),
    (MatterType.APPROVAL, "行政确认"),
    (MatterType.PUBLIC_SERVICE, "其他"),
    (MatterType.OTHER, ""),
)
"""With and without an applicant, with three standard side branches or none."""

DEPARTMENT = "虚构县虚构局"
_PLAN = Plan(name="方案", city="虚构县", heading="虚构县", recipient="县编办", groups=(), stages=(), final_levels=())
_BOOK = HolderBook(
    _PLAN,
    Department(
        folder="虚构局", name="虚构局", full_name=DEPARTMENT, offices=tuple(Office(name=name) for name in words.UNITS)
    ),
)


def charts(count: int, seed: int | str) -> Iterator[Chart]:
    """So many charts; each has its own dice, so that the first ten of a hundred are the same as ten."""
    return (chart(f"{seed}/{number}") for number in range(count))


def chart(seed: str, steps: int = 0) -> Chart:
    """One chart; ``steps`` of the process, if not left to the dice."""
    return chart_of(matter(seed, steps), VersionLabel.BEFORE, DEPARTMENT)


def matter(seed: str, steps: int = 0) -> CheckedMatter:
    """The declared matter of a chart, compiled."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    kind = dice.choice(KINDS)
    version = _version(dice, steps or size(dice), applied=kind[0] is not MatterType.OTHER)
    made = Matter(
        department="虚构局",
        file="虚构局/01-生成事项.yaml",
        number="01",
        name=f"生成事项{seed}核发",
        type=kind[0],
        kind=kind[1],
        bases=(),
        subjects=(),
        statutory=StatutoryLimit(limit=version.limit),
        outputs=(Text("《生成事项许可证》"),) if dice.random() < 0.7 else (),
        before=version,
        after=None,
        outcome=Outcome.CANCELLED,
    )
    assert applied_for(made) == (kind[0] is not MatterType.OTHER)
    return CheckedMatter(matter=made, before=compile_process(made, version, _BOOK), after=None)


def size(dice: random.Random) -> int:
    """How many steps: of those in the tail, the longer the rarer."""
    if dice.random() >= TAIL:
        return dice.randint(FEWEST, USUAL)
    return USUAL + round((MOST - USUAL) * dice.betavariate(1, 2))


def _version(dice: random.Random, steps: int, *, applied: bool) -> Version:
    lanes = dice.randint(FEWEST_LANES, MOST_LANES)
    # The applicant has a lane of his own, in which no step is.
    draft = Draft(dice, tuple(dice.sample(words.HOLDERS, lanes - applied)))
    process = grown(draft, steps)
    named = {name: [one.entry(draft) for one in items] for name, items in process.sides.items()}
    return Version(
        label=VersionLabel.BEFORE,
        limit=TimeLimit(Fraction(steps), DayKind.WORKING),
        entries=tuple(one.entry(draft) for one in process.main),
        materials=tuple(Material(name=name) for name in dice.sample(words.MATERIALS, dice.randint(0, 9))),
        branches={name: BranchDeclaration(name=name, entries=tuple(items)) for name, items in named.items()},
    )
