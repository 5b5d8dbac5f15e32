"""What follows from 附件10: the changes to make on each platform, matter after matter, field after field.

附件10 has a row for a field and names all platforms in it; here each platform has its own list, as the work is done.
A matter that is newly published has all of its fields (附件7, 附件8) to be entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from engine.annexes.annex10 import PUBLISHED, UNPUBLISHED, changes_of
from engine.annexes.form import Align, Cell, Column, Form, headings
from engine.annexes.published import FLOWCHART, NOT_DECLARED, REDRAWN, PublishedChange, published_fields
from processes.model.department import Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

NO_PLATFORM = "没有写平台的事项"
"""Stands for the platform of matters that do not say on which they are published."""
WHOLE = "整个事项"
"""Label of what concerns a matter as a whole: it is to be deleted, or not to be published any more."""
BOX = "☐"

NAME = "网上公示信息更改清单"


@dataclass(frozen=True, slots=True)
class Task:
    """A field to change: its ``label``, what the platform says now, what it is to say.

    ``key`` names the task as long as what is to be done stays the same. ``is_text``: ``new`` is to be entered as it
    stands; otherwise it says what to do.
    """

    key: str
    label: str
    old: str
    new: str
    is_text: bool


@dataclass(frozen=True, slots=True)
class MatterTasks:
    """The fields of a matter; ``chart``: the name of its new flowchart among the products, empty if it stays."""

    department: str
    name: str
    tasks: tuple[Task, ...]
    chart: str = ""


@dataclass(frozen=True, slots=True)
class PlatformTasks:
    """What is to be changed on a platform."""

    platform: str
    matters: tuple[MatterTasks, ...]

    @property
    def count(self) -> int:
        """Fields to change."""
        return sum(len(matter.tasks) for matter in self.matters)


@dataclass(frozen=True, slots=True)
class Following:
    """All of it, of ``owner`` (a department's full name or the city); platforms in the plan's order."""

    owner: str
    platforms: tuple[PlatformTasks, ...]

    @property
    def count(self) -> int:
        """Fields to change, on all platforms together."""
        return sum(platform.count for platform in self.platforms)


def following(
    owner: str,
    plan: Plan,
    declared: Iterable[tuple[Department, Sequence[CheckedMatter]]],
    charts: Mapping[str, str],
) -> Following:
    """What to change. ``charts``: matter file → name of its chart among the products. Secret matters are left out."""
    found: dict[str, list[MatterTasks]] = {str(name): [] for name in plan.platforms}
    for department, matters in declared:
        for checked in matters:
            fields = list(_fields(checked, department))
            redrawn = any(one.label == FLOWCHART for one in fields)
            chart = charts.get(checked.matter.file, "") if redrawn else ""
            for platform in checked.matter.platforms or (NO_PLATFORM,) if fields else ():
                tasks = tuple(_task(platform, department, checked, one) for one in fields)
                listed = found.setdefault(str(platform), [])
                listed.append(MatterTasks(department.name, checked.matter.name, tasks, chart))
    return Following(owner, tuple(PlatformTasks(name, tuple(listed)) for name, listed in found.items() if listed))


def _fields(checked: CheckedMatter, department: Department) -> Iterator[PublishedChange]:
    """The rows of 附件10; of a matter that is newly published, every field instead of the one row."""
    for one in changes_of(checked, department):
        if one.new.value == PUBLISHED and checked.after is not None:
            for label, cell in published_fields(checked, checked.after, department):
                yield PublishedChange(label, Cell(UNPUBLISHED), cell)
        else:
            yield one


def _task(platform: str, department: Department, checked: CheckedMatter, one: PublishedChange) -> Task:
    old, new = str(one.old.value), str(one.new.value)
    named = f"{platform}\0{department.name}\0{checked.matter.name}\0{one.label}\0{new}"
    key = sha256(named.encode()).hexdigest()[:16]
    is_text = bool(one.label) and not new.startswith((REDRAWN, NOT_DECLARED))
    return Task(key, one.label or WHOLE, old, new, is_text=is_text)


def following_form(found: Following, plan: Plan) -> Form:
    """The list as a form with a column to tick: a row for each platform and field."""
    columns = (
        Column("index", "序号", width=5),
        Column("platform", "平台", width=16, align=Align.LEFT),
        Column("department", "部门", width=10),
        Column("name", "事项名称", width=18, align=Align.LEFT),
        Column("label", "项目", width=12),
        Column("old", "现在公示的", width=34, align=Align.LEFT),
        Column("new", "改成", width=34, align=Align.LEFT),
        Column("done", "已改", width=6),
    )
    texts = [
        (platform.platform, matter.department, matter.name, task.label, task.old, task.new, BOX)
        for platform in found.platforms
        for matter in platform.matters
        for task in matter.tasks
    ]
    return Form(
        code="更改清单",
        label="",
        title=plan.heading + NAME,
        unit_name=found.owner,
        headings=headings(columns, 1),
        columns=columns,
        header_rows=1,
        rows=tuple((Cell(number), *map(Cell, row)) for number, row in enumerate(texts, 1)),
        notes=("按平台逐项更改,改好一项在“已改”栏打√;内容和附件10相同,一个平台一行。",),
        sign_left="单位名称:",
        sign_right="更改人签字:",
    )


def by_department(matters: Iterable[MatterTasks]) -> Iterator[tuple[str, tuple[MatterTasks, ...]]]:
    """Department → its matters, in order."""
    for name, group in groupby(matters, key=lambda matter: matter.department):
        yield name, tuple(group)
