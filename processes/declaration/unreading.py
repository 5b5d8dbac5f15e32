"""The inverse of reading: a model value as the keys, texts and lists of a declaration, every fact under its own key.

What is given here reads as an equal value: ``matter_tree`` is proven by that in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, cast

from processes.declaration.flow_file import STEP, Branches, Entries, Exits, ParallelBranches
from processes.declaration.kinds import Table
from processes.declaration.matter_keys import AFTER, BEFORE, MATTER, PROCESS_KEYS, VERSION_KEYS
from processes.declaration.matter_parts import FEE, MATERIAL, STATUTORY_LIMIT, Bases, Fees, Materials, StatutoryLimits
from processes.declaration.procedures import PROCEDURE, Procedures
from processes.declaration.rows import Rows
from processes.declaration.shapes import Key, Shape
from processes.model.flow import BlockEntry, BranchDeclaration, Entry, Exit, StepEntry
from processes.model.limits import TimeLimit
from processes.model.matter import Basis, Matter, Outcome, Version
from processes.model.places import Place
from processes.model.vocabulary import KINDS, MatterType

Tree = str | list["Tree"] | dict[str, "Tree"]
"""A declaration as data: texts, lists and mappings, as YAML and JSON have them."""

NONE = "无"
_NO_FEES = "不收费"
_VERSION_FIELDS = frozenset(key.field for key in VERSION_KEYS)
_OWN_KEYS = {key.field: key for key in (*PROCESS_KEYS, *VERSION_KEYS)}


@dataclass(frozen=True, slots=True)
class Declared:
    """A matter as a declaration; ``inherited`` are the keys whose values come from 默认 of the plan or department."""

    tree: dict[str, Tree]
    inherited: tuple[str, ...]


def matter_tree(matter: Matter) -> Declared:
    """The declaration of a matter, complete: read anywhere, without any 默认, it gives an equal matter."""
    tree: dict[str, Tree] = {}
    for key in MATTER.keys:
        if key.name in (BEFORE.name, AFTER.name) or (key.field in _VERSION_FIELDS and not _is_common(matter, key)):
            continue
        owner = matter.before if key.field in _VERSION_FIELDS else matter
        if _is_said(owner, key) and not (key.field == "kind" and _goes_without_saying(matter)):
            tree[key.name] = written(key.kind, getattr(owner, key.field))
    tree[BEFORE.name] = _before(matter)
    tree[AFTER.name] = _after(matter)
    return Declared(tree, tuple(name for name in tree if _is_inherited(matter, name)))


def _goes_without_saying(matter: Matter) -> bool:
    """Whether the 种类 is what reading takes where none is written."""
    unsaid = {MatterType.APPROVAL: KINDS[MatterType.APPROVAL][0], MatterType.OTHER: ""}
    return unsaid.get(matter.type) == matter.kind


def step_tree(entry: StepEntry) -> dict[str, Tree]:
    """The declaration of a step, with the branches in it."""
    return _mapping(STEP, entry)


def written(kind: object, value: Any) -> Tree:  # noqa: ANN401, C901, PLR0911, PLR0912 - any value of the model, one case a kind
    """A value as what ``kind`` reads."""
    match kind:
        case Entries():
            return [_entry(entry) for entry in value]
        case ParallelBranches():
            return [_branch(branch) for branch in value]
        case Branches():
            return {name: _side(branch) for name, branch in value.items()}
        case Exits():
            return _exits(value)
        case Procedures():
            return [_mapping(PROCEDURE, one) for one in value]
        case Materials():
            return [_mapping(MATERIAL, one) for one in value] or NONE
        case Fees():
            return [_mapping(FEE, one) for one in value] or _NO_FEES
        case Rows():
            return [_mapping(kind.shape, one) for one in value] or NONE
        case StatutoryLimits():
            return _mapping(STATUTORY_LIMIT, value)
        case Bases():
            return _bases(value)
        case Table():
            return {name: written(kind.kind, one) for name, one in value.items()}
    match value:
        case bool():
            return "是" if value else "否"
        case TimeLimit() | int():
            return str(value)
        case tuple():
            return [str(one) for one in value] or NONE
        case _:
            return str(value) or NONE


def _mapping(shape: Shape, value: object) -> dict[str, Tree]:
    """The keys of a shape that say something."""
    return {key.name: written(key.kind, getattr(value, key.field)) for key in shape.keys if _is_said(value, key)}


def _is_said(value: object, key: Key) -> bool:
    """Whether the key has to be written: it is required, has a place of its own, or is not what unsaid would give."""
    said = cast("Mapping[str, object]", getattr(value, "places", {}))
    content = getattr(value, key.field)
    if content is None or (content == "" and not key.may_be_none):
        return False
    default = _defaults(type(value)).get(key.field, MISSING)
    return key.required or default is MISSING or content != default or (key.field in said and key.may_be_none)


_DEFAULTS: dict[type, dict[str, object]] = {}


def _defaults(kind: type) -> dict[str, object]:
    """Field → what it is where nothing is said."""
    if kind not in _DEFAULTS:
        _DEFAULTS[kind] = {one.name: _default(one) for one in fields(kind)}
    return _DEFAULTS[kind]


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _entry(entry: Entry) -> dict[str, Tree]:
    if isinstance(entry, BlockEntry):
        return {"并联": written(STEP.index["并联"].kind, entry.branches)}
    return _mapping(STEP, entry)


def _branch(entries: tuple[Entry, ...]) -> dict[str, Tree]:
    return _entry(entries[0]) if len(entries) == 1 else {"依次": [_entry(entry) for entry in entries]}


def _side(branch: BranchDeclaration) -> Tree:
    return [_entry(entry) for entry in branch.entries] or NONE


def _exits(exits: tuple[Exit, ...]) -> Tree:
    if len(exits) == 1 and not exits[0].condition:
        return str(exits[0].target)
    return {one.condition: str(one.target) for one in exits}


def _bases(bases: Iterable[Basis]) -> Tree:
    found: dict[str, Tree] = {}
    for one in bases:
        cast("list[Tree]", found.setdefault(str(one.rank), [])).append(one.text)
    return found or NONE


# ---------------------------------------------------------------------------------------------- versions


def _is_common(matter: Matter, key: Key) -> bool:
    """Whether both versions have one word under the key: it stands outside of them."""
    return _is_shared(matter, key.field)


def _is_shared(matter: Matter, part: str) -> bool:
    after = matter.after
    if after is None:
        return True
    before = matter.before
    if part not in before.places and part not in after.places:
        return bool(getattr(before, part) == getattr(after, part))
    return part in before.places and after.places.get(part) == before.places[part]


def _before(matter: Matter) -> dict[str, Tree]:
    version = matter.before
    return {
        key.name: written(key.kind, getattr(version, key.field))
        for key in BEFORE.keys
        if _is_said(version, key) and not (key.field in _VERSION_FIELDS and _is_shared(matter, key.field))
    }


def _after(matter: Matter) -> Tree:
    if matter.after is None:
        return {"取消": matter.cancel_reason} if matter.cancel_reason else str(Outcome.CANCELLED)
    if matter.outcome is Outcome.UNCHANGED:
        return str(Outcome.UNCHANGED)
    tree: dict[str, Tree] = {}
    for key in AFTER.keys:
        if key.field == "devolved_to" and matter.devolved_to:
            tree[key.name] = matter.devolved_to
        elif key.field in _OWN_KEYS and _is_changed(matter.after, matter.before, key.field):
            value = getattr(matter.after, key.field)
            if key.field == "branches":
                value = {name: one for name, one in value.items() if matter.before.branches.get(name) != one}
            tree[key.name] = written(key.kind, value)
    _leave_to_before(tree.get("材料"), written(Materials(), matter.before.materials))
    return tree


_OF_BOTH = ("来源", "依据", "可共享")
"""Facts of a material that hold for both versions (declaration format §2)."""


def _leave_to_before(after: Tree | None, before: Tree) -> None:
    """Take out of the materials of 优化后 what 优化前 says of the same ones."""
    said = {one["名称"]: one for one in before if isinstance(one, dict)} if isinstance(before, list) else {}
    for one in after if isinstance(after, list) else ():
        if isinstance(one, dict):
            old = said.get(one["名称"], {})
            for key in _OF_BOTH:
                if key in one and one[key] == old.get(key):
                    del one[key]


def _is_changed(after: Version, before: Version, part: str) -> bool:
    if part == "source":
        return bool(after.source)
    if part == "branches":
        return after.branches != before.branches
    return part in after.places and after.places[part] != before.places.get(part)


def _is_inherited(matter: Matter, name: str) -> bool:
    key = MATTER.index[name]
    if key.field == "branches":
        places: list[Place] = [one.place for one in matter.before.branches.values()]
        return bool(places) and all(place.file != matter.file for place in places)
    place = (matter.before if key.field in _VERSION_FIELDS else matter).places.get(key.field)
    return isinstance(place, Place) and place.file != matter.file
