"""What a declaration file looks like: its keys and lines in written order, with the comments around them."""

from __future__ import annotations

from dataclasses import dataclass, field

Spot = tuple[int, int]
"""Line and column, from 0."""


@dataclass(slots=True)
class Comment:
    """A comment with its ``#``; ``blank`` tells whether an empty line stands before it."""

    text: str
    blank: bool = False


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value, or a line of a list (``key`` is None), and the comments around it."""

    key: str | None
    spot: Spot
    column: int
    parent: Entry | None
    holder: Entry | None
    """The entry whose ``[…]`` or ``{…}`` it stands in, the outermost; itself outside of any."""
    value: str | Block = ""
    blank: bool = False
    """Whether an empty line stands before it, behind the comments in ``before``."""
    before: list[Comment] = field(default_factory=list)
    inline: Comment | None = None
    under: list[Comment] = field(default_factory=list)
    """Full lines at its end that are indented deeper than itself."""

    def add_inline(self, comment: Comment) -> None:
        """Put a comment beside it; there is room for one, the earlier one moves above."""
        if self.inline is not None:
            self.before.append(self.inline)
        self.inline = comment


@dataclass(slots=True, eq=False)
class Block:
    """A mapping (``keyed``) or a list."""

    keyed: bool
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """A whole file: the comments of its head and its foot, and what is between them."""

    root: Block
    head: list[Comment] = field(default_factory=list)
    head_blank: bool = False
    """Whether an empty line stands behind the head."""
    foot: list[Comment] = field(default_factory=list)

    def comments(self) -> list[str]:
        """The texts of all comments, sorted."""
        found = [*self.head, *self.foot]
        waiting = [self.root]
        while waiting:
            for entry in waiting.pop().entries:
                found += [*entry.before, *entry.under, *([entry.inline] if entry.inline else [])]
                if isinstance(entry.value, Block):
                    waiting.append(entry.value)
        return sorted(comment.text for comment in found)


def spans_lines(text: str) -> bool:
    """Whether a value is written as a block of lines, under which nothing can stand that is not part of it."""
    return "\n" in text.strip()
