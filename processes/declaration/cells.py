"""The small language inside a text: rows, names, limits, facts in brackets, and the folding of full-width forms.

All functions are pure and remember their answers: the same cells come back in thousands of files.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from processes.model.folding import FOLDED, fold
from processes.model.limits import IMMEDIATE, NO_LIMIT, DayKind, TimeLimit
from processes.model.vocabulary import EXCLUSION_KINDS

_CACHE = 1 << 16

MAX_NAME = 200
MAX_ROW = 1_000

_LIMIT = re.compile(r"(?P<number>\d{1,4}(?:\.\d{1,3})?)\s*(?:个)?\s*(?P<unit>工作日|自然日|小时)")
_EXCLUDED = re.compile(r"(?P<amount>.*?)不计时限\((?P<kind>[^()]+)\)")
_COPIES = re.compile(r"(?:原件|复印件)?\d{1,3}(?:份|张|套|本|册|幅)|电子版")
_PEOPLE = re.compile(r"(\d{1,2})人(?:以上)?")


class Piece(NamedTuple):
    """A part of a text and the offset of its first character."""

    text: str
    offset: int


def split_row(text: str) -> tuple[Piece, ...]:
    """The cells of a row ``甲 | 乙 | 丙``, trimmed."""
    pieces = []
    start = 0
    for cell in text.replace("｜", "|").split("|"):
        stripped = cell.strip()
        pieces.append(Piece(stripped, start + cell.find(stripped)))
        start += len(cell) + 1
    return tuple(pieces)


@lru_cache(_CACHE)
def split_names(text: str) -> tuple[Piece, ...]:
    """The names of a one-line list, split at 、 outside of brackets, trimmed."""
    if "、" not in text:
        stripped = text.strip()
        return (Piece(stripped, text.find(stripped)),)
    pieces = []
    depth = start = 0
    for index, character in enumerate(text + "、"):
        if character in "(（《〔":
            depth += 1
        elif character in ")）》〕":
            depth = max(0, depth - 1)
        elif character == "、" and (depth == 0 or index == len(text)):
            part = text[start:index]
            stripped = part.strip()
            pieces.append(Piece(stripped, start + part.find(stripped)))
            start = index + 1
    return tuple(pieces)


@lru_cache(_CACHE)
def parse_limit(text: str) -> TimeLimit | None:  # noqa: PLR0911 - one way out a form
    """20工作日, 60自然日, 4小时, 即时, 无, 不计时限(听证), 20工作日不计时限(听证); None if none of these.

    0 is refused: it could mean 即时 or 无, which are different things.
    """
    folded = fold(text)
    if folded == "无":
        return NO_LIMIT
    if folded == "即时":
        return IMMEDIATE
    if match := _LIMIT.fullmatch(folded):
        amount = Fraction(match["number"])
        return TimeLimit(amount, DayKind(match["unit"])) if amount else None
    if match := _EXCLUDED.fullmatch(folded):
        kind = match["kind"]
        if kind not in EXCLUSION_KINDS and not kind.startswith("《"):
            return None
        if not match["amount"]:
            return TimeLimit(None, None, kind)
        inner = parse_limit(match["amount"])
        return TimeLimit(inner.amount, inner.unit, kind) if inner and inner.amount else None
    return None


class Facts(NamedTuple):
    """A name and the facts in the bracket at its end; ``mixed`` if the bracket holds facts and other words."""

    name: str
    copies: str = ""
    shared: bool | None = None
    people: int = 0
    statutory: bool = False
    excluded: bool = False
    mixed: bool = False


@lru_cache(_CACHE)
def material_facts(text: str) -> Facts:
    """``申请表(2份)`` → name, copies, shared. A bracket that is no fact belongs to the name."""
    facts = Facts(text.strip())
    if len(text) > MAX_ROW:  # too long for a name, whatever its brackets say
        return facts
    while parts := _last_bracket(facts.name):
        name, words = parts
        copies = [word for word in words if _COPIES.fullmatch(word)]
        others = [word for word in words if word not in copies]
        if not copies and "可共享" not in others:
            return facts
        if others not in ([], ["可共享"]):
            return facts._replace(mixed=True)
        facts = facts._replace(
            name=name,
            copies="、".join(copies) or facts.copies,
            shared=True if "可共享" in others else facts.shared,
        )
    return facts


@lru_cache(_CACHE)
def procedure_facts(text: str) -> Facts:
    """``现场核查(2人以上)`` → name, least number of people, statutory, not counted."""
    facts = Facts(text.strip())
    if len(text) > MAX_ROW:  # too long for a name, whatever its brackets say
        return facts
    while parts := _last_bracket(facts.name):
        name, words = parts
        known = [word for word in words if word in ("法定", "不计时限") or _PEOPLE.fullmatch(word)]
        if not known:
            return facts
        if len(known) < len(words):
            return facts._replace(mixed=True)
        people = [int(match[1]) for word in words if (match := _PEOPLE.fullmatch(word))]
        facts = facts._replace(
            name=name,
            people=people[0] if people else facts.people,
            statutory=facts.statutory or "法定" in words,
            excluded=facts.excluded or "不计时限" in words,
        )
    return facts


def _last_bracket(text: str) -> tuple[str, list[str]] | None:
    """The text before the bracket at the end, and the words in that bracket, folded."""
    folded = text.translate(FOLDED)
    if not folded.endswith(")"):
        return None
    depth = 0
    for index in range(len(folded) - 1, -1, -1):
        depth += (folded[index] == ")") - (folded[index] == "(")
        if depth == 0:
            name = text[:index].strip()
            return (name, [word.strip() for word in folded[index + 1 : -1].split("、")]) if name else None
    return None
