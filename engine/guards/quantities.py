"""情形 that compare a number: 金额超过50万元, 面积≤100平方米, 10万元以上不满50万元.

以上, 以下, 以内 and 届满 include the number, 不满, 超过 and 以外 do not (民法总则 art. 205, since 2021 民法典 art.
1259); a (含) or (不含) behind it says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_UNITS: dict[str, tuple[str, int]] = {
    "元": ("元", 1),
    "万元": ("元", 10_000),
    "亿元": ("元", 100_000_000),
    "平方米": ("平方米", 1),
    "万平方米": ("平方米", 10_000),
    "平方公里": ("平方米", 1_000_000),
    "公顷": ("平方米", 10_000),
    "米": ("米", 1),
    "公里": ("米", 1000),
    "千米": ("米", 1000),
    "公斤": ("公斤", 1),
    "千克": ("公斤", 1),
    "吨": ("公斤", 1000),
    "小时": ("小时", 1),
}
"""Unit → what it is counted in, and how many of these it is."""
WHOLE = frozenset(
    (
        "人",
        "名",
        "份",
        "件",
        "次",
        "户",
        "台",
        "辆",
        "个",
        "层",
        "处",
        "天",
        "日",
        "工作日",
        "自然日",
        "个月",
        "月",
        "年",
        "周岁",
        "岁",
        "家",
        "栋",
        "项",
    )
)
"""Units of which there are only whole ones."""

_SIGNS = {
    ">=": ">=",
    "≥": ">=",
    "≧": ">=",
    "大于等于": ">=",
    "大于或等于": ">=",
    "不小于": ">=",
    "不低于": ">=",
    "不少于": ">=",
    "至少": ">=",
    "达到": ">=",
    "满": ">=",
    "<=": "<=",
    "≤": "<=",
    "≦": "<=",
    "小于等于": "<=",
    "小于或等于": "<=",
    "不大于": "<=",
    "不高于": "<=",
    "不多于": "<=",
    "不超过": "<=",
    "未超过": "<=",
    "至多": "<=",
    ">": ">",
    "＞": ">",
    "大于": ">",
    "高于": ">",
    "多于": ">",
    "超过": ">",
    "<": "<",
    "＜": "<",
    "小于": "<",
    "低于": "<",
    "少于": "<",
    "不足": "<",
    "不满": "<",
    "未满": "<",
    "未达到": "<",
    "=": "=",
    "＝": "=",
    "等于": "=",
}
_BEHIND = {"及以上": ">=", "以上": ">=", "及以下": "<=", "以下": "<=", "以内": "<=", "以外": ">"}
_FLIPPED = {">=": ">", "<=": "<", ">": ">=", "<": "<="}

_NUMBER = r"(\d+(?:\.\d+)?)\s*([^\d\s()<>=≤≥以及不至到~-]{0,4}?)"
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_INCLUDED = r"(?:\((含|不含)(?:本数)?\))?"
_WHAT = r"([^\d<>=≥≤]*?)"
_BEFORE = re.compile(rf"{_WHAT}\s*({_SIGN})\s*{_NUMBER}{_INCLUDED}")
_AFTER = re.compile(rf"{_WHAT}{_NUMBER}{_INCLUDED}({'|'.join(_BEHIND)}){_INCLUDED}")
_BETWEEN = re.compile(rf"{_WHAT}{_NUMBER}{_INCLUDED}(?:以上)\s*({_SIGN})?\s*{_NUMBER}{_INCLUDED}(?:以下)?")
_RANGE = re.compile(rf"{_WHAT}(\d+(?:\.\d+)?)\s*(?:-|~|至|到)\s*{_NUMBER}(?:之间)?")


@dataclass(frozen=True, slots=True)
class Bound:
    """``quantity`` stands to ``number`` as ``sign`` says; the number in the unit that the quantity is counted in.

    ``quantity`` is what is measured with that unit; ``unit`` and ``scale`` are those written.
    """

    quantity: tuple[str, str]
    sign: str
    number: Fraction
    unit: str
    scale: int

    def holds(self, value: Fraction) -> bool:
        """Whether it is true of ``value``."""
        match self.sign:
            case ">=":
                return value >= self.number
            case "<=":
                return value <= self.number
            case ">":
                return value > self.number
            case "<":
                return value < self.number
            case _:
                return value == self.number


def bounds_of(text: str) -> tuple[Bound, ...]:
    """What ``text`` says of one quantity: one bound or two; none if it compares no number."""
    if found := _BETWEEN.fullmatch(text):
        what, low, low_unit, low_in, sign, high, high_unit, high_in = found.groups()
        return (
            _bound(what, _included(">=", low_in), low, low_unit or high_unit),
            _bound(what, _included(_SIGNS.get(sign, "<="), high_in), high, high_unit),
        )
    if found := _RANGE.fullmatch(text):
        what, low, high, unit = found.groups()
        return _bound(what, ">=", low, unit), _bound(what, "<=", high, unit)
    if found := _AFTER.fullmatch(text):
        what, number, unit, inside, sign, behind = found.groups()
        return (_bound(what, _included(_BEHIND[sign], inside or behind), number, unit),)
    if found := _BEFORE.fullmatch(text):
        what, sign, number, unit, inside = found.groups()
        return (_bound(what, _included(_SIGNS[sign], inside), number, unit),)
    return ()


def _included(sign: str, said: str | None) -> str:
    """The sign as (含) and (不含) make it."""
    if said == "含":
        return sign if "=" in sign else _FLIPPED[sign]
    return _FLIPPED[sign] if said and sign in (">=", "<=") else sign


def _bound(what: str, sign: str, number: str, unit: str) -> Bound:
    counted, scale = _UNITS.get(unit, (unit, 1))
    return Bound((what.strip(), counted), sign, Fraction(number) * scale, unit, scale)
