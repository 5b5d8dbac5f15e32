"""Kinds of value that are numbers, dates and limits."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from processes.declaration.cells import parse_limit
from processes.declaration.kinds import ABSENT, Absent, place_of, text_of
from processes.declaration.nodes import Node
from processes.declaration.reporting import Reporter
from processes.model.folding import fold
from processes.model.places import Place


class Integer:
    """A whole number ≥ 0, in digits (full-width ones too)."""

    def read(self, node: Node, report: Reporter) -> int | Absent:
        """The number."""
        text = text_of(node, report, "整数")
        if text is None:
            return ABSENT
        folded = fold(text)
        if not re.fullmatch(r"[0-9]{1,9}", folded):
            report.at(place_of(node, report), "D107", f"「{text}」不是整数", width=len(text))
            return ABSENT
        return int(folded)


class Share:
    """A share such as ``1/3``."""

    def read(self, node: Node, report: Reporter) -> Fraction | Absent:
        """The share, between 0 and 1."""
        text = text_of(node, report, "分数,如 1/3")
        if text is None:
            return ABSENT
        match = re.fullmatch(r"(\d{1,3})/(\d{1,3})", fold(text))
        if not match or int(match[2]) == 0 or int(match[1]) > int(match[2]):
            report.at(place_of(node, report), "D104", f"「{text}」应写成分数,如 1/3", width=len(text))
            return ABSENT
        return Fraction(int(match[1]), int(match[2]))


class Day:
    """A date ``2017-12-31``."""

    def read(self, node: Node, report: Reporter) -> date | Absent:
        """The date."""
        text = text_of(node, report, "日期,如 2017-12-31")
        if text is None:
            return ABSENT
        day = parse_day(text)
        if day is None:
            report.at(place_of(node, report), "D108", f"「{text}」不是日期", width=len(text))
            return ABSENT
        return day


def parse_day(text: str) -> date | None:
    """``2017-12-31`` → the date, or None."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", fold(text))
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


class Limit:
    """A time limit with its unit. Only steps may have time that is not counted."""

    def __init__(self, *, step: bool = False) -> None:
        """``step``: whether 不计时限(…) is allowed."""
        self.step = step

    def read(self, node: Node, report: Reporter) -> object:
        """The ``TimeLimit``."""
        text = text_of(node, report, "时限,如 20工作日")
        if text is None:
            return ABSENT
        limit = parse_limit(text)
        if limit is None or (limit.excluded and not self.step):
            report_limit(text, place_of(node, report), report)
            return ABSENT
        return limit


def report_limit(text: str, place: Place, report: Reporter) -> None:
    """Report a text that is no limit, with the mend that fits the slip."""
    folded = fold(text)
    if re.fullmatch(r"\d+(?:\.\d+)?", folded):
        hint = (
            f"要带单位:写 {folded}工作日 或 {folded}自然日;当场办结写 即时"
            if float(folded)
            else "当场办结写 即时,没有时限写 无"
        )
    elif re.fullmatch(r"0(?:\.0+)?(?:工作日|自然日|小时)", folded):
        hint = "当场办结写 即时,没有时限写 无"
    elif match := re.fullmatch(r"(\d+(?:\.\d+)?)(?:个)?(?:天|日)", folded):
        hint = f"要写明是哪种日:{match[1]}工作日 或 {match[1]}自然日"
    elif re.fullmatch(r"\d+(?:\.\d+)?(?:个)?(?:月|周|星期|年)", folded):
        hint = "换算成天数,写明是工作日还是自然日,如 30自然日"
    elif "不计时限" in folded:
        hint = "写成 不计时限(听证) 的样子;种类限 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审,或《…》第×条;只有环节可以不计时限"
    else:
        hint = ""
    report.at(place, "D106", f"「{text}」不是时限", hint, width=len(text))
