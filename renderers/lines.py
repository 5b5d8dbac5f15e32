"""Chinese text broken into lines of a terminal, of which a Chinese character takes two cells."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells

_PIECE = re.compile(
    r"[(\[{（《〈「『【“‘]*"  # does not end a line
    r"(?:即时办结|[减增]?[!-')-Z\\-z|-~]+(?:工作日|自然日)?|.)"  # a quantity, a Latin word, or one other character
    r"[,.:;!?)\]}%，。、；：？！）》〉」』】”’→]*",  # does not begin a line
    re.DOTALL,
)
"""What a line break does not divide (GB/T 15834: marks stay with what they close)."""


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
