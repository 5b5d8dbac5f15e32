"""Running graphviz: one process for any number of charts, always the program that came with us, never the system's."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import TYPE_CHECKING

import graphviz  # type: ignore[import-untyped] # the package has no types
from graphviz.backend import dot_command  # type: ignore[import-untyped] # the package has no types

from renderers.flowcharts.painting.failures import DrawingError

if TYPE_CHECKING:
    from collections.abc import Sequence

DISTRIBUTION = "graphviz-pure"
_PICTURE = "<?xml "
"""How each picture begins in what graphviz writes; in texts ``<`` is escaped."""


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


def drawn(texts: Sequence[str]) -> tuple[str | DrawingError, ...]:
    """Graphviz's SVG for each DOT text, in order.

    A text on which graphviz fails takes the rest of its process along, so then each is drawn by itself.
    """
    if not texts:
        return ()
    try:
        return _pictures(texts)
    except DrawingError as error:
        return (error,) if len(texts) == 1 else tuple(drawn((text,))[0] for text in texts)


def _pictures(texts: Sequence[str]) -> tuple[str, ...]:
    """The pictures of one process, as many as there are texts."""
    # The library knows its program only by this global.
    dot_command.DOT_BINARY = program()
    try:
        output: str = graphviz.pipe_string("dot", "svg", "".join(texts), encoding="utf-8", quiet=True)
    except graphviz.CalledProcessError as error:
        raise DrawingError(f"画图程序返回 {error.returncode}") from error
    pictures = tuple(output.split(_PICTURE)[1:])
    if len(pictures) != len(texts):
        raise DrawingError(f"画图程序画了 {len(pictures)} 张图,应是 {len(texts)} 张")
    return pictures
