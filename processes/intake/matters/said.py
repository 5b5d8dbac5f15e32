"""A declaration being drafted: keys with texts, lists and mappings, each with the mark of what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from processes.declaration.matter_keys import MATTER
from processes.declaration.shapes import Shape
from processes.declaration.templates import MARK
from processes.declaration.writing import format_text, plain


@dataclass(frozen=True, slots=True)
class Said:
    """``key: value``; ``mark`` is what an analyst has to do about it, printed behind ★.

    A value is a text, a list of texts, of mappings (tuples of ``Said``) or of rows with keys below, or a mapping.
    """

    key: str
    value: str | Listed | tuple[Said, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: a text, or a mapping."""

    value: str | tuple[Said, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list."""

    items: tuple[Item, ...]


def text_of(keys: tuple[Said, ...], head: str, shape: Shape = MATTER) -> str:
    """The declaration in its canonical form, under a line of comment."""
    lines = [f"# {head}", *(line for key in keys for line in _said(key, ""))]
    return format_text("\n".join(lines) + "\n", shape)


def marks_in(keys: tuple[Said, ...]) -> Iterator[tuple[str, str]]:
    """Key and mark of everything that is still to be done, in written order."""
    for key in keys:
        if key.mark:
            yield key.key, key.mark
        if isinstance(key.value, tuple):
            yield from ((f"{key.key}·{inner}", mark) for inner, mark in marks_in(key.value))
        elif isinstance(key.value, Listed):
            for item in key.value.items:
                if item.mark:
                    yield key.key, item.mark
                if isinstance(item.value, tuple):
                    yield from ((key.key, mark) for _, mark in marks_in(item.value))


def _said(said: Said, indent: str) -> Iterator[str]:
    beside = _beside(said.mark)
    if isinstance(said.value, str):
        yield f"{indent}{plain(said.key)}: {plain(said.value)}{beside}"
        return
    yield f"{indent}{plain(said.key)}:{beside}"
    if isinstance(said.value, tuple):
        for inner in said.value:
            yield from _said(inner, indent + "  ")
        return
    for item in said.value.items:
        if isinstance(item.value, str):
            yield f"{indent}  - {plain(item.value)}{_beside(item.mark)}"
            continue
        first, *others = (line for inner in item.value for line in _said(inner, ""))
        yield f"{indent}  - {first}{_beside(item.mark) if MARK not in first else ''}"
        yield from (f"{indent}    {line}" for line in others)


def _beside(mark: str) -> str:
    return f"  # {MARK}{' '.join(mark.split())}" if mark else ""
