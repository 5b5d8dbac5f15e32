"""YAML as a tree of texts with places, read from libyaml's event stream.

Everything is text: no scalar is ever turned into a number, boolean or date here. Events are read one by one so
that depth, size and forbidden features stop the reading where they occur; nothing recurses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, NoReturn

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from processes.declaration.encoding import FORBIDDEN
from processes.declaration.reporting import Reporter
from processes.declaration.yaml_errors import WIDE_SPACES, check_continuation, report_syntax, report_wide_indents
from processes.model.places import Place

MAX_DEPTH = 32
MAX_NODES = 100_000
MAX_ITEMS = 5_000
MAX_TEXT = 10_000
"""Limits of the declaration format, §4."""


_NEVER = re.compile(f"\r|{FORBIDDEN.pattern}")
"""In a file a carriage return is the end of a line of Windows; as an escape it is none."""


class Scalar(NamedTuple):
    """A text; ``line`` and ``column`` from 0. ``offsets`` tells whether the n-th character stands n columns further."""

    text: str
    line: int
    column: int
    offsets: bool


_quick_scalar: Callable[[tuple[str, int, int, bool]], Scalar] = partial(tuple.__new__, Scalar)
"""``Scalar(*facts)`` at half the cost."""


class Sequence:
    """A list of nodes."""

    __slots__ = ("column", "items", "key", "line")

    def __init__(self, line: int, column: int, key: Scalar | None) -> None:
        """Start empty; ``key`` is the one it is written under, if any."""
        self.items: list[Node] = []
        self.key = key
        self.line = line
        self.column = column


class Mapping:
    """Keys (unique texts) to nodes, in written order: text of the key → (key, value)."""

    __slots__ = ("column", "entries", "key", "line")

    def __init__(self, line: int, column: int, key: Scalar | None) -> None:
        """Start empty; ``key`` is the one it is written under, if any."""
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.key = key
        self.line = line
        self.column = column


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Reading stops here; the finding has been reported."""


def parse(text: str, report: Reporter) -> Mapping | None:
    """The top-level mapping of a declaration, or None after reporting what is wrong with the YAML."""
    try:
        root = _build(text, report)
    except _Refused:
        return None
    except yaml.YAMLError as error:
        report_syntax(text, error, report)
        return None
    if root is None:
        report.at(Place(report.file, 1, 1), "Y105", "文件是空的")
        return None
    if not isinstance(root, Mapping):
        report.at(Place(report.file, root.line + 1, root.column + 1), "Y106", "文件开头不是“键: 值”")
        return None
    return root


