"""Names that a declaration can have, for what a drawing calls by any text, twice, or not at all."""

from __future__ import annotations

from processes.declaration.cells import MAX_NAME
from processes.declaration.names import is_name
from processes.declaration.templates import MARK
from processes.intake.bpmn.notes import Notes
from processes.model.folding import fold_name

_LONGEST = MAX_NAME - 10


def sound_name(text: str, otherwise: str, line: int, notes: Notes) -> str:
    """``text`` as a name, changed as little as need be; ``otherwise`` if there is none."""
    plain = " ".join(text.replace("|", "/").replace("｜", "/").split())[:_LONGEST].strip()
    if not plain:
        notes.guessed(f"没有名称的环节叫做「{otherwise}」", line)
        return otherwise
    name = plain if is_name(plain) else f"{plain[:_LONGEST].replace('：', ' ').replace(':', ' ')}环节"
    if name != " ".join(text.split()):
        notes.guessed(f"名称「{text[:60]}」写成「{name[:60]}」", line)
    return name


class Keys:
    """The names taken so far: what bears a name again gets a 标识."""

    def __init__(self) -> None:
        """None yet."""
        self._taken: set[str] = set()

    def key(self, name: str) -> str:
        """``name``, or ``name(2)`` and so on where it is taken."""
        key, number = name, 1
        while fold_name(key) in self._taken:
            number += 1
            key = f"{name}({number})"
        self._taken.add(fold_name(key))
        return key


def star(what: str) -> str:
    """The comment beside what has to be filled in."""
    return f"{MARK} {what}"
