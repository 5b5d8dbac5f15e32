"""The whole registry gone through: what is no longer as it was filed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

import sqlalchemy
from sqlalchemy import func
from sqlalchemy.exc import DataError, DBAPIError
from sqlmodel import Session, col, select

from processes.model.filing import FiledDocument, Review, ReviewState, digest_of_parts
from processes.store import sealing
from processes.store.case_tables import HAPPENED, STANDING
from processes.store.case_verifying import damages_of_cases
from processes.store.failures import SPOILT, sqlite_code
from processes.store.tables import Content, Counted, Declared, Filed, Reviewed, Table


class Sizes(NamedTuple):
    """How many submissions, cases and events of cases there are."""

    submissions: int
    cases: int
    events: int


def sizes(session: Session) -> Sizes:
    """How much there is in the registry."""
    return Sizes(*(session.scalar(sqlalchemy.select(func.count()).select_from(one)) or 0 for one in _COUNTED))


_COUNTED = (Table.metadata.tables["filed"], STANDING, HAPPENED)

_MOST = 20
"""Complaints of the database itself that are told."""


def damages(session: Session) -> Iterator[str]:
    """One Chinese sentence for everything that is damaged."""
    spoilt = tuple(_of_file(session)) if session.get_bind().dialect.name == "sqlite" else ()
    yield from spoilt
    try:
        whole = _whole(session)
        yield from _of_rows(session, whole)
        yield from damages_of_cases(session, whole)
    except (DBAPIError, ValueError, TypeError, *SPOILT) as error:
        # A server sees to its own files, but not to what a stray hand has put into them.
        if isinstance(error, DBAPIError) and sqlite_code(error.orig) is None and not isinstance(error, DataError):
            raise
        if isinstance(error, SPOILT) and not spoilt:
            raise
        yield f"{'' if spoilt else '登记库已损坏,'}有的记录读不出来,后面的没有核验。"


def _of_file(session: Session) -> Iterator[str]:
    """What SQLite finds wrong with its pages and references."""
    connection = session.connection()
    try:
        said = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})")]
        if said != ["ok"]:
            yield f"登记库文件已损坏(数据库自检有 {len(said)} 处不对)。"
        broken = sum(1 for _ in connection.exec_driver_sql("PRAGMA foreign_key_check"))
    except DBAPIError:
        yield "登记库文件已损坏,数据库自检做不下去。"
        return
    if broken:
        yield f"有 {broken} 处记录所指的内容不在登记库里。"


def _of_rows(session: Session, whole: frozenset[str]) -> Iterator[str]:
    figures = {row.filed_id: row.figures for row in session.exec(select(Counted))}
    reviews = _reviews(session)
    files = _Files(session, whole, _declared(session))
    order = (col(Filed.department), col(Filed.stage), col(Filed.version))
    with session.exec(select(Filed).order_by(*order).execution_options(yield_per=1000)) as series:
        for _, rows in groupby(series, key=lambda row: (row.department, row.stage)):
            before, expected = "", 1
            for row in rows:
                name = f"{row.department}第{row.stage}阶段第{row.version}版"
                if row.version != expected:
                    yield f"{name}前面缺了一版。"
                assert row.id is not None
                yield from files.damages_of(name, row)
                if sealing.seal_of_filed(row, figures.get(row.id, ""), before) != row.seal:
                    yield f"{name}的记录被改过,或者前一版的记录被改过。"
                yield from _of_reviews(name, reviews.pop(row.id, []), row.seal)
                before, expected = row.seal, row.version + 1


class _Files:
    """The files of submissions; ``whole``: the contents that are as they were; ``declared`` as ``_declared``."""

    def __init__(self, session: Session, whole: frozenset[str], declared: Mapping[int, Mapping[str, str]]) -> None:
        self._session, self._whole, self._declared = session, whole, declared
        self._lists: dict[str, tuple[FiledDocument, ...]] = {}

    def damages_of(self, name: str, row: Filed) -> Iterator[str]:
        """What is wrong with the files of a submission, which is called ``name``."""
        declared = self._declared.get(row.id or 0, {})
        for path, digest in {**declared, "问题清单": row.findings, "文件清单": row.documents}.items():
            if digest not in self._whole:
                yield f"{name}的“{path}”已损坏,和报送时不一样。"
        if row.documents in self._whole:
            if row.documents not in self._lists:
                self._lists[row.documents] = sealing.documents_from(_content(self._session, row.documents))
            pairs = [(one.path, one.digest) for one in self._lists[row.documents]]
            if digest_of_parts(declared.items(), pairs) != row.digest:
                yield f"{name}的文件和报送时不一样:少了、多了或者换了。"


def _whole(session: Session) -> frozenset[str]:
    """The digests of contents that are what they should be."""
    found: set[str] = set()
    with session.exec(select(Content).execution_options(yield_per=100)) as contents:
        for content in contents:
            try:
                sealing.unpack(content.packed, content.size, content.digest)
                found.add(content.digest)
            except sealing.Spoilt:
                pass
            session.expunge(content)
    return frozenset(found)


def _content(session: Session, digest: str) -> bytes:
    content = session.exec(select(Content).where(Content.digest == digest)).one()
    return sealing.unpack(content.packed, content.size, content.digest)


def _declared(session: Session) -> Mapping[int, Mapping[str, str]]:
    """Submission → path of a declaration → its digest."""
    found: dict[int, dict[str, str]] = {}
    for filed_id, path, digest in session.exec(select(Declared.filed_id, Declared.path, Declared.content)):
        found.setdefault(filed_id, {})[path] = digest
    return found


def _reviews(session: Session) -> dict[int, list[Reviewed]]:
    """Submission → its reviews in their order."""
    found: dict[int, list[Reviewed]] = {}
    for row in session.exec(select(Reviewed).order_by(col(Reviewed.filed_id), col(Reviewed.number))):
        found.setdefault(row.filed_id, []).append(row)
    return found


def _of_reviews(name: str, rows: list[Reviewed], before: str) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        event = Review(state=ReviewState(row.state), reviewer=row.reviewer, at=row.at, reasons=row.reasons)
        if row.number != number or sealing.seal_of_review(event, row.number, before) != row.seal:
            yield f"{name}的审核记录被改过。"
            return
        before = row.seal
