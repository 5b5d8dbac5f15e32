"""A declaration with its comments: each key and each line of a list knows what stands before, beside and under it.

For writing back, not for reading: ``nodes`` gives values and places and is quick, this keeps what values do not hold.
The same events of libyaml are walked; what lies between two texts is marks and blanks, so a ``#`` there begins a
comment. Which comment belongs where is told by the columns, as people see it.

Why not ruamel.yaml, the library for this: it hangs a comment on the token before it, so that the one over a key stays
behind when keys are put in order; and it takes 14 to 24 ms to read a matter, where all of this and writing takes 1.2.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from processes.declaration.layout import Block, Comment, Document, Entry, Spot, spans_lines

MODELINE = re.compile(r"#\s*yaml-language-server:")
"""What editors look for in the head of a file."""

_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#.*)")
_ONLY_MARKS = re.compile(r"[\s\-?:]*")


def read_commented(text: str) -> Document:
    """The document of ``text``, which ``nodes.parse`` must have accepted."""
    walk = _Walk(text)
    walk.run()
    return _Attaching(walk).run()


@dataclass(slots=True)
class _Open:
    """A block that has begun: its entry, its column, and where its bracket stands if it has one."""

    block: Block
    entry: Entry | None
    column: int
    bracket: Spot | None


class _Walk:
    """The events of a text as blocks and entries, and where its comments are."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.root = Block(keyed=True)
        self.entries: list[Entry] = []
        self.touched: list[tuple[Spot, Entry | None]] = []
        """Where an entry begins or a bracket opens or closes: a comment beside belongs to the last one before it."""
        self.brackets: list[tuple[Spot, Spot, Entry | None]] = []
        self.comments: list[tuple[Spot, str]] = []
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._gap = 0
        self._stack: list[_Open] = []
        self._waiting: Entry | None = None
        """A key whose value comes next."""

    def run(self) -> None:
        """Walk to the end."""
        get_event = CParser(self.text).get_event
        while True:
            # The library's types say less than is known here: an event has its marks.
            event: Any = get_event()
            if isinstance(event, ScalarEvent):
                self._scalar(event, (event.start_mark.line, event.start_mark.column))  # type: ignore[union-attr]
            elif isinstance(event, MappingStartEvent | SequenceStartEvent):
                self._open(event, (event.start_mark.line, event.start_mark.column))  # type: ignore[union-attr]
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                self._close((event.end_mark.line, event.end_mark.column))  # type: ignore[union-attr]
            elif isinstance(event, StreamEndEvent):
                break
        self._comments_until(len(self.text))

    def _entry(self, key: str | None, spot: Spot) -> Entry:
        """A new entry of the innermost block."""
        around = self._stack[-1]
        column = around.column if key is None else spot[1]
        entry = Entry(key, spot, column, around.entry, None)
        outermost = next((one for one in self._stack if one.bracket), None)
        entry.holder = outermost.entry if outermost else entry
        around.block.entries.append(entry)
        self.entries.append(entry)
        return entry

    def _scalar(self, event: ScalarEvent, spot: Spot) -> None:
        self._comments_until(self._starts[spot[0]] + spot[1])
        end: Any = event.end_mark
        self._gap = self._starts[end.line] + end.column
        entry = self._waiting
        if entry is None:
            keyed = self._stack[-1].block.keyed
            entry = self._entry(event.value if keyed else None, spot)
            self._waiting = entry if keyed else None
            if not keyed:
                entry.value = event.value
        else:
            entry.value = event.value
            self._waiting = None
        self.touched.append((spot, entry))
        # The comment behind the mark of a block of lines is inside what libyaml calls the text.
        if event.style in ("|", ">") and (header := _HEADER.match(self.lines[spot[0]], spot[1])):
            entry.add_inline(Comment(header[1].rstrip()))

    def _open(self, event: MappingStartEvent | SequenceStartEvent, spot: Spot) -> None:
        block = Block(keyed=isinstance(event, MappingStartEvent))
        entry = self._waiting
        if not self._stack:
            self.root = block
        else:
            entry = entry or self._entry(None, spot)
            entry.value = block
        self._waiting = None
        self.touched.append((spot, entry))
        self._stack.append(_Open(block, entry, spot[1], spot if event.flow_style else None))

    def _close(self, spot: Spot) -> None:
        closed = self._stack.pop()
        if closed.bracket:
            self.brackets.append((closed.bracket, spot, closed.entry))
            self.touched.append((spot, closed.entry))

    def _comments_until(self, end: int) -> None:
        for found in re.finditer("#.*", self.text[self._gap : end]):
            index = self._gap + found.start()
            line = self.text.count("\n", 0, index)
            self.comments.append(((line, index - self._starts[line]), found[0].rstrip()))
        self._gap = max(self._gap, end)

    def blank_above(self, line: int) -> bool:
        """Whether the line above ``line`` is empty."""
        return line > 0 and not self.lines[line - 1].strip()


