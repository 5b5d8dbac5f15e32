"""Whether a cited basis is a law, a regulation or a decision of the State Council."""

from __future__ import annotations

import re

_STATE_COUNCIL = re.compile(r"国务院[^《》]*决定|国务院令|国务院第[^《》]*号令")
_STATUTORY = re.compile(r"(?<![办方做])法》|条例》|全国人大|全国人民代表大会")


def is_of_state_council(basis: str) -> bool:
    """国务院决定 or 国务院令, also as part of a title: 《国务院对确需保留的行政审批项目设定行政许可的决定》."""
    return bool(_STATE_COUNCIL.search(basis))


def is_statutory(basis: str) -> bool:
    """As far as the titles tell: “…法》”, “…条例》”, 国务院决定; not 办法, 规定, 通知."""
    return is_of_state_council(basis) or bool(_STATUTORY.search(basis))


def said_of(basis: str) -> str:
    """What a message says of a basis that is not enough."""
    return f"依据只有「{basis}」" if basis else "没有写依据"
