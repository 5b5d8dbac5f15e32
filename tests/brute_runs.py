"""Properties of runs by brute force: every state with all that has happened, and no reduction."""

from __future__ import annotations

from engine.nets.net import Net

State = tuple[int, bool, bool, bool]
"""The marking; whether the first has happened, the second, and the first without the second at once or after it."""


def shortest(name: str, net: Net, first: int, second: int) -> int | None:
    """The length of the shortest run that breaks the question called ``name``; None if none does. For safe nets."""
    start: State = (net.initial, False, False, False)
    depth = {start: 0}
    queue = [start]
    for state in queue:
        marking, firsts, seconds, pending = state
        enabled = [index for index, one in enumerate(net.transitions) if one.enabled(marking)]
        if not enabled and pending and name == "after":
            return depth[state]
        for index in enabled:
            one, other = bool(first >> index & 1), bool(second >> index & 1)
            wrong = {
                "before": one and not (seconds or other),
                "after": False,
                "never_after": other and firsts,
                "both": (one or firsts) and (other or seconds),
            }
            if wrong[name]:
                return depth[state] + 1
            reached = net.transitions[index].fire(marking)
            then = (reached, firsts or one, seconds or other, (pending or one) and not other)
            if then not in depth:
                depth[then] = depth[state] + 1
                queue.append(then)
    return None
