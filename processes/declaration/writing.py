"""A declaration written in its canonical form, with every comment kept.

The keys of each mapping stand in the order of its shape, unknown ones at the end; two blanks a level, lists indented
under their key; ``[…]`` and ``{…}`` become lines; quotes only where YAML needs them. What the author chose stays
chosen: a row or its keys, one line with 、 or a list, an empty line or none. A line is never broken for its width: for
reading, one line and a list are not quite the same (a comma is told in one of them only), and a row is one line of a
table however wide it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace

from processes.declaration.commented import read_commented
from processes.declaration.encoding import FORBIDDEN
from processes.declaration.layout import Block, Comment, Document, Entry, spans_lines
from processes.declaration.shapes import Shape
from processes.declaration.spelling import Manner, manner

_SET_OFF = ("优化前", "优化后")
"""Keys of a file that an empty line stands before."""


def format_text(text: str, shape: Shape) -> str:
    """The canonical form of a declaration file of ``shape``; ``text`` must be one that ``nodes.parse`` accepts."""
    return emit(arrange(read_commented(text), shape))


def plain(text: str) -> str:
    """``text`` as a YAML scalar on one line, quoted only when YAML would take it for something else."""
    if FORBIDDEN.search(text) or _UNSAFE.search(text):
        quoted = json.dumps(text, ensure_ascii=False)
        return FORBIDDEN.sub(lambda character: f"\\u{ord(character[0]):04x}", quoted)
    return text


_UNSAFE = re.compile(
    r"""\A\Z
    |\A[\s\-?:,\[\]{}#&*!|>'"%@`]   # what begins something else
    |\A\.\.\.                          # the end of a document
    |:(?:\s|\Z)|\s\#                   # what begins a value or a comment
    |\s\Z|[\n\r]""",
    re.VERBOSE,
)


def arrange(document: Document, shape: Shape) -> Document:
    """``document`` with its keys in order and its texts spelt as ``shape`` says; it is changed in place."""
    _arrange(document.root, manner(shape))
    return document


def _arrange(block: Block, how: Manner) -> None:
    for entry in block.entries:
        inner = how.item() if entry.key is None else how.under(entry.key)
        if isinstance(entry.value, Block):
            _arrange(entry.value, inner)
        else:
            text = entry.value.strip()
            entry.value = text if spans_lines(text) else inner.text(text)
    if block.keyed:
        places = {name: index for index, name in enumerate(how.order)}
        block.entries.sort(key=lambda entry: places.get(entry.key or "", len(places)))


def emit(document: Document) -> str:
    """The text of a document as it is arranged."""
    return _Writer(document).write()


class _Writer:
    """The lines of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines: list[str] = []

    def write(self) -> str:
        """All lines, from the head to the foot."""
        document = self.document
        self._comments(document.head, "", first=True)
        entries = document.root.entries
        if not entries:
            self.lines.append("{}")
        for index, entry in enumerate(entries):
            if index == 0:
                # Comments over the first key must not run together with the head.
                if document.head and (document.head_blank or entry.before):
                    self.lines.append("")
            elif entry.key in _SET_OFF and not (entry.blank or any(comment.blank for comment in entry.before)):
                self.lines.append("")
            self._entry(entry, "", first=index == 0)
        self._comments(document.foot, "")
        return "\n".join(self.lines) + "\n"

    def _block(self, block: Block, indent: str) -> None:
        for index, entry in enumerate(block.entries):
            self._entry(entry, indent, first=index == 0)

    def _entry(self, entry: Entry, indent: str, *, first: bool) -> None:
        """An entry with the comments around it; ``first`` in its block, where no empty line is due."""
        if entry.key is None:
            self._item(entry, indent, first=first)
            return
        self._comments(entry.before, indent, first=first)
        self._blank(due=entry.blank and not (first and not entry.before))
        self._pair(entry, indent, indent)

    def _pair(self, entry: Entry, start: str, indent: str) -> None:
        """A key and its value; ``start`` is what the line begins with, ``indent`` that of the key."""
        self._value(entry, f"{start}{plain(entry.key or '')}:", indent)
        self._comments(entry.under, indent + "  ")

    def _item(self, entry: Entry, indent: str, *, first: bool) -> None:
        block = entry.value if isinstance(entry.value, Block) and entry.value.entries else None
        before, blank = list(entry.before), entry.blank
        if block is not None:
            # A dash has no line of its own when a mapping begins behind it, and no comment is seen behind a bare one.
            top = block.entries[0]
            if entry.inline and block.keyed and not top.inline:
                top = replace(top, inline=entry.inline)
            elif entry.inline:
                before.append(entry.inline)
            if block.keyed and top.before:
                over, *others = top.before
                before += [Comment(over.text, blank or (over.blank and bool(before))), *others]
                blank = False
        self._comments(before, indent, first=first)
        self._blank(due=blank and not (first and not before))
        if block is None:
            self._value(entry, f"{indent}-", indent)
        elif block.keyed:
            self._pair(top, f"{indent}- ", indent + "  ")
            for one in block.entries[1:]:
                self._entry(one, indent + "  ", first=False)
        else:
            self.lines.append(f"{indent}-")
            self._block(block, indent + "  ")
        self._comments(entry.under, indent + "  ")

    def _value(self, entry: Entry, start: str, indent: str) -> None:
        beside = f"  {entry.inline.text}" if entry.inline else ""
        value = entry.value
        if isinstance(value, Block):
            empty = "" if value.entries else " {}" if value.keyed else " []"
            self.lines.append(f"{start}{empty}{beside}")
            self._block(value, indent + "  ")
        elif spans_lines(value) and not FORBIDDEN.search(value) and "\r" not in value:
            self.lines.append(f"{start} |-{beside}")
            self.lines += [f"{indent}  {line}" if line else "" for line in value.split("\n")]
        else:
            self.lines.append(f"{start} {plain(value)}{beside}" if value else f"{start}{beside}")

    def _comments(self, comments: list[Comment], indent: str, *, first: bool = False) -> None:
        for index, comment in enumerate(comments):
            self._blank(due=comment.blank and not (first and index == 0))
            self.lines.append(indent + comment.text)

    def _blank(self, *, due: bool) -> None:
        if due and self.lines and self.lines[-1]:
            self.lines.append("")
