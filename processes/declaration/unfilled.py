"""What a template left to be filled in, and is still there."""

from __future__ import annotations

import re

from processes.declaration.reporting import Reporter
from processes.declaration.templates import MARK
from processes.model.places import Place

_LEFT = re.compile(rf"(?:^|\s)#\s*({MARK})")
_NAMED = 12
"""So many lines are named; whoever has more to do begins with those."""


def report_unfilled(text: str, report: Reporter) -> None:
    """Mention, once a file, the lines that still carry the mark of a template: they hold invented content."""
    if MARK not in text:
        return
    found = [
        (number, match.start(1)) for number, line in enumerate(text.split("\n"), 1) if (match := _LEFT.search(line))
    ]
    if found:
        lines = "、".join(str(number) for number, _ in found[:_NAMED]) + (" 等" if len(found) > _NAMED else "")
        place = Place(report.file, found[0][0], found[0][1] + 1)
        report.at(place, "D118", f"还有 {len(found)} 处标{MARK}的没有改成实际情况(第 {lines} 行)")
