"""联审联批 as a network: the rows of a version, what each takes and what each waits for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil

from engine.diff.days import CONVERTED, NATURAL_PER_WORKING_DAY
from processes.model.folding import fold_name
from processes.model.limits import NO_LIMIT, DayKind, TimeLimit
from processes.model.matter import Matter, VersionLabel
from processes.model.plan import Switches
from processes.model.project import Project, Task
from processes.model.workspace import Workspace


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


def is_endless(task: Task, limit: TimeLimit, label: VersionLabel, workspace: Workspace) -> bool:
    """Whether the row says 无, or has its limit from a matter that says so; a cancelled matter takes no time."""
    if task.limit is not None:
        return limit.is_none
    tied = workspace.named(task.matter)
    return limit.is_none and tied is not None and (label is VersionLabel.BEFORE or tied.after is not None)


def departments_of(task: Task) -> tuple[str, ...]:
    """Who handles the row, the leading one first; the department of the matter to which it is tied if it says none."""
    return task.departments or ((task.matter.partition("/")[0],) if task.matter else ())


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
    position = {name: index for index, name in enumerate(waiting)}
    followers: dict[str, list[str]] = {name: [] for name in waiting}
    open_before = {name: len(before) for name, before in waiting.items()}
    for name, before in waiting.items():
        for one in before:
            followers[one].append(name)
    ordered: dict[str, tuple[str, ...]] = {}
    ready = [name for name, count in open_before.items() if not count]
    while ready:
        following: list[str] = []
        for name in ready:
            ordered[name] = waiting[name]
            for one in followers[name]:
                open_before[one] -= 1
                if not open_before[one]:
                    following.append(one)
        ready = sorted(following, key=position.__getitem__)
    return ordered if len(ordered) == len(waiting) else {}
