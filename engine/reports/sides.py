"""The report of a matter in two versions that are not 优化前 and 优化后: the same words would say something else.

``没有`` is what the second side has not, ``多出`` what it has besides; between two states of one declaration it is
``删去`` and ``修改``: nothing was reformed, somebody wrote it otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.diff.compare import Difference
from engine.reports.kinds import evidence_note, listings_of, overview
from engine.reports.one_line import line
from engine.reports.path import path_listing
from engine.reports.quantities import delta_table
from engine.reports.report import Listing, Report, Sign

BETWEEN_PEERS: Mapping[Sign, str] = {
    Sign.GONE: "没有",
    Sign.NEW: "多出",
    Sign.CHANGED: "不同",
    Sign.REPLACED: "不同",
    Sign.KEPT: "相同",
}
BETWEEN_STATES: Mapping[Sign, str] = {Sign.GONE: "删去", Sign.CHANGED: "修改", Sign.KEPT: "未变"}


def sided_report(difference: Difference, words: Mapping[Sign, str], title: str) -> Report:
    """What differs between the two sides of ``difference``, said in ``words``: all in a line, the quantities, the rest.

    Changes that have a word of their own (更名, 增加退回) keep it.
    """
    first, second = difference.sides
    listings = tuple(_reworded(listing, words) for listing in listings_of(difference))
    said = f"{title}:{first}→{second} {line(difference)}"
    return Report(
        title=title,
        summary=said,
        briefing=f"{said}。",
        notes=tuple(note for note in (evidence_note(listings),) if note),
        parts=(
            replace(delta_table(difference), title="数量对比"),
            *overview(listings),
            *listings,
            *path_listing(difference),
        ),
        sides=difference.sides,
    )


def _reworded(listing: Listing, words: Mapping[Sign, str]) -> Listing:
    return replace(
        listing, items=tuple(replace(item, kind=item.kind or words.get(item.sign, "")) for item in listing.items)
    )