class _Attaching:
    """Gives each comment of a walk its entry."""

    def __init__(self, walk: _Walk) -> None:
        self.walk = walk
        self.document = Document(walk.root)
        self._spots = [entry.spot for entry in walk.entries]
        self._touched = [spot for spot, _ in walk.touched]
        self._gap = -1
        self._from: Entry | None = None

    def run(self) -> Document:
        """The document with all its comments in place."""
        line = -1
        for entry in self.walk.entries:
            # Of several entries that begin on a line, the first has the empty line above it.
            entry.blank = entry.spot[0] != line and self.walk.blank_above(entry.spot[0])
            line = entry.spot[0]
        for spot, text in self.walk.comments:
            if _ONLY_MARKS.fullmatch(self.walk.lines[spot[0]], 0, spot[1]):
                # Behind a dash it stands where the dash stands.
                marks = self.walk.lines[spot[0]]
                start = (spot[0], len(marks) - len(marks.lstrip(" ")))
                self._attach_line(start, Comment(text, self.walk.blank_above(spot[0])))
            else:
                self._attach_inline(spot, Comment(text))
        self._part_head()
        return self.document

    def _attach_inline(self, spot: Spot, comment: Comment) -> None:
        index = bisect_left(self._touched, spot) - 1
        beside = self.walk.touched[index][1] if index >= 0 else None
        if beside is None:
            self.document.head.append(comment)
        else:
            beside.add_inline(comment)

    def _attach_line(self, spot: Spot, comment: Comment) -> None:
        index = bisect_left(self._spots, spot)
        after = self.walk.entries[index] if index < len(self.walk.entries) else None
        if index == 0:
            self.document.head.append(comment)
            return
        bracket = max((b for b in self.walk.brackets if b[0] < spot < b[1]), key=lambda b: b[0], default=None)
        if bracket is not None and (after is None or after.spot > bracket[1]):
            (bracket[2].under if bracket[2] else self.document.foot).append(comment)
            return
        last = self.walk.entries[index - 1]
        inside = bracket is not None or (after is not None and after.parent is last)
        touch = bisect_left(self._touched, spot)
        if not inside and touch < len(self._touched) and self.walk.touched[touch][1] is last:
            # Between a key and its value: it goes above, and what stands beside the key too.
            last.before += [last.inline, comment] if last.inline else [comment]
            last.inline = None
            return
        if index != self._gap:
            # The next gap between two entries: the search for an owner begins at the entry before it.
            self._gap = index
            self._from = None if inside else last.holder
        owner = self._from
        while owner is not None and not _can_own(owner, spot[1], comment.text):
            owner = None if after is not None and owner.parent is after.parent else owner.parent
        # Once a comment stands further out, those below it cannot stand further in.
        self._from = owner
        if owner is not None:
            owner.under.append(comment)
        else:
            (after.before if after is not None else self.document.foot).append(comment)

    def _part_head(self) -> None:
        """The head is what stands first; a last group of comments, set off by an empty line, is about the first key."""
        head = self.document.head
        first = self.walk.entries[0] if self.walk.entries else None
        if first is None or not head:
            return
        self.document.head_blank, first.blank = first.blank, False
        parts = [index for index, comment in enumerate(head) if comment.blank and index]
        if self.document.head_blank or not parts or any(MODELINE.match(comment.text) for comment in head[parts[-1] :]):
            return
        first.before = head[parts[-1] :] + first.before
        first.before[0].blank = False
        del head[parts[-1] :]
        self.document.head_blank = True


def _can_own(entry: Entry, column: int, text: str) -> bool:
    """Whether a comment in ``column`` can stand under ``entry``."""
    value = entry.value
    if isinstance(value, Block):
        # A line commented out at the end of a list that is not indented.
        flush = not value.keyed and bool(value.entries) and value.entries[-1].column == entry.column
        return entry.column < column or (flush and entry.column == column and _LINE_OF_LIST.match(text) is not None)
    return entry.column < column and not spans_lines(value)


_LINE_OF_LIST = re.compile(r"# ?-(?: |$)")
