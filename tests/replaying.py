"""Counter-examples played on the net, token by token, to the fault that they show."""

from __future__ import annotations

from collections import Counter

from engine.nets.net import Net
from engine.soundness.faults import Fault, FaultKind

Tokens = Counter[int]
"""Place → tokens there."""


def places(mask: int) -> list[int]:
    """The places of a set of places."""
    return [index for index in range(mask.bit_length()) if mask >> index & 1]


def enabled(net: Net, tokens: Tokens) -> list[int]:
    """What can happen."""
    moves = enumerate(net.transitions)
    return [index for index, one in moves if all(tokens[place] for place in places(one.takes))]


def fired(net: Net, tokens: Tokens, index: int) -> Tokens:
    """The tokens after a transition that can happen."""
    assert index in enabled(net, tokens)
    after = Counter(tokens)
    after.subtract(places(net.transitions[index].takes))
    after.update(places(net.transitions[index].gives))
    return +after


def shows(net: Net, fault: Fault) -> bool:
    """Whether the run of ``fault`` leads to what it says."""
    tokens: Tokens = Counter(places(net.initial))
    for index in fault.run:
        tokens = fired(net, tokens, index)
    ended = [place for place in places(net.ends) if tokens[place]]
    match fault.kind:
        case FaultKind.CROWDED:
            return fault.run[-1] == fault.transition and all(tokens[place] == 2 for place in places(fault.places))
        case FaultKind.STUCK:
            return not ended and not enabled(net, tokens) and set(places(fault.places)) == set(tokens)
        case FaultKind.LEFT_BEHIND:
            return bool(ended) and tokens.total() > 1 and all(tokens[place] for place in places(fault.places))
        case FaultKind.ENDLESS:
            return goes_round(net, tokens, fault)
        case FaultKind.DEAD:
            return never_happens(net, fault.transition)


def goes_round(net: Net, tokens: Tokens, fault: Fault) -> bool:
    """Whether the cycle can be gone, comes to where it has been, and no end or standstill can be reached from it."""
    met = [tokens]
    for index in fault.cycle:
        met.append(fired(net, met[-1], index))
    reached = reachable(net, tokens)
    return met[-1] in met[:-1] and all(
        enabled(net, other) and not (other.total() == 1 and any(other[end] for end in places(net.ends)))
        for other in reached
    )


def never_happens(net: Net, index: int) -> bool:
    """Whether no reachable state lets the transition happen."""
    return all(index not in enabled(net, tokens) for tokens in reachable(net, Counter(places(net.initial))))


def reachable(net: Net, tokens: Tokens, most: int = 3000) -> list[Tokens]:
    """What can be reached, ``most`` states at most."""
    met = {tuple(sorted(tokens.items()))}
    queue = [tokens]
    for one in queue:
        for index in enabled(net, one):
            after = fired(net, one, index)
            if (key := tuple(sorted(after.items()))) not in met and len(met) < most:
                met.add(key)
                queue.append(after)
    return queue
