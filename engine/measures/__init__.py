"""What is counted in a process: one measure a file, found by walking this package.

A measure is a module with NAME (Chinese, first word of its docstring), UNIT and ``measure(process, switches)``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.measures.measured import Measured
    from processes.model.plan import Switches
    from processes.model.process import Process


class Measure(Protocol):
    """What a module of this package offers."""

    NAME: str
    UNIT: str

    def measure(self, process: Process, switches: Switches) -> Measured:
        """The quantity of one version, read as ``switches`` say."""
        ...


@cache
def measures() -> Mapping[str, Measure]:
    """All measures, by the names of their files (``steps``, ``materials`` …), in alphabetical order."""
    modules = {module.name: import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)}
    return MappingProxyType(
        {name: cast("Measure", module) for name, module in sorted(modules.items()) if hasattr(module, "measure")}
    )
