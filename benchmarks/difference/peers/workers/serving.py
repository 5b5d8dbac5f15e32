"""The loop of a worker: one line of JSON in, one line of JSON out, until the input ends."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any


def serve(answer: Callable[[Any], object]) -> None:
    """Answer every line; a peer that fails on a pair answers ``{"failed": …}``, and what it prints goes to stderr."""
    lines = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        try:
            found = answer(json.loads(line))
        except Exception as problem:  # noqa: BLE001 - whatever goes wrong in a peer is its answer
            found = {"failed": f"{type(problem).__name__}: {problem}"}
        lines.write(json.dumps(found, ensure_ascii=False) + "\n")
        lines.flush()
