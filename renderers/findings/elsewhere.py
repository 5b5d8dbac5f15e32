"""Codes without a rule explained: who sees to what they ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Elsewhere(Protocol):
    """A code that no finding has, as its table says it."""

    @property
    def code(self) -> str:
        """As in R801."""
        ...

    @property
    def name(self) -> str:
        """What it asks, in a few words."""
        ...

    @property
    def keeper(self) -> str:
        """Who sees to it."""
        ...

    @property
    def how(self) -> str:
        """How; empty where the identities say it."""
        ...

    @property
    def identities(self) -> tuple[str, ...]:
        """The identities between forms that are checked."""
        ...

    @property
    def codes(self) -> tuple[str, ...]:
        """The findings that are given instead."""
        ...


_TITLE = "不在检查结果里的编号"


def explain_elsewhere(item: Elsewhere) -> str:
    """The page of one code as plain text."""
    lines = [f"{item.code} {item.name}(不单独检查)", "", f"怎样保证  {_sentence(item)}"]
    if item.identities:
        lines += ["", "核对的关系:", *(f"    {name}" for name in item.identities)]
    return "\n".join(lines) + "\n"


def list_elsewhere(items: Iterable[Elsewhere]) -> str:
    """A line a code, under a heading: code, what it asks, who sees to it."""
    listed = list(items)
    width = max(len(item.code) for item in listed)
    lines = [f"  {item.code:<{width}}  {item.name}({item.keeper})" for item in listed]
    return "\n".join([_TITLE, *lines]) + "\n"


def _sentence(item: Elsewhere) -> str:
    """``由申报的写法保证:类型只能从四种里选,写别的读不进来(D105)。``."""
    codes = f"({'、'.join(item.codes)})" if item.codes else ""
    how = f":{item.how}" if item.how else ",附件都由同一份申报生成,对不上的写明表和单元格"
    return f"{item.keeper}{how}{codes}。"
