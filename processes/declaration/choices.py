"""Kinds of value that are a word of a closed list."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from processes.declaration.kinds import ABSENT, Absent, place_of, text_of
from processes.declaration.meant import meant
from processes.declaration.nodes import Node
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import Definitions, Schema, any_of, any_text, choice
from processes.model.confirmation import ANSWER_PATTERN, confirmation_of
from processes.model.folding import fold
from processes.model.places import Place
from processes.suggesting import suggest

E = TypeVar("E", bound=StrEnum)


class Choice(Generic[E]):
    """One word of a closed list."""

    def __init__(self, choices: type[E]) -> None:
        """The list is an enumeration whose values are the words."""
        self.by_word = {str(member): member for member in choices}
        self.pattern = any_of(self.by_word)

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

    def schema(self, names: Definitions) -> Schema:  # noqa: ARG002 - the signature of all kinds
        """The words."""
        return choice(self.by_word)


class Word:
    """One word of a closed list, kept as a text."""

    def __init__(self, *words: str) -> None:
        """The words allowed."""
        self.words = words
        self.pattern = any_of(words)

    def read(self, node: Node, report: Reporter) -> str | Absent:
        """The word."""
        text = text_of(node, report, "、".join(self.words) + " 之一")
        if text is None:
            return ABSENT
        if fold(text) not in self.words:
            report_choice(text, place_of(node, report), self.words, report)
            return ABSENT
        return fold(text)

    def schema(self, names: Definitions) -> Schema:  # noqa: ARG002 - the signature of all kinds
        """The words."""
        return choice(self.words)


def report_choice(text: str, place: Place, choices: Iterable[str], report: Reporter) -> None:
    """Report a word that is not in the list, with the nearest one that is."""
    if report.full:
        return
    words = tuple(choices)
    instead = meant(text, words)
    report.at(
        place,
        "D105",
        f"「{text}」不在可选的词里",
        f"{f'写{instead}。' if instead else suggest(text, words)}可以写:{'、'.join(words)}",
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

    def schema(self, names: Definitions) -> Schema:  # noqa: ARG002 - the signature of all kinds
        """The two words."""
        return choice(("是", "否"))


class Answer:
    """是 or 否, and after a comma whatever there is to say about it; kept as written."""

    def read(self, node: Node, report: Reporter) -> str | Absent:
        """The text."""
        text = text_of(node, report, "是 或 否")
        if text is None:
            return ABSENT
        if confirmation_of(text) is None:
            message = f"「{text}」应先写 是 或 否"
            report.at(place_of(node, report), "D109", message, "如“是,6月20日通过检查验收”。", width=len(text))
            return ABSENT
        return text

    def schema(self, names: Definitions) -> Schema:
        """A text that begins with one of the words."""
        return names.share(
            "答复", Answer, lambda: any_text(f"^{ANSWER_PATTERN}", "先写 是 或 否,再写情况,如 是,已发文")
        )
