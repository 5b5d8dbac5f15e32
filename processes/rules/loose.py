"""Texts that point to a rule without saying to which."""

from __future__ import annotations

import re

_LOOSE = re.compile(
    r"(?:按照?|依照?|依据|根据|参照|执行|见)?(?:有关|相关|现行|国家|上级|物价部门|规定|文件|政策|的)*"
    r"(?:规定|标准|文件|政策|办法)(?:执行|收取|收费|缴纳|为准)*"
)


def is_loose(text: str) -> bool:
    """Whether the text says no more than 按规定, 按有关标准收取: no number, no document, not whose standard."""
    return bool(_LOOSE.fullmatch(text.strip("。 ")))
