"""Other systems that compare processes, files or graphs, on the same pairs.

    python -m benchmarks.difference peers [--pairs 200] [--seed 1] [--ids kept|hidden] [--cache DIR] [--only NAME …]

Each peer is a file here; a peer that is not installed is left out, and how to install it is printed.
"""

from benchmarks.difference.peers.table import main

__all__ = ["main"]
