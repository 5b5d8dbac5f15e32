"""BPMN files that a command proves as they are drawn: which they are, and what came of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._bpmn_in import is_drawing
from commands._progress import progress
from processes.errors import CannotBeDone, reason

if TYPE_CHECKING:
    from engine.drawings.proving import DrawingProof

_OURS = (".yaml", ".yml")


def is_drawn_file(path: Path) -> bool:
    """Whether a file is BPMN by its ending or, whatever it is called, by its first bytes."""
    from processes.intake.bpmn.control_flow import LOOK, is_drawn

    if is_drawing(path):
        return True
    if not path.is_file() or path.suffix.lower() in _OURS:
        return False
    try:
        with path.open("rb") as stream:
            return is_drawn(stream.read(LOOK))
    except OSError:
        return False


def proofs_of_drawings(files: Iterable[Path]) -> tuple[list[DrawingProof], int]:
    """Each file once, proved; and how many could not be read, which is told on the side."""
    found: list[DrawingProof] = []
    refused = 0
    wanted = list(dict.fromkeys(files))
    with progress("验证", len(wanted)) as advance:
        for file in wanted:
            try:
                found.append(_proof(file))
            except CannotBeDone as error:
                refused += 1
                click.echo(f"没有验证:“{file}”:{error}", err=True)
            advance()
    return found, refused


def _proof(file: Path) -> DrawingProof:
    from engine.drawings.proving import proof_of_drawing
    from processes.intake.bpmn.xml_tree import MAX_SIZE

    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_SIZE + 1)
    except OSError as error:
        raise CannotBeDone(f"读不出来:{reason(error)}。") from error
    return proof_of_drawing(content, file.as_posix())
