"""性质 of the plan: sentences on every run of a process, read into their parts.

The sentences are those of temporal logic that were found to be asked for most: M. B. Dwyer, G. S. Avrunin, J. C.
Corbett, Patterns in Property Specifications for Finite-State Verification, 1999 (precedence, response, absence,
bounded existence), in the words of an official document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from processes.declaration.cells import parse_limit
from processes.declaration.kinds import ABSENT, Absent, place_in, text_of
from processes.declaration.names import Names
from processes.declaration.nodes import Node, Scalar
from processes.declaration.reporting import Reporter
from processes.declaration.rows import Rows
from processes.declaration.schemas import Definitions, Schema, any_text
from processes.declaration.shapes import Key, Shape
from processes.model.folding import fold
from processes.model.limits import TimeLimit
from processes.model.places import Place, Text
from processes.model.property import EVERY_WAY, NUMBERS, PROMISE, Property, PropertyKind
from processes.suggesting import suggest

EXAMPLES = (
    "决定 之前必有 受理",
    "受理 之后必达 办结 或 不予受理",
    "不予许可 之后必有 文书",
    "送达 之后不得有 审查",
    "公示 与 听证 不得都有",
    "审查 与 决定 不由同一岗位",
    "环节数 不超过 6",
    "每条路径 不超过 承诺时限",
)
"""One of each way to say something; the guide explains them."""

_SIGNS = {
    "之前必有": PropertyKind.BEFORE,
    "之后必达": PropertyKind.AFTER,
    "之后必有": PropertyKind.AFTER,
    "之后不得有": PropertyKind.NEVER_AFTER,
    "不得都有": PropertyKind.NOT_BOTH,
    "不由同一岗位": PropertyKind.OTHER_POST,
    "不由同一单位": PropertyKind.OTHER_UNIT,
    "不超过": PropertyKind.AT_MOST,
}
"""Words of a sentence → what it says."""
_AT_THE_END = (PropertyKind.NOT_BOTH, PropertyKind.OTHER_POST, PropertyKind.OTHER_UNIT)
_SIGN = re.compile("|".join(_SIGNS))
_AND = (re.compile(r"\s+[与和]\s+"), re.compile("[与和]"))
"""Blanks around the word are looked for first: it may be part of a name."""
_OR = re.compile(r"\s+或\s+|\s*、\s*")
_NUMBER = re.compile(r"\s*(\d{1,4})\s*个?\s*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its parts, as of ``Property``."""

    text: str
    kind: PropertyKind
    first: tuple[Text, ...]
    second: tuple[Text, ...] = ()
    number: int = 0
    limit: TimeLimit | None = None


