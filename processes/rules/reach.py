"""What can be reached along arcs."""

from __future__ import annotations

from collections.abc import Iterable


def reachable(start: str, arcs: Iterable[tuple[str, str]]) -> set[str]:
    """Every node that can be reached from ``start``, itself included."""
    following: dict[str, list[str]] = {}
    for source, target in arcs:
        following.setdefault(source, []).append(target)
    reached = {start}
    waiting = [start]
    while waiting:
        for target in following.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached
