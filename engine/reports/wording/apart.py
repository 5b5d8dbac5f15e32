"""What differs between two sides, where nobody changed anything: the words of a reform turned into those of a state.

「复核」不再退回「受理」 is what a reform does; of two counties it is said 「复核」不退回「受理」.
Names, in 「」 and “”, stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.diff.changes.arrangement import (
    ExclusiveMadeParallel,
    ParallelMadeExclusive,
    StepsMadeExclusive,
    StepsMadeMandatory,
    StepsMadeOptional,
    StepsMadeSequential,
    StepsParallelised,
    StepsSerialised,
)
from engine.reports.report import Item, Sign
from engine.reports.wording.arrangement import LOOP_ADDED, LOOP_REMOVED, WAY_ADDED, WAY_CHANGED, WAY_REMOVED
from engine.reports.wording.steps import RENAMED

RENAMED_APART = "名称不同"

_KINDS = {
    LOOP_ADDED: "多出退回",
    LOOP_REMOVED: "没有退回",
    WAY_ADDED: "多出去向",
    WAY_REMOVED: "没有去向",
    WAY_CHANGED: "去向不同",
    RENAMED: RENAMED_APART,
}
"""Word of a change → word of a difference."""

_CODES = {
    **dict.fromkeys(
        (
            StepsParallelised.code,
            StepsSerialised.code,
            StepsMadeExclusive.code,
            StepsMadeSequential.code,
            ExclusiveMadeParallel.code,
            ParallelMadeExclusive.code,
        ),
        "办法不同",
    ),
    StepsMadeOptional.code: "可以不办",
    StepsMadeMandatory.code: "必须办",
}

_SIGNS = {Sign.MERGED: "并成一个", Sign.SPLIT: "分成几个", Sign.REGROUPED: "分法不同", Sign.MOVED: "位置不同"}

_NAME = r"「[^」]*」|“[^”]*”"
_TEXT = rf"(?:{_NAME}|[^「“])"
_BECAME = re.compile(rf"^((?:{_NAME}|[^「“由])*)由({_TEXT}+?)改为({_TEXT}+?)(\(先{_TEXT}+\))?$")
_WENT = re.compile(rf"^由({_TEXT}+?)移至({_TEXT}+)$")
_PLACED = re.compile(rf"^({_TEXT}+?)移到({_TEXT}+)$")
_QUOTED = re.compile(rf"({_NAME})")

_WORDS = (
    ("不再退回", "不退回"),
    ("可退回", "退回"),
    ("不再转", "不转"),
    ("可转", "转"),
    ("原情形", "情形"),
    ("原可不办的情形", "{first}可不办的情形"),
    ("原属环节", "属环节"),
    ("改为计入环节(原不计:", "{second}计入环节({first}不计:"),
    ("改为不计环节", "{second}不计环节"),
)
_STARTS = (("减 ", "没有 "), ("增 ", "多出 "), ("减去向 ", "没有去向 "), ("增去向 ", "多出去向 "))
_WHOLE = {RENAMED: RENAMED_APART, "顺序调整": "顺序不同"}
_TALLY = re.compile(r"(减|增)(\d+)个")


def apart(item: Item, sides: tuple[str, str]) -> Item:
    """``item`` as a difference between ``sides``: nothing was done, and nothing follows from anything."""
    return replace(
        item,
        kind=_CODES.get(item.code) or _KINDS.get(item.kind) or item.kind or _SIGNS.get(item.sign, ""),
        sentence=_said(item.sentence, *sides),
        details=tuple(_said(detail, *sides) for detail in item.details),
        direct=True,
    )


def _said(text: str, first: str, second: str) -> str:
    if found := _BECAME.match(text):
        lead, old, new, order = found.groups(default="")
        return f"{lead}:{first}{old},{second}{new}{order}"
    if found := _WENT.match(text):
        return f"{first}在{found[1]},{second}在{found[2]}"
    if found := _PLACED.match(text):
        return f"{found[1]}:{second}在{found[2]}"
    if text.startswith("程序 "):
        return _TALLY.sub(lambda found: f"{'少' if found[1] == '减' else '多'}{found[2]}个", text)
    for start, said in _STARTS:
        if text.startswith(start):
            return said + text.removeprefix(start)
    parts = _QUOTED.split(_WHOLE.get(text, text))
    return "".join(part if _QUOTED.fullmatch(part) else _plain(part, first, second) for part in parts)


def _plain(part: str, first: str, second: str) -> str:
    for old, said in _WORDS:
        part = part.replace(old, said.replace("{first}", first).replace("{second}", second))
    return part
