"""The report of a matter in two versions that are not 优化前 and 优化后: the same words would say something else.

Between two departments nothing was removed or changed: the second side has less, more, or something else, and nothing
follows from anything. Between two states of one declaration something was changed, but not by the reform: somebody
wrote it otherwise.
"""

from __future__ import annotations

from dataclasses import replace

from engine.annexes.form import Cell
from engine.diff.changes.arrangement import WayAdded, WayChanged, WayRemoved
from engine.diff.compare import Difference
from engine.diff.differing import differs
from engine.reports.kinds import evidence_note, listings_of, overview
from engine.reports.numbers import sides_text
from engine.reports.one_line import line
from engine.reports.path import path_listing
from engine.reports.quantities import delta_table
from engine.reports.report import Column, Listing, Report, Sign, Table
from engine.reports.wording.apart import apart

BETWEEN_PEERS = {
    Sign.GONE: "没有",
    Sign.NEW: "多出",
    Sign.CHANGED: "不同",
    Sign.REPLACED: "不同",
    Sign.KEPT: "相同",
}
"""What a sign says of the second side, seen from the first."""

BETWEEN_STATES = {Sign.GONE: "删去", Sign.CHANGED: "修改", Sign.KEPT: "未变"}

_WAYS = frozenset(kind.code for kind in (WayAdded, WayRemoved, WayChanged))

APART, SHARE_APART = "相差", "相差比例"


def peers_difference(difference: Difference, title: str) -> Report:
    """What differs between the two sides: the quantities, then what one has and the other has not."""
    first, second = difference.sides
    quantities = " · ".join(f"{delta.name} {sides_text(delta)}" for delta in difference.deltas)
    same = "" if differs(difference) else " · 没有差别"
    listings = tuple(_apart(listing, difference.sides) for listing in listings_of(difference))
    return Report(
        title=title,
        summary=f"{_called(title, difference.sides)}{first}→{second} {quantities}{same}",
        notes=_notes(listings),
        parts=(
            _quantities(difference),
            *listings,
        ),
        sides=difference.sides,
    )


def states_difference(difference: Difference, title: str) -> Report:
    """What was written otherwise: all in a line, the quantities, how much of each kind, and each of them."""
    first, second = difference.sides
    listings = tuple(_reworded(listing, BETWEEN_STATES) for listing in listings_of(difference))
    return Report(
        title=title,
        summary=f"{title}:{first}→{second} {line(difference)}",
        notes=_notes(listings),
        parts=(_quantities(difference), *overview(listings), *listings, *path_listing(difference)),
        sides=difference.sides,
    )


def _called(title: str, sides: tuple[str, str]) -> str:
    """The title before the sides; nothing where the sides are what it says."""
    return "" if title == "、".join(sides) else f"{title}:"


def _quantities(difference: Difference) -> Table:
    """The table of the reform, in which nothing is reduced: how much more than the first the second has."""
    table = delta_table(difference)
    first, second = difference.sides
    formulas = f"{second}-{first}", f"{APART}÷{first}"
    *others, apart, share = table.columns
    columns = (*others, Column(APART, apart.kind), Column(SHARE_APART, share.kind))
    rows = tuple((*row[:-2], *map(_turned, row[-2:], formulas)) for row in table.rows)
    return replace(table, title="数量对比", columns=columns, rows=rows)


def _turned(cell: Cell, formula: str) -> Cell:
    """The number with the other sign; a text says why there is none."""
    return Cell(cell.value if isinstance(cell.value, str) else -cell.value, cell.sources, formula)


def _apart(listing: Listing, sides: tuple[str, str]) -> Listing:
    """What differs between two departments is not done by anybody, and does not follow from what is done.

    去向 that merely follow from other 环节 or another order are left out: they would say the same again.
    """
    items = (apart(one, sides) for one in listing.items if one.direct or one.code not in _WAYS)
    return _reworded(Listing(listing.title.replace("变化", "差别"), tuple(items)), BETWEEN_PEERS)


def _notes(listings: tuple[Listing, ...]) -> tuple[str, ...]:
    return tuple(note for note in (evidence_note(listings),) if note)


def _reworded(listing: Listing, words: dict[Sign, str]) -> Listing:
    """Changes that have a word of their own (更名, 增加退回) keep it."""
    return replace(
        listing, items=tuple(replace(item, kind=item.kind or words.get(item.sign, "")) for item in listing.items)
    )
