"""联审联批 as a network: how long the rows take when each starts as soon as its 先办 are finished."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from engine.diff.days import CONVERTED, NATURAL_PER_WORKING_DAY
from processes.model.folding import fold_name
from processes.model.limits import NO_LIMIT, DayKind, TimeLimit
from processes.model.matter import Matter, VersionLabel
from processes.model.plan import Switches
from processes.model.project import Project, Task
from processes.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Way:
    """The longest way through the rows: its length in days of one kind, and the rows on it in their order."""

    days: Fraction
    kind: DayKind
    tasks: tuple[Task, ...]


def tasks_of(project: Project, label: VersionLabel) -> tuple[Task, ...]:
    """The rows of one version."""
    return project.before if label is VersionLabel.BEFORE else project.after


def limits_of(project: Project, label: VersionLabel, workspace: Workspace) -> tuple[TimeLimit, ...]:
    """The limit of each row: as written in it, else that of the matter to which it is tied.

    A row that is tied to a cancelled matter takes no time.
    """
    return tuple(
        task.limit if task.limit is not None else _limit(workspace.named(task.matter), label)
        for task in tasks_of(project, label)
    )


def _limit(matter: Matter | None, label: VersionLabel) -> TimeLimit:
    version = matter and (matter.before if label is VersionLabel.BEFORE else matter.after)
    return version.limit if version else NO_LIMIT


def common_kind(limits: Iterable[TimeLimit], switches: Switches) -> DayKind | None:
    """The kind of day in which all the limits can be reckoned; None if both kinds occur and the city converts none."""
    kinds = {limit.day_kind for limit in limits if limit.day_kind and limit.days}
    if len(kinds) > 1 and switches.mixed_days != CONVERTED:
        return None
    return DayKind.NATURAL if DayKind.NATURAL in kinds else DayKind.WORKING


def days_in(limit: TimeLimit, kind: DayKind) -> Fraction:
    """The limit in days of that kind; of working days as natural ones a part of a day counts as a day."""
    if kind is DayKind.NATURAL and limit.day_kind is DayKind.WORKING:
        return Fraction(ceil(limit.days * NATURAL_PER_WORKING_DAY))
    return limit.days


def predecessors(tasks: Sequence[Task]) -> dict[str, tuple[str, ...]]:
    """Folded name → folded 先办 of each row, in an order in which every row comes after those it waits for.

    Empty when the rows wait for each other in a ring, which is an error by itself.
    """
    known = {fold_name(task.name) for task in tasks}
    waiting = {
        fold_name(task.name): tuple(name for one in task.predecessors if (name := fold_name(one)) in known)
        for task in tasks
    }
    ordered: dict[str, tuple[str, ...]] = {}
    while waiting:
        ready = [name for name, before in waiting.items() if all(one in ordered for one in before)]
        if not ready:
            return {}
        ordered |= {name: waiting.pop(name) for name in ready}
    return ordered


def longest_way(tasks: Sequence[Task], limits: Sequence[TimeLimit], kind: DayKind) -> Way:
    """The critical path; of equally long ones that which was declared first. No days where 先办 go in a ring."""
    by_name = {fold_name(task.name): (task, limit) for task, limit in zip(tasks, limits, strict=True)}
    nothing = Way(Fraction(0), kind, ())
    found: dict[str, Way] = {}
    for name, before in predecessors(tasks).items():
        task, limit = by_name[name]
        so_far = max((found[one] for one in before), key=_length, default=nothing)
        found[name] = Way(so_far.days + days_in(limit, kind), kind, (*so_far.tasks, task))
    return max(found.values(), key=_length, default=nothing)


def _length(way: Way) -> Fraction:
    return way.days
