"""Small pieces that the words of all changes are made of."""

from __future__ import annotations

from collections.abc import Iterable

from engine.diff.changes import Change
from engine.diff.groups import Evidence
from engine.reports.report import Item, Sign


def made(  # noqa: PLR0913 - the fields of an item
    change: Change,
    sign: Sign,
    *,
    before: Iterable[str] = (),
    after: Iterable[str] = (),
    details: Iterable[str] = (),
    evidence: tuple[Evidence, ...] = (),
) -> Item:
    """An item with the code and the places of ``change``."""
    return Item(
        code=change.code,
        sign=sign,
        before=tuple(before),
        after=tuple(after),
        details=tuple(details),
        evidence=tuple(kind.value for kind in evidence),
        before_places=change.before_places,
        after_places=change.after_places,
    )


def listed(texts: Iterable[str]) -> str:
    """``甲、乙``; 无 for nothing."""
    return "、".join(texts) or "无"
