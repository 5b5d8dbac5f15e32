"""The history straight from the events is the one that the whole fold of a case gives."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from engine.cases.course import fold
from engine.cases.definition import Definition, definition_of
from engine.cases.histories import life_of
from engine.cases.history import History, Stay
from engine.cases.migrating import Migrator
from engine.cases.times import beijing_day
from processes.checking import check_project
from processes.model.case import EventKind
from processes.model.matter import VersionLabel
from processes.model.plan import Switches
from tests.declaring import Declared
from tests.engine.cases.lives import BEGIN, lived

SAMPLES = Path(__file__).parents[3] / "samples"
Key = tuple[str, VersionLabel]


def ordered(history: History) -> History:
    """With its stays in an order of their own: branches that begin together begin in no order."""
    return replace(history, stays=tuple(sorted(history.stays, key=str)))


def definitions_of(root: Path) -> list[dict[Key, Definition]]:
    """For each matter of a project its versions."""
    found = []
    for number, one in enumerate(check_project(root).matters):
        labels = [VersionLabel.BEFORE, *([VersionLabel.AFTER] if one.after else [])]
        made = (definition_of(one, label, f"{number}", Switches()) for label in labels)
        found.append({(definition.digest, definition.label): definition for definition in made})
    return found


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_random_cases_of_the_samples_have_the_history_of_the_whole_fold(sample: str) -> None:
    """With pauses, 补正, deemed acceptance, parallel branches, and a new definition half-way."""
    happened: set[EventKind] = set()
    for seed, definitions in enumerate(definitions_of(SAMPLES / sample)):
        versions = list(definitions.values())
        migrator = Migrator(versions[0], versions[1]) if len(versions) > 1 else None
        for number in range(8):
            dice = random.Random(seed * 100 + number)  # noqa: S311 - a sample, no secret
            course = lived(dice, definitions, dice.choice(versions), migrator)
            happened |= {event.kind for event in course.events}
            life = life_of(course.events, definitions, date.max)
            assert life is not None
            assert ordered(life.history) == ordered(course.history), course.events
            assert life.definition is course.definition
            day = beijing_day(dice.choice(course.events).at)
            cut = fold([event for event in course.events if beijing_day(event.at) <= day], definitions)
            then = life_of(course.events, definitions, day)
            assert then is not None
            assert ordered(then.history) == ordered(cut.history)
    if sample == "hailin":
        assert happened == set(EventKind) - {EventKind.CARDED}


def test_what_comes_in_later_is_not_there_yet(declare: Callable[[str], Declared]) -> None:
    """The day before it has no history."""
    one = definition_of(declare("").checked_matter, VersionLabel.BEFORE, "1", Switches())
    definitions = {(one.digest, one.label): one}
    course = lived(random.Random(1), definitions, one)  # noqa: S311 - a sample, no secret
    first = beijing_day(course.events[0].at)
    assert life_of(course.events, definitions, first - timedelta(1)) is None
    assert life_of(course.events, definitions, first) is not None


def test_the_end_of_a_period_stands_in_the_event_of_acceptance(declare: Callable[[str], Declared]) -> None:
    """Whole fold and history alike."""
    one = definition_of(declare("").checked_matter, VersionLabel.BEFORE, "1", Switches())
    definitions = {(one.digest, one.label): one}
    opened, *_ = lived(random.Random(1), definitions, one).events  # noqa: S311 - a sample, no secret
    accepted = replace(
        opened, kind=EventKind.MOVED, node="受理", event="符合受理条件", names=(), effective=date(2018, 4, 30), at=BEGIN
    )
    events = (replace(opened, at=BEGIN, names=one.route.materials), accepted)
    life = life_of(events, definitions, date.max)
    assert life is not None
    assert ordered(life.history) == ordered(fold(events, definitions).history)
    assert (life.history.accepted_on, life.history.period_ended) == (date(2018, 3, 1), date(2018, 4, 30))
    assert life.history.stays == (Stay("受理", date(2018, 3, 1), date(2018, 3, 1)), Stay("审查", date(2018, 3, 1)))
