"""What can stand behind a key: the kinds of value, each read from a node into a model value.

A kind's ``read`` returns ``ABSENT`` after reporting; it never raises on wrong input.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Final, Generic, Protocol, TypeVar

from processes.declaration.cells import MAX_NAME, split_names
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.reporting import Reporter
from processes.model.folding import fold
from processes.model.places import Place, Text, quick_place
from processes.model.vocabulary import RESERVED_NAMES


class Absent:
    """The value of something that could not be read; the reason has been reported."""


ABSENT: Final = Absent()

EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML itself takes for nothing: in a declaration always a slip."""


class Kind(Protocol):
    """A kind of value."""

    def read(self, node: Node, report: Reporter) -> object:
        """The value in ``node``, or ABSENT after reporting."""


def place_of(node: Node, report: Reporter) -> Place:
    """Where ``node`` begins."""
    return quick_place((report.file, node.line + 1, node.column + 1))


def place_above(node: Node, report: Reporter) -> Place:
    """Where the key stands under which ``node`` was written; where ``node`` begins if there is none."""
    key = None if type(node) is Scalar else node.key  # type: ignore[union-attr] # mypy does not narrow by type()
    return place_of(key or node, report)


def place_in(node: Scalar, offset: int, report: Reporter) -> Place:
    """Where the character ``offset`` of a text stands; its beginning when quoting or folding hides that."""
    return Place(report.file, node.line + 1, node.column + 1 + (offset if node.offsets else 0))


def is_empty(node: Node) -> bool:
    """Whether nothing was written: no text, ``[]`` or ``{}``."""
    if type(node) is Scalar:
        return not node.text
    return not (node.items if type(node) is Sequence else node.entries)  # type: ignore[union-attr] # as above


def text_of(node: Node, report: Reporter, expected: str = "一行文字") -> str | None:
    """The trimmed text of a scalar, or None after reporting that it is empty or not a text."""
    if type(node) is not Scalar:
        report.at(place_of(node, report), "D104", f"这里应是{expected}")
        return None
    text = node.text.strip()
    if text in EMPTY:
        report.at(place_of(node, report), "D103", "空着没填" if not text else f"「{text}」等于没填")
        return None
    return text


def suggest(word: str, choices: Iterable[str]) -> str:
    """``是不是「…」?`` when a choice is close to ``word``, else empty."""
    close = get_close_matches(word, list(choices), 1, 0.5)
    return f"是不是「{close[0]}」?" if close else ""


_BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）|《[^《》]*》|〔[^〔〕]*〕")
_LOOSE_COPIES = re.compile(r"\d+(?:份|张|套|本)$")


def has_comma(text: str) -> bool:
    """Whether a comma stands in a one-line list, outside of brackets and titles."""
    return ("，" in text or "," in text) and bool(re.search("[，,]", _BRACKETED.sub("", text)))


def warn_names(text: str, place: Place, report: Reporter, *, copies: bool = False) -> None:
    """Warn of a comma in a one-line list, and of ``copies`` that stand outside of brackets."""
    if has_comma(text):
        report.at(place, "D117", "这里有逗号,逗号隔开的只算一个名称", width=len(text))
    elif copies and any(_LOOSE_COPIES.search(name) for name, _ in split_names(fold(text))):
        report.at(place, "D117", "份数没有写在括号里,成了名称的一部分", width=len(text))


class OneText:
    """A text on one line or in a block, kept as typed; ``无`` becomes empty when ``none`` is set."""

    def __init__(self, expected: str = "一行文字", *, none: bool = False) -> None:
        """``expected`` says in a message what the text should be."""
        self.expected = expected
        self.none = none

    def read(self, node: Node, report: Reporter) -> str | Absent:
        """The text."""
        text = text_of(node, report, self.expected)
        if text is None:
            return ABSENT
        return "" if self.none and text == "无" else text


class Name:
    """A name: one line, at most 200 characters, no ``|``, none of the reserved words."""

    def read(self, node: Node, report: Reporter) -> str | Absent:
        """The name as typed."""
        text = text_of(node, report, "一个名称")
        if text is None:
            return ABSENT
        return text if check_name(text, place_of(node, report), report) else ABSENT


_KEYED = re.compile(r"(环节|名称|办理|机构)([：:])")
"""A key whose colon makes the whole line a name."""


@lru_cache(1 << 16)
def is_name(text: str) -> bool:
    """Whether ``text`` can be a name."""
    return (
        len(text) <= MAX_NAME
        and "|" not in text
        and "\n" not in text
        and text not in RESERVED_NAMES
        and not _KEYED.match(text)
    )


def check_name(text: str, place: Place, report: Reporter) -> bool:
    """Whether ``text`` can be a name; reports if not."""
    if is_name(text):
        return True
    if keyed := _KEYED.match(text):
        code = "Y202" if keyed[2] == "：" else "Y209"
        report.at(place._replace(column=place.column + len(keyed[1])), code, f"「{keyed[1]}」后面不是“: ”")
    elif len(text) > MAX_NAME:
        report.at(place, "D112", f"名称有 {len(text)} 字,超过 {MAX_NAME} 字")
    elif "|" in text or "\n" in text:
        report.at(place, "D112", f"名称「{text.splitlines()[0]}」里有“|”或换行", width=len(text))
    else:
        report.at(place, "D112", f"「{text}」不能作名称", width=len(text))
    return False


