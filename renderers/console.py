"""What reports and walks in a terminal share: a console of a given width, and Chinese text broken into lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.text import Text

from renderers.reports.style import Style

_LEAST_WIDTH = 24
"""In less than the sign, the word and six characters of text, lines are wider than asked for."""

_PIECE = re.compile(
    r"[(\[{（《〈「『【“‘]*"  # does not end a line
    r"(?:即时办结|[减增]?[!-')-Z\\-z|-~]+(?:工作日|自然日)?|.)"  # a quantity, a Latin word, or one other character
    r"[,.:;!?)\]}%，。、；：？！）》〉」』】”’→]*",  # does not begin a line
    re.DOTALL,
)
"""What a line break does not divide (GB/T 15834: marks stay with what they close)."""


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


def broken(text: str, width: int) -> list[str]:
    """``text`` broken into lines of at most ``width`` cells."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if cell_len(lines[-1]) + cell_len(piece.rstrip()) <= width:
            lines[-1] += piece
        else:
            # A piece wider than a line is broken after all.
            lines += chop_cells(piece.lstrip(), width)
    return [line.rstrip() for line in lines if line] or [""]


def paragraph(console: Console, text: str, indent: int = 0, style: str = "") -> None:
    """A paragraph; its lines after the first are indented."""
    first, *_ = broken(text, console.width)
    console.print(Text(first, style=style))
    rest = text[len(first) :].lstrip()
    if rest:
        for line in broken(rest, console.width - indent):
            console.print(Text(" " * indent + line, style=style))
