"""Numbers of articles as laws write them, however they were typed: 第42条 is 第四十二条."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = rf"[{''.join(_VALUES)}{''.join(_TENS)}\d]{{1,9}}"
"""No article has a number as long as that, nor is a longer one made into a number."""
_ARTICLE = re.compile(rf"第({_NUMBER})条(?:之({_NUMBER}))?")


def articles_in(text: str) -> tuple[str, ...]:
    """Every article named in a folded text, once, in order: 第四十二条, 第一百二十条之一. 款 and 项 are left out."""
    named = (
        f"第{_chinese(found[1])}条" + (f"之{_chinese(found[2])}" if found[2] else "")
        for found in _ARTICLE.finditer(text)
    )
    return tuple(dict.fromkeys(named))


def _chinese(written: str) -> str:
    """As laws write it: 42 and 四二 are 四十二, 103 and 一百〇三 are 一百零三; else left as it is."""
    number = _value(written)
    return _spelled(number) if 0 < number < 10 * _TENS["千"] else written


def _value(written: str) -> int:
    if not any(sign in _TENS for sign in written):
        return int("".join(str(_VALUES.get(sign, sign)) for sign in written))
    total, digits = 0, ""
    for sign in written:
        if sign in _TENS:
            total += int(digits or 1) * _TENS[sign]
            digits = ""
        else:
            digits += str(_VALUES.get(sign, sign))
    return total + int(digits or 0)


def _spelled(number: int) -> str:
    """十二 rather than 一十二; 一百零三, 一千二百六十."""
    parts, gap = "", False
    for name, ten in (*reversed(_TENS.items()), ("", 1)):
        digit, number = divmod(number, ten)
        if digit:
            parts += ("零" if gap and parts else "") + _DIGITS[digit] + name
        gap = not digit
    return parts.removeprefix("一") if parts.startswith("一十") else parts
