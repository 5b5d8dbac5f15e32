"""Punctuation of running text: a comma between Chinese words is a Chinese one (GB/T 15834), whatever was typed.

Brackets stay as they are: they are parts of names, which print as typed.
"""

from __future__ import annotations

import re

_WORD = r"[\u3400-\u9fff”》〕〉」]"
_MARKS = {",": "，", ";": "；", ":": "："}
_MARK = re.compile(
    rf"(?<={_WORD})[,;:]|[,;:](?=[\u3400-\u9fff“《〔〈「])|(?<=[%)])[;:,](?=$|[0-9])",
)


def full_width(text: str) -> str:
    """The text with full-width commas, semicolons and colons where a Chinese word stands on one side."""
    return _MARK.sub(lambda found: _MARKS[found.group()], text)
