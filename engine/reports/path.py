"""关键路径: how much shorter or longer it is, which 环节 left and entered it. It follows from all other changes."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diff.compare import Difference
from engine.diff.deltas import TimeDelta
from engine.reports.numbers import day_text
from engine.reports.report import Item, Listing, Sign

CHANGED, LEFT, ENTERED = "critical-path-changed", "critical-path-left", "critical-path-entered"
TITLE = "关键路径变化"


def path_listing(difference: Difference) -> Iterator[Listing]:
    """The list; none of a cancelled matter, whose path is gone with it, nor where the path is as it was."""
    items = tuple(_items(difference))
    if items and difference.matter.after is not None:
        yield Listing(TITLE, items)


def _items(difference: Difference) -> Iterator[Item]:
    path = difference.critical_path
    before, after = (day_text(side.value, side.kind) for side in (path.before, path.after))
    if before != after:
        yield Item(
            code=CHANGED,
            sign=Sign.CHANGED,
            kind=_word(path),
            sentence=f"{before}→{after}",
            direct=False,
            before_places=path.before.sources,
            after_places=path.after.sources,
            data={"时限前": before, "时限后": after},
        )
    for code, sign, word, steps in (
        (LEFT, Sign.GONE, "离开", difference.left_path),
        (ENTERED, Sign.NEW, "进入", difference.entered_path),
    ):
        if steps:
            names, places = tuple(step.name for step in steps), tuple(step.place for step in steps)
            old = sign is Sign.GONE
            yield Item(
                code=code,
                sign=sign,
                kind=word,
                before=names if old else (),
                after=() if old else names,
                direct=False,
                before_places=places if old else (),
                after_places=() if old else places,
            )


def _word(path: TimeDelta) -> str:
    if not path.reduction:
        return "变化"
    return "缩短" if path.reduction > 0 else "延长"
