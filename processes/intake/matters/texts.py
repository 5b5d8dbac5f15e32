"""Texts as people type them into cells: nothing, several things, each with a number or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from processes.declaration.cells import split_names
from processes.model.folding import fold, fold_name
from processes.model.vocabulary import RESERVED_NAMES

_NONE = frozenset(("无", "不涉及", "没有", "暂无", "不需要", "无需", "不需提供", "无需提交", "无材料", "不用提交"))
_DASHES = re.compile(r"[-—–_/\\一]+|0|〇|○|×|null|N/A", re.IGNORECASE)
_CHINESE = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MOST = 200
_ARROW = re.compile("→|⇒|➔|—+>|-+>")
_AROUND = " ;；\n\t"


def is_none(text: str) -> bool:
    """Whether a cell says that there is nothing: 无, 不涉及, with or without a full stop."""
    return fold_name(text).rstrip("。.;；") in _NONE


def is_dash(text: str) -> bool:
    """Whether a cell holds what people write instead of 无: ——, /, 0."""
    return _DASHES.fullmatch(fold_name(text)) is not None


def on_one_line(text: str) -> str:
    """A name that was broken to fit a narrow cell; between Latin letters the break was a blank."""
    return re.sub(
        r"(?<=[A-Za-z0-9])\s+(?=[A-Za-z0-9])", " ", re.sub(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])", "", text)
    )


class Items(NamedTuple):
    """What a cell lists, and why it is not certain that it was parted rightly; empty if it is."""

    items: tuple[str, ...]
    guessed: str = ""


def names_in(text: str, count: int | None = None) -> Items:
    """The names listed in a cell: ``1.甲;2.乙``, ``1、甲``, one a line, or parted by marks only.

    ``count`` is the number that the form has beside the list: where nothing is numbered it tells which mark parts.
    """
    parted = _numbered(text)
    if parted is not None:
        return Items(tuple(name for item in parted.items if (name := _name(item))), parted.guessed)
    chain = _chain(text)
    ways = [tuple(name for item in way if (name := _name(item))) for way in ([chain] if chain else _ways(text))]
    fitting = [way for way in ways if len(way) == count]
    if fitting:
        return Items(fitting[0], "" if count == 1 else "没有编号,按个数分开")
    best = next((way for way in ways if len(way) > 1), ways[-1])
    return Items(best, "没有编号,按标点分开" if len(best) > 1 else "")


def sentences_in(text: str) -> Items:
    """The sentences of a cell: numbered, or one a line."""
    parted = _numbered(text)
    if parted is not None and not (len(parted.items) == 1 and re.match(r"\s*1[.．]\d", fold(text))):
        return Items(tuple(item.strip(_AROUND) for item in parted.items if item.strip(_AROUND)), parted.guessed)
    lines = tuple(line.strip(_AROUND) for line in text.split("\n") if line.strip(_AROUND))
    return Items(lines, "没有编号,一行算一条" if len(lines) > 1 else "")


def _name(item: str) -> str:
    """The name of an item; empty for 无. What the format has a meaning for is put into quotation marks: “取消”."""
    name = on_one_line(item.strip(_AROUND + "。、,，."))
    if name not in RESERVED_NAMES:
        return name
    return "" if name == "无" else f"“{name}”"


def _chain(text: str) -> list[str]:
    """受理→审核→发证 parted at its arrows, and at its lines, unless a line ends within a name; empty without arrows."""
    if not _ARROW.search(text):
        return []
    pieces: list[str] = []
    for line in text.split("\n"):
        first, *others = _ARROW.split(line.strip())
        # 审 | 核 is one word that did not fit; an arrow at either end goes on to the other line.
        if pieces and (not pieces[-1] or not first or min(len(pieces[-1].strip()), len(first.strip())) == 1):
            pieces[-1] += first
        else:
            pieces.append(first)
        pieces += others
    return pieces


def _ways(text: str) -> Iterator[list[str]]:
    yield text.split("\n")
    yield re.split("[;；\n]", text)
    yield re.split("＞|>", text.replace("\n", ""))
    yield [piece.text for line in re.split("[;；\n]", text) for piece in split_names(line)]
    yield re.split("[,，]", text)
    yield re.split(r"\s+", text)
    yield [text]


def _numbered(text: str) -> Items | None:
    """The numbered items of a text that begins with the first number; None where it does not."""
    text = text.strip()
    for marks in _STYLES:
        found = marks[0].match(text)
        if found is None:
            continue
        items, start = [], found.end()
        for mark in marks[1:]:
            following = _next(mark, text, start)
            if following is None:
                break
            items.append(text[start : following.start()])
            start = following.end()
        items.append(text[start:])
        loose = [
            part for item in items for part in re.split(r"[;；\n]\s*(?:\d{1,2}[.、．](?!\d)|[(（]\d{1,2}[)）])", item)
        ]
        return Items(tuple(loose), "编号不连续" if len(loose) > len(items) else "")
    return None


def _next(mark: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The next number: where a line or a part begins, else wherever it stands."""
    found = None
    for match in mark.finditer(text, start):
        before = text[match.start() - 1]
        if before in ";；\n,，。、 \t":
            return match
        # 1.受理2.审查 is two items, 1.长1.5米2.5米 is one: a number goes on with digits.
        if found is None and not before.isdigit() and not text[match.end() : match.end() + 1].isdigit():
            found = match
    return found


def _marks(number: int) -> tuple[str, ...]:
    chinese = _chinese(number)
    full = "".join(chr(0xFF10 + int(digit)) for digit in str(number))
    return (
        rf"(?:{number}|{full})\s*[、．)）.]\s*",
        rf"[(（](?:{number}|{full})[)）]\s*[、.]?",
        rf"(?<![{_CHINESE}]){chinese}\s*[、.．]\s*" if chinese else "(?!)",
        rf"[(（]{chinese}[)）]\s*" if chinese else "(?!)",
        re.escape(_CIRCLED[number - 1]) if number <= len(_CIRCLED) else "(?!)",
    )


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number >= 100:  # noqa: PLR2004 - no cell goes so far
        return ""
    return ((_CHINESE[tens - 1] if tens > 1 else "") + "十" if tens else "") + (_CHINESE[ones - 1] if ones else "")


_STYLES = tuple(zip(*(map(re.compile, _marks(number)) for number in range(1, _MOST + 1)), strict=True))


def yes_or_no(text: str) -> bool | None:
    """是 or 否 as people tick it; None for anything else."""
    word = fold(text).strip("。. ")
    if word in ("是", "√", "✓", "✔", "☑", "■", "有", "公开", "已公开", "收费", "Y", "y", "1", "对"):
        return True
    return (
        False if word in ("否", "×", "✕", "☐", "□", "无", "不公开", "未公开", "不是", "不收费", "N", "n", "0") else None
    )
