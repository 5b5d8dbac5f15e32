"""Changes of the materials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.diff.changes.materials import (
    MaterialAdded,
    MaterialAspect,
    MaterialChange,
    MaterialChanged,
    MaterialRemoved,
    MaterialReplaced,
)
from engine.diff.groups import Group
from engine.diff.named import is_replacement
from processes.model.folding import fold_name
from processes.model.matter import Material
from processes.model.places import Place

ONE_COPY = "1份"
"""附件7: “如未标记数量默认为一份”."""


def material_changes(
    groups: Sequence[Group[Material]], before_place: Place, after_place: Place
) -> Iterator[MaterialChange]:
    """What differs; ``before_place`` and ``after_place`` are those of 材料, where a missing one would stand."""
    for group in groups:
        before_places = tuple(material.place for material in group.before) or (before_place,)
        after_places = tuple(material.place for material in group.after) or (after_place,)
        if not group.after:
            yield MaterialRemoved(before_places=before_places, after_places=after_places, material=group.before[0])
        elif not group.before:
            yield MaterialAdded(before_places=before_places, after_places=after_places, material=group.after[0])
        elif is_replacement([one.name for one in group.before], [one.name for one in group.after]):
            yield MaterialReplaced(
                before_places=before_places, after_places=after_places, before=group.before, after=group.after
            )
        else:
            (old,), (new,) = group.before, group.after
            if aspects := tuple(_aspects(old, new)):
                yield MaterialChanged(
                    before_places=before_places, after_places=after_places, before=old, after=new, aspects=aspects
                )


def _aspects(old: Material, new: Material) -> Iterator[MaterialAspect]:
    """What differs. Copies belong to the version; the rest holds for both, so what one side leaves unsaid is equal."""
    if fold_name(old.copies or ONE_COPY) != fold_name(new.copies or ONE_COPY):
        yield MaterialAspect.COPIES
    if old.source and new.source and old.source != new.source:
        yield MaterialAspect.SOURCE
    if old.basis and new.basis and old.basis != new.basis:
        yield MaterialAspect.BASIS
    if old.shared is not None and new.shared is not None and old.shared != new.shared:
        yield MaterialAspect.SHARED
