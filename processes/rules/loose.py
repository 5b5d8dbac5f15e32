"""Texts that say nothing: no rule although they point to one, not yet, free of charge."""

from __future__ import annotations

import re

_LOOSE = re.compile(
    r"(?:按照?|依照?|依据|根据|参照|执行|见)?(?:有关|相关|现行|国家|上级|物价部门|规定|文件|政策|的)*"
    r"(?:规定|标准|文件|政策|办法)(?:执行|收取|收费|缴纳|为准)*"
)
_NOT_YET = re.compile(r"(?:无|否|没有|暂无|0|待报|未\w{0,3})?")
_FREE = frozenset(("免费", "免收", "不收", "不收费", "不另收费", "0元", "零元", "无"))


def is_loose(text: str) -> bool:
    """Whether the text says no more than 按规定, 按有关标准收取: no number, no document, not whose standard."""
    return bool(_LOOSE.fullmatch(text.strip("。 ")))


def is_missing(text: str) -> bool:
    """Whether the text says that there is nothing (yet): 无, 否, 待报, 未行文, 未启用."""
    return bool(_NOT_YET.fullmatch(text.strip("。 ")))


def is_free(standard: str) -> bool:
    """Whether a 收费标准 says that nothing is charged."""
    return standard in _FREE
