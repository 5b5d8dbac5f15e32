"""What can stand behind a key: the kinds of value, each read from a node into a model value.

A kind's ``read`` returns ``ABSENT`` after reporting; it never raises on wrong input.
"""

from __future__ import annotations

from typing import Final, Protocol

from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import Definitions, Schema, any_text, free_keys
from processes.model.places import Place, Text, quick_place


class Absent:
    """The value of something that could not be read; the reason has been reported."""


ABSENT: Final = Absent()

EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML itself takes for nothing: in a declaration always a slip."""


NOTHING_BETWEEN = "补上漏写的名称,或去掉多的“、”"
"""How to mend a list on one line in which nothing stands between two 、."""


class Kind(Protocol):
    """A kind of value."""

    def read(self, node: Node, report: Reporter) -> object:
        """The value in ``node``, or ABSENT after reporting."""

    def schema(self, names: Definitions) -> Schema:
        """The JSON Schema of what ``read`` accepts; what several keys share goes into ``names``."""


def place_of(node: Node, report: Reporter) -> Place:
    """Where ``node`` begins."""
    return quick_place((report.file, node.line + 1, node.column + 1))


def place_above(node: Node, report: Reporter) -> Place:
    """Where the key stands under which ``node`` was written; where ``node`` begins if there is none."""
    key = None if type(node) is Scalar else node.key  # type: ignore[union-attr] # mypy does not narrow by type()
    return place_of(key or node, report)


def place_in(node: Scalar, offset: int, report: Reporter) -> Place:
    """Where the character ``offset`` of a text stands; its beginning when quoting or folding hides that."""
    return Place(report.file, node.line + 1, node.column + 1 + (offset if node.offsets else 0))


def is_empty(node: Node) -> bool:
    """Whether nothing was written: no text, ``~``, ``null``, ``[]`` or ``{}``."""
    if type(node) is Scalar:
        return node.text in EMPTY
    return not (node.items if type(node) is Sequence else node.entries)  # type: ignore[union-attr] # as above


def text_of(node: Node, report: Reporter, expected: str = "一行文字") -> str | None:
    """The trimmed text of a scalar, or None after reporting that it is empty or not a text."""
    if type(node) is not Scalar:
        report.at(place_of(node, report), "D104", f"这里应是{expected}")
        return None
    text = node.text.strip()
    if text in EMPTY:
        report.at(place_of(node, report), "D103", "空着没填" if not text else f"「{text}」等于没填")
        return None
    return text


class OneText:
    """A text on one line or in a block, kept as typed; ``无`` becomes empty when ``none`` is set."""

    def __init__(self, expected: str = "一行文字", *, none: bool = False) -> None:
        """``expected`` says in a message what the text should be."""
        self.expected = expected
        self.none = none

    def read(self, node: Node, report: Reporter) -> str | Absent:
        """The text."""
        text = text_of(node, report, self.expected)
        if text is None:
            return ABSENT
        return "" if self.none and text == "无" else text

    def schema(self, names: Definitions) -> Schema:
        """Any text."""
        return names.share("文字", OneText, any_text)


class Table:
    """Free keys, each with a value of one kind."""

    def __init__(self, kind: Kind, example: str) -> None:
        """The kind of every value; ``example``: how a line is written, for the editor."""
        self.kind = kind
        self.example = example

    def read(self, node: Node, report: Reporter) -> dict[str, object] | Absent:
        """Key → value; texts come with their place."""
        if type(node) is not Mapping:
            report.at(place_of(node, report), "D104", "这里应是下一层的“键: 值”")
            return ABSENT
        table: dict[str, object] = {}
        for key, (_, value) in node.entries.items():
            read = self.kind.read(value, report)
            if not isinstance(read, Absent):
                table[key] = Text(read, place_of(value, report)) if isinstance(read, str) else read
        return table

    def schema(self, names: Definitions) -> Schema:
        """Any keys."""
        return free_keys(self.kind.schema(names), self.example)
