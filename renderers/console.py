"""What reports and walks in a terminal share: a console of a given width, and paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

from rich.console import Console
from rich.text import Text

from renderers.lines import broken
from renderers.reports.style import Style

_LEAST_WIDTH = 24
"""In less than the sign, the word and six characters of text, lines are wider than asked for."""


def printed(write: Callable[[Console], None], style: Style) -> str:
    """What ``write`` prints; without colour there is not a single escape sequence."""
    stream = StringIO()
    write(
        Console(
            file=stream,
            width=max(style.width, _LEAST_WIDTH),
            height=25,  # with both given, rich asks neither the environment nor the terminal
            force_terminal=style.colour,
            color_system="standard" if style.colour else None,
            no_color=not style.colour,
            force_jupyter=False,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )
    )
    text = stream.getvalue()
    return text if style.colour else "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def paragraph(console: Console, text: str, indent: int = 0, style: str = "") -> None:
    """A paragraph; its lines after the first are indented."""
    first, *_ = broken(text, console.width)
    console.print(Text(first, style=style))
    rest = text[len(first) :].lstrip()
    if rest:
        for line in broken(rest, console.width - indent):
            console.print(Text(" " * indent + line, style=style))
