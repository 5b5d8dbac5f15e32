"""A project in both versions: its networks in time, its ceiling, and for 一件事 the materials of all its matters."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.diff.days import CONVERTED
from engine.projects.materials import JointMaterials, joint_materials
from engine.projects.network import common_kind, days_in, is_endless, limits_of, tasks_of
from engine.projects.schedule import Schedule, schedule_of
from processes.model.limits import DayKind, TimeLimit
from processes.model.matter import VersionLabel
from processes.model.plan import Switches
from processes.model.project import Project
from processes.model.workspace import Workspace

MIXED = "有的行是工作日,有的行是自然日,加不到一起;要折算的在方案写“混合日: 折算”"
RING = "各行的“先办”互相等着,排不出先后"


@dataclass(frozen=True, slots=True)
class ProjectVersion:
    """One version in its time. ``obstacle`` says why there is no time to show, and then nothing else is told.

    ``ceiling`` is in days of the schedule's kind, None where it cannot be compared or there is none. ``endless`` are
    the rows without any limit (无), which are reckoned as taking no time. ``is_converted``: working days stand as
    natural ones.
    """

    label: VersionLabel
    schedule: Schedule
    ceiling: Fraction | None
    endless: tuple[str, ...] = ()
    is_converted: bool = False
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class ProjectOverview:
    """Both versions of a project. ``ceiling`` as declared (上限, else the plan's 联审联批 target)."""

    project: Project
    ceiling: TimeLimit
    before: ProjectVersion
    after: ProjectVersion
    materials: JointMaterials

    @property
    def obstacle(self) -> str:
        """Why neither version has a time to show; empty if one of them has."""
        return self.after.obstacle if self.before.obstacle else ""

    @property
    def is_comparable(self) -> bool:
        """Whether both versions are in days of one kind."""
        both = (self.before, self.after)
        return not any(one.obstacle for one in both) and self.before.schedule.kind is self.after.schedule.kind


def overview_of(project: Project, workspace: Workspace) -> ProjectOverview:
    """Both versions, in days of one kind wherever the city's rule for mixed days (口径.混合日) allows it."""
    ceiling = project.ceiling or workspace.plan.targets.joint_limit
    both = {label: limits_of(project, label, workspace) for label in VersionLabel}
    switches = workspace.plan.switches
    together = common_kind((*both[VersionLabel.BEFORE], *both[VersionLabel.AFTER], ceiling), switches)
    before, after = (
        _version(project, label, limits, ceiling, together or common_kind(limits, switches), workspace)
        for label, limits in both.items()
    )
    return ProjectOverview(project, ceiling, before, after, joint_materials(project, workspace))


def _version(  # noqa: PLR0913 - a version and how it is reckoned
    project: Project,
    label: VersionLabel,
    limits: tuple[TimeLimit, ...],
    ceiling: TimeLimit,
    kind: DayKind | None,
    workspace: Workspace,
) -> ProjectVersion:
    if kind is None:
        return ProjectVersion(label, Schedule(DayKind.WORKING, (), ()), None, obstacle=f"{label}{MIXED}")
    tasks = tasks_of(project, label)
    schedule = schedule_of(tasks, limits, kind)
    if tasks and not schedule.activities:
        return ProjectVersion(label, schedule, None, obstacle=f"{label}{RING}")
    return ProjectVersion(
        label,
        schedule,
        _ceiling(ceiling, kind, workspace.plan.switches),
        endless=tuple(
            task.name for task, limit in zip(tasks, limits, strict=True) if is_endless(task, limit, label, workspace)
        ),
        is_converted=kind is DayKind.NATURAL and any(one.day_kind is DayKind.WORKING for one in (*limits, ceiling)),
    )


def _ceiling(ceiling: TimeLimit, kind: DayKind, switches: Switches) -> Fraction | None:
    """The ceiling in days of that kind, if it can be had in them."""
    converted = kind is DayKind.NATURAL and switches.mixed_days == CONVERTED
    if ceiling.is_none or not (ceiling.day_kind in (kind, None) or converted):
        return None
    return days_in(ceiling, kind)
