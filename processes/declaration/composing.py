"""Data → the text of a declaration file as an analyst would write it: rows and one-line lists where they say the same.

A shorter form is taken only when it reads as the same value, without any finding: so nothing is lost by shortening.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from processes.declaration.flow_file import ENTRIES, STEP, Branches, Entries, ParallelBranches
from processes.declaration.kinds import Kind, Table
from processes.declaration.layout import Block, Comment, Document, Entry
from processes.declaration.matter_keys import MATTER
from processes.declaration.matter_parts import FEE, MATERIAL, STATUTORY_LIMIT, Bases, Fees, Materials, StatutoryLimits
from processes.declaration.names import Names
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.procedures import PROCEDURE, Origins, Procedures
from processes.declaration.reporting import Reporter
from processes.declaration.rows import Rows
from processes.declaration.shapes import Shape
from processes.declaration.unreading import Tree
from processes.declaration.writing import arrange, emit

LINE = 60
"""Longest one-line list, in characters; a longer one is written a line each."""
ROW = 100
"""Longest row; procedures of a longer one stand under a key of their own."""


class Noted(str):
    """A text with a comment beside it."""

    __slots__ = ("note",)
    note: str

    def __new__(cls, text: str, note: str) -> Self:
        """Attach ``note``, without its ``#``."""
        self = str.__new__(cls, text)
        self.note = note
        return self


def compose_matter(tree: dict[str, Tree], head: Iterable[str] = ()) -> str:
    """The text of a matter file; ``head``: comment lines at the top, without ``#``.

    The comments of ``Noted`` texts stand beside the lines that hold the texts.
    """
    short = _shortened(MATTER, tree)
    assert isinstance(short, dict)
    document = Document(_block(short), head=[Comment(f"# {line}") for line in head])
    return emit(arrange(document, MATTER))


# ---------------------------------------------------------------------------------------------- shorter forms


def _shortened(kind: object, tree: Tree) -> Tree:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """``tree`` in the shortest form that ``kind`` reads as the same."""
    match kind:
        case Shape():
            return _row(kind, _keys(kind, tree))
        case Entries():
            return _each(STEP, tree, kind, alone=False)
        case ParallelBranches():
            return [_branch(item) for item in tree] if isinstance(tree, list) else tree
        case Branches() if isinstance(tree, dict):
            return {name: _shortened(ENTRIES, entries) for name, entries in tree.items()}
        case Materials():
            return _each(MATERIAL, tree, kind)
        case Procedures():
            return _each(PROCEDURE, tree, kind)
        case Fees():
            return _each(FEE, tree, kind)
        case Rows():
            return _each(kind.shape, tree, kind)
        case StatutoryLimits():
            return _statutory(kind, _keys(STATUTORY_LIMIT, tree))
        case Bases() if isinstance(tree, dict):
            return {rank: _alone(texts) for rank, texts in tree.items()}
        case Names(sentences=True):
            return _alone(tree)
        case Names() | Origins():
            return _line(kind, tree)
        case Table():
            return tree
        case _:
            shape = getattr(kind, "shape", None)
            return _keys(shape, tree) if isinstance(shape, Shape) else tree


def _keys(shape: Shape, tree: Tree) -> Tree:
    """The values of a mapping shortened, key by key."""
    if not isinstance(tree, dict):
        return tree
    return {
        name: _shortened(shape.index[name].kind, value) if name in shape.index else value
        for name, value in tree.items()
    }


def _branch(tree: Tree) -> Tree:
    if isinstance(tree, dict) and "依次" in tree:
        return {"依次": _shortened(ENTRIES, tree["依次"])}
    return _shortened(STEP, tree)


def _row(shape: Shape, tree: Tree) -> Tree:
    """A mapping as a row, or with a row behind its first key, or as it is."""
    if not isinstance(tree, dict) or not shape.columns or shape.columns[0] not in tree:
        return tree
    for columns in (shape.columns, shape.columns[:-1]):
        cells = [tree[name] for name in columns if name in tree]
        if len(cells) == 1 or not all(isinstance(cell, str) for cell in cells):
            continue
        row = _joined(cells, " | ")
        rest = {name: value for name, value in tree.items() if name not in columns}
        short: Tree = {shape.columns[0]: row, **rest} if rest else row
        if len(row) <= ROW and _reads_alike(shape, short, tree):
            return short
    only = tree[shape.columns[0]]
    return only if len(tree) == 1 and _reads_alike(shape, only, tree) else tree


