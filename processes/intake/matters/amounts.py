"""Limits as people write them: 20, 20个工作日, 二十日, 即时办结, 1个月."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from processes.intake.matters.texts import is_none
from processes.model.folding import fold, fold_name
from processes.model.limits import HOURS_PER_WORKING_DAY, number_text

_AMOUNT = re.compile(
    r"(?:法定|承诺)?(?:办结)?(?:时限)?[::]?(?:自?受理(?:之日起|后)?)?(?:在)?(\d{1,4}(?:\.\d{1,3})?)个?"
    r"(工作日|自然日|日历日|小时|工作天|日|天|月|年)?(?:以内|之内|内)?(?:办结|完成)?(?:\((.*)\))?"
)
_AT_ONCE = re.compile(r"(?:即时|即办|当场|当即|马上|立即|立等可取)(?:办结|办理|办|即办|可取|件)?")
_UNITS = {"工作日": "工作日", "工作天": "工作日", "自然日": "自然日", "日历日": "自然日", "小时": "小时"}
_MONTH, _YEAR = 30, 365
"""Days; 民法通则意见 第198条 takes a month for 30 days and a year for 365 where they need not be counted through."""
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
NUMERAL = re.compile("[零〇一二两三四五六七八九十百]+")


class Amount(NamedTuple):
    """A limit: ``number`` is None for 无, 0 for 即时; ``unit`` 工作日, 自然日, 小时, or empty where only 日 is written.

    ``aside`` is what stood behind it in brackets; ``why`` tells what was taken for it, if it was not plain.
    """

    number: Fraction | None
    unit: str = ""
    aside: str = ""
    why: str = ""

    def declared(self, unit: str) -> str:
        """As in a declaration, in its own unit or else in ``unit``."""
        if self.number is None:
            return "无"
        return "即时" if self.number == 0 else f"{number_text(self.number)}{self.unit or unit}"

    @property
    def days(self) -> Fraction | None:
        """Days, hours being eighths of one."""
        if self.number is None:
            return None
        return self.number / HOURS_PER_WORKING_DAY if self.unit == "小时" else self.number


def amount_in(text: str) -> Amount | None:
    """The limit in a cell; None where nobody can tell."""
    if is_none(text):
        return Amount(None)
    folded = fold_name(text).strip("。;；")
    if _AT_ONCE.fullmatch(folded):
        return Amount(Fraction(0))
    found = _AMOUNT.fullmatch(folded)
    why = ""
    if found is None:
        found = _AMOUNT.fullmatch(NUMERAL.sub(lambda match: str(value_of(match[0])), folded))
        why = f"“{fold(text)}”按汉字数字读"
    if found is None:
        return None
    number, unit, aside = Fraction(found[1]), found[2] or "", found[3] or ""
    if unit in ("月", "年"):
        days = number * (_MONTH if unit == "月" else _YEAR)
        return Amount(days, "自然日", aside, f"“{fold(text)}”按{number_text(days)}个自然日")
    return Amount(number, _UNITS.get(unit, ""), aside, why)


def unit_in(text: str) -> str:
    """工作日 or 自然日, where a text names just one of them."""
    named = [unit for unit in ("工作日", "自然日") if unit in text or (unit == "自然日" and "日历日" in text)]
    return named[0] if len(named) == 1 else ""


def count_in(text: str) -> int | None:
    """A number of things: 6, ６个, 三件, 无; None for anything else."""
    if is_none(text):
        return 0
    digits = NUMERAL.sub(lambda match: str(value_of(match[0])), fold_name(text))
    found = re.fullmatch(r"(?:共)?(\d{1,4})(?:个|件|项|份|种)?", digits)
    return int(found[1]) if found else None


def value_of(numeral: str) -> int:
    """二十 → 20, 一百零五 → 105."""
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
