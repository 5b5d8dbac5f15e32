"""行政强制: what the rules on sealing and on freezing share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.matter import Matter
from processes.rules.faults import Fault
from processes.rules.lengths import least_natural

_MOST_DAYS = 30


def too_long(matter: Matter, other: re.Pattern[str]) -> Iterator[Fault]:
    """The limit after the reform, or the statutory one, is above 30 calendar days without the basis of another law."""
    if matter.after is None or other.search(matter.statutory.basis):
        return
    limits = (
        ("优化后的时限", matter.after.limit, matter.after.at("limit")),
        ("法定时限", matter.statutory.limit, matter.at("statutory")),
    )
    for what, limit, place in limits:
        if least_natural(limit) > _MOST_DAYS:
            yield place, f"{what}是 {limit},超过30个自然日", len(str(limit))
            return
