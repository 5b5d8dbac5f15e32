"""Changes of the materials (材料)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from engine.diff.changes.sides import Sides
from processes.model.matter import Material
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialRemoved(Sides):
    """A material no longer asked for."""

    code: ClassVar[str] = "material-removed"
    material: Material


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialAdded(Sides):
    """A material newly asked for."""

    code: ClassVar[str] = "material-added"
    material: Material


class MaterialAspect(StrEnum):
    """What can change about a material that stays."""

    COPIES = "份数"
    SOURCE = "来源"
    BASIS = "依据"
    SHARED = "可共享"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialChanged(Sides):
    """A material that stays with other copies, source, basis or sharing; ``aspects`` is never empty."""

    code: ClassVar[str] = "material-changed"
    before: Material
    after: Material
    aspects: tuple[MaterialAspect, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialReplaced(Sides):
    """Materials that go on as others, fewer or more of them (沿自, or alike by name): no reduction."""

    code: ClassVar[str] = "material-replaced"
    before: tuple[Material, ...]
    after: tuple[Material, ...]


MaterialChange = MaterialRemoved | MaterialAdded | MaterialChanged | MaterialReplaced
