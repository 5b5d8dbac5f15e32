"""依据 that came, went or say something else: under which rank a new one goes no form tells."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from processes.declaration.nodes import Mapping, Scalar, Sequence
from processes.declaration.writing import plain
from processes.intake.matters.ranks import bases_in
from processes.merging.lists import emptied, relisted, without_entry
from processes.merging.source import Change, Source, last_line
from processes.model.vocabulary import BasisRank

_KEY = "依据"
_RANKS = tuple(map(str, BasisRank))
_MARK = "核对效力层级"

Ranked = tuple[str, str]
"""Rank and text."""


def bases(source: Source, old: list[str], new: list[str]) -> Iterator[list[Change]]:
    """Changes of 依据 that make the form list ``new`` instead of ``old``, the likeliest first.

    A form lists them by rank (附件4 注6): what does not stand where it would be printed is not proven, and the next
    rank is tried. Where the name of an instrument does not give its rank away, ★ asks for it.
    """
    mapping = source.node(_KEY)
    if not new:
        yield emptied(source, source.root, _KEY, "无")
        return
    written = _written(mapping)
    if [text for _, text in written] != old:
        return
    for ranked, unsure in _assigned(written, new):
        marks = dict.fromkeys(unsure, _MARK)
        if isinstance(mapping, Mapping):
            yield _carried(source, mapping, written, ranked, marks)
        elif isinstance(mapping, Scalar) and mapping.text == "无" and len(ranked) == 1:
            ((rank, text),) = ranked
            mark = f"  # ★{_MARK}" if unsure else ""
            blank = source.starts[mapping.line] + mapping.column
            found = source.scalar(mapping, text)
            yield [(blank - 1, found[0][1], f"\n  {rank}: {plain(text)}{mark}")] if found else []


def _written(node: object) -> list[Ranked]:
    """What is declared, in the order of the form."""
    if not isinstance(node, Mapping):
        return []
    found: list[Ranked] = []
    for rank in _RANKS:
        value = node.entries[rank][1] if rank in node.entries else None
        items = value.items if isinstance(value, Sequence) else [value]
        found += [(rank, item.text) for item in items if isinstance(item, Scalar)]
    return found


def _assigned(written: list[Ranked], new: list[str]) -> Iterator[tuple[list[Ranked], list[str]]]:
    """Ranks for the new list, with those texts of which the rank is not sure."""
    guessed = {one.text: one for one in bases_in("\n".join(f"{at}.{text}" for at, text in enumerate(new, 1)))[0]}
    ranks: list[str | None] = []
    old = [text for _, text in written]
    for kind, one, two, three, four in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        kept = written[one:two] if kind in ("equal", "replace") else []
        ranks += [rank for rank, _ in kept][: four - three]
        ranks += [None] * (four - three - min(len(kept), four - three))
    open_ = [at for at, rank in enumerate(ranks) if rank is None]
    if not open_:
        yield [(str(rank), text) for rank, text in zip(ranks, new, strict=True)], []
        return
    first = [str(guessed[text].rank) if text in guessed else "" for text in new]
    sure = {text for text in new if text in guessed and guessed[text].sure}
    yield from _tried(ranks, new, first, [new[at] for at in open_ if new[at] not in sure])
    for rank in _RANKS:
        yield from _tried(ranks, new, [rank] * len(new), [new[at] for at in open_])


def _tried(
    ranks: list[str | None], new: list[str], guess: list[str], unsure: list[str]
) -> Iterator[tuple[list[Ranked], list[str]]]:
    found = [rank or other for rank, other in zip(ranks, guess, strict=True)]
    order = [_RANKS.index(rank) for rank in found if rank in _RANKS]
    if len(order) == len(found) and order == sorted(order):
        yield list(zip(found, new, strict=True)), unsure


def _carried(
    source: Source, mapping: Mapping, written: list[Ranked], ranked: list[Ranked], marks: dict[str, str]
) -> list[Change]:
    changes: list[Change] = []
    old, new = (
        {rank: [text for _, text in some] for rank, some in groupby(list_, key=lambda one: one[0])}
        for list_ in (written, ranked)
    )
    for rank in _RANKS:
        was, will = old.get(rank, []), new.get(rank, [])
        if was == will:
            continue
        if not was:
            found = _new_rank(source, mapping, rank, will, marks)
        elif not will:
            found = without_entry(source, mapping, rank)
        else:
            found = relisted(source, mapping.entries[rank][1], will, marks)
        if not found:
            return []
        changes += found
    return changes


def _new_rank(source: Source, mapping: Mapping, rank: str, texts: list[str], marks: dict[str, str]) -> list[Change]:
    """A rank that had none, before the one that comes after it."""
    later = [
        key for name, (key, _) in mapping.entries.items() if name in _RANKS and _RANKS.index(name) > _RANKS.index(rank)
    ]
    last = last_line(mapping)
    if last is None:
        return []
    start = source.starts[later[0].line] if later else min(source.starts[last + 1], len(source.text))
    indent = " " * mapping.column
    lines = [f"{plain(text)}" + (f"  # ★{marks[text]}" if text in marks else "") for text in texts]
    value = f" {lines[0]}\n" if len(lines) == 1 else "\n" + "".join(f"{indent}  - {line}\n" for line in lines)
    first = "" if source.text[start - 1 : start] == "\n" else "\n"
    return [(start, start, f"{first}{indent}{rank}:{value}")]
