"""Declarations written as untidily as YAML allows: the same data, every style, comments wherever one may stand.

All of it follows from the dice.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field
from typing import TypeAlias

Data: TypeAlias = "str | list[Data] | dict[str, Data]"

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`\n](?:(?!: | #|[,\[\]{}\n])[^\s]| (?![#\s]))*(?<![:\s])")
_WIDE = str.maketrans({"|": "｜", "(": "（", ")": "）"} | {chr(48 + digit): chr(0xFF10 + digit) for digit in range(10)})


@dataclass
class Untidy:
    """Writes data; ``comments`` are those it has written."""

    dice: random.Random
    comments: list[str] = field(default_factory=list)
    _in_lines: bool = False

    def document(self, data: Data) -> str:
        """A whole file; line ends are LF."""
        start = self.dice.choice(("", "\n", "---\n"))
        root = " " * self.dice.choice((0, 0, 0, 2))
        text = start + self._lines("") + self._block(data, root) + self._lines(root)
        return re.sub(r"(?m)$", lambda _: " " * (self.dice.random() < 0.05), text) if "|-" not in text else text

    def _comment(self) -> str:
        text = f"#{' ' * self.dice.randrange(3)}注{len(self.comments)}" + self.dice.choice(
            ("", ": 甲", " # 乙", "、[{'\"")
        )
        self.comments.append(text)
        return text

    def _lines(self, indent: str) -> str:
        """Empty lines and comments, at about ``indent``."""
        made = ""
        while self.dice.random() < 0.2:
            if self.dice.random() < 0.4:
                made += " " * self.dice.randrange(3) + "\n"
            else:
                # Deeper than a block of lines it would be one of them.
                column = 0 if self._in_lines else max(0, len(indent) + self.dice.choice((0, 0, 0, -2, 2, 1, 4)))
                made += f"{' ' * column}{self._comment()}\n"
                self._in_lines = False
        return made

    def _end(self) -> str:
        return (f"{' ' * self.dice.randint(1, 3)}{self._comment()}" if self.dice.random() < 0.15 else "") + "\n"

    def _block(self, data: Data, indent: str) -> str:
        """A mapping or a list as lines, each beginning with ``indent``."""
        made = ""
        if isinstance(data, dict):
            keys = list(data)
            if self.dice.random() < 0.5:
                self.dice.shuffle(keys)
            for key in keys:
                made += self._lines(indent) + f"{indent}{self._scalar(key, indent, key=True)}:"
                made += self._value(data[key], indent, in_list=False)
        else:
            assert isinstance(data, list)
            for item in data:
                made += self._lines(indent) + f"{indent}-" + self._value(item, indent, in_list=True)
        return made

    def _value(self, data: Data, indent: str, *, in_list: bool) -> str:
        """What follows a colon or dash."""
        deeper = indent + " " * self.dice.choice((1, 2, 2, 4))
        if isinstance(data, str):
            return self._text(data, indent, deeper)
        if self.dice.random() < 0.15:
            return f" {self._flow(data, deeper)}{self._end()}"
        if in_list and isinstance(data, dict) and self.dice.random() < 0.9:
            block = self._block(data, indent + "  ")
            first = block.lstrip(" ")
            # The mapping begins behind the dash, unless a comment or an empty line comes first.
            return f"\n{block}" if first.startswith(("#", "\n")) else f" {first}"
        flush = indent if isinstance(data, list) and not in_list and self.dice.random() < 0.3 else deeper
        return self._end() + self._block(data, flush)

    def _text(self, text: str, indent: str, deeper: str) -> str:
        self._in_lines = "\n" in text or self.dice.random() < 0.05
        if self._in_lines:
            return f" |-{self._end()}" + "".join(f"{deeper}{line}\n" for line in text.split("\n"))
        if self.dice.random() < 0.05:
            return self._end() + self._lines(deeper) + deeper + self._scalar(self._spelt(text), deeper) + self._end()
        return f"{' ' * self.dice.randint(1, 2)}{self._scalar(self._spelt(text), indent)}{self._end()}"

    def _flow(self, data: Data, indent: str) -> str:
        if isinstance(data, str):
            return self._scalar(self._spelt(data), indent, flow=True)
        pieces = (
            [f"{self._scalar(key, indent, flow=True)}: {self._flow(value, indent)}" for key, value in data.items()]
            if isinstance(data, dict)
            else [self._flow(item, indent) for item in data]
        )
        made = ""
        for index, piece in enumerate(pieces):
            made += (
                ("," if index else "")
                + (self._end() + indent if self.dice.random() < 0.2 else " " * bool(index))
                + piece
            )
        made += self._end() + indent if self.dice.random() < 0.2 else ""
        return f"{{{made}}}" if isinstance(data, dict) else f"[{made}]"

    def _spelt(self, text: str) -> str:
        if self.dice.random() < 0.2:
            text = text.translate(_WIDE)
        if self.dice.random() < 0.1:
            text = re.sub(r" ?([|｜、]) ?", lambda mark: f"{self._gap()}{mark[1]}{self._gap()}", text)
        if self.dice.random() < 0.1:
            text = re.sub(r"(\d)(?=工作日)", r"\1 个", text)
        return text

    def _gap(self) -> str:
        return " " * self.dice.randrange(3)

    def _scalar(self, text: str, indent: str, *, key: bool = False, flow: bool = False) -> str:
        plain = bool(_PLAIN.fullmatch(text)) and not (flow and ": " in text)
        if plain and self.dice.random() < 0.9:
            if " " in text and not key and not flow and indent and self.dice.random() < 0.03:
                return text.replace(" ", f"\n{indent}  ", 1) if "|" not in text and "｜" not in text else text
            return text
        return json.dumps(text, ensure_ascii=False) if self.dice.random() < 0.5 else "'" + text.replace("'", "''") + "'"
