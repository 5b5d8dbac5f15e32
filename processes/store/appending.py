"""What is added to a registry, each in one transaction: a submission, a review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func
from sqlalchemy.dialects.postgresql import insert as insert_on_server
from sqlmodel import Session, col, insert, select

from processes.model.digests import sha256_of
from processes.model.filing import Filing, Receipt, Review, ReviewState, Submission, utc
from processes.store import sealing
from processes.store.connecting import is_postgres
from processes.store.failures import NotAllowed
from processes.store.reading import filed_row, named, submission_of
from processes.store.tables import Content, Counted, Declared, Filed, Reviewed


@dataclass(frozen=True, slots=True)
class Prepared:
    """A filing as it is kept, made before anybody has to wait for it: lists and figures as JSON, digest → content."""

    filing: Filing
    findings: str
    documents: str
    figures: str
    contents: Mapping[str, bytes]


def prepared(filing: Filing) -> Prepared:
    """What can be done of a submission without the registry."""
    findings, documents = sealing.findings_json(filing.findings), sealing.documents_json(filing.documents)
    own = {sha256_of(one): one for one in (findings, documents)}
    return Prepared(
        filing=filing,
        findings=sha256_of(findings),
        documents=sha256_of(documents),
        figures=sealing.figures_json(filing.figures),
        contents={one.digest: one.content for one in filing.declarations} | own,
    )


def submit(session: Session, one: Prepared) -> Receipt:
    """Add a filing as the next version, unless the latest one holds the same."""
    filing = one.filing
    _queue(session, filing.department, filing.stage)
    last = filed_row(session, filing.department, filing.stage)
    if last is not None and last.digest == filing.digest:
        return Receipt(submission_of(session, last), is_new=False)
    put_contents(session.connection(), one.contents)
    row = Filed(
        department=filing.department,
        stage=filing.stage,
        stage_name=filing.stage_name,
        version=1 if last is None else last.version + 1,
        digest=filing.digest,
        filed_at=utc(filing.at),
        who=filing.who,
        errors=filing.errors,
        warnings=filing.warnings,
        findings=one.findings,
        documents=one.documents,
        seal="",
    )
    row.seal = sealing.seal_of_filed(row, one.figures, "" if last is None else last.seal)
    session.add(row)
    session.flush()
    assert row.id is not None
    declared = [{"filed_id": row.id, "path": file.path, "content": file.digest} for file in filing.declarations]
    if declared:
        session.execute(insert(Declared), declared)
    session.execute(insert(Counted), [{"filed_id": row.id, "figures": one.figures}])
    return Receipt(submission_of(session, row), is_new=True)


def review(session: Session, named_by: tuple[str, int, int | None], event: Review) -> Submission:
    """Add a review to the submission (department, stage, version or None for the latest).

    The last review once more is acknowledged again. Raises as ``Registry.review``.
    """
    department, stage, version = named_by
    _queue(session, department, stage)
    row = named(session, department, stage, version)
    found = submission_of(session, row)
    if found.reviews and _is_same(found.reviews[-1], event):
        return found
    _refuse(found, event, session)
    number = len(found.reviews) + 1
    before = session.exec(
        select(Reviewed.seal).where(Reviewed.filed_id == row.id, Reviewed.number == number - 1)
    ).one_or_none()
    seal = sealing.seal_of_review(event, number, before or row.seal)
    assert row.id is not None
    session.add(
        Reviewed(
            filed_id=row.id,
            number=number,
            state=event.state,
            reviewer=event.reviewer,
            at=utc(event.at),
            reasons=event.reasons,
            seal=seal,
        )
    )
    session.flush()
    return submission_of(session, row)


def _is_same(one: Review, other: Review) -> bool:
    """Whether it says the same; the time does not count: an answer was lost, and it was done once more."""
    return (one.state, one.reviewer, one.reasons) == (other.state, other.reviewer, other.reasons)


def _refuse(found: Submission, event: Review, session: Session) -> None:
    """Raises ``NotAllowed`` when the review cannot follow."""
    name = f"{found.department}第{found.stage}阶段第{found.version}版"
    if event.state not in found.state.next:
        following = "、".join(found.state.next)
        then = f"接下来只能是:{following}" if following else "不能再改;要改的,由单位报送新的一版"
        raise NotAllowed(f"{name}现在是“{found.state}”,不能记“{event.state}”;{then}。")
    if event.state is ReviewState.RETURNED and not event.reasons:
        raise NotAllowed(f"退回{name}要写明理由。")
    newest = filed_row(session, found.department, found.stage)
    assert newest is not None
    if newest.version != found.version:
        raise NotAllowed(f"{name}后面已经报送了第{newest.version}版,请审核最新的一版。")


def put_contents(connection: Connection, contents: Mapping[str, bytes]) -> None:
    """Add those contents that are not there, in the order of their digests: two who add the same wait in one order."""
    there = set(connection.scalars(select(Content.digest).where(col(Content.digest).in_(contents))))
    rows = [
        {"digest": digest, "size": len(contents[digest]), "packed": sealing.pack(contents[digest])}
        for digest in sorted(contents.keys() - there)
    ]
    if not rows:
        return
    if is_postgres(connection.engine):
        # Another department may be filing the same plan at this moment.
        connection.execute(insert_on_server(Content).on_conflict_do_nothing(), rows)
    else:
        connection.execute(insert(Content), rows)


def _queue(session: Session, department: str, stage: int) -> None:
    """Wait until nobody else adds to this department and stage: its versions count 1, 2, 3 without a gap.

    In SQLite one writes at a time anyway.
    """
    if is_postgres(session.connection().engine):
        series = func.hashtextextended(f"zaizao {stage} {department}", 0)
        session.execute(select(func.pg_advisory_xact_lock(series)))