def _each(shape: Shape, tree: Tree, kind: Kind, *, alone: bool = True) -> Tree:
    """A list of mappings, each as short as it goes, all on one line where that reads the same."""
    if not isinstance(tree, list):
        return tree
    items = [_fact(shape, kind, item) if shape in (MATERIAL, PROCEDURE) else _shortened(shape, item) for item in tree]
    if shape in (MATERIAL, PROCEDURE):
        return _line(kind, items, tree)
    return items[0] if alone and len(items) == 1 and isinstance(items[0], str) else items


def _fact(shape: Shape, kind: Kind, tree: Tree) -> Tree:
    """A material or procedure as a name with its facts in brackets: ``申请书(2份)``."""
    if not isinstance(tree, dict):
        return tree
    long = _keys(shape, tree)
    name, copies, people = tree.get("名称"), tree.get("份数"), tree.get("人数")
    if not isinstance(name, str):
        return long
    facts = [
        *([copies] if isinstance(copies, str) else []),
        *(["可共享"] if tree.get("可共享") == "是" else []),
        *([f"{people}人以上"] if people else []),
        *(["法定"] if tree.get("法定") == "是" else []),
        *(["不计时限"] if tree.get("不计时限") == "是" else []),
    ]
    bracketed = _noted(f"{name}({'、'.join(facts)})" if facts else str(name), (one for one in tree.values()))
    return bracketed if _reads_alike(kind, [bracketed], [long]) else long


def _line(kind: Kind, items: Tree, long: Tree | None = None) -> Tree:
    """A list of texts on one line."""
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        return items
    line = _joined(items, "、")
    return line if len(line) <= LINE and _reads_alike(kind, line, items if long is None else long) else items


def _alone(tree: Tree) -> Tree:
    return tree[0] if isinstance(tree, list) and len(tree) == 1 else tree


def _statutory(kind: Kind, tree: Tree) -> Tree:
    if not isinstance(tree, dict):
        return tree
    limit, basis = tree.get("时限"), tree.get("依据")
    short = _noted(f"{limit}({basis})" if basis else str(limit), tree.values())
    return short if _reads_alike(kind, short, tree) else tree


def _joined(texts: Iterable[Tree], between: str) -> str:
    parts = [text for text in texts if isinstance(text, str)]
    return _noted(between.join(parts), parts)


def _noted(text: str, parts: Iterable[Tree]) -> str:
    """``text`` with the comments of the parts it is made of, each once."""
    notes = dict.fromkeys(part.note for part in parts if isinstance(part, Noted))
    return Noted(text, ";".join(notes)) if notes else text


def _reads_alike(kind: Kind, one: Tree, other: Tree) -> bool:
    short, findings = _read(kind, one)
    return not findings and short == _read(kind, other)[0]


def _read(kind: Kind, tree: Tree) -> tuple[object, bool]:
    report = Reporter("")
    value = kind.read(node_of(tree), report)
    return value, bool(report.findings)


def node_of(tree: Tree) -> Node:
    """Data as reading sees it, on line 1."""
    if isinstance(tree, str):
        return Scalar(tree, 0, 0, offsets=True)
    if isinstance(tree, list):
        sequence = Sequence(0, 0, None)
        sequence.items = [node_of(item) for item in tree]
        return sequence
    mapping = Mapping(0, 0, None)
    mapping.entries = {name: (Scalar(name, 0, 0, offsets=True), node_of(value)) for name, value in tree.items()}
    return mapping


# ---------------------------------------------------------------------------------------------- lines


def _block(tree: dict[str, Tree] | list[Tree]) -> Block:
    if isinstance(tree, dict):
        return Block(keyed=True, entries=[_line_of(name, value) for name, value in tree.items()])
    return Block(keyed=False, entries=[_line_of(None, value) for value in tree])


def _line_of(name: str | None, value: Tree) -> Entry:
    entry = Entry(name, (0, 0), 0, None, None)
    if isinstance(value, str):
        entry.value = str(value)
        entry.inline = Comment(f"# {value.note}") if isinstance(value, Noted) else None
    else:
        entry.value = _block(value)
    return entry
