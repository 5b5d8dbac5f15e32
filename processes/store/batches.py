"""What is added to a case at once: events that happen in one breath, and how the case stands after them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from processes.model.case import CaseEvent, CaseHead, Message, Timer
from processes.model.filing import FiledFile, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """``events`` added to the case of ``head``, which is how it stands after them; all of it is kept, or nothing.

    ``seen_version``: the version that whoever adds them has seen, 0 for a new case. ``timers`` replace all those of
    the case. ``definition``: the files of the definition of ``head``; needed where the case comes to it.
    Raises ``ValueError`` when the parts do not belong together, which is a defect of the caller.
    """

    seen_version: int
    events: tuple[CaseEvent, ...]
    head: CaseHead
    timers: tuple[Timer, ...] = ()
    messages: tuple[Message, ...] = ()
    definition: tuple[FiledFile, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what does not belong together."""
        head = self.head
        if not self.events or head.version != self.seen_version + len(self.events):
            raise ValueError("the version of a case counts its events")
        if len({one.key for one in self.events}) < len(self.events) or not all(one.key for one in self.events):
            raise ValueError("every event of a case has a key of its own")
        if any(one.at.tzinfo is None for one in self.events):
            raise ValueError("the time of an event needs a zone")
        if {*(one.case for one in self.timers), *(one.case for one in self.messages)} - {head.number}:
            raise ValueError("timers and messages are those of the case")
        if len({one.kind for one in self.timers}) < len(self.timers):
            raise ValueError("two timers of a case are of one kind")
        if not (head.number and head.department and head.marking >= 0):
            raise ValueError("a case has a number, a department and a marking")
        if self.definition and definition_digest(self.definition) != head.definition:
            raise ValueError("the files are not those of the definition")
        if not self.seen_version and not self.definition:
            raise ValueError("a new case comes with its definition")

    @property
    def number(self) -> str:
        """That of the case."""
        return self.head.number


@lru_cache(maxsize=64)
def definition_digest(files: tuple[FiledFile, ...]) -> str:
    """What a case that is opened with these files is pinned to: ``digest_of`` of them as declarations."""
    return digest_of(files, ())
