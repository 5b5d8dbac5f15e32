"""The text of a matter file with its tree, and the smallest changes of it: a value, a list, a new key."""

from __future__ import annotations

from collections.abc import Mapping as Texts
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from processes.declaration.matter_keys import AFTER, BEFORE, MATTER
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence, parse
from processes.declaration.reporting import Reporter
from processes.declaration.writing import plain
from processes.model.places import Place

Change = tuple[int, int, str]
"""From and to (characters of the text, from 0), and what stands there instead."""

_ORDERS = {"": MATTER, "优化前": BEFORE, "优化后": AFTER}
_QUOTES = "\"'"


@dataclass(frozen=True)
class Source:
    """A declaration file as text with LF at its line ends."""

    file: str
    text: str

    @cached_property
    def root(self) -> Mapping | None:
        """The tree; None where it cannot be read."""
        return parse(self.text, Reporter(self.file))

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins, and one behind the last."""
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def node(self, *path: str) -> Node | None:
        """What stands behind these keys."""
        node: Node | None = self.root
        for name in path:
            found = node.entries.get(name) if isinstance(node, Mapping) else None
            node = found[1] if found else None
        return node

    def applied(self, changes: list[Change]) -> str:
        """The text with the changes made, which do not overlap."""
        text = self.text
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def at(self, place: Place, old: str, new: str) -> list[Change]:
        """``old`` replaced, which begins at ``place`` or behind the key there; nothing where something else stands."""
        if place.file != self.file or not old or not new or "\n" in new:
            return []
        start = self.starts[place.line - 1] + place.column - 1
        if self.text[start : start + len(old)] != old:
            key, colon, _ = self.text[start : self.starts[place.line]].partition(": ")
            start += len(key + colon)
            if not colon or " " in key or self.text[start : start + len(old)] != old:
                return []
        return [(start, start + len(old), new)]

    def scalar(self, node: Node | None, new: str) -> list[Change]:
        """A text on one line replaced, in quotes where it was or must be; nothing where it goes over several."""
        if not isinstance(node, Scalar) or not node.offsets or not new or "\n" in new:
            return []
        start = self.starts[node.line] + node.column
        end = start + len(node.text)
        if self.text[start:end] != node.text or node.text == new:
            return []
        quoted = self.text[start - 1 : start] in tuple(_QUOTES)
        if quoted and any(sign in new for sign in (*_QUOTES, "\\")):
            return []
        return [(start, end, new if quoted else plain(new))]

    def names(
        self, node: Node | None, old: list[str], new: list[str], behind: Texts[str, str] | None = None
    ) -> list[Change]:
        """A list of names, on one line or one a line, with what differs between ``old`` and ``new`` changed.

        ``behind``: comments that are put behind new names.
        """
        if isinstance(node, Scalar):
            return self.scalar(node, "、".join(new) or "无")
        if not isinstance(node, Sequence) or len(node.items) != len(old) or not new:
            return []
        changes: list[Change] = []
        for kind, one, two, three, four in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            both = min(two - one, four - three)
            for step in range(both):
                item = named(node.items[one + step])
                if not isinstance(item, Scalar) or old[one + step] not in item.text:
                    return []
                changes += self.scalar(item, item.text.replace(old[one + step], new[three + step], 1))
            for item in node.items[one + both : two]:
                without = self._without(item)
                if not without:
                    return []
                changes += without
            if added := new[three + both : four]:
                marks = behind or {}
                changes += self.added(node, one + both, [plain(name) + marks.get(name, "") for name in added])
        return changes

    def inserted(self, parent: str, key: str, value: str) -> list[Change]:
        """``key: value`` where the canonical order has it, in 优化前, 优化后 or (empty) outside of both."""
        mapping = self.node(parent) if parent else self.root
        if not value or "\n" in value:
            return []
        if isinstance(mapping, Scalar) and mapping.text == "不变":
            return self._opened(mapping, f"{key}: {plain(value)}")
        if not isinstance(mapping, Mapping) or not mapping.entries:
            return []
        if self.text[self.starts[mapping.line] :].lstrip(" ").startswith("{"):
            return []
        order = [one.name for one in _ORDERS[parent].keys]
        before = order[: order.index(key)]
        written = list(mapping.entries)
        anchor = max((at for at, name in enumerate(written) if name in before), default=-1)
        line = self._end_of(parent, mapping, anchor)
        start = min(self.starts[line], len(self.text))
        first = "" if start == 0 or self.text[start - 1] == "\n" else "\n"
        return [(start, start, f"{first}{' ' * mapping.column}{key}: {plain(value)}\n")]

    def _opened(self, word: Scalar, line: str) -> list[Change]:
        """``优化后: 不变`` becomes one that says what changed; a comment behind it stays."""
        start = self.starts[word.line] + word.column
        end = self.starts[word.line + 1] - 1
        rest = self.text[start + len(word.text) : end].strip()
        if not rest:
            start -= len(self.text[:start]) - len(self.text[:start].rstrip(" "))
        return [(start, end, f"{rest}\n  {line}")]

    def _end_of(self, parent: str, mapping: Mapping, anchor: int) -> int:
        """The line behind the value of the entry ``anchor``: comments above the next key stay with that key."""
        keys = [key for key, _ in mapping.entries.values()]
        if anchor + 1 < len(keys):
            line = keys[anchor + 1].line
        else:
            outer = list(self.root.entries) if self.root and parent else []
            later = outer[outer.index(parent) + 1 :] if parent else []
            line = self.root.entries[later[0]][0].line if self.root and later else len(self.starts) - 1
        lines = self.text.split("\n")
        least = keys[anchor].line + 1 if anchor >= 0 else 0
        while (
            anchor >= 0 and line > least and (not lines[line - 1].strip() or lines[line - 1].lstrip().startswith("#"))
        ):
            line -= 1
        return line

    def _without(self, item: Node) -> list[Change]:
        """The lines of an item taken out; a comment behind its only line stays as one of its own."""
        if isinstance(item, Mapping) and (last := last_line(item)) is not None:
            start, end = self.starts[item.line], min(self.starts[last + 1], len(self.text))
            return [] if "#" in self.text[start:end] else [(start, end, "")]
        if not isinstance(item, Scalar) or not item.offsets:
            return []
        start, end = self.starts[item.line], min(self.starts[item.line + 1], len(self.text))
        line = self.text[start:end]
        behind = line[item.column + len(item.text) :].lstrip("\"' ").rstrip("\n")
        indent = " " * (len(line) - len(line.lstrip(" ")))
        return [(start, end, f"{indent}{behind}\n" if behind.startswith("#") else "")]

    def added(self, node: Sequence, at: int, lines: list[str]) -> list[Change]:
        """Items put in front of that which is the ``at``-th now, on lines of their own, as they are to be written."""
        last = last_line(node.items[at - 1]) if at else node.items[0].line - 1
        if last is None or self.text[self.starts[node.line] + node.column] != "-":
            return []
        line = last + 1
        start = min(self.starts[line], len(self.text))
        first = "" if start == 0 or self.text[start - 1] == "\n" else "\n"
        return [(start, start, first + "".join(f"{' ' * node.column}- {line}\n" for line in lines))]


def named(item: Node) -> Node:
    """The name of an item that has keys of its own (名称), else the item."""
    return item.entries["名称"][1] if isinstance(item, Mapping) and "名称" in item.entries else item


def last_line(node: Node) -> int | None:
    """The line where a value ends, from 0; None where a text over several lines hides it."""
    if isinstance(node, Scalar):
        return node.line if node.offsets else None
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries.values()]
    return last_line(inner[-1]) if inner else node.line
