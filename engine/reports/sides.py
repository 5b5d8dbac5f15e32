"""The report of a matter in two versions that are not 优化前 and 优化后: the same words would say something else.

``没有`` is what the second side has not, ``多出`` what it has besides; between two states of one declaration it is
``删去`` and ``新增``: nothing was reformed, somebody wrote it otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.diff.compare import Difference
from engine.diff.history import differs
from engine.reports.difference import matter_report
from engine.reports.numbers import quantity_text
from engine.reports.report import Listing, Report, Sign, Table

BETWEEN_PEERS: Mapping[Sign, str] = {
    Sign.GONE: "没有",
    Sign.NEW: "多出",
    Sign.CHANGED: "不同",
    Sign.REPLACED: "不同",
    Sign.KEPT: "相同",
}
BETWEEN_STATES: Mapping[Sign, str] = {Sign.GONE: "删去", Sign.CHANGED: "修改", Sign.KEPT: "未变"}


def sided_report(difference: Difference, words: Mapping[Sign, str], title: str = "") -> Report:
    """What differs between the two sides of ``difference``, said in ``words``; ``title`` instead of the name."""
    report = matter_report(difference)
    first, second = difference.sides
    quantities = "、".join(quantity_text(delta, difference.sides) for delta in difference.deltas)
    name = title or difference.matter.name
    said = quantities if differs(difference) else f"没有差别,{quantities}"
    return replace(
        report,
        title=name,
        summary=f"{name}:{first}→{second} {said}",
        notes=(),
        parts=tuple(_reworded(part, words) for part in report.parts),
        sides=difference.sides,
    )


def _reworded(part: Table | Listing, words: Mapping[Sign, str]) -> Table | Listing:
    if isinstance(part, Table):
        return replace(part, title="数量对比")
    return replace(part, items=tuple(replace(item, said=words.get(item.sign, "")) for item in part.items))
