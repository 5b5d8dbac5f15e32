"""登记: the registry of one reform, opened by a URL. Each method is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Self

from processes.model.filing import (
    Figures,
    FiledDocument,
    FiledFile,
    FiledFinding,
    Filing,
    Receipt,
    Review,
    Submission,
)
from processes.store import appending, reading
from processes.store.database import PATIENCE, Database
from processes.store.verifying import Sizes, damages, sizes


class Registry(Database):
    """登记: append-only; what it has acknowledged survives kill -9 and loss of power.

    Every method raises ``RegistryError`` (``failures.py``) with a Chinese sentence when the database refuses.
    A submission is named by department (short name), stage (from 1) and version; without version the latest is meant.
    """

    @classmethod
    def open(cls, url: str, *, create: bool = True, patience: float = PATIENCE) -> Self:
        """The registry at ``url``; as ``connect``."""
        return cls.connect(url, create=create, patience=patience)

    # ------------------------------------------------------------------------------------------ adding

    def submit(self, filing: Filing) -> Receipt:
        """Keep ``filing`` as the next version of its department and stage.

        The same digest as the latest version is acknowledged again and not kept twice: safe to repeat after a lost
        answer.
        """
        one = appending.prepared(filing)
        return self._write(lambda session: appending.submit(session, one))

    def review(self, department: str, stage: int, event: Review, *, version: int | None = None) -> Submission:
        """Append a review; the submission with it. The last review once more is acknowledged again.

        Raises ``NotFiled`` without such a version, ``NotAllowed`` when the state cannot follow, when 退回 has no
        reasons, or when a later version has been filed.
        """
        return self._write(lambda session: appending.review(session, (department, stage, version), event))

    # ----------------------------------------------------------------------------------------- reading

    def latest(self, department: str | None = None, stage: int | None = None) -> tuple[Submission, ...]:
        """The latest version of each department and stage, ordered by department and stage; narrowed when asked."""
        return self._read(lambda session: reading.submissions(session, department, stage, only_latest=True))

    def history(self, department: str | None = None, stage: int | None = None) -> tuple[Submission, ...]:
        """All versions, ordered by department, stage and version."""
        return self._read(lambda session: reading.submissions(session, department, stage, only_latest=False))

    def submission(self, department: str, stage: int, version: int | None = None) -> Submission:
        """One submission. Raises ``NotFiled``."""
        return self._read(
            lambda session: reading.submission_of(session, reading.named(session, department, stage, version))
        )

    def sources(self, department: str, stage: int, version: int | None = None) -> tuple[FiledFile, ...]:
        """The declarations of a submission, ordered by path. Raises ``NotFiled``; ``Damaged`` if one has changed."""
        return self._read(lambda session: reading.sources(session, reading.named(session, department, stage, version)))

    def declared(self) -> Mapping[tuple[str, int], Mapping[str, str]]:
        """Department and stage → path → SHA-256 of the declarations of the latest version, without their content."""
        return self._read(reading.declared)

    def in_force(self, stage: int) -> tuple[tuple[Submission, Mapping[str, str]], ...]:
        """Of each department its latest version that was not sent back: path → SHA-256 of its declarations."""
        return self._read(lambda session: reading.in_force(session, stage))

    def findings(self, department: str, stage: int, version: int | None = None) -> tuple[FiledFinding, ...]:
        """What stood against it when it was filed, in order. Raises ``NotFiled``, ``Damaged``."""
        return self._read(lambda session: reading.findings(session, reading.named(session, department, stage, version)))

    def documents(self, department: str, stage: int, version: int | None = None) -> tuple[FiledDocument, ...]:
        """The manifest of its documents, ordered by path. Raises ``NotFiled``, ``Damaged``."""
        return self._read(
            lambda session: reading.documents(session, reading.named(session, department, stage, version))
        )

    def figures(self, stage: int) -> Mapping[str, Figures]:
        """Department → form → column → number: what roll-ups of ``stage`` add up.

        Of each department the latest version that was not sent back.
        """
        return self._read(lambda session: reading.figures(session, stage))

    def figures_of(self, keys: Iterable[tuple[str, int, int]]) -> Mapping[tuple[str, int, int], Figures]:
        """Department, stage and version → its figures, of those asked for that there are."""
        return self._read(lambda session: reading.figures_of(session, keys))

    def verify(self) -> tuple[str, ...]:
        """Everything that is damaged, of filings and cases, one Chinese sentence each; empty if all is whole."""
        return self._read(lambda session: tuple(damages(session)))

    def sizes(self) -> Sizes:
        """How much there is, of cases too."""
        return self._read(sizes)
