"""What an editor shows beside a finding when the mouse rests on it, in Markdown: the rule behind the message."""

from __future__ import annotations

from renderers.findings.explanation import Explained


def render(item: Explained) -> str:
    """Name, why, how to mend, and the sentence it comes from."""
    lines = [f"**{item.code} {item.name}**（{item.severity.chinese}）", item.why, f"怎样改：{item.mend}"]
    quote, source = getattr(item, "quote", ""), getattr(item, "source", "")
    if quote:
        lines.append(f"> {quote}")
    if source:
        lines.append(f"出处：{source}")
    return "\n\n".join(lines)
