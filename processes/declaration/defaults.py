"""默认: values for all matters, or for those of a type, in the plan and in a department; the nearest wins."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from typing import Any

from processes.declaration.matter_keys import DEFAULT_KEYS, Defaults
from processes.declaration.shapes import Key, Shape
from processes.model.places import Place
from processes.model.vocabulary import MatterType

ALL_MATTERS = "所有事项"


def _collect(*, place: Place, places: MappingABC[str, Place], **fields: Any) -> Defaults:  # noqa: ANN401 - any kind of value
    return {name: (value, places.get(name, place)) for name, value in fields.items()}


def _blocks(*, place: Place, places: MappingABC[str, Place], **fields: Defaults) -> dict[str, Defaults]:  # noqa: ARG001 - the shape's call
    return dict(fields)


DEFAULT_VALUES = Shape("默认值", DEFAULT_KEYS, _collect)

DEFAULTS = Shape(
    "默认",
    tuple(Key(scope, scope, DEFAULT_VALUES, f"{scope}的默认值") for scope in (ALL_MATTERS, *MatterType)),
    _blocks,
)
"""Reads into scope → field → (value, place)."""


def merge(plan: MappingABC[str, Defaults], department: MappingABC[str, Defaults]) -> dict[MatterType, Defaults]:
    """For each type the defaults that apply: 单位(类型), 单位(所有事项), 方案(类型), 方案(所有事项), the first wins."""
    merged: dict[MatterType, Defaults] = {}
    for kind in MatterType:
        values: dict[str, tuple[Any, Place]] = {}
        for blocks in (plan, department):
            for scope in (ALL_MATTERS, kind.value):
                for name, (value, place) in blocks.get(scope, {}).items():
                    inherited = values.get(name)
                    # Side branches are joined by name; every other value is replaced whole.
                    joined = {**inherited[0], **value} if name == "branches" and inherited else value
                    values[name] = (joined, place)
        merged[kind] = values
    return merged
