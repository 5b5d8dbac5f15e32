"""The JSON Schema (draft-07) of a kind of value: its parts, and the definitions that several keys share.

Worded for yaml-language-server, which shows it to the analyst: ``errorMessage``, ``patternErrorMessage`` and
``defaultSnippets`` are its keywords, and every other reader of JSON Schema passes over them. Measured with version
2.0.0:

- what it says of a wrong ``type`` or ``enum`` is replaced by ``errorMessage`` — but so is what it says of an unknown
  key, so that a schema with ``additionalProperties: false`` must not have one;
- of a missing key it speaks English in any language: see ``missing``.

A schema refuses nothing that reading accepts; what it cannot see (references, sums, units of a version) is left to
``zaizao check``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, runtime_checkable

Schema = dict[str, Any]

CELL = "[^|｜]+"
"""A cell of a row."""
BAR = "[|｜]"
NO_BAR = r"[^|\s][^|\n]*"
"""Names on one line."""
SOMETHING = r"\S[\s\S]*"
DIGIT = "[0-9０-９]"
ONE_WORD = ["string", "number"]
"""The types of a text on one line: everything is text here, but an editor takes 12345 for a number."""


class Definitions:
    """The definitions of one schema, each made once, whoever asks for it and however often; they may be recursive."""

    def __init__(self) -> None:
        """Start empty."""
        self.made: dict[str, Schema] = {}
        self._owners: dict[str, object] = {}

    def share(self, name: str, owner: object, make: Callable[[], Schema]) -> Schema:
        """A reference to the definition ``name``, which ``owner`` has made or now makes by ``make``."""
        if name not in self.made:
            self._owners[name] = owner
            self.made[name] = {}  # there before it is filled: it may refer to itself
            self.made[name].update(make())
        assert self._owners[name] == owner, f"two definitions are called {name}"
        return {"$ref": f"#/definitions/{name}"}


@runtime_checkable
class Patterned(Protocol):
    """A kind whose text can be recognised inside a row."""

    pattern: str
    """A regular expression without anchors, the same in Python and JavaScript, that crosses no bar."""


def cell_of(kind: object) -> str:
    """The pattern of a cell of this kind, with the blanks around it: there must be one way only to match them."""
    return rf"\s*{kind.pattern}\s*" if isinstance(kind, Patterned) else CELL


def whole(pattern: str) -> str:
    """``pattern`` for a whole text, blanks around it; it must not begin with a blank itself, or matching takes long."""
    return rf"^\s*(?:{pattern})\s*$"


def whole_row(pattern: str, *words: str) -> str:
    """``pattern``, which begins and ends with a cell, or one of ``words``, for a whole text."""
    alternatives = [*(rf"\s*{word}\s*" for word in words), pattern]
    return f"^(?:{'|'.join(alternatives)})$"


def any_of(words: Iterable[str]) -> str:
    """The pattern of one of some words."""
    return f"(?:{'|'.join(words)})"


def any_text(pattern: str = SOMETHING, message: str = "这里应是一行文字,不能空着") -> Schema:
    """A text of any YAML type that has ``pattern``; ``message`` says in Chinese what it should be."""
    wanted = {"type": ONE_WORD, "pattern": pattern, "patternErrorMessage": message, "errorMessage": message}
    # ``true`` is a text as well. With "boolean" among the types every completion would offer true and false.
    return {"anyOf": [wanted, {"not": {"type": [*ONE_WORD, "array", "object", "null"]}}]}


def one_word(pattern: str, message: str) -> Schema:
    """A text that no YAML parser takes for anything else; ``message`` says in Chinese what it should be."""
    return {"type": ["string"], "pattern": whole(pattern), "patternErrorMessage": message, "errorMessage": message}


def choice(words: Iterable[str]) -> Schema:
    """One of some words."""
    listed = list(words)
    return {"enum": listed, "errorMessage": f"可以写:{'、'.join(listed)}"}


def missing(key: str, about: str) -> Schema:
    """Demands a key; by itself, because only so what an editor says of its absence can be said in Chinese."""
    return {"required": [key], "errorMessage": f"缺少「{key}」:{about}"}


def rows(item: Schema, pattern: str, message: str, *words: str) -> Schema:
    """A list of ``item``, or one of them standing for a list of one: the row ``pattern``; or one of ``words``."""
    return {
        "type": ["array", *ONE_WORD, "object"],
        "minItems": 1,
        "items": item,
        "pattern": whole_row(pattern, *words),
        "patternErrorMessage": message,
        "errorMessage": message,
        # Not by listing the keys here: an editor would offer them in the place of the first row.
        "if": {"type": "object"},
        "then": item,
    }


def listed(item: Schema, pattern: str, message: str) -> Schema:
    """A list of ``item``, or a text of one line with all of them, which has ``pattern``."""
    return {
        "type": [*ONE_WORD, "array"],
        "pattern": whole(pattern),
        "patternErrorMessage": message,
        "errorMessage": message,
        "minItems": 1,
        "items": item,
    }


def long_or_short(definition: Schema, snippets: list[Schema]) -> Schema:
    """The ``definition`` of a mapping that may be a name with facts in brackets instead."""
    return {
        **definition,
        "type": [*ONE_WORD, "object"],
        "pattern": whole(NO_BAR),
        "patternErrorMessage": f"{definition['title']}应是一行名称,没有“|”",
        "defaultSnippets": snippets,
    }


def free_keys(value: Schema, about: str) -> Schema:
    """Free keys, each with a ``value``; ``about`` says in Chinese what a line looks like."""
    return {
        "type": ["object"],
        "minProperties": 1,
        "additionalProperties": value,
        "errorMessage": f"应是下一层的“{about}”",
    }


def snippet(label: str, body: object, about: str = "") -> Schema:
    """A ready piece that an editor offers; ``${1:甲}`` in ``body`` is a place to fill in, with 甲 in it."""
    return {"label": label, "description": about, "body": body} if about else {"label": label, "body": body}


def words_to_offer(words: Iterable[str]) -> list[Schema]:
    """Snippets of plain words: what an enumeration would offer, where a text may hold several of them."""
    return [snippet(word, word) for word in words]


def row_to_offer(row: str) -> Schema:
    """The snippet of a row: each of its cells is a place to fill in."""
    cells = [f"${{{number}:{cell}}}" for number, cell in enumerate(row.split(" | "), 1)]
    return snippet(row, " | ".join(cells), "一行;栏与栏用 | 隔开")
