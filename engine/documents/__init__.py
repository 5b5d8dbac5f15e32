"""文书: documents drafted from the declarations, one kind a file, found by walking this package.

A kind is a module with NAME (what ``--文种`` calls it), PURPOSE (a line of help), and one or both of ``write`` (of a
department; None when it does not concern it) and ``write_city``. Every one of them goes through many hands, and some
hang on a wall, so that no secret matter (涉密) is named in any; numbers that are filed elsewhere too contain them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Protocol, cast

from engine.documents.document import Document
from processes.model.department import Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

Declared = tuple[Department, Sequence[CheckedMatter]]
"""A department and those of its matters that hold together."""


class Kind(Protocol):
    """A kind of document."""

    NAME: str
    PURPOSE: str


class DepartmentKind(Kind, Protocol):
    """A document that a department has."""

    def write(self, department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Document | None:
        """The document of one department; None when it does not concern it (不涉及)."""
        ...


class CityKind(Kind, Protocol):
    """A document that the whole city has."""

    def write_city(self, plan: Plan, declared: Sequence[Declared]) -> Document:
        """The document of the city; departments in the plan's order."""
        ...


def kinds() -> Mapping[str, Kind]:
    """Every kind by its NAME, in the order of the names of their files."""
    return _found("NAME")


def department_kinds() -> Mapping[str, DepartmentKind]:
    """Those that a department has."""
    return cast("Mapping[str, DepartmentKind]", _found("write"))


def city_kinds() -> Mapping[str, CityKind]:
    """Those that the city has."""
    return cast("Mapping[str, CityKind]", _found("write_city"))


@cache
def _found(name: str) -> Mapping[str, Kind]:
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found = [cast("Kind", module) for module in modules if hasattr(module, "NAME") and hasattr(module, name)]
    return MappingProxyType({kind.NAME: kind for kind in found})
