"""Where a thing was written: file, line and column, and texts that remember it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, Self

from processes.model.quick import quick


class Place(NamedTuple):
    """A position in a declaration file; ordered by file, line, column.

    ``file`` is the path relative to the project folder with ``/`` between its parts, so that outputs that
    carry places are the same on every machine; ``line`` and ``column`` count from 1, in characters.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """``file:line:column``, the form editors understand."""
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("", 0, 0)

quick_place: Callable[[tuple[str, int, int]], Place] = partial(tuple.__new__, Place)
"""``Place(*triple)`` at half the cost, for the readers that make a hundred places a matter."""


class Text(str):
    """A text that knows its place; equal to, and hashed as, the plain text."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, text: str, place: Place = NOWHERE) -> Self:
        """Attach ``place`` to ``text``."""
        self = super().__new__(cls, text)
        self.place = place
        return self

    def __reduce__(self) -> tuple[type[Text], tuple[str, Place]]:
        """Keep the place when the text travels to a worker process."""
        return Text, (str(self), self.place)


_NO_PLACES: Mapping[str, Place] = {}


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A value that was written somewhere; ``places`` tells for each written field where its value stands."""

    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=lambda: _NO_PLACES, compare=False, repr=False)

    def at(self, name: str) -> Place:
        """The place of field ``name``, or of the whole value when the field was not written by itself."""
        return self.places.get(name, self.place)
