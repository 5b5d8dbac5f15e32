"""What a registry is asked, each one query whose cost grows with what it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sqlalchemy import ColumnElement, Subquery, and_, func
from sqlmodel import Session, col, select

from processes.model.filing import (
    Figures,
    FiledDocument,
    FiledFile,
    FiledFinding,
    Review,
    ReviewState,
    Submission,
)
from processes.store import sealing
from processes.store.failures import Damaged, NotFiled
from processes.store.tables import Content, Counted, Declared, Filed, Reviewed

_RETURNED = str(ReviewState.RETURNED)


def filed_row(session: Session, department: str, stage: int, version: int | None = None) -> Filed | None:
    """The row of a submission, of the latest one without ``version``."""
    rows = select(Filed).where(Filed.department == department, Filed.stage == stage)
    if version is not None:
        rows = rows.where(Filed.version == version)
    return session.exec(rows.order_by(col(Filed.version).desc()).limit(1)).one_or_none()


def named(session: Session, department: str, stage: int, version: int | None) -> Filed:
    """The row of a submission. Raises ``NotFiled``."""
    row = filed_row(session, department, stage, version)
    if row is None:
        which = "" if version is None else f"第{version}版"
        raise NotFiled(f"登记库里没有{department}第{stage}阶段{which}的报送。用 zaizao history 看有哪些。")
    return row


def submission_of(session: Session, row: Filed) -> Submission:
    """The submission in a row, with its reviews."""
    rows = select(Reviewed).where(Reviewed.filed_id == row.id).order_by(col(Reviewed.number))
    return _submission(row, [_review(one) for one in session.exec(rows)])


def submissions(
    session: Session, department: str | None, stage: int | None, *, only_latest: bool
) -> tuple[Submission, ...]:
    """The submissions asked for with their reviews, ordered by department, stage and version."""
    rows = (
        select(Filed, Reviewed)
        .outerjoin(Reviewed, col(Reviewed.filed_id) == Filed.id)
        .order_by(col(Filed.id), col(Reviewed.number))
    )
    if department is not None:
        rows = rows.where(Filed.department == department)
    if stage is not None:
        rows = rows.where(Filed.stage == stage)
    if only_latest:
        newest = _newest(col(Filed.id).is_not(None))
        rows = rows.join(newest, _is_in(newest))
    found = [
        _submission(filed, [_review(review) for _, review in pairs if review is not None])
        for filed, pairs in _by_submission(session.exec(rows))
    ]
    # A server may sort Chinese as its language does; here as Python does, everywhere the same.
    return tuple(sorted(found, key=lambda one: (one.department, one.stage, one.version)))


def _by_submission(
    rows: Iterable[tuple[Filed, Reviewed | None]],
) -> Iterator[tuple[Filed, Iterable[tuple[Filed, Reviewed | None]]]]:
    for _, group in groupby(rows, key=lambda row: row[0].id):
        pairs = list(group)
        yield pairs[0][0], pairs


def _newest(which: ColumnElement[bool]) -> Subquery:
    """Department and stage with the number of the latest version among those ``which``."""
    return (
        select(Filed.department, Filed.stage, func.max(Filed.version).label("version"))
        .where(which)
        .group_by(col(Filed.department), col(Filed.stage))
        .subquery()
    )


def _is_in(newest: Subquery) -> ColumnElement[bool]:
    return and_(
        col(Filed.department) == newest.c.department,
        col(Filed.stage) == newest.c.stage,
        col(Filed.version) == newest.c.version,
    )


def figures(session: Session, stage: int) -> Mapping[str, Figures]:
    """Department → its figures in ``stage``, of its latest version that was not sent back."""
    returned = select(Reviewed.filed_id).where(Reviewed.state == _RETURNED)
    newest = _newest(and_(col(Filed.stage) == stage, col(Filed.id).not_in(returned)))
    rows = (
        select(Filed.department, Counted.figures)
        .join(Counted, col(Counted.filed_id) == Filed.id)
        .join(newest, _is_in(newest))
    )
    found = {department: sealing.figures_from(text) for department, text in session.exec(rows)}
    return {department: found[department] for department in sorted(found)}


def sources(session: Session, row: Filed) -> tuple[FiledFile, ...]:
    """The declarations of a submission. Raises ``Damaged``."""
    rows = (
        select(Declared.path, Content)
        .join(Content, col(Content.digest) == Declared.content)
        .where(Declared.filed_id == row.id)
    )
    found = [FiledFile(path, _unpacked(content, row, path)) for path, content in session.exec(rows)]
    return tuple(sorted(found, key=lambda one: one.path))


def declared(session: Session) -> Mapping[tuple[str, int], Mapping[str, str]]:
    """Department and stage → path → SHA-256 of the declarations of the latest version; no content is read."""
    newest = _newest(col(Filed.id).is_not(None))
    rows = (
        select(Filed.department, Filed.stage, Declared.path, Declared.content)
        .join(Declared, col(Declared.filed_id) == Filed.id)
        .join(newest, _is_in(newest))
    )
    found: dict[tuple[str, int], dict[str, str]] = {}
    for department, stage, path, digest in session.exec(rows):
        found.setdefault((department, stage), {})[path] = digest
    return found


def findings(session: Session, row: Filed) -> tuple[FiledFinding, ...]:
    """What stood against a submission. Raises ``Damaged``."""
    return sealing.findings_from(_listed(session, row, row.findings, "问题清单"))


def documents(session: Session, row: Filed) -> tuple[FiledDocument, ...]:
    """The manifest of a submission. Raises ``Damaged``."""
    return sealing.documents_from(_listed(session, row, row.documents, "文件清单"))


def _listed(session: Session, row: Filed, digest: str, name: str) -> bytes:
    content = session.get(Content, digest)
    if content is None:
        raise Damaged(_DAMAGED.format(row.department, row.stage, row.version, name))
    return _unpacked(content, row, name)


_DAMAGED = "登记库里{}第{}阶段第{}版的“{}”已损坏,和报送时不一样。请用备份恢复。"


def _unpacked(content: Content, row: Filed, name: str) -> bytes:
    try:
        return sealing.unpack(content.packed, content.size, content.digest)
    except sealing.Spoilt as error:
        raise Damaged(_DAMAGED.format(row.department, row.stage, row.version, name)) from error


def _submission(row: Filed, reviews: Iterable[Review]) -> Submission:
    return Submission(
        department=row.department,
        stage=row.stage,
        stage_name=row.stage_name,
        version=row.version,
        digest=row.digest,
        filed_at=row.filed_at,
        who=row.who,
        errors=row.errors,
        warnings=row.warnings,
        reviews=tuple(reviews),
    )


def _review(row: Reviewed) -> Review:
    return Review(state=ReviewState(row.state), reviewer=row.reviewer, at=row.at, reasons=row.reasons)
