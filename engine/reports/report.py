"""A report as a value, neutral of any format: a title, one summary line, tables, lists of changes, reports inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from engine.annexes.form import Cell
from engine.diff.comparison import BEFORE_AND_AFTER
from processes.model.places import Place


class ColumnKind(StrEnum):
    """What the cells of a column hold: a text, a number, or a share that is printed as a percentage."""

    TEXT = "文字"
    NUMBER = "数"
    SHARE = "百分比"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; its title is also the key in data formats, so it is unique in its table."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. A text in a number or share column (``无``, ``——``) says why there is no number."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Sign(StrEnum):
    """What happens to a thing, as a sign that is told apart without colour."""

    GONE = "−"
    NEW = "＋"
    CHANGED = "～"
    MERGED = "⊃"
    SPLIT = "⊂"
    REGROUPED = "⇄"
    MOVED = "→"
    REPLACED = "⇒"
    PARALLEL = "∥"
    ORDERED = "↓"
    EXCLUSIVE = "◇"
    OPTIONAL = "○"
    MANDATORY = "●"
    KEPT = "＝"


_WORDS = {
    Sign.GONE: "取消",
    Sign.NEW: "新增",
    Sign.CHANGED: "调整",
    Sign.MERGED: "合并",
    Sign.SPLIT: "拆分",
    Sign.REGROUPED: "重组",
    Sign.MOVED: "移动",
    Sign.REPLACED: "替换",
    Sign.PARALLEL: "改为并联",
    Sign.ORDERED: "改为串联",
    Sign.EXCLUSIVE: "改为择一办理",
    Sign.OPTIONAL: "改为可不办",
    Sign.MANDATORY: "改为必办",
    Sign.KEPT: "保留",
}

FOLLOWS = "随之"
"""Stands before the word of a change that merely follows from another."""

BY_NAME, BY_LIKENESS = "名称", "相似"
"""Of the evidence of a match: what shows by itself, and what is given with its degree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One change: names on both sides (one side empty for what is gone or new), details, evidence and places.

    ``code`` is the stable code of the change (``steps-merged`` …). ``details`` are short clauses. ``kind`` is the word
    where it is not that of the sign, ``sentence`` what is said where names alone say nothing. ``direct`` is False for
    what follows from another change; ``likeness`` (0 to 1) is None where nothing was matched. ``data`` holds the same
    for programs: texts, numbers, truth values, None, and lists and mappings of them.
    """

    code: str
    sign: Sign
    kind: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sentence: str = ""
    details: tuple[str, ...] = ()
    direct: bool = True
    evidence: tuple[str, ...] = ()
    likeness: float | None = None
    before_places: tuple[Place, ...] = ()
    after_places: tuple[Place, ...] = ()
    data: Mapping[str, object] = field(default_factory=dict)

    @property
    def word(self) -> str:
        """The Chinese word of the change."""
        return self.kind or _WORDS[self.sign]

    @property
    def label(self) -> str:
        """The word, 随之 before it where the change merely follows from another."""
        return self.word if self.direct else f"{FOLLOWS}{self.word}"

    @property
    def text(self) -> str:
        """The change in one line: names in 「」, an arrow where they differ, the evidence, then the details."""
        details = ";".join(self.details)
        head = f"{self.sentence or self.subject}{self.matched}"
        return f"{head}:{details}" if head and details else head or details

    @property
    def subject(self) -> str:
        """The names alone."""
        names = (_quoted(self.before), _quoted(self.after))
        return "→".join(name for name in dict.fromkeys(names) if name)

    @property
    def matched(self) -> str:
        """``(沿自)``, ``(相似0.83)``: the evidence of the match; nothing for one name that both sides have."""
        if self.sign is Sign.KEPT or (self.evidence == (BY_NAME,) and self.before == self.after):
            return ""
        said = "、".join(f"{one}{_degree(self.likeness)}" if one == BY_LIKENESS else one for one in self.evidence)
        return f"({said})" if said else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Changes of one kind of thing; what was kept stands last."""

    title: str
    items: tuple[Item, ...]

    @property
    def lines(self) -> tuple[Item, ...]:
        """The items as they are printed: all that was kept together, for of each there is nothing to say."""
        kept = [item for item in self.items if item.sign is Sign.KEPT]
        changed = tuple(item for item in self.items if item.sign is not Sign.KEPT)
        return (*changed, _together(kept)) if kept else changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report. ``summary`` is one line that stands for the whole; ``notes`` are full sentences.

    ``briefing`` says it in running text, for 汇报 and for the page that a leader reads.

    Titles of ``parts`` are unique; ``inner_title`` is the title of the list of ``inner`` reports (事项, 部门).
    ``sides`` is what the two sides are called.
    """

    title: str
    summary: str
    briefing: str = ""
    notes: tuple[str, ...] = ()
    parts: tuple[Table | Listing, ...] = ()
    inner_title: str = ""
    inner: tuple[Report, ...] = ()
    sides: tuple[str, str] = BEFORE_AND_AFTER


def _quoted(names: tuple[str, ...]) -> str:
    return "".join(f"「{name}」" for name in names)


def _degree(likeness: float | None) -> str:
    """Two decimals; what is not the same is never printed as 1.00."""
    return "" if likeness is None else f"{min(likeness, 0.99) if likeness < 1 else likeness:.2f}"


def _together(kept: Sequence[Item]) -> Item:
    names = tuple(name for one in kept for name in one.after)
    return Item(
        code=kept[0].code,
        sign=Sign.KEPT,
        kind=kept[0].kind,
        before=names,
        after=names,
        before_places=tuple(place for one in kept for place in one.before_places),
        after_places=tuple(place for one in kept for place in one.after_places),
    )
