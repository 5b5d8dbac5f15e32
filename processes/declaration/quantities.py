"""Kinds of value that are numbers, dates and limits."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from processes.declaration.cells import parse_limit
from processes.declaration.kinds import ABSENT, Absent, place_of, text_of
from processes.declaration.nodes import Node, Scalar
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import DIGIT, Definitions, Schema, any_of, one_word
from processes.model.findings import Edit
from processes.model.folding import fold
from processes.model.places import Place
from processes.model.vocabulary import EXCLUSION_KINDS


class Integer:
    """A whole number ≥ 0, in digits (full-width ones too)."""

    pattern = f"{DIGIT}{{1,9}}"

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

    def schema(self, names: Definitions) -> Schema:  # noqa: ARG002 - the signature of all kinds
        """A number, or a text of digits."""
        return {**one_word(self.pattern, "应是整数,如 12"), "type": ["integer", "string"], "minimum": 0}


class Share:
    """A share such as ``1/3``."""

    pattern = f"{DIGIT}{{1,3}}/{DIGIT}{{1,3}}"

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

    def schema(self, names: Definitions) -> Schema:  # noqa: ARG002 - the signature of all kinds
        """Two numbers and a stroke."""
        return one_word(self.pattern, "应写成分数,如 1/3")


class Day:
    """A date ``2017-12-31``."""

    pattern = f"{DIGIT}{{4}}-{DIGIT}{{1,2}}-{DIGIT}{{1,2}}"

    def read(self, node: Node, report: Reporter) -> date | Absent:
        """The date."""
        text = text_of(node, report, "日期,如 2017-12-31")
        if text is None:
            return ABSENT
        day = parse_day(text)
        if day is None:
            place, meant = place_of(node, report), _meant_day(text)
            hint = f"写成 {meant.isoformat()}。" if meant else ""
            plain = type(node) is Scalar and node.offsets
            fix = (Edit(place, len(text), meant.isoformat()),) if meant and plain else ()
            report.at(place, "D108", f"「{text}」不是日期", hint, width=len(text), fix=fix)
            return ABSENT
        return day

    def schema(self, names: Definitions) -> Schema:  # noqa: ARG002 - the signature of all kinds
        """Year, month, day."""
        return one_word(self.pattern, "应是日期,如 2017-12-31")


def parse_day(text: str) -> date | None:
    """``2017-12-31`` → the date, or None."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", fold(text))
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


_AS_WRITTEN = re.compile(r"(\d{4})(?:\s*年\s*|[./])(\d{1,2})(?:\s*月\s*|[./])(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})")


def _meant_day(text: str) -> date | None:
    """The day of 2018年3月31日, 2018.3.31, 2018/3/31 or 20180331: year, month and day in this order."""
    match = _AS_WRITTEN.fullmatch(fold(text))
    return parse_day("-".join(part for part in match.groups() if part)) if match else None


_AMOUNT = rf"(?![0０.．]+\s*(?:个|工|自|小)){DIGIT}{{1,4}}(?:[.．]{DIGIT}{{1,3}})?\s*(?:个\s*)?(?:工作日|自然日|小时)"
LIMIT = f"(?:{_AMOUNT}|即时|无)"
"""Pattern of a limit; 0 is none."""
STEP_LIMIT = rf"(?:(?:{_AMOUNT})?不计时限[(（](?:{any_of(EXCLUSION_KINDS)}|《[^()（）|｜]*)[)）]|{LIMIT})"


class Limit:
    """A time limit with its unit. Only steps may have time that is not counted."""

    def __init__(self, *, step: bool = False) -> None:
        """``step``: whether 不计时限(…) is allowed."""
        self.step = step
        self.pattern = STEP_LIMIT if step else LIMIT

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

    def schema(self, names: Definitions) -> Schema:
        """A number with its unit, or one of the words."""
        if self.step:
            message = "时限要带单位:20工作日、60自然日、4小时、即时、无;不计时的写 不计时限(听证)"
            return names.share("环节时限", STEP_LIMIT, lambda: one_word(STEP_LIMIT, message))
        message = "时限要带单位:20工作日、60自然日、0.5工作日、4小时、即时、无"
        return names.share("时限", LIMIT, lambda: one_word(LIMIT, message))


_AT_ONCE = re.compile("(?:当日|当天|当场|立即|随时|马上|即日|即办)(?:办结|办理|办完|件)?")


def is_at_once(text: str) -> bool:
    """Whether people say so that it is done at once, or on the same day."""
    return _AT_ONCE.fullmatch(text.strip()) is not None


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
    elif re.fullmatch(r"\d+(?:\.\d+)?(?:个)?(?:工作日|自然日|小时)", folded):
        hint = "最多写到 9999,小数最多三位"
    elif is_at_once(folded):
        hint = "当场办结写 即时;当天以内办完、不是当场的写 1工作日"
    elif match := re.fullmatch(
        r"(\d+(?:\.\d+)?)(?:个)?(?:工作日|自然日|小时)?[-~—至到](\d+(?:\.\d+)?)(?:个)?(工作日|自然日|小时)", folded
    ):
        hint = f"只写一个数,最多办多少天就写多少,如 {match[2]}{match[3]}"
    elif "|" in folded:
        hint = "这是流程的一行;上面缺一行“流程:”"
    elif "不计时限" in folded:
        hint = "写成 不计时限(听证) 的样子;种类限 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审,或《…》第×条;只有环节可以不计时限"
    else:
        hint = ""
    report.at(place, "D106", f"「{text}」不是时限", hint, width=len(text))
