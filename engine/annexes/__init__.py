"""The ten prescribed forms (附件1–10) as values: cells that know where their content comes from.

A form is one module, found by walking this package; adding one edits no other file. It has a CODE (附件6), a NAME as in
file names (工作流程优化对比台账), and one or more of ``fill``, ``fill_city`` and ``fill_matter``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Protocol, cast

from engine.annexes.form import Card, Form
from processes.model.department import Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

CODE_PREFIX = "附件"

Declared = tuple[Department, Sequence[CheckedMatter]]
"""A department and those of its matters that hold together."""


class Annex(Protocol):
    """A form's module."""

    CODE: str
    """附件6."""
    NAME: str
    """工作流程优化对比台账."""


class DepartmentAnnex(Annex, Protocol):
    """A form that every department files."""

    def fill(self, department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form | None:
        """The form of one department; None when it does not concern the department (不涉及)."""
        ...


class CityAnnex(Annex, Protocol):
    """A form that has a roll-up of the whole city."""

    def fill_city(self, plan: Plan, departments: Iterable[Declared]) -> Form:
        """The form of the whole city."""
        ...


class MatterAnnex(Annex, Protocol):
    """A form that is filed for each matter."""

    def fill_matter(self, department: Department, plan: Plan, matter: CheckedMatter) -> Card | None:
        """The form of one matter; None when it does not concern the matter."""
        ...


def annexes() -> Mapping[str, Annex]:
    """The module of every form, by its code, in the order of the numbers."""
    return _found("CODE")


def department_annexes() -> Mapping[str, DepartmentAnnex]:
    """Those that every department files."""
    return cast("Mapping[str, DepartmentAnnex]", _found("fill"))


def city_annexes() -> Mapping[str, CityAnnex]:
    """Those that have a roll-up of the city."""
    return cast("Mapping[str, CityAnnex]", _found("fill_city"))


def matter_annexes() -> Mapping[str, MatterAnnex]:
    """Those that are filed for each matter."""
    return cast("Mapping[str, MatterAnnex]", _found("fill_matter"))


@cache
def _found(name: str) -> Mapping[str, Annex]:
    """The forms that have ``name``."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    forms = [cast("Annex", module) for module in modules if hasattr(module, "CODE") and hasattr(module, name)]
    forms.sort(key=lambda form: int(form.CODE.removeprefix(CODE_PREFIX)))
    return MappingProxyType({form.CODE: form for form in forms})
