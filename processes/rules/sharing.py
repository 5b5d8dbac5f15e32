"""Materials that the government can look up by itself: which law asks that they be dropped."""

from __future__ import annotations

from datetime import date

from processes.model.matter import Version
from processes.model.vocabulary import ONLINE

ONLINE_LAW = date(2019, 4, 26)
"""《国务院关于在线政务服务的若干规定》 in force."""


def is_online(version: Version) -> bool:
    """Whether the matter can be handled online, which is what that law is about."""
    return ONLINE in version.channels


def online_law_asks(version: Version, day: date) -> bool:
    """Whether ZX07 says of each 可共享 material that it must go; else R411 does."""
    return day >= ONLINE_LAW and is_online(version)