class Sentences:
    """One sentence."""

    pattern = rf"[^|｜]*(?:{'|'.join(_SIGNS)})[^|｜]*"

    def read(self, node: Node, report: Reporter) -> Sentence | Absent:
        """The sentence."""
        text = text_of(node, report, f"一句话,如“{EXAMPLES[0]}”")
        if text is None:
            return ABSENT
        assert isinstance(node, Scalar)
        return _Reading(node, report).sentence(text)

    def schema(self, names: Definitions) -> Schema:  # noqa: ARG002 - the signature of all kinds
        """A text with one of the signs."""
        return any_text(f"^{self.pattern}$", f"应是一句话,如:{';'.join(EXAMPLES)}")


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one sentence and says what is wrong with it."""

    node: Scalar
    report: Reporter

    def sentence(self, text: str) -> Sentence | Absent:
        folded = fold(text)
        found = list(_SIGN.finditer(folded))
        if len(found) != 1:
            return self._unread(text, found)
        (sign,) = found
        kind = _SIGNS[sign[0]]
        before, after = folded[: sign.start()], folded[sign.end() :]
        if kind is PropertyKind.AT_MOST:
            return self._bounded(text, before.strip(), after.strip())
        if kind in _AT_THE_END:
            parts = next((halves for sign in _AND if len(halves := sign.split(before)) == 2), [])  # noqa: PLR2004 - two
            if not parts or after.strip():
                return self._wrong(text, f"「{text}」应写成:甲 与 乙 {sign[0]}")
            before, after = parts
        first, second = self._names(before), self._names(after)
        if not first or not second:
            return self._wrong(text, f"「{text}」在“{sign[0]}”{'前面' if not first else '后面'}没有写名称")
        return Sentence(text, kind, first, second)

    def _names(self, part: str) -> tuple[Text, ...]:
        words = [word.strip() for word in _OR.split(part)]
        return tuple(Text(word, self._place(word)) for word in words if word)

    def _place(self, word: str) -> Place:
        return place_in(self.node, max(self.node.text.find(word), 0), self.report)

    def _bounded(self, text: str, counted: str, bound: str) -> Sentence | Absent:
        first = (Text(counted, self._place(counted)),)
        if counted in NUMBERS:
            number = _NUMBER.fullmatch(bound)
            if number is None:
                what = f"「{text}」里的「{bound}」应是一个整数" if bound else f"「{text}」在“不超过”后面没有写数"
                return self._wrong(text, what, f"如“{counted} 不超过 6”。")
            return Sentence(text, PropertyKind.AT_MOST, first, number=int(number[1]))
        if counted != EVERY_WAY:
            words = (*NUMBERS, EVERY_WAY)
            return self._wrong(
                text, f"「{counted}」不能用“不超过”来限", f"{suggest(counted, words)}可以写:{'、'.join(words)}"
            )
        if bound == PROMISE:
            return Sentence(text, PropertyKind.AT_MOST, first)
        limit = parse_limit(bound)
        if limit is None or not limit.amount or limit.excluded:
            return self._wrong(text, f"「{text}」里的「{bound}」应是 {PROMISE} 或带单位的天数", "如 10工作日。")
        return Sentence(text, PropertyKind.AT_MOST, first, limit=limit)

    def _unread(self, text: str, found: list[re.Match[str]]) -> Absent:
        if found:
            return self._wrong(text, f"「{text}」一句里说了 {len(found)} 件事", "一句只说一件,分两行写。")
        near = [sign for word in text.split() if (sign := suggest(word, _SIGNS))]
        return self._wrong(text, f"「{text}」看不出要求什么", "".join(near[:1]))

    def _wrong(self, text: str, message: str, hint: str = "") -> Absent:
        ways = f"可以写:{';'.join(EXAMPLES)}"
        self.report.at(place_in(self.node, 0, self.report), "D125", message, hint or ways, width=len(text))
        return ABSENT


def _property(*, sentence: Sentence, applies: tuple[Text, ...] = (), **written: object) -> Property:
    return Property(
        sentence=sentence.text,
        kind=sentence.kind,
        first=sentence.first,
        second=sentence.second,
        number=sentence.number,
        limit=sentence.limit,
        applies=applies,
        **written,  # type: ignore[arg-type] # place and places, as of every shape
    )


PROPERTY = Shape(
    "性质",
    (
        Key("性质", "sentence", Sentences(), f"一句话,如 {EXAMPLES[0]}", required=True),
        Key("适用", "applies", Names(none=False), "只管哪些种类或类型的事项,如 行政许可;不写就管全部"),
    ),
    _property,
    columns=("性质", "适用"),
    example=f"{EXAMPLES[0]} | 行政许可",
)

PROPERTIES = Rows(PROPERTY)
"""What stands behind 性质."""


def property_of(text: str) -> tuple[Property | None, Reporter]:
    """The property that ``text``, a row written elsewhere than in the plan, says; with what is wrong if it is None."""
    report = Reporter("")
    read = PROPERTY.read(Scalar(text, 0, 0, offsets=True), report)
    return (read if isinstance(read, Property) and not report.findings else None), report
