"""What clerks put into names by habit: other marks than 、 between them, numbers before them, copies behind them.

Nothing of this is refused, for a name may be like that; but it changes how many there are, and nobody sees it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from processes.declaration.cells import split_names
from processes.declaration.reporting import Reporter
from processes.model.folding import fold
from processes.model.places import Place

_BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）|《[^《》]*》|〔[^〔〕]*〕")
_MARK = re.compile("[，,;；]")
_WORDS = {"，": "逗号", ",": "逗号", ";": "分号", "；": "分号"}
_NUMBER = re.compile(r"\d{1,2}[.．、)](?!\d)|\(\d{1,2}\)|[①-⑳]")
"""A number before a name, in a text that is folded: 1. 1、 (1) ①, not 3.15."""
_NUMBERED_LINE = re.compile(r"(?:^|.*[、;；，,\s])\d{1,2}、(?!\d)|^\d{1,2}[.．)](?!\d)")
_BLANK = re.compile(r"[\u4e00-\u9fff]{2}[ \t\u3000]+[\u4e00-\u9fff]{2}")
_NUMERAL = "[一二两三四五六七八九十]{1,3}"
_COPIES = re.compile(rf"(?:\d+|{_NUMERAL})(?:份|张|套|本)$|\((?:原件|复印件|一式|各)?{_NUMERAL}(?:份|张|套|本)\)$")
"""Copies that are not read as such: behind a name without brackets, or in Chinese numerals."""


class Slip(NamedTuple):
    """What is wrong with a name or a list on one line, and how to mend it."""

    message: str
    hint: str


_NUMBERED = Slip(
    "名称前面带了编号,编号成了名称的一部分", "去掉编号,编号由程序加;几个名称之间用“、”隔开,或者一行写一个。"
)
_COUNTED = Slip(
    "份数没有写在括号里,成了名称的一部分", "份数用数字写在括号里,如 照片(2张)、身份证(原件1份、复印件2份)。"
)
_PARTED = Slip("这里有空格,空格隔开的只算一个名称", "是几个名称的,之间用“、”隔开;是一个名称的,去掉空格。")


@lru_cache(1 << 16)
def slip_in_line(text: str, *, copies: bool = False) -> Slip | None:
    """What is wrong with a list on one line; ``copies``: whether its names may have copies."""
    folded = fold(text)
    bare = _BRACKETED.sub("", text)
    if _NUMBERED_LINE.match(folded) or any(_NUMBER.match(name) for name, _ in split_names(folded)):
        return _NUMBERED
    if mark := _MARK.search(bare):
        word = _WORDS[mark[0]]
        return Slip(f"这里有{word},{word}隔开的只算一个名称", "几个名称之间用“、”隔开;名称本来就这样的,分行写成列表。")
    if _BLANK.search(bare):
        return _PARTED
    if copies and any(_COPIES.search(name) for name, _ in split_names(folded)):
        return _COUNTED
    return None


@lru_cache(1 << 16)
def slip_in_name(text: str, *, copies: bool = False) -> Slip | None:
    """What is wrong with a name that has a line or a cell of its own, where marks and blanks may belong to it."""
    folded = fold(text)
    if _NUMBER.match(folded):
        return _NUMBERED
    return _COUNTED if copies and _COPIES.search(folded) else None


def warn_line(text: str, place: Place, report: Reporter, *, copies: bool = False) -> None:
    """Warn of a slip in a list on one line."""
    _warn(slip_in_line(text, copies=copies), text, place, report)


def warn_name(text: str, place: Place, report: Reporter, *, copies: bool = False) -> None:
    """Warn of a slip in a single name."""
    _warn(slip_in_name(text, copies=copies), text, place, report)


def _warn(slip: Slip | None, text: str, place: Place, report: Reporter) -> None:
    if slip is not None:
        report.at(place, "D117", slip.message, slip.hint, width=len(text))
