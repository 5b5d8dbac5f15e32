"""Everything one project folder declares."""

from __future__ import annotations

from dataclasses import dataclass

from processes.model.calendar import CalendarYear
from processes.model.department import Department
from processes.model.matter import Matter
from processes.model.plan import Plan
from processes.model.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """The folder with 方案.yaml: plan, departments and matters in the plan's order, projects, own calendar years.

    ``matters`` holds those of all departments, ordered by department (plan's order), then by file name.
    """

    plan: Plan
    departments: tuple[Department, ...] = ()
    matters: tuple[Matter, ...] = ()
    projects: tuple[Project, ...] = ()
    calendar_years: tuple[CalendarYear, ...] = ()

    def department(self, name: str) -> Department | None:
        """The department called ``name`` (short name), if its folder exists."""
        return next((department for department in self.departments if department.name == name), None)

    def matters_of(self, department: str) -> tuple[Matter, ...]:
        """The matters of one department, in file-name order."""
        return tuple(matter for matter in self.matters if matter.department == department)