def _build(text: str, report: Reporter) -> Node | None:  # noqa: C901, PLR0912, PLR0915 - one loop, the hot path
    get_event = CParser(text).get_event
    root: Node | None = None
    stack: list[tuple[Sequence | Mapping | None, Scalar | None]] = []
    parent: Sequence | Mapping | None = None
    key: Scalar | None = None
    node: Node
    count = 0
    # What a text has no room for need not be looked for at every value.
    large = len(text) > MAX_ITEMS
    marked = "&" in text or "!" in text
    escaped = "\\" in text
    wide = not WIDE_SPACES.isdisjoint(text)
    while True:
        try:
            event: Any = get_event()
        except (ValueError, IndexError, AttributeError, OverflowError) as error:
            # libyaml's binding lets bare errors of these kinds escape on malformed input.
            raise yaml.YAMLError(str(error)) from error
        kind = type(event)
        if kind is ScalarEvent:
            start, end, value = event.start_mark, event.end_mark, event.value
            line, column = start.line, start.column
            if marked and (event.anchor is not None or event.tag is not None):
                _forbid(event, report)
            if end.line != line:
                if not event.style:
                    check_continuation(text, line, end.line, report)
                elif escaped:
                    _check_escapes(value, line, column, report)
                node = _quick_scalar((value, line, column, False))
            elif not event.style:
                if value[:1] == "-":
                    report.at(Place(report.file, line + 1, column + 1), "Y203", "“-”后面要空一格")
                node = _quick_scalar((value, line, column, True))
            else:
                # A quoted text without escapes is two characters wider than its value.
                exact = end.column - column - len(value) == 2  # noqa: PLR2004
                node = _quick_scalar((value, line, column + 1 if exact else column, exact))
                if escaped:
                    _check_escapes(value, line, column, report)
            if large and len(value) > MAX_TEXT:
                _refuse(report, line, column, "Y217", f"这段文字有 {len(value)} 字,超过 {MAX_TEXT} 字")
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            line, column = event.start_mark.line, event.start_mark.column
            if marked and (event.anchor is not None or event.tag is not None):
                _forbid(event, report)
            if len(stack) >= MAX_DEPTH:
                _refuse(report, line, column, "Y216", f"层次超过 {MAX_DEPTH} 层")
            if key is None and type(parent) is Mapping:
                _refuse(report, line, column, "Y213", "键不是一个词")
            node = Mapping(line, column, key) if kind is MappingStartEvent else Sequence(line, column, key)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            parent, key = stack.pop()
            continue
        elif kind is StreamEndEvent:
            return root
        else:
            _check_document(event, root, report)
            continue
        if large:
            count += 1
            if count > MAX_NODES:
                _refuse(report, line, column, "Y217", f"超过 {MAX_NODES} 个值")
        if type(parent) is Mapping:
            if key is None:
                if wide and type(node) is Scalar and not WIDE_SPACES.isdisjoint(node.text[:1]):
                    report_wide_indents(text, report)
                    raise _Refused
                key = node  # type: ignore[assignment] # containers were refused above
                continue
            entries = parent.entries
            if key.text in entries:
                _report_duplicate(entries[key.text][0], key, report)
            else:
                entries[key.text] = (key, node)
            key = None
        elif type(parent) is Sequence:
            parent.items.append(node)
            if large and len(parent.items) > MAX_ITEMS:
                _refuse(report, line, column, "Y217", f"这个列表超过 {MAX_ITEMS} 行")
        else:
            root = node
        if type(node) is not Scalar:
            stack.append((parent, key))
            parent = node  # type: ignore[assignment] # a container
    raise AssertionError


def _check_document(event: Any, root: Node | None, report: Reporter) -> None:  # noqa: ANN401 - the library's types say less than is known here
    """Refuse what stands between documents: directives, a second document, aliases."""
    if isinstance(event, AliasEvent):
        _forbid(event, report)
    if isinstance(event, DocumentStartEvent):
        mark: Any = event.start_mark
        if event.version is not None or event.tags:
            _refuse(report, mark.line, mark.column, "Y214", "文件开头有 % 指令")
        if root is not None:
            _refuse(report, mark.line, mark.column, "Y215", "从这里又开始了一份内容")


def _check_escapes(value: str, line: int, column: int, report: Reporter) -> None:
    """Report what no text may hold, and what got past the reading of the file as an escape."""
    if bad := _NEVER.search(value):
        place = Place(report.file, line + 1, column + 1)
        report.at(
            place, "Y104", f"双引号里写出了看不见的控制字符(U+{ord(bad.group()):04X})", "去掉双引号和里面的“\\…”。"
        )


def _forbid(event: Any, report: Reporter) -> None:  # noqa: ANN401 - the library's types say less than is known here
    mark = event.start_mark
    if isinstance(event, AliasEvent) or event.anchor is not None:
        sign = "*" if isinstance(event, AliasEvent) else "&"
        _refuse(
            report, mark.line, mark.column, "Y210", f"用了{'别名' if sign == '*' else '锚点'}「{sign}{event.anchor}」"
        )
    _refuse(report, mark.line, mark.column, "Y211", f"用了类型标签「{event.tag}」")


def _report_duplicate(first: Scalar, second: Scalar, report: Reporter) -> None:
    report.at(
        Place(report.file, second.line + 1, second.column + 1),
        "Y218",
        f"「{second.text}」写了两次,第一次在第 {first.line + 1} 行",
        width=len(second.text),
        related=(Place(report.file, first.line + 1, first.column + 1),),
    )


def _refuse(report: Reporter, line: int, column: int, code: str, message: str) -> NoReturn:
    report.at(Place(report.file, line + 1, column + 1), code, message)
    raise _Refused
