"""What became of a file on its way in: taken, guessed or left, with the line; nothing is dropped in silence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    """What was done with something."""

    TAKEN = "采用"
    GUESSED = "推定"
    LEFT = "没有带入"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing: ``line`` of the file, 0 if it is about no line; ``text`` says what, and what to look at."""

    fate: Fate
    line: int
    text: str

    def __str__(self) -> str:
        """``第12行 推定:…``."""
        return f"{f'第{self.line}行 ' if self.line else ''}{self.fate}:{self.text}"


@dataclass(slots=True)
class Notes:
    """Gathers notes, each once."""

    found: dict[Note, None] = field(default_factory=dict)

    def taken(self, text: str, line: int = 0) -> None:
        """It is in the declaration as it was."""
        self.found[Note(Fate.TAKEN, line, text)] = None

    def guessed(self, text: str, line: int = 0) -> None:
        """It is in the declaration in another way, which has to be looked at."""
        self.found[Note(Fate.GUESSED, line, text)] = None

    def left(self, text: str, line: int = 0) -> None:
        """It is not in the declaration."""
        self.found[Note(Fate.LEFT, line, text)] = None

    @property
    def all(self) -> tuple[Note, ...]:
        """In the order of lines."""
        return tuple(sorted(self.found, key=lambda note: (note.line, note.fate, note.text)))
