"""Differences and steps built by hand."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.diff.changes import Change
from engine.diff.compare import Difference
from engine.diff.days import Days
from engine.diff.deltas import Delta, TimeDelta
from engine.measures.measured import Measured
from processes.declaration.cells import parse_limit
from processes.model.flow import Procedure
from processes.model.limits import NO_LIMIT, TimeLimit
from processes.model.matter import Matter, Outcome, StatutoryLimit, Version, VersionLabel
from processes.model.places import Place
from processes.model.process import Holder, Step
from processes.model.vocabulary import MatterType


def limit_of(text: str) -> TimeLimit:
    """``20工作日`` as a limit."""
    limit = parse_limit(text)
    assert limit is not None
    return limit


def count(name: str, unit: str, sides: tuple[int, int], file: str, line: int) -> Delta:
    """A count before and after, each from a place of its own."""
    before, after = (Measured(side, (), (Place(file, line + 100 * index, 1),)) for index, side in enumerate(sides))
    return Delta(name=name, unit=unit, before=before, after=after, reduction=Fraction(sides[0] - sides[1]))


def days(limit: TimeLimit, file: str, line: int) -> Days:
    """A limit as a number of days, from a place of its own."""
    return Days(None if limit.is_none else limit.days, (), (Place(file, line, 7),), limit.day_kind)


@pytest.fixture
def difference() -> Callable[..., Difference]:
    """A difference from its numbers; ``limits`` as written in a declaration."""

    def build(
        name: str = "食品经营许可证核发(新办)",
        *,
        department: str = "市场监管局",
        number: str = "01",
        steps: tuple[int, int] = (6, 4),
        procedures: tuple[int, int] = (9, 6),
        materials: tuple[int, int] = (7, 3),
        limits: tuple[str, str] = ("20工作日", "13工作日"),
        statutory: TimeLimit | str = NO_LIMIT,
        outcome: Outcome = Outcome.REWORKED,
        changes: tuple[Change, ...] = (),
        **facts: str,
    ) -> Difference:
        file = f"{department}/{number}.yaml"
        old, new = map(limit_of, limits)
        before = Version(label=VersionLabel.BEFORE, limit=old, entries=())
        after = None if outcome is Outcome.CANCELLED else Version(label=VersionLabel.AFTER, limit=new, entries=())
        matter = Matter(
            department=department,
            file=file,
            number=number,
            name=name,
            type=MatterType.APPROVAL,
            kind="行政许可",
            bases=(),
            subjects=(),
            statutory=StatutoryLimit(limit=limit_of(statutory) if isinstance(statutory, str) else statutory),
            outputs=(),
            before=before,
            after=after,
            outcome=outcome,
            place=Place(file, 1, 1),
            **facts,  # type: ignore[arg-type] # texts only
        )
        comparable = None not in (old.amount, new.amount) and len({old.day_kind, new.day_kind} - {None}) < 2
        saved = old.days - new.days if comparable else old.days if outcome is Outcome.CANCELLED else None
        time = TimeDelta(
            name="时限",
            unit="天",
            before=days(old, file, 20),
            after=days(new, file, 120),
            reduction=saved,
        )
        return Difference(
            matter=matter,
            changes=changes,
            steps=count("环节", "个", steps, file, 21),
            procedures=count("程序", "个", procedures, file, 22),
            materials=count("材料", "件", materials, file, 23),
            statutory=days(matter.statutory.limit, file, 6),
            time_limit=time,
            handovers=count("交接次数", "次", (2, 0), file, 24),
            critical_path=time,
        )

    return build


@pytest.fixture
def step() -> Callable[..., Step]:
    """A step from its name, holder and limit."""

    def build(name: str, holder: str = "业务股", limit: str = "1工作日", *acts: str, uncounted: str = "") -> Step:
        unit, _, post = holder.partition("/")
        return Step(
            key=name,
            name=name,
            number="",
            holders=(Holder(unit=unit, post=post),),
            limit=limit_of(limit),
            procedures=tuple(Procedure(name=act) for act in acts),
            uncounted=uncounted,
        )

    return build
