"""Where elkjs is installed: with the other peers, outside the project."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.difference.peers.cache import Cache

ELK = "elkjs@0.12.1"
WORKERS = Path(__file__).parent / "workers"
"""The program that runs beside elkjs: nothing of this project is imported there."""


def missing(cache: Cache) -> str:
    """What to do so that elkjs can be asked, empty if it can."""
    if not shutil.which("node"):
        return "install node (20 or later), then come again"
    if (cache.node / "node_modules" / "elkjs").exists():
        return ""
    return f"npm install --prefix {cache.node} {ELK}"
