"""What is declared and no picture can show: characters that the shipped fonts lack."""

from __future__ import annotations

from collections.abc import Iterator

from processes.declaration.kinds import place_in
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.reporting import Reporter
from processes.model.glyphs import SUBSTITUTE, missing
from processes.model.places import Place

UNSHOWN = "Y107"
"""The code of the finding. What it is about was read all the same: it hides no other finding of its line."""


def report_unshown(text: str, tree: Node, report: Reporter) -> None:
    """Mention, once a file and character, where it stands first; a comment may say what it likes.

    Most files have none: these cost one look at the set of their characters.
    """
    lacking = missing(text)
    if not lacking:
        return
    places: dict[str, list[Place]] = {}
    for scalar in _scalars(tree):
        for offset, char in enumerate(scalar.text):
            if char in lacking:
                places.setdefault(char, []).append(place_in(scalar, offset, report))
    for char, found in places.items():
        often = f",这个文件里共 {len(found)} 处" if len(found) > 1 else ""
        message = f"「{char}」(U+{ord(char):04X})不在随附的字体里,图上显示为“{SUBSTITUTE}”{often}"
        report.at(min(found), UNSHOWN, message)


def _scalars(tree: Node) -> Iterator[Scalar]:
    """All texts, keys too, in written order."""
    pending = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            pending += reversed(node.items)
        elif isinstance(node, Mapping):
            for key, value in reversed(node.entries.values()):
                pending += (value, key)
