"""Running graphviz: one process for any number of charts, always the program that came with us, never the system's."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import TYPE_CHECKING

import graphviz  # type: ignore[import-untyped]
from graphviz.backend import dot_command  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Sequence

DISTRIBUTION = "graphviz-pure"


@cache
def program() -> Path:
    """The graphviz program of our own environment.

    :raises RuntimeError: the package that brings it is not installed whole.
    """
    for file in files(DISTRIBUTION) or ():
        if file.stem == DISTRIBUTION and file.suffix in ("", ".exe"):
            return Path(str(file.locate())).resolve()
    message = f"没有找到画图程序 {DISTRIBUTION}。请用 {sys.executable} 重新安装它。"
    raise RuntimeError(message)


def drawn(texts: Sequence[str]) -> tuple[str, ...]:
    """Graphviz's SVG for each DOT text, in order."""
    if not texts:
        return ()
    # The library knows its program only by this global.
    dot_command.DOT_BINARY = program()
    output: str = graphviz.pipe_string("dot", "svg", "".join(texts), encoding="utf-8", quiet=True)
    return tuple(part for part in output.split("<?xml ")[1:])
