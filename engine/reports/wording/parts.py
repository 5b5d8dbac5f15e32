"""Small pieces that the words of all changes are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.diff.changes import Change
from engine.diff.groups import Evidence
from engine.reports.report import Item, Sign
from engine.reports.wording.data import data_of
from processes.model.process import Step


def made(  # noqa: PLR0913 - the fields of an item
    change: Change,
    sign: Sign,
    *,
    kind: str = "",
    before: Iterable[str] = (),
    after: Iterable[str] = (),
    sentence: str = "",
    details: Iterable[str] = (),
    evidence: tuple[Evidence, ...] = (),
    likeness: float | None = None,
) -> Item:
    """An item with the code, the places and the data of ``change``."""
    return Item(
        code=change.code,
        sign=sign,
        kind=kind,
        before=tuple(before),
        after=tuple(after),
        sentence=sentence,
        details=tuple(details),
        direct=change.direct,
        evidence=tuple(kind.value for kind in evidence),
        likeness=likeness,
        before_places=change.before_places,
        after_places=change.after_places,
        data=data_of(change),
    )


def listed(texts: Iterable[str]) -> str:
    """``甲、乙``; 无 for nothing."""
    return "、".join(texts) or "无"


def quoted(names: Iterable[str]) -> str:
    """``「甲」「乙」``."""
    return "".join(f"「{name}」" for name in names)


def going(before: Sequence[Step], after: Sequence[Step]) -> str:
    """Steps that go on: ``「甲」「乙」``, ``「甲」→「丙」`` where they go on under another name."""
    sides = (quoted(step.name for step in before), quoted(step.name for step in after))
    return "→".join(dict.fromkeys(sides))
