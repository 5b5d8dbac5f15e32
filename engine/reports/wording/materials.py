"""材料 in words. A material that is replaced is not a material saved."""

from __future__ import annotations

from engine.diff.changes.materials import (
    MaterialAdded,
    MaterialAspect,
    MaterialChange,
    MaterialChanged,
    MaterialRemoved,
    MaterialReplaced,
)
from engine.diff.materials import ONE_COPY
from engine.reports.report import Item, Sign
from engine.reports.wording.parts import made
from processes.model.matter import Material


def material_item(change: MaterialChange) -> Item:
    """A change of materials in words."""
    match change:
        case MaterialRemoved(material=material):
            return made(change, Sign.GONE, before=[material.name])
        case MaterialAdded(material=material):
            return made(change, Sign.NEW, after=[material.name])
        case MaterialReplaced():
            olds, news = ([material.name for material in side] for side in (change.before, change.after))
            return made(change, Sign.REPLACED, before=olds, after=news)
        case MaterialChanged(before=old, after=new):
            details = [f"{aspect} {_said(old, aspect)}→{_said(new, aspect)}" for aspect in change.aspects]
            return made(change, Sign.CHANGED, before=[old.name], after=[new.name], details=details)


def _said(material: Material, aspect: MaterialAspect) -> str:
    match aspect:
        case MaterialAspect.COPIES:
            return material.copies or ONE_COPY
        case MaterialAspect.SOURCE:
            return material.source
        case MaterialAspect.BASIS:
            return material.basis
        case MaterialAspect.SHARED:
            return "是" if material.shared else "否"
