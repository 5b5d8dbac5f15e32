"""A code explained: what it is, why it matters, how to mend it, what wrong and right look like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from processes.model.findings import Severity


class Explained(Protocol):
    """What rules and refusals have in common."""

    @property
    def code(self) -> str:
        """As in S101 or R420."""
        ...

    @property
    def name(self) -> str:
        """What is wrong, in a few words."""
        ...

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        ...

    @property
    def why(self) -> str:
        """Why it is wrong."""
        ...

    @property
    def mend(self) -> str:
        """What to do about it."""
        ...

    @property
    def bad(self) -> str:
        """YAML that has it; may be empty."""
        ...

    @property
    def good(self) -> str:
        """The same without it; may be empty."""
        ...


def explain(item: Explained) -> str:
    """The page of one code as plain text."""
    lines = [f"{item.code} {item.name}({item.severity.chinese})", "", f"为什么  {item.why}", f"怎样改  {item.mend}"]
    quote, source = getattr(item, "quote", ""), getattr(item, "source", "")
    if quote:
        lines.append(f"原文    “{quote}”")
    if source:
        lines.append(f"出处    {source}")
    for title, example in (("错的写法", item.bad), ("对的写法", item.good)):
        if example.strip():
            lines += ["", f"{title}:", *(f"    {line}" for line in example.strip("\n").split("\n"))]
    return "\n".join(lines) + "\n"


def list_all(items: Mapping[str, Explained]) -> str:
    """One line a code: code, severity, name."""
    return "".join(f"{item.code}  {item.severity.chinese}  {item.name}\n" for _, item in sorted(items.items()))
