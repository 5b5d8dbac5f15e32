"""What a clerk types into a cell, in the words and marks of the form: that alone can be held against it.

A Chinese keyboard has ；and 、 where forms have ; and a number; units are written where only the number belongs.
"""

from __future__ import annotations

import re

from engine.annexes.form import NONE_TEXT
from processes.intake.matters.copies import with_copies
from processes.intake.matters.shared import is_free
from processes.intake.matters.texts import is_none, names_in, sentences_in
from processes.model.folding import fold

_LISTED, _CONDITIONS = "_listed_", "conditions_after"
_ITEM = re.compile(r"[^;；\n]+")
_BEGINS = re.compile(r"\s*(?:[1１一]\s*[、.．)）]|[(（][1１一][)）]|①)")
"""Of a list whose items are numbered, in whatever way."""
_PARTED = re.compile(r"[;；\n]")
_AMOUNT = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*个?\s*(工作日|自然日|天|日)?")
_AT_ONCE = frozenset(("即时", "即时办结", "即时办理", "当场办结", "当场", "即办"))
_UNITS = ("工作日", "自然日")
_MARKS = str.maketrans("；，：（）", ";,:()")
_BETWEEN = "；;，,。 "


def as_printed(key: str, text: str, printed: str = "", remark: str = "") -> str:
    """What a clerk wrote into column ``key``, as the form would say it; unchanged where that is not certain.

    ``printed``: what is declared would say there now, ``remark``: and in 备注, where 附件6 has the unit of its days.
    """
    if _LISTED in key or key == _CONDITIONS:
        text = _numbered(key, text, printed)
    if key.startswith("materials_listed"):
        return _ITEM.sub(lambda item: with_copies(item[0]), text)
    if key.startswith("limit_"):
        return _limit(text, printed, remark)
    if key == "remark":
        return _remark(text, printed)
    return NONE_TEXT if key == "fees_after" and is_free(text) else text


def cannot_be_parted(key: str, text: str) -> bool:
    """Whether a list has neither numbers nor marks of its own: 甲、乙 may be one name or two."""
    return _LISTED in key and not _BEGINS.match(text) and not _PARTED.search(text) and "、" in text


def names_a_unit(key: str, text: str) -> bool:
    """Whether a limit was typed with the unit of its days."""
    found = _AMOUNT.fullmatch(fold(text).strip()) if key.startswith("limit_") else None
    return found is not None and found[2] in _UNITS


def _numbered(key: str, text: str, printed: str) -> str:
    """The list with the numbers and marks of ``printed``: 1.甲;2.乙 in 附件6, a line each in 附件7."""
    if is_none(text):
        return NONE_TEXT
    if cannot_be_parted(key, text):
        return text
    if _BEGINS.match(text):
        items = (sentences_in if key == _CONDITIONS else names_in)(text).items
    else:
        items = tuple(item.strip() for item in _PARTED.split(text) if item.strip())
    lines = "\n" in printed
    if len(items) == 1 and not (lines or printed.startswith("1.")):
        return items[0]
    if not items or not (lines or printed.startswith("1.")):
        return text
    if lines and len(items) == 1:
        return items[0]
    return ("\n" if lines else ";").join(f"{number}.{item}" for number, item in enumerate(items, 1))


def _limit(text: str, printed: str, remark: str) -> str:
    """20个工作日 as 20 in 附件6, 20天 as 20个工作日 in 附件7: in the unit that stands there already, or not at all."""
    folded, wordy = fold(text).strip(), any(unit in printed for unit in _UNITS)
    if folded in _AT_ONCE:
        return "即时办结" if wordy else "0"
    found = _AMOUNT.fullmatch(folded)
    if found is None:
        return text
    unit = found[2] if found[2] in _UNITS else ""
    if wordy:
        there = next(one for one in _UNITS if one in printed)
        return f"{found[1]}个{unit or there}"
    others = [one for one in _UNITS if one in remark]
    return found[1] if not unit or others == [unit] else text


def _remark(text: str, printed: str) -> str:
    """备注 begins with what the other columns need: there the form's own marks, then what was added."""
    added = text[len(printed) :]
    if printed == NONE_TEXT or text[: len(printed)].translate(_MARKS) != printed.translate(_MARKS):
        return text
    rest = added.lstrip(_BETWEEN)
    return f"{printed};{rest}" if rest else printed
