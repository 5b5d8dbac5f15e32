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

    def shifted(self, columns: int) -> Place:
        """The place so many columns further on the same line."""
        return quick_place((self.file, self.line, self.column + columns))


NOWHERE = Place("", 0, 0)

quick_place: Callable[[tuple[str, int, int]], Place] = partial(tuple.__new__, Place)
"""``Place(*triple)`` at half the cost, for the readers that make a hundred places a matter."""


class Text(str):
    """A text that knows its place; equal to, and hashed as, the plain text."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, text: str, place: Place = NOWHERE) -> Self:
        """Attach ``place`` to ``text``."""
        self = str.__new__(cls, text)
        self.place = place
        return self

    def __reduce__(self) -> tuple[type[Text], tuple[str, Place]]:
        """Keep the place when the text travels to a worker process."""
        return Text, (str(self), self.place)


_NO_PLACES: Mapping[str, Place | int] = {}


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A value that was written somewhere; ``places`` tells for each written field where its value stands.

    A number instead of a place: so many columns after ``place``. All values of equal rows can share such a mapping.
    """

    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Place | int] = field(default_factory=lambda: _NO_PLACES, compare=False, repr=False)

    def at(self, name: str, unsaid: Place | None = None) -> Place:
        """The place of field ``name``; ``unsaid``, else that of the whole value, when it was not written by itself."""
        found = self.places.get(name)
        if found is None:
            return unsaid or self.place
        return self.place.shifted(found) if isinstance(found, int) else found
