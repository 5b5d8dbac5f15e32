"""登记: the registry of one reform, opened by a URL. Each method is one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import TracebackType
from typing import Self

from processes.model.filing import (
    Figures,
    FiledDocument,
    FiledFile,
    FiledFinding,
    Filing,
    Receipt,
    ReviewState,
    Submission,
)


class Registry:
    """登记: append-only; what it has acknowledged survives kill -9 and loss of power.

    Every method raises ``RegistryError`` (``failures.py``) with a Chinese sentence when the database refuses.
    A submission is named by department (short name), stage (from 1) and version; without version the latest is meant.
    """

    @classmethod
    def open(cls, url: str, *, create: bool = True, patience: float = 60.0) -> Self:
        """The registry at ``url`` (``sqlite:///登记.db``, ``postgresql://…``, or the path of a file), brought up to date.

        Without ``create`` one that is not there is refused. ``patience``: seconds to wait for other writers.
        """
        ...

    def close(self) -> None:
        """Give back the connections."""
        ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, filing: Filing) -> Receipt:
        """Keep ``filing`` as the next version of its department and stage.

        The same digest as the latest version is acknowledged again and not kept twice: safe to repeat after a lost
        answer.
        """
        ...

    def review(  # noqa: PLR0913 - what a review consists of
        self,
        department: str,
        stage: int,
        state: ReviewState,
        *,
        reviewer: str,
        at: datetime,
        reasons: str = "",
        version: int | None = None,
    ) -> Submission:
        """Append a review; the submission with it.

        Raises ``NotFiled`` without such a version, ``NotAllowed`` when the state cannot follow, when 退回 has no
        reasons, or when a later version has been filed.
        """
        ...

    def latest(self, department: str | None = None, stage: int | None = None) -> tuple[Submission, ...]:
        """The latest version of each department and stage, ordered by department and stage; narrowed when asked."""
        ...

    def history(self, department: str | None = None, stage: int | None = None) -> tuple[Submission, ...]:
        """All versions, ordered by department, stage and version."""
        ...

    def submission(self, department: str, stage: int, version: int | None = None) -> Submission:
        """One submission. Raises ``NotFiled``."""
        ...

    def sources(self, department: str, stage: int, version: int | None = None) -> tuple[FiledFile, ...]:
        """The declarations of a submission, ordered by path. Raises ``NotFiled``; ``Damaged`` if one has changed."""
        ...

    def findings(self, department: str, stage: int, version: int | None = None) -> tuple[FiledFinding, ...]:
        """What stood against it when it was filed. Raises ``NotFiled``."""
        ...

    def documents(self, department: str, stage: int, version: int | None = None) -> tuple[FiledDocument, ...]:
        """The manifest of its documents, ordered by path. Raises ``NotFiled``."""
        ...

    def figures(self, stage: int) -> Mapping[str, Figures]:
        """Department → form → column → number, of the latest version of each department that is not 退回."""
        ...

    def verify(self) -> tuple[str, ...]:
        """Everything that is damaged, one Chinese sentence each; empty if the registry is whole."""
        ...
