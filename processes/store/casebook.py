"""办件簿: the cases of one reform, in the same database as its registry. Each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy.exc import IntegrityError

from processes.errors import ZaizaoError
from processes.model.case import CaseEvent, CaseHead, CaseStatus, Message, Timer
from processes.model.filing import FiledFile
from processes.store import case_appending, case_histories, case_reading
from processes.store.batches import Batch
from processes.store.case_appending import Outcome
from processes.store.case_going_on import go_on, is_plain
from processes.store.case_numbering import open_next
from processes.store.database import Database
from processes.store.failures import RegistryError
from processes.store.verifying import damages


class CaseBook(Database):
    """办件簿: events are only added; what it has acknowledged survives kill -9 and loss of power.

    ``CaseBook.connect`` opens it. A case is named by its number (办件编号). Whatever is added may be added once more
    after a lost answer: by its key an event is known again. Raises as ``Database``.
    """

    # ------------------------------------------------------------------------------------------ adding

    def open(
        self,
        head: CaseHead,
        event: CaseEvent,
        definition: tuple[FiledFile, ...],
        timers: Sequence[Timer] = (),
        messages: Sequence[Message] = (),
    ) -> CaseHead:
        """A new case, pinned to ``definition``, whose ``digest_of`` is that of ``head``; ``event`` is its first.

        Opened already by the same event: the head as it is now. Raises ``NumberTaken`` for the number of another case,
        ``ValueError`` as ``Batch``.
        """
        return self._append_one(
            Batch(
                seen_version=0,
                events=(event,),
                head=head,
                timers=tuple(timers),
                messages=tuple(messages),
                definition=definition,
            )
        )

    def open_next(self, number_of: Callable[[int], str], batch_of: Callable[[str], Batch]) -> CaseHead:
        """The new case that ``batch_of`` gives for a number, under the first free one of ``number_of`` 1, 2, 3 ….

        However many do so at once, no number is left out. Raises ``ValueError`` as ``Batch``.
        """
        tried: list[str] = []
        return self._write_plainly(lambda connection: open_next(connection, number_of, batch_of, tried))

    def append(  # noqa: PLR0913 - the parts of a batch
        self,
        number: str,
        seen_version: int,
        events: Sequence[CaseEvent],
        head: CaseHead,
        timers: Sequence[Timer] = (),
        messages: Sequence[Message] = (),
        *,
        definition: tuple[FiledFile, ...] = (),
    ) -> CaseHead:
        """Add what happened in one breath to a case; ``head`` is how it stands then, ``timers`` are all it has then.

        ``definition``: its files where the case goes on in another one. All keys there already: the head as it is now.
        Raises ``Overtaken`` when the case is not at ``seen_version`` any more; ``NoSuchCase``; ``ValueError`` as
        ``Batch``.
        """
        if number != head.number:
            raise ValueError("the head is that of another case")
        return self._append_one(
            Batch(
                seen_version=seen_version,
                events=tuple(events),
                head=head,
                timers=tuple(timers),
                messages=tuple(messages),
                definition=definition,
            )
        )

    def append_many(self, batches: Sequence[Batch]) -> tuple[Outcome, ...]:
        """A group of batches written to the disk at once; of each how the case stands, or why it was not added.

        A batch fails by itself (``Overtaken``, ``NoSuchCase``, ``NumberTaken``), and the others are added all the
        same; what is raised, concerns all.
        """
        try:
            if is_plain(batches):
                outcomes = self._again(lambda: go_on(self._engine, batches, self._patience))
                if outcomes:
                    return outcomes
            return self._write_plainly(lambda connection: case_appending.append(connection, batches, careful=False))
        except RegistryError as error:
            if not isinstance(error.__cause__, IntegrityError):
                raise
            # The case is at the version that was seen, and has the key all the same.
            return self._write_plainly(lambda connection: case_appending.append(connection, batches, careful=True))

    def delivered(self, upto: int) -> None:
        """Note that the messages up to the one of that number have been sent; never taken back.

        Raises ``ValueError`` for a number that no message has got yet.
        """
        self._write_plainly(lambda connection: case_appending.deliver(connection, upto))

    # ----------------------------------------------------------------------------------------- reading

    def head(self, number: str) -> CaseHead:
        """How a case stands. Raises ``NoSuchCase``."""
        return self._read_plainly(lambda connection: case_reading.head(connection, number))

    def heads(
        self, department: str | None = None, matter: str | None = None, status: CaseStatus | None = None
    ) -> tuple[CaseHead, ...]:
        """All cases, ordered by number; narrowed when asked."""
        return self._read_plainly(lambda connection: case_reading.heads(connection, department, matter, status))

    def events(self, number: str) -> tuple[CaseEvent, ...]:
        """What happened to a case, in order. Raises ``NoSuchCase``."""
        return self._read_plainly(lambda connection: case_reading.events(connection, number))

    def histories(self, before: datetime) -> tuple[tuple[CaseHead, tuple[CaseEvent, ...]], ...]:
        """Every case with what happened to it before a moment, ordered by number; the head is how it stands now."""
        return self._read_plainly(lambda connection: tuple(case_histories.histories(connection, before)))

    def definition(self, digest: str) -> tuple[FiledFile, ...]:
        """The files of a definition that cases are pinned to, ordered by path. Raises ``Damaged``."""
        return self._read_plainly(lambda connection: case_reading.definition(connection, digest))

    def due_timers(self, on: date) -> tuple[Timer, ...]:
        """The timers whose day has come on ``on``, ordered by day, case and kind."""
        return self._read_plainly(lambda connection: case_reading.due_timers(connection, on))

    def messages(self, after: int | None = None) -> tuple[tuple[int, Message], ...]:
        """The messages after the one of that number, or after the last one ``delivered``; with their numbers."""
        return self._read_plainly(lambda connection: case_reading.messages(connection, after))

    def verify(self) -> tuple[str, ...]:
        """Everything that is damaged, of cases and filings, one Chinese sentence each; empty if all is whole."""
        return self._read(lambda session: tuple(damages(session)))

    def _append_one(self, batch: Batch) -> CaseHead:
        (outcome,) = self.append_many((batch,))
        if isinstance(outcome, ZaizaoError):
            raise outcome
        return outcome
