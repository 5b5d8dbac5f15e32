"""环节 and 程序 that came or went in 附件6: which names only, so that what a new line lacks is asked for with ★.

A line is put in where there is but one place for it, and a 程序 where both its neighbours stand in one 环节; blocks
(并联) and lists that do not say what the form said are left to people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from processes.declaration.cells import Piece, parse_limit, procedure_facts, split_names
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.writing import plain
from processes.merging.lists import without_lines
from processes.merging.source import Change, Source, last_line
from processes.model.folding import fold, fold_name

_FLOW, _STEP, _ACTS, _HOLDER, _LIMIT = "流程", "环节", "程序", "承办", "时限"
_UNCOUNTED, _NAME = "不计环节", "名称"
_ASK_LIMIT, _ASK_HOLDER = "补时限", "核对承办"


@dataclass(frozen=True, slots=True)
class _Act:
    """A 程序 of the text from ``start`` to ``end``; ``lines``, first and last (from 0), where it has its own."""

    name: str
    start: int
    end: int
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """An entry of 流程 at ``index``."""

    index: int
    name: str
    holder: str
    item: Node
    acts: tuple[_Act, ...]


def steps(
    source: Source, version: str, old: list[str], new: list[str], acts: list[str] | None
) -> Iterator[list[Change]]:
    """Changes that add and take out 环节; ``acts``: what the form lists as 程序 by now, None where as before."""
    found = _steps(source, version)
    node = source.node(version, _FLOW)
    if not found or not isinstance(node, Sequence) or not _same([step.name for step in found], old):
        return
    own = [act.name for step in found for act in step.acts]
    edits: list[list[list[Change]]] = []
    for kind, one, two, three, four in _differences(old, new):
        if kind == "delete":
            parts = [without_lines(source, found[at].item.line, last_line(found[at].item)) for at in range(one, two)]
        elif kind == "insert" and four - three == 1:
            at = sum(len(step.acts) for step in found[:one])
            added = _between(own, acts, at) if acts is not None else []
            row, index = _row(found, one, new[three], added or [new[three]]), _place(node, found, one)
            parts = [source.added(node, index, [row]) if row and index is not None else []]
        else:
            return
        edits.append(parts)
    yield from _whole(edits)


def procedures(
    source: Source, version: str, old: list[str], new: list[str], names: list[str] | None
) -> Iterator[list[Change]]:
    """Changes that add and take out 程序 within 环节; ``names``: the 环节 that the form lists, None where as before.

    What belongs to a 环节 that could not be written goes into no other.
    """
    found = _steps(source, version)
    if names is not None and not _same([step.name for step in found], names):
        return
    placed = [(step, act) for step in found for act in step.acts]
    if not _same([act.name for _, act in placed], old):
        return
    edits: list[list[list[Change]]] = []
    for kind, one, two, three, four in _differences(old, new):
        if kind == "delete":
            parts = [_taken(source, placed[at][0], placed[at][1]) for at in range(one, two)]
        elif kind == "insert" and one == len(placed):
            parts = [_behind(source, placed[-1][1], new[three:four])]
        elif kind == "insert" and placed[max(one - 1, 0)][0] is placed[one][0]:
            parts = [_put(source, placed[one][1], new[three:four])]
        else:
            return
        edits.append(parts)
    yield from _whole(edits)


def _whole(edits: list[list[list[Change]]]) -> Iterator[list[Change]]:
    """The changes of all edits together; nothing where a part of one could not be done."""
    parts = [part for edit in edits for part in edit]
    if all(parts):
        yield [change for part in parts for change in part]


def _steps(source: Source, version: str) -> list[_Step]:
    """The 环节 of a version that is a plain list of them; none for any other."""
    node = source.node(version, _FLOW)
    items = node.items if isinstance(node, Sequence) else []
    counted = [
        (at, item) for at, item in enumerate(items) if not (isinstance(item, Mapping) and _UNCOUNTED in item.entries)
    ]
    found = [_step(source, at, item) for at, item in counted]
    return [step for step in found if step is not None] if None not in found else []


def _step(source: Source, index: int, item: Node) -> _Step | None:
    row = item
    if isinstance(item, Mapping):
        row = item.entries[_STEP][1] if _STEP in item.entries and "并联" not in item.entries else item
    if not isinstance(row, Scalar) or not row.offsets:
        return None
    start = source.starts[row.line] + row.column
    if source.text[start : start + len(row.text)] != row.text:
        return None
    cells = _cells(row.text)
    hinge = next((at for at, cell in enumerate(cells) if at and parse_limit(cell.text)), len(cells))
    holder = cells[1].text if hinge > 1 and len(cells) > 1 else _text(item, _HOLDER)
    acts = [
        _Act(_printed(one.text), start + cell.offset + one.offset, start + cell.offset + one.offset + len(one.text))
        for cell in cells[hinge + 1 :]
        for one in split_names(cell.text)
    ]
    if isinstance(item, Mapping) and _ACTS in item.entries:
        more = _own_acts(source, item.entries[_ACTS][1])
        if more is None:
            return None
        acts += more
    return _Step(index, cells[0].text, holder, item, tuple(acts))


def _own_acts(source: Source, node: Node) -> list[_Act] | None:
    """The 程序 that stand under their key, on one line or one a line."""
    if isinstance(node, Scalar) and node.offsets:
        start = source.starts[node.line] + node.column
        return [
            _Act(_printed(one.text), start + one.offset, start + one.offset + len(one.text))
            for one in split_names(node.text)
        ]
    found: list[_Act] = []
    for item in node.items if isinstance(node, Sequence) else ():
        name = item.entries[_NAME][1] if isinstance(item, Mapping) and _NAME in item.entries else item
        last = last_line(item)
        if not isinstance(name, Scalar) or not name.offsets or last is None:
            return None
        start = source.starts[name.line] + name.column
        found.append(_Act(_printed(name.text), start, start + len(name.text), (item.line, last)))
    return found or None


def _cells(row: str) -> list[Piece]:
    found: list[Piece] = []
    start = 0
    for cell in _fold_bars(row).split("|"):
        text = row[start : start + len(cell)]
        found.append(Piece(text.strip(), start + len(text) - len(text.lstrip())))
        start += len(cell) + 1
    return found


def _fold_bars(row: str) -> str:
    """The row with its bars half-width, as long as before."""
    return row.replace("｜", "|")


def _place(node: Sequence, found: list[_Step], at: int) -> int | None:
    """Among all entries, in front of the ``at``-th that is counted; None where another one stands between."""
    before = found[at - 1].index + 1 if at else 0
    after = found[at].index if at < len(found) else len(node.items)
    return before if before == after else None


def _printed(act: str) -> str:
    """As 附件6 says it: 现场核查(2人以上、法定) is 现场核查(2人以上)."""
    facts = procedure_facts(act)
    return f"{facts.name}({facts.people}人以上)" if facts.people else facts.name


def _text(item: Node, key: str) -> str:
    node = item.entries[key][1] if isinstance(item, Mapping) and key in item.entries else None
    return node.text if isinstance(node, Scalar) else ""


def _same(declared: list[str], printed: list[str]) -> bool:
    return list(map(fold_name, declared)) == list(map(fold_name, printed))


def _differences(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, list(map(fold_name, old)), list(map(fold_name, new)), autojunk=False)
    return [one for one in matcher.get_opcodes() if one[0] != "equal"]


def _between(old: list[str], new: list[str], at: int) -> list[str]:
    """What was put into a list before its ``at``-th."""
    return [
        name
        for kind, one, _, three, four in _differences(old, new)
        if kind == "insert" and one == at
        for name in new[three:four]
    ]


def _row(found: list[_Step], at: int, name: str, acts: list[str]) -> str:
    """A new 环节 in front of the ``at``-th; empty where its neighbours do not agree whose it would be."""
    around = {step.holder for step in found[max(at - 1, 0) : at + 1]}
    if len(around) != 1 or any(mark in text for text in (name, *acts) for mark in "、|"):
        return ""
    # Where none is written the version has one office, and the new line needs none either.
    (holder,) = around
    asked = ";".join([_ASK_LIMIT, *([_ASK_HOLDER] if holder else [])])
    return f"{plain(' | '.join(filter(None, (name, holder, '无', '、'.join(acts)))))}  # ★{asked}"


def _taken(source: Source, step: _Step, act: _Act) -> list[Change]:
    """One act less; a 环节 has at least one."""
    if len(step.acts) == 1:
        return []
    if act.lines is not None:
        return without_lines(source, *act.lines)
    index = step.acts.index(act)
    if index + 1 < len(step.acts):
        return [(act.start, step.acts[index + 1].start, "")]
    return [(step.acts[index - 1].end, act.end, "")]


def _put(source: Source, before: _Act, names: list[str]) -> list[Change]:
    """Acts in front of one of the same 环节."""
    if any("、" in fold(name) for name in names):
        return []
    if before.lines is None:
        return [(before.start, before.start, "".join(f"{name}、" for name in names))]
    start = source.starts[before.lines[0]]
    indent = _indent(source, start)
    return [(start, start, "".join(f"{indent}- {plain(name)}\n" for name in names))]


def _behind(source: Source, last: _Act, names: list[str]) -> list[Change]:
    """Acts behind the last one of all."""
    if any("、" in fold(name) for name in names):
        return []
    if last.lines is None:
        return [(last.end, last.end, "".join(f"、{name}" for name in names))]
    start, end = source.starts[last.lines[0]], source.starts[last.lines[1] + 1] - 1
    indent = _indent(source, start)
    return [(end, end, "".join(f"\n{indent}- {plain(name)}" for name in names))]


def _indent(source: Source, start: int) -> str:
    """The blanks at the beginning of a line."""
    line = source.text[start:].partition("\n")[0]
    return line[: len(line) - len(line.lstrip(" "))]
