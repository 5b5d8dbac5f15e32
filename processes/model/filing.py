"""报送: what a department files in a stage of the reform, and what becomes of it.

A ``Filing`` is handed in; kept, it is a ``Submission`` with a version number. Reviews are events that follow it.
Nothing of this is ever changed afterwards: what is put right is filed again, as the next version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType

from processes.model.findings import Finding, Severity

Number = int | Fraction
"""What a form counts: matters, steps, materials; days may be fractions."""

Figures = Mapping[str, Mapping[str, Number]]
"""Form (附件6) → key of a column → the number in the total row; ``ROWS`` is the number of rows."""

ROWS = "rows"
"""Key in ``Figures`` of how many rows a form has. No column has this key."""


OWED = "owed"
"""Key in ``Figures`` of how many of a form made for each matter (附件7, 附件8) were owed; ``ROWS`` were made."""


class ReviewState(StrEnum):
    """审核状态 (plan, stage 3 §2; rule R508): by the department, then by 市编办, then on the platform."""

    DRAFT = "草拟"
    """Filed by the department; nobody has looked at it."""
    CONFIRMED = "审核确认"
    """市编办 agrees."""
    RETURNED = "退回"
    """Sent back with reasons: this version is closed, the department files a new one."""
    PUBLISHED = "重新申报"
    """Filed on the platform as well, hence public."""

    @property
    def next(self) -> tuple[ReviewState, ...]:
        """The states that may follow."""
        return {
            ReviewState.DRAFT: (ReviewState.CONFIRMED, ReviewState.RETURNED),
            ReviewState.CONFIRMED: (ReviewState.PUBLISHED, ReviewState.RETURNED),
        }.get(self, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One event of the review: the state it leads to, who decided, when (UTC), and why (always given on 退回)."""

    state: ReviewState
    reviewer: str
    at: datetime
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class FiledFile:
    """A declaration as it was filed: ``path`` relative to the project folder (``市场监管局/单位.yaml``), its bytes."""

    path: str
    content: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A document that was filed: path within the package, SHA-256 in hexadecimal, size in bytes."""

    path: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledFinding:
    """A finding that stood when it was filed; fields as in ``Finding``, without what is only for mending."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    accepted: str = ""
    later: bool = False
    """Whether it concerns only what is due in later stages."""

    @classmethod
    def of(cls, finding: Finding, *, later: bool = False) -> FiledFinding:
        """The finding as it is kept."""
        return cls(
            file=finding.place.file,
            line=finding.place.line,
            column=finding.place.column,
            code=finding.code,
            severity=finding.severity,
            message=finding.message,
            hint=finding.hint,
            accepted=finding.accepted,
            later=later,
        )


def count_of(findings: Iterable[FiledFinding], severity: Severity, *, later: bool) -> int:
    """How many findings of a severity are to be mended: in what is due up to the stage, or in what is ``later``."""
    return sum(
        one.severity is severity and one.later is later and (severity is Severity.ERROR or not one.accepted)
        for one in findings
    )


@dataclass(frozen=True, kw_only=True)
class Filing:
    """What is handed in: by ``department`` (short name) for ``stage`` (from 1) called ``stage_name``.

    ``at``: when, with a time zone. ``who``: 经办人. ``declarations``: 方案.yaml, 单位.yaml and the matter files, from
    which every form can be made again; ``documents``: what was made of them. Raises ``ValueError`` on a time without
    zone and on two files of the same path.
    """

    department: str
    stage: int
    stage_name: str
    at: datetime
    who: str
    declarations: tuple[FiledFile, ...]
    documents: tuple[FiledDocument, ...] = ()
    findings: tuple[FiledFinding, ...] = ()
    figures: Figures = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the time of a filing needs a zone")
        for files in (self.declarations, self.documents):
            if len({one.path for one in files}) < len(files):
                raise ValueError("two files of a filing have the same path")

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what is filed; see ``digest_of``."""
        return digest_of(self.declarations, self.documents)

    @property
    def errors(self) -> int:
        """How many findings are errors in what is due up to this stage."""
        return count_of(self.findings, Severity.ERROR, later=False)

    @property
    def warnings(self) -> int:
        """How many findings are warnings without an accepted reason, about what is due up to this stage."""
        return count_of(self.findings, Severity.WARNING, later=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A filing as the registry keeps it: ``version`` counts 1, 2 … in its department and stage.

    ``digest`` as in ``Filing``; ``filed_at`` in UTC; ``errors`` and ``warnings`` count the findings (warnings without
    an accepted reason); ``reviews`` in their order.
    """

    department: str
    stage: int
    stage_name: str
    version: int
    digest: str
    filed_at: datetime
    who: str
    errors: int
    warnings: int
    reviews: tuple[Review, ...] = ()

    @property
    def state(self) -> ReviewState:
        """The state the last review led to; 草拟 without any."""
        return self.reviews[-1].state if self.reviews else ReviewState.DRAFT

    @property
    def reasons(self) -> str:
        """Why it was sent back, or what the last reviewer remarked."""
        return self.reviews[-1].reasons if self.reviews else ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The registry's answer to a filing. Not ``is_new``: the latest version holds the same already, and is meant."""

    submission: Submission
    is_new: bool


def digest_of(declarations: Iterable[FiledFile], documents: Iterable[FiledDocument]) -> str:
    """SHA-256, in hexadecimal, over the lines ``path NUL SHA-256`` of all files, in the order of their paths.

    Declarations stand before documents. Times, names and findings do not count: the same files are the same filing.
    """
    return digest_of_parts(
        [(one.path, one.digest) for one in declarations], [(one.path, one.digest) for one in documents]
    )


def digest_of_parts(declarations: Iterable[tuple[str, str]], documents: Iterable[tuple[str, str]]) -> str:
    """As ``digest_of``, of paths and digests."""
    whole = sha256()
    for files in (declarations, documents):
        for path, digest in sorted(files):
            whole.update(f"{path}\0{digest}\n".encode())
        whole.update(b"\n")
    return whole.hexdigest()


def utc(at: datetime) -> datetime:
    """The same moment in UTC, as times are kept."""
    return at.astimezone(UTC)
