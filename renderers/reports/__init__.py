"""Reports in words: one format a file, found by walking this package.

A format is a module with NAME (what ``--format`` calls it), SUFFIX (of a file in it) and ``render(report, style)``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.reports.report import Report
    from renderers.reports.style import Style


class ReportFormat(Protocol):
    """What a module of this package offers."""

    NAME: str
    SUFFIX: str

    def render(self, report: Report, style: Style = ...) -> str:
        """The report as text, ending in a line break."""
        ...


@cache
def formats() -> Mapping[str, ReportFormat]:
    """All formats by NAME, in alphabetical order."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found = [cast("ReportFormat", module) for module in modules if hasattr(module, "render")]
    return MappingProxyType({module.NAME: module for module in sorted(found, key=lambda module: module.NAME)})
