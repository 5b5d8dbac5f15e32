"""A report as a value, neutral of any format: a title, one summary line, tables, lists of changes, reports inside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.annexes.form import Cell
from engine.diff.compare import BEFORE_AND_AFTER
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
    Sign.KEPT: "保留",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One change: names on both sides (one side empty for what is gone or new), details, evidence and places.

    ``code`` is the stable code of the change (``steps-merged`` …). ``details`` are short clauses. ``said`` replaces
    the word of the sign where the sides are others than 优化前 and 优化后.
    """

    code: str
    sign: Sign
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    before_places: tuple[Place, ...] = ()
    after_places: tuple[Place, ...] = ()
    said: str = ""

    @property
    def word(self) -> str:
        """The Chinese word of the sign."""
        return self.said or _WORDS[self.sign]

    @property
    def text(self) -> str:
        """The change in one line: names in 「」, an arrow where they differ, then the details."""
        details = ";".join(self.details)
        return f"{self.subject}:{details}" if self.subject and details else self.subject or details

    @property
    def subject(self) -> str:
        """The names alone."""
        names = (_quoted(self.before), _quoted(self.after))
        return "→".join(name for name in dict.fromkeys(names) if name)


@dataclass(frozen=True, slots=True)
class Listing:
    """Changes of one kind of thing."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report. ``summary`` is one line that stands for the whole; ``notes`` are full sentences.

    Titles of ``parts`` are unique; ``inner_title`` is the title of the list of ``inner`` reports (事项, 部门).
    ``sides`` is what the two sides are called.
    """

    title: str
    summary: str
    notes: tuple[str, ...] = ()
    parts: tuple[Table | Listing, ...] = ()
    inner_title: str = ""
    inner: tuple[Report, ...] = ()
    sides: tuple[str, str] = BEFORE_AND_AFTER


def _quoted(names: tuple[str, ...]) -> str:
    return "".join(f"「{name}」" for name in names)
