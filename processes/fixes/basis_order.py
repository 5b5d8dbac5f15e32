"""依据 in the order of rank that the form wants (附件4 注6)."""

from __future__ import annotations

from collections.abc import Iterator

from processes.declaration.nodes import Mapping
from processes.fixes.fixer import Draft, Fixer, manners
from processes.model.findings import Edit
from processes.model.places import Place
from processes.model.vocabulary import BasisRank

_RANKS = {str(rank): index for index, rank in enumerate(BasisRank)}


def _find(draft: Draft) -> Iterator[Edit]:
    """The lines of each rank, with the comments over them, moved as a whole."""
    for node, how in manners(draft):
        if isinstance(node, Mapping) and how.order == tuple(_RANKS) and node.entries.keys() <= _RANKS.keys():
            yield from _in_order(draft, node)


def _in_order(draft: Draft, node: Mapping) -> Iterator[Edit]:
    lines = draft.text.split("\n")
    ranks = [_RANKS[name] for name in node.entries]
    keys = [key for key, _ in node.entries.values()]
    if ranks == sorted(ranks) or any(lines[key.line][: node.column].strip() for key in keys):
        return  # in order, or several on a line: then people put them in order
    starts = [_above(lines, key.line, node.column) for key in keys]
    ends = [*starts[1:], _end(lines, keys[-1].line, node.column)]
    blocks = {rank: lines[start:end] for rank, start, end in zip(ranks, starts, ends, strict=True)}
    before = "\n".join(lines[starts[0] : ends[-1]])
    after = "\n".join(line for rank in sorted(blocks) for line in blocks[rank])
    yield Edit(Place(draft.file, starts[0] + 1, 1), len(before), after)


def _above(lines: list[str], line: int, column: int) -> int:
    """The first of the comments that stand right over a key, in its column."""
    while line > 0 and lines[line - 1].startswith(" " * column + "#"):
        line -= 1
    return line


def _end(lines: list[str], line: int, column: int) -> int:
    """Behind the last line that is indented deeper than the key on ``line``."""
    end = line + 1
    for index in range(line + 1, len(lines)):
        text = lines[index]
        indent = len(text) - len(text.lstrip(" "))
        if not text.strip():
            continue
        if indent < column or (indent == column and not text.lstrip().startswith("- ")):
            break
        end = index + 1
    return end


FIXER = Fixer(name="依据按效力层级排列", find=_find)
