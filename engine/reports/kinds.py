"""The changes of a matter by kind: what they are about, how many of each, and each of them in its place.

What was done stands first, what merely follows from it after; within both, by the word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from engine.annexes.form import NOT_SUMMED, Cell
from engine.diff.changes.arrangement import ArrangementChange
from engine.diff.changes.materials import MaterialChange
from engine.diff.changes.procedures import ProcedureChange
from engine.diff.changes.steps import StepChange
from engine.diff.compare import Difference
from engine.measures.measured import distinct
from engine.reports.report import BY_LIKENESS, Column, Item, Listing, Sign, Table
from engine.reports.wording.arrangement import (
    IN_ORDER,
    LOOP_ADDED,
    LOOP_REMOVED,
    WAY_ADDED,
    WAY_CHANGED,
    WAY_REMOVED,
)
from engine.reports.wording.items import item
from engine.reports.wording.steps import RENAMED
from processes.model.places import Place

STEPS, ARRANGEMENT, PROCEDURES, MATERIALS, OTHER = "环节", "走向", "程序", "材料", "时限与其他"
SUBJECTS = (STEPS, ARRANGEMENT, PROCEDURES, MATERIALS, OTHER)

_SUBJECTS_OF = {
    kind.code: subject
    for subject, kinds in (
        (STEPS, StepChange),
        (ARRANGEMENT, ArrangementChange),
        (PROCEDURES, ProcedureChange),
        (MATERIALS, MaterialChange),
    )
    for kind in get_args(kinds)
}

_WORDS = (
    *("取消", "新增", RENAMED, "合并", "拆分", "重组", "移动", "替换"),
    *("改为并联", "改为串联", "改为择一办理", IN_ORDER, "改为可不办", "改为必办"),
    *(LOOP_ADDED, LOOP_REMOVED, WAY_ADDED, WAY_REMOVED, WAY_CHANGED, "调整", "保留"),
)
"""The order in which kinds are told."""

_EVIDENCE = "环节名称后面的括号里是前后对应的依据:申报写明的“沿自”、“标识”,或者名称、承办、程序等的相似程度。"


_TO_CHECK = "按相似程度对上的请核对,对得不对的,在优化后的环节下面写明“沿自”。"
EXPLANATIONS = (_EVIDENCE, _TO_CHECK)
"""Notes that are the same for every matter."""


def subject_of(code: str) -> str:
    """What a change of that code is about."""
    return _SUBJECTS_OF.get(code, OTHER)


def listings_of(difference: Difference) -> tuple[Listing, ...]:
    """A list for each subject about which there is something to say."""
    items = sorted(map(item, difference.changes), key=_rank)
    found = ((subject, [one for one in items if subject_of(one.code) == subject]) for subject in SUBJECTS)
    return tuple(Listing(_title(subject), tuple(own)) for subject, own in found if own)


def overview(listings: Sequence[Listing]) -> Iterator[Table]:
    """How many changes there are of each kind, subject by subject; nothing where nothing changed."""
    rows = []
    for listing in listings:
        changed = [one for one in listing.items if one.sign is not Sign.KEPT]
        if changed:
            done, following = ([one for one in changed if one.direct is direct] for direct in (True, False))
            rows.append(
                (
                    Cell(listing.title.removesuffix("变化")),
                    Cell(_counted(done), _places(done)),
                    Cell(_counted(following), _places(following)),
                )
            )
    if rows:
        yield Table("变化一览", tuple(map(Column, ("方面", "直接变化", "随之变化"))), tuple(rows))


def evidence_note(listings: Sequence[Listing]) -> str:
    """What the brackets behind names mean, if there are any."""
    return _EVIDENCE if any(one.matched for listing in listings for one in listing.items) else ""


def check_note(listings: Sequence[Listing]) -> str:
    """What whoever declares a reform is asked to look at, if any 环节 are matched by likeness."""
    found = (BY_LIKENESS in one.evidence and one.matched for listing in listings for one in listing.items)
    return _TO_CHECK if any(found) else ""


def _title(subject: str) -> str:
    return subject if subject == OTHER else f"{subject}变化"


def _rank(one: Item) -> tuple[bool, bool, int]:
    return one.sign is Sign.KEPT, not one.direct, _WORDS.index(one.word)


def _counted(items: Iterable[Item]) -> str:
    """``取消 2、合并 1``."""
    counts = Counter(one.word for one in items)
    return "、".join(f"{word} {number}" for word, number in counts.items()) or NOT_SUMMED


def _places(items: Iterable[Item]) -> tuple[Place, ...]:
    return distinct(place for one in items for place in (*one.before_places, *one.after_places))