E = TypeVar("E", bound=StrEnum)


class Choice(Generic[E]):
    """One word of a closed list."""

    def __init__(self, choices: type[E]) -> None:
        """The list is an enumeration whose values are the words."""
        self.by_word = {str(choice): choice for choice in choices}

    def read(self, node: Node, report: Reporter) -> E | Absent:
        """The member."""
        text = text_of(node, report, "、".join(self.by_word) + " 之一")
        if text is None:
            return ABSENT
        member = self.by_word.get(text) or self.by_word.get(fold(text))
        if member is None:
            report_choice(text, place_of(node, report), self.by_word, report)
            return ABSENT
        return member


class Word:
    """One word of a closed list, kept as a text."""

    def __init__(self, *words: str) -> None:
        """The words allowed."""
        self.words = words

    def read(self, node: Node, report: Reporter) -> str | Absent:
        """The word."""
        text = text_of(node, report, "、".join(self.words) + " 之一")
        if text is None:
            return ABSENT
        if fold(text) not in self.words:
            report_choice(text, place_of(node, report), self.words, report)
            return ABSENT
        return fold(text)


def report_choice(text: str, place: Place, choices: Iterable[str], report: Reporter) -> None:
    """Report a word that is not in the list, with the nearest one that is."""
    if report.full:
        return
    words = tuple(choices)
    report.at(
        place,
        "D105",
        f"「{text}」不在可选的词里",
        f"{suggest(text, words)}可以写:{'、'.join(words)}",
        width=len(text),
    )


class Flag:
    """是 or 否, nothing else."""

    def read(self, node: Node, report: Reporter) -> bool | Absent:
        """True for 是."""
        text = text_of(node, report, "是 或 否")
        if text is None:
            return ABSENT
        if text not in ("是", "否"):
            report.at(place_of(node, report), "D109", f"「{text}」应写 是 或 否", width=len(text))
            return ABSENT
        return text == "是"


class Names:
    """Names: one line split at 、, or a list whose items are not split.

    ``choices`` closes the list; ``none`` allows 无 for the empty list; ``sentences`` keeps a one-line text whole.
    """

    def __init__(self, *choices: str, none: bool = True, sentences: bool = False) -> None:
        """What may be listed."""
        self.choices = choices
        self.none = none
        self.sentences = sentences

    def read(self, node: Node, report: Reporter) -> tuple[Text, ...] | Absent:
        """The names, each with its place."""
        if type(node) is Scalar:
            text = text_of(node, report)
            if text is None:
                return ABSENT
            if text == "无" and self.none:
                return ()
            if self.sentences or "、" not in text:
                pieces = [(text, place_of(node, report))]
            else:
                file, line, column, offsets = report.file, node.line + 1, node.column + 1, node.offsets
                pieces = [
                    (piece, quick_place((file, line, column + offset if offsets else column)))
                    for piece, offset in split_names(node.text)
                ]
        elif type(node) is Sequence:
            if not node.items:
                report.at(place_of(node, report), "D103", "空着没填")
                return ABSENT
            pieces = [
                (text, place_of(item, report)) for item in node.items if (text := text_of(item, report)) is not None
            ]
        else:
            report.at(place_of(node, report), "D104", "这里应是一行文字(用、隔开)或一列")
            return ABSENT
        names = tuple([Text(text, place) for text, place in pieces])
        if False in [self._is_sound(text) for text, _ in pieces] or (len(names) > 1 and len(set(names)) < len(names)):
            self._report(names, report)
        return names

    def _is_sound(self, text: str) -> bool:
        if self.choices:
            return text in self.choices
        return self.sentences or (is_name(text) and bool(text))

    def _report(self, names: tuple[Text, ...], report: Reporter) -> None:
        for index, name in enumerate(names):
            if name in names[:index]:
                report.at(name.place, "D116", f"「{name}」列了两次", width=len(name))
        for name in names:
            if not name:
                report.at(name.place, "D103", "两个、之间是空的")
            elif self.choices and name not in self.choices:
                report_choice(name, name.place, self.choices, report)
            elif not self.sentences:
                check_name(name, name.place, report)


class Table:
    """Free keys, each with a value of one kind."""

    def __init__(self, kind: Kind) -> None:
        """The kind of every value."""
        self.kind = kind

    def read(self, node: Node, report: Reporter) -> dict[str, object] | Absent:
        """Key → value; texts come with their place."""
        if type(node) is not Mapping:
            report.at(place_of(node, report), "D104", "这里应是下一层的“键: 值”")
            return ABSENT
        table: dict[str, object] = {}
        for key, (_, value) in node.entries.items():
            read = self.kind.read(value, report)
            if not isinstance(read, Absent):
                table[key] = Text(read, place_of(value, report)) if isinstance(read, str) else read
        return table
