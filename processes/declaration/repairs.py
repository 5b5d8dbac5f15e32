"""Edits that mend a slip in a key or an empty cell, where there is but one way."""

from __future__ import annotations

from collections.abc import Collection

from processes.declaration.nodes import Node, Scalar
from processes.model.findings import Edit
from processes.model.places import Place

_LEAST = 2
"""Characters of a key: of a single one nothing would be left to know it by."""


def respelt(key: Scalar, known: Collection[str], taken: Collection[str], place: Place) -> tuple[Edit, ...]:
    """The edit that makes ``key`` the only one of ``known`` that is a single slip away; none if that is ``taken``."""
    near = [name for name in known if one_slip(key.text, name)]
    if not key.offsets or len(near) != 1 or near[0] in taken or len(near[0]) < _LEAST:
        return ()
    return (Edit(place, len(key.text), near[0]),)


def filled(key: Scalar, value: Node, file: str) -> tuple[Edit, ...]:
    """The edit that writes 无 behind the colon of ``key``, behind which nothing is written, or in place of ``~``."""
    if type(value) is not Scalar or not key.offsets or value.line != key.line:
        return ()
    if value.text:
        return (Edit(Place(file, value.line + 1, value.column + 1), len(value.text), "无"),) if value.offsets else ()
    behind = key.column + len(key.text) + 1
    # libyaml puts a value that is not there right behind the colon; in quotes it would stand elsewhere.
    return (Edit(Place(file, key.line + 1, behind + 1), 0, " 无"),) if value.column == behind else ()


def one_slip(one: str, other: str) -> bool:
    """Whether one character too many, too few, another one, or two swapped make the difference."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    tail, rest = one[start:], other[start:]
    return (
        tail[1:] == rest[1:]
        or tail[1:] == rest
        or tail == rest[1:]
        or (tail[1::-1] == rest[:2] and len(rest) > 1 and tail[2:] == rest[2:])
    )
