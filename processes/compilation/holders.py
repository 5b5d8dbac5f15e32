"""承办 resolved: who the unit of a step is, as seen from the department."""

from __future__ import annotations

from collections.abc import Mapping

from processes.model.department import Department
from processes.model.flow import StepEntry
from processes.model.folding import fold_name
from processes.model.matter import Version
from processes.model.places import Text
from processes.model.plan import Plan
from processes.model.process import Holder, HolderKind

LEADER_SUFFIX = "领导"
"""Any name that ends so is our leaders (局领导, 办领导, 大队领导)."""


class HolderBook:
    """All units that may hold a file in one department: look-ups by name, remembered."""

    def __init__(self, plan: Plan, department: Department | None) -> None:
        """Index offices, departments of the plan and outside bodies; the department's own come first."""
        self.offices = frozenset(office.name for office in department.offices) if department else frozenset()
        self.departments = frozenset(plan.departments)
        self._offices = frozenset(map(fold_name, self.offices))
        self.own = department.name if department else ""
        outside = (*plan.outside_bodies, *(department.outside_bodies if department else ()))
        self.outside: Mapping[str, HolderKind] = {body.name: HolderKind(body.level) for body in outside}
        self._outside = {fold_name(name): kind for name, kind in self.outside.items()}
        self._kinds: dict[str, HolderKind | None] = {}

    @property
    def names(self) -> frozenset[str]:
        """Every name that is known as such."""
        return self.offices | self.departments | self.outside.keys()

    def kind(self, unit: str) -> HolderKind | None:
        """What ``unit`` is, or None if nobody knows it."""
        if unit not in self._kinds:
            self._kinds[unit] = self._find(fold_name(unit))
        return self._kinds[unit]

    def _find(self, unit: str) -> HolderKind | None:
        if unit in self._offices:
            return HolderKind.OFFICE
        if unit in self._outside:
            return self._outside[unit]
        if unit.endswith(LEADER_SUFFIX):
            return HolderKind.LEADER
        # 公安局交警大队 is a body of the department 公安局; our own offices are written without our name.
        if unit in self.departments or any(unit.startswith(name) for name in self.departments if name != self.own):
            return HolderKind.DEPARTMENT
        return None

    def resolve(self, text: Text) -> Holder | None:
        """``单位`` or ``单位/岗位``."""
        unit, _, post = text.partition("/")
        kind = self.kind(unit)
        return None if kind is None else Holder(unit=unit, post=post, kind=kind, place=text.place)


class Anybody(HolderBook):
    """Who holds a file does not matter to what is drawn: nobody is looked up."""

    def __init__(self) -> None:
        """Know no unit."""

    def resolve(self, text: Text) -> Holder | None:  # noqa: ARG002 - the signature of the book
        """Nobody."""
        return None


def unit_of(written: str) -> str:
    """The unit of ``单位`` or ``单位/岗位``."""
    return written.partition("/")[0]


def written_holders(entry: StepEntry, version: Version) -> tuple[Text, ...]:
    """承办 of a step: its own, else the version's written 承办 if that is exactly one, else nothing."""
    if entry.holders:
        return entry.holders
    return version.offices if len(version.offices) == 1 else ()
