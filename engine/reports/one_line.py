"""A matter in one line: ``环节 7→4(删2 并2→1)· 程序 12→6 · 材料 5→3 · 时限 20→12工作日(−40%)``.

A quantity that stays is its number alone. What is no number, 走向, follows by kind; where nothing changed the line says
so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.diff.compare import Difference
from engine.diff.deltas import TimeDelta
from engine.reports.accounting import account_text
from engine.reports.kinds import ARRANGEMENT, listings_of, subject_of
from engine.reports.numbers import change_text, obstacle, sides_text
from engine.reports.report import Sign

NO_CHANGE = "没有变化"

_BECOMES = "改为"


def line(difference: Difference) -> str:
    """The line, without the name of the matter."""
    parts = list(_parts(difference))
    # As in print: the dot keeps close to a closing bracket, which brings its own room.
    return " · ".join(parts).replace(") · ", ")· ")


def _parts(difference: Difference) -> Iterator[str]:
    account, limit = account_text(difference), difference.time_limit
    yield _bracketed(f"{difference.steps.name} {sides_text(difference.steps)}", account)
    yield from (f"{delta.name} {sides_text(delta)}" for delta in (difference.procedures, difference.materials))
    yield _bracketed(f"{limit.name} {sides_text(limit)}", _movement(limit, difference.sides))
    items = [one for listing in listings_of(difference) for one in listing.items if one.sign is not Sign.KEPT]
    turned = Counter(one.word for one in items if one.direct and subject_of(one.code) == ARRANGEMENT)
    if turned:
        yield " ".join((ARRANGEMENT, *(word.removeprefix(_BECOMES) + str(number) for word, number in turned.items())))
    elif not account and all("→" not in sides_text(delta) for delta in difference.deltas):
        yield f"其他调整{sum(one.direct for one in items) or len(items)}处" if items else NO_CHANGE


def _bracketed(said: str, why: str) -> str:
    return f"{said}({why})" if why else said


def _movement(limit: TimeDelta, sides: tuple[str, str]) -> str:
    """``−40%``, ``+20%``, or why nothing can be subtracted; nothing for what stays or has no share."""
    if limit.reduction is None:
        return obstacle(limit, sides)
    if not limit.reduction or limit.percentage is None:
        return ""
    return change_text(limit.percentage)
