"""附件7 and what is like it: labels with what they say beside them, one table a matter or several below each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from processes.intake.forms.grid import Grid
from processes.intake.forms.values import FormCell
from processes.intake.forms.vocabulary import Meaning, label

LEAST_LABELS = 5
_LEAST_LINES = 4


class Labelled(NamedTuple):
    """A label at (``line``, ``at``), what it means, and the cells of its value in order."""

    line: int
    at: int
    title: str
    meaning: Meaning
    cells: tuple[tuple[int, int], ...]


def labelled(grid: Grid) -> tuple[Labelled, ...]:
    """The labels of a sheet that is a card, none where it is a table with headings."""
    labels = {
        (line, at): meant
        for (line, at), text in sorted(grid.texts.items())
        if "\n\n" not in text and (meant := label(text)) is not None
    }
    # In a row of headings the neighbour of a label is a label.
    found = tuple(_labelled(grid, labels))
    beside = [
        one for one in found if one.cells and not any(labels[cell].official for cell in one.cells if cell in labels)
    ]
    # Words like labels come again and again among the rows of a table: what counts is where each is met first.
    first: dict[str, int] = {}
    for one in beside:
        first.setdefault(one.meaning.key, one.line)
    if len(first) < LEAST_LABELS or len(set(first.values())) < _LEAST_LINES:
        return ()
    return found if any(one.meaning.key == "name" for one in found) else ()


def _labelled(grid: Grid, labels: dict[tuple[int, int], Meaning]) -> Iterator[Labelled]:
    taken: set[tuple[int, int]] = set()
    for (line, at), meaning in labels.items():
        if (line, at) in taken:
            continue
        cells: list[tuple[int, int]] = []
        for below in range(line, grid.reaches(line, at) + 1):
            for right in range(_behind(grid, line, at), grid.width):
                found = labels.get((below, right))
                # What stands beside 监督机构 may be called like a label, but not like one of the form's own.
                if found is not None and (found.official or cells):
                    break
                if (below, right) in grid.texts:
                    cells.append((below, right))
        taken.update(cells)
        yield Labelled(line, at, "".join(grid.texts[line, at].split()), meaning, tuple(cells))


def _behind(grid: Grid, line: int, at: int) -> int:
    merge = grid.covered.get((line, at))
    return merge.right + 1 if merge else at + 1


def cards_in(grid: Grid, labels: tuple[Labelled, ...]) -> tuple[list[dict[str, FormCell]], list[Labelled]]:
    """The cells of each card, a new one beginning with its 事项名称, and the labels that belong to none.

    Those stand before the first name, or repeat one of their card.
    """
    cards: list[dict[str, FormCell]] = []
    others: list[Labelled] = []
    for one in labels:
        if one.meaning.key == "name":
            cards.append({})
        if not cards or one.meaning.key in cards[-1]:
            others.append(one)
        else:
            cards[-1][one.meaning.key] = _cell(grid, one)
    return cards, others


def _cell(grid: Grid, one: Labelled) -> FormCell:
    rows: dict[int, list[str]] = {}
    for line, at in one.cells:
        rows.setdefault(line, []).append(grid.texts[line, at])
    text = "\n".join(" ".join(row) for row in rows.values())
    beside = grid.spot(one.line, _behind(grid, one.line, one.at))
    spots = tuple(grid.spot(line, at) for line, at in one.cells) or (beside,)
    why = "" if one.meaning.official else f"标签写的是“{one.title}”"
    return FormCell(one.meaning.key, text, spots, why, one.title)
