"""问题 of a matter file lengthened by rows: every other line of the file stays as it is, comments too.

What was written is read anew: all else must be the same tree, and 问题 the old rows and the new ones.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from processes.declaration.commented import read_commented
from processes.declaration.layout import Block, Entry
from processes.declaration.nodes import Node, parse
from processes.declaration.reporting import Reporter
from processes.declaration.rewriting import tree_data
from processes.errors import CannotBeDone

KEY = "问题"
_NONE = "无"
_BEFORE = "优化前"
_MARKS = "-?,&*!%@`>~=<"
"""What has a meaning at the beginning of a text, to YAML."""
_SIGNS = ":#|\"'\\[]{}\n\t"
"""What may have one inside."""
_BY_HAND = "“问题”的写法特殊,没有动;请把上面列出的问题手工写进去。"


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """问题 and 备注."""

    text: str
    remark: str


def with_problems(text: str, rows: Sequence[ProblemRow], file: str) -> str:
    """``text``, a matter file that can be read, with ``rows`` behind its problems.

    Those whose 问题 is there already are left out. Raises ``CannotBeDone`` for a 问题 that is written in brackets, or
    on several lines without being a list.
    """
    before = tree_data(_parsed(text, file))
    assert isinstance(before, dict)
    there = {_said(one) for one in _rows_of(before.get(KEY))}
    wanted = [row for row in rows if row.text not in there]
    if not wanted:
        return text
    lines = text.split("\n")
    entries = read_commented(text).root.entries
    at = next((number for number, entry in enumerate(entries) if entry.key == KEY), None)
    if at is None:
        _add_key(lines, entries, wanted)
    else:
        _lengthen(lines, entries, at, wanted)
    after = "\n".join(lines)
    _prove(before, tree_data(_parsed(after, file)), wanted)
    return after


def _parsed(text: str, file: str) -> Node:
    root = parse(text, Reporter(file))
    if root is None:
        raise CannotBeDone(_BY_HAND)
    return root


def _rows_of(value: object) -> list[object]:
    if value is None or value == _NONE:
        return []
    return value if isinstance(value, list) else [value]


def _said(row: object) -> str:
    """问题 of a row, which is a mapping or 问题 | 措施 | …."""
    if isinstance(row, dict):
        return str(row.get(KEY, ""))
    return str(row).partition("|")[0].strip()


def _add_key(lines: list[str], entries: Sequence[Entry], rows: Sequence[ProblemRow]) -> None:
    """Before 优化前, or at the end."""
    half = next((entry for entry in entries if entry.key == _BEFORE), None)
    end = _end(lines, half)
    lines[end:end] = [f"{KEY}:", *_written(rows, "  ")]


def _lengthen(lines: list[str], entries: Sequence[Entry], at: int, rows: Sequence[ProblemRow]) -> None:
    entry = entries[at]
    line = entry.spot[0]
    end = _end(lines, entries[at + 1] if at + 1 < len(entries) else None)
    value = entry.value
    if isinstance(value, Block):
        first = value.entries[0] if value.entries else None
        head = lines[first.spot[0]] if first else ""
        if value.keyed or first is None or not head.lstrip().startswith("- "):
            raise CannotBeDone(_BY_HAND)
        lines[end:end] = _written(rows, head[: len(head) - len(head.lstrip())])
        return
    rest = lines[line].partition(":")[2].strip()
    if end != line + 1 or rest != value:
        raise CannotBeDone(_BY_HAND)
    own = [] if value == _NONE else [f"  - {value}"]
    lines[line:end] = [f"{KEY}:", *own, *_written(rows, "  ")]


def _end(lines: Sequence[str], after: Entry | None) -> int:
    """The line behind the last one that is no comment and not empty, before ``after`` or the end."""
    end = len(lines) if after is None else after.spot[0]
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _written(rows: Sequence[ProblemRow], indent: str) -> list[str]:
    found: list[str] = []
    for row in rows:
        found += [f"{indent}- {KEY}: {_quoted(row.text)}", f"{indent}  备注: {_quoted(row.remark)}"]
    return found


def _quoted(text: str) -> str:
    """In quotes where YAML might take a sign for its own."""
    plain = text.strip() == text and text[:1] not in _MARKS and not any(sign in text for sign in _SIGNS)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _prove(before: dict[str, object], after: object, rows: Sequence[ProblemRow]) -> None:
    """Raise where more than 问题 has changed."""
    assert isinstance(after, dict)
    own = _rows_of(before.get(KEY))
    added = [{KEY: row.text, "备注": row.remark} for row in rows]
    same = {key: value for key, value in before.items() if key != KEY} == {
        key: value for key, value in after.items() if key != KEY
    }
    if not same or after.get(KEY) != [*own, *added]:
        raise CannotBeDone(_BY_HAND)
