"""The ten prescribed forms (附件1–10) as values: cells that know where their content comes from.

A form is one module with what :class:`Annex` lists, found by walking this package; adding one edits no other file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Protocol, cast

from engine.annexes.form import Form
from processes.model.department import Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

CODE_PREFIX = "附件"


class Annex(Protocol):
    """A form's module."""

    CODE: str
    """附件6."""
    NAME: str
    """工作流程优化对比台账, as in file names."""

    def fill(self, department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form:
        """The form of one department."""
        ...

    def fill_city(self, plan: Plan, departments: Iterable[tuple[Department, Sequence[CheckedMatter]]]) -> Form:
        """The form of the whole city."""
        ...


@cache
def annexes() -> Mapping[str, Annex]:
    """The module of every form, by its code, in the order of the numbers."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    forms = [cast("Annex", module) for module in modules if hasattr(module, "CODE")]
    forms.sort(key=lambda form: int(form.CODE.removeprefix(CODE_PREFIX)))
    return MappingProxyType({form.CODE: form for form in forms})
