"""核对清单 for a terminal: what is answered, what is open, chapter by chapter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from engine.reports.checklist import Checklist, Item
from processes.model.plan import Plan
from renderers.console import printed
from renderers.lines import broken
from renderers.reports.style import PLAIN, Style

_WORDS = {True: ("[是]", "green"), False: ("[否]", "red"), None: ("[  ]", "yellow")}
_INDENT = 11
"""Cells of the box and the code."""


def render(plan: Plan, lists: Sequence[Checklist], style: Style = PLAIN) -> str:
    """The head, then the list of each department."""
    return printed(lambda console: _print(console, plan, lists), style)


def _print(console: Console, plan: Plan, lists: Sequence[Checklist]) -> None:
    stages = "、".join(f"{stage.name} {stage.due}" for stage in plan.stages)
    for line in broken(f"{plan.city} 核对清单" + (f"(阶段期限:{stages})" if stages else ""), console.width):
        console.print(Text(line))
    for one in lists:
        console.print()
        _print_one(console, one)


def _print_one(console: Console, one: Checklist) -> None:
    yes, no, open_ = one.counts
    head = f"{one.department.full_name}:核对事项{len(one.items)}项,是{yes}项、否{no}项,没有答复{open_}项"
    for line in broken(head, console.width):
        console.print(Text(line, style="bold"))
    for chapter, items in groupby(one.items, key=lambda item: item.chapter):
        console.print(Text(chapter, style="bold"))
        for item in items:
            _print_item(console, item)


def _print_item(console: Console, item: Item) -> None:
    word, colour = _WORDS[item.answer.yes if item.answer else None]
    room = console.width - _INDENT
    first, *more = broken(item.rule.question, room)
    console.print(Text(word, style=colour).append(f" {item.rule.code:<6}{first}", style="default"))
    remark = f"情况:{item.answer.remark}" if item.answer and item.answer.remark else ""
    for line in more:
        console.print(Text(" " * _INDENT + line))
    for text, look in ((remark, "default"), ("".join(item.cited), "dim")):
        for line in broken(text, room) if text else ():
            console.print(Text(" " * _INDENT + line, style=look))
