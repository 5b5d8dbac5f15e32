"""What 行政审批股 says of its window and of the leaders there, read out of free text."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = r"[0-9A-Z一二三四五六七八九十]+"
_RUN = re.compile(rf"({_NUMBER}(?:号?[、,和及]{_NUMBER})*)号(?:综合)?(?:审批)?窗")
_ONE = re.compile(_NUMBER)
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_AWAY = re.compile(r"未(?:能|进|入)?(?:驻|到|在)|不(?:能|进|入)?(?:驻|到|在)|无法")

_HALL = re.compile(r"服务中心|政务(?:服务)?(?:大厅|中心)|市民(?:服务)?中心|审批大厅|中心.*窗口")


def in_hall(text: str) -> bool:
    """Whether a place is in the city's service hall, whatever that is called there."""
    return bool(_HALL.search(text))


@lru_cache(1 << 10)
def windows_in(text: str) -> frozenset[str]:
    """The numbers of the windows that a text names: 3号窗口, 3、4号窗口, 三号窗口."""
    return frozenset(number.translate(_DIGITS) for run in _RUN.findall(text) for number in _ONE.findall(run))


def away(deputy: str) -> bool:
    """Whether 协管 says that he is not at the window: 未驻窗口, 不能到窗口办公."""
    return bool(_AWAY.search(deputy))
