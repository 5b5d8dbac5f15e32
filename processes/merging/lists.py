"""Lists that become longer or shorter: what one value was becomes several, what several were becomes none."""

from __future__ import annotations

from collections.abc import Mapping as Texts
from collections.abc import Sequence as Several

from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.writing import plain
from processes.merging.source import Change, Source, last_line


def relisted(
    source: Source, node: Node | None, new: Several[str], marks: Texts[str, str] | None = None
) -> list[Change]:
    """The texts of a key as ``new``, on one line each; nothing where that cannot be done and keep every comment.

    ``marks``: what is put behind ★ at a new text. ``new`` must not be empty.
    """
    marked = {text: f"  # ★{mark}" for text, mark in (marks or {}).items()}
    if isinstance(node, Scalar):
        return source.scalar(node, new[0]) if len(new) == 1 else _listed(source, node, new, marked)
    if not isinstance(node, Sequence) or not all(isinstance(item, Scalar) for item in node.items):
        return []
    old = [item.text for item in node.items if isinstance(item, Scalar)]
    return source.names(node, old, list(new), marked)


def _listed(source: Source, value: Scalar, new: Several[str], marked: Texts[str, str]) -> list[Change]:
    """``键: 甲`` becomes a list of lines; what was written behind 甲 stays there."""
    start, line = source.starts[value.line] + value.column, source.text.split("\n")[value.line]
    if not value.offsets or source.text[start : start + len(value.text)] != value.text or line.endswith("\r"):
        return []
    ahead, behind = line[: value.column], line[value.column + len(value.text) :]
    if not ahead.rstrip().endswith(":"):
        return []
    indent = " " * (len(ahead) - len(ahead.lstrip(" ")) + 2)
    kept = new.index(value.text) if value.text in new else -1
    lines = [
        f"{indent}- {text if at == kept else plain(text)}{behind if at == max(kept, 0) else marked.get(text, '')}"
        for at, text in enumerate(new)
    ]
    blanks = len(ahead) - len(ahead.rstrip(" "))
    return [(start - blanks, start + len(value.text) + len(behind), "\n" + "\n".join(lines))]


def emptied(source: Source, mapping: Mapping | None, name: str, word: str) -> list[Change]:
    """``word`` (无, 不收费) instead of a list; nothing where a comment would be lost."""
    if mapping is None or name not in mapping.entries:
        return []
    key, node = mapping.entries[name]
    if isinstance(node, Scalar):
        return source.scalar(node, word)
    start, last = source.starts[key.line] + key.column + len(key.text), last_line(node)
    if last is None or source.text[start : start + 1] != ":":
        return []
    end = source.starts[last + 1] - 1
    return [] if "#" in source.text[start:end] else [(start + 1, end, f" {word}")]


def without_entry(source: Source, mapping: Mapping, name: str) -> list[Change]:
    """The lines of a key and of what stands behind it taken out; nothing where a comment would be lost."""
    key, node = mapping.entries[name]
    return without_lines(source, key.line, last_line(node))


def without_lines(source: Source, first: int, last: int | None) -> list[Change]:
    """The lines from ``first`` to ``last`` (from 0) taken out; nothing where a comment would be lost."""
    if last is None:
        return []
    start, end = source.starts[first], min(source.starts[last + 1], len(source.text))
    return [] if "#" in source.text[start:end] else [(start, end, "")]
