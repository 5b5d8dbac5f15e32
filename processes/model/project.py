"""项目: several matters approved together (联审联批, 一件事), a network of departments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from processes.model.limits import TimeLimit
from processes.model.places import Placed, Text
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Placed):
    """办理: one row of a project; ``after`` (先办) names the rows that must be finished first.

    ``matter`` is ``单位/事项`` when the row is tied to a matter file, which then gives department and limit.
    """

    name: str
    departments: tuple[Text, ...] = ()
    limit: TimeLimit | None = None
    predecessors: tuple[Text, ...] = ()
    matter: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Placed):
    """A project file of 联审联批/."""

    file: str
    name: str
    lead: str
    category: str = "重点项目"
    prerequisites: tuple[Text, ...] = ()
    ceiling: TimeLimit | None = None
    before: tuple[Task, ...] = ()
    after: tuple[Task, ...] = ()
    remark: str = ""
    acceptances: Mapping[str, Text] = field(default_factory=dict)
