"""Everything one project folder declares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from processes.model.calendar import CalendarYear
from processes.model.department import Department
from processes.model.lists import PublishedList
from processes.model.matter import Matter
from processes.model.plan import Plan
from processes.model.project import Project


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """The folder with 方案.yaml: plan, departments and matters in the plan's order, projects, calendar years, lists.

    ``matters`` holds those of all departments, ordered by department (plan's order), then by file name.
    """

    plan: Plan
    departments: tuple[Department, ...] = ()
    matters: tuple[Matter, ...] = ()
    projects: tuple[Project, ...] = ()
    calendar_years: tuple[CalendarYear, ...] = ()
    lists: tuple[PublishedList, ...] = ()

    def department(self, name: str) -> Department | None:
        """The department called ``name`` (short name), if its folder exists."""
        return self._departments.get(name)

    def matters_of(self, department: str) -> tuple[Matter, ...]:
        """The matters of one department, in file-name order."""
        return self._matters.get(department, ())

    def named(self, path: str) -> Matter | None:
        """The matter that is called so in 联审联批: 单位/事项名称."""
        return self.matter_names.get(path)

    @cached_property
    def matter_names(self) -> dict[str, Matter]:
        """单位/事项名称 → the matter."""
        return {f"{matter.department}/{matter.name}": matter for matter in self.matters}

    @cached_property
    def _departments(self) -> dict[str, Department]:
        return {department.name: department for department in self.departments}

    @cached_property
    def _matters(self) -> dict[str, tuple[Matter, ...]]:
        found: dict[str, list[Matter]] = {}
        for matter in self.matters:
            found.setdefault(matter.department, []).append(matter)
        return {name: tuple(matters) for name, matters in found.items()}
