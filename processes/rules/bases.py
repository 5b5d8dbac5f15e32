"""Whether a cited basis is a law, a regulation or a decision of the State Council."""

from __future__ import annotations

import re

_STATUTORY = re.compile(r"(?<![办方做])法》|条例》|国务院(?:关于[^《》]*)?决定|国务院令|全国人大|全国人民代表大会")


def is_statutory(basis: str) -> bool:
    """As far as the titles tell: “…法》”, “…条例》”, 国务院决定; not 办法, 规定, 通知."""
    return bool(_STATUTORY.search(basis))
