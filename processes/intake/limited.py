"""Run by itself: gives this process little memory and little time, then runs the worker named on the command line.

Windows has no ``setrlimit``: there the time-out of whoever started the process is all there is.
"""

from __future__ import annotations

import runpy
import sys
from contextlib import suppress

if sys.platform != "win32":
    import resource

MEMORY = 1 << 30
"""Bytes of address space."""
SECONDS = 20
"""Of the processor."""


def limit() -> None:
    """As far as the system lets us."""
    if sys.platform == "win32":
        return
    for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MEMORY)):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    limit()
    runpy.run_path(sys.argv[1], run_name="__main__")
