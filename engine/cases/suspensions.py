"""暂停: what is taken out of a time limit, piece by piece, so that no day is taken out twice.

A pause is a period like any other, so the day from which it runs is not one of its days and the day to which it runs
is (民法典 art. 201): from the 3rd to the 6th the 4th, 5th and 6th are not counted. Paused and resumed on one day, it
has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from engine.cases.counting import Counting
from engine.cases.history import Pause
from processes.model.vocabulary import EXCLUSION_KINDS

LAW = "《行政许可法》第四十五条"
"""依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的,所需时间不计算在本节规定的期限内."""


def basis_of(kind: str) -> str:
    """The article by which time of this kind is not counted: that of the eight kinds, or the one that it names."""
    return kind if "《" in kind else LAW if kind in EXCLUSION_KINDS else ""


class Span(NamedTuple):
    """Days taken out because of ``pause``: those after ``after`` up to ``until``, itself included (None: for now)."""

    after: date
    until: date | None
    pause: Pause


@dataclass(frozen=True, slots=True)
class Suspension:
    """A line of the ledger: ``days`` of the limit's own unit, those that an earlier line has taken out left out.

    ``until`` is None while it lasts; ``basis`` the article.
    """

    kind: str
    basis: str
    since: date
    until: date | None
    days: int


def spans_of(pauses: Iterable[Pause], start: date, end: date, *, ended: bool) -> tuple[Span, ...]:
    """Pauses of a clock that runs from ``start``, as far as they are known on ``end``; in order, sharing no day.

    ``ended``: the clock has stopped on ``end``, so that a pause ends there at the latest; otherwise a pause that ends
    later is one whose end nobody knows yet.
    """
    found: list[Span] = []
    covered = start
    for pause in sorted(pauses, key=_since):
        until = pause.until
        if pause.since > end:
            break
        if until is None or until > end:
            until = end if ended else None
        after = max(pause.since, covered)
        if until is None:
            found.append(Span(after, None, pause))
            break
        if until > after:
            found.append(Span(after, until, pause))
            covered = until
    return tuple(found)


def ledger(spans: Sequence[Span], end: date, counting: Counting) -> tuple[Suspension, ...]:
    """A line for each span, its days counted up to ``end``."""
    return tuple(
        Suspension(
            kind=span.pause.kind,
            basis=basis_of(span.pause.kind),
            since=span.pause.since,
            until=span.until,
            days=counting.between(span.after, end if span.until is None else span.until),
        )
        for span in spans
    )


def _since(pause: Pause) -> date:
    return pause.since
