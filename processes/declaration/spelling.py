"""The canonical spelling of what stands under each kind of key, and the order of the keys there.

Only what means the same is spelt alike: full-width forms where reading folds them, blanks around ``|`` and ``、``,
``20个工作日``. Names and sentences stay as typed: they are printed as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from processes.declaration.calendar_file import Days
from processes.declaration.cells import (
    Facts,
    Piece,
    material_facts,
    parse_limit,
    procedure_facts,
    split_names,
    split_row,
)
from processes.declaration.choices import Choice, Word
from processes.declaration.department_file import HEADCOUNT, OFFICE, Headcounts, Offices
from processes.declaration.flow_file import ENTRIES, STEP, Branches, Entries, ParallelBranches
from processes.declaration.kinds import Kind, Table
from processes.declaration.matter_parts import (
    FEE,
    MATERIAL,
    STATUTORY_LIMIT,
    Bases,
    Fees,
    Materials,
    StatutoryLimits,
)
from processes.declaration.names import Names
from processes.declaration.plan_file import INTERMEDIARY, Groups, OutsideBodies
from processes.declaration.procedures import PROCEDURE, Origins, Procedures
from processes.declaration.quantities import Day, Integer, Limit, Share, parse_day
from processes.declaration.rows import Rows
from processes.declaration.shapes import Shape
from processes.model.folding import fold
from processes.model.vocabulary import BasisRank


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind is written: its text, the order of its keys, and the manners of what stands in it."""

    text: Callable[[str], str] = str
    order: tuple[str, ...] = ()
    under: Callable[[str], Manner] = lambda _: Manner()
    item: Callable[[], Manner] = lambda: Manner()  # noqa: PLW0108 - the class has no name yet


AS_TYPED = Manner()


def manner(kind: object) -> Manner:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """How what ``kind`` reads is written; kinds that are not named here take what is typed."""
    match kind:
        case Shape():
            return _shape(kind)
        case Rows():
            return _listed(_shape(kind.shape))
        case Fees():
            return _listed(_shape(FEE))
        case Offices():
            office = _shape(OFFICE)
            return replace(_listed(office), text=lambda text: office.text(text) if has_bar(text) else _names(text))
        case Entries():
            return _listed(_entry())
        case ParallelBranches():
            return Manner(item=_entry)
        case Branches():
            return Manner(under=lambda _: manner(ENTRIES))
        case Materials():
            return _named(material_facts, MATERIAL)
        case Procedures():
            return _named(procedure_facts, PROCEDURE)
        case Names(sentences=False) | Origins():
            return Manner(_names)
        case Groups():
            return Manner(under=lambda _: Manner(_names))
        case OutsideBodies():
            return Manner(under=lambda _: Manner(_names, item=lambda: _shape(INTERMEDIARY)))
        case Bases():
            return Manner(order=tuple(BasisRank))
        case Table():
            return Manner(under=lambda _: manner(kind.kind))
        case StatutoryLimits():
            return replace(_shape(STATUTORY_LIMIT), text=_statutory)
        case Headcounts():
            return replace(_shape(HEADCOUNT), text=fold)
        case Limit():
            return Manner(limit)
        case Integer() | Share():
            return Manner(fold)
        case Day():
            return Manner(_day)
        case Days():
            return _listed(Manner(_days))
        case Choice() | Word():
            words = kind.by_word if isinstance(kind, Choice) else kind.words
            return Manner(lambda text: fold(text) if fold(text) in words else text)
        case _:
            # A kind that gives a word or a mapping (优化后) tells its shape.
            shape = getattr(kind, "shape", None)
            return replace(_shape(shape), text=str) if isinstance(shape, Shape) else AS_TYPED


def has_bar(text: str) -> bool:
    """Whether a text is a row."""
    return "|" in text or "｜" in text


def limit(text: str) -> str:
    """``２０ 个工作日`` → ``20工作日``; a text that is no limit stays."""
    return _COUNTED.sub(r"\1\2", fold(text)) if parse_limit(text) is not None else text


_COUNTED = re.compile(r"(\d)\s*个?\s*(工作日|自然日|小时)")


def _shape(shape: Shape) -> Manner:
    def under(name: str) -> Manner:
        key = shape.index.get(name)
        if key is None:
            return AS_TYPED
        own = manner(key.kind)
        if shape.columns[:1] != (name,):
            return own
        return replace(own, text=lambda text: _row(shape, text) if has_bar(text) else own.text(text))

    return Manner((lambda text: _row(shape, text)) if shape.columns else str, tuple(shape.index), under)


def _listed(one: Manner) -> Manner:
    """A list of which a single one may stand by itself."""
    return replace(one, item=lambda: one)


def _entry() -> Manner:
    """An entry of 流程 or a branch of 并联."""
    step = _shape(STEP)
    return replace(step, under=lambda name: manner(ENTRIES) if name == "依次" else step.under(name))


def _row(shape: Shape, text: str) -> str:
    """The cells with one blank around each bar, each in the manner of its column."""
    cells = split_row(text)
    kinds: list[Kind | None] = [key.kind for key in shape.keys_of(cells)]
    kinds += [None] * (len(cells) - len(kinds))
    spelt = [manner(kind).text(cell) for (cell, _), kind in zip(cells, kinds, strict=False)]
    return "|".join(f" {cell} " if cell else " " for cell in spelt).strip()


def _joined(pieces: Sequence[Piece], spell: Callable[[str], str] = str) -> str:
    return "、".join(spell(text) for text, _ in pieces)


def _names(text: str) -> str:
    return _joined(split_names(text))


def _named(read: Callable[[str], Facts], shape: Shape) -> Manner:
    """Names with facts in brackets, on one line or in a list, or long forms."""

    def spell(text: str) -> str:
        facts = read(text)
        if facts.mixed or not facts.name:
            return text
        return facts.name + "".join(fold(text[len(facts.name) :]).split())

    return Manner(lambda text: _joined(split_names(text), spell), item=lambda: replace(_shape(shape), text=spell))


def _statutory(text: str) -> str:
    """The limit is folded, the basis in its bracket is printed as typed."""
    head, bracket, tail = fold(text).partition("(")
    if parse_limit(head) is None or (bracket and not tail.endswith(")")):
        return text
    return limit(head) + (f"({text[len(head) + 1 : -1]})" if bracket else "")


def _day(text: str) -> str:
    day = parse_day(text)
    return day.isoformat() if day else text


def _days(text: str) -> str:
    return "~".join(_day(part) for part in fold(text).split("~"))
