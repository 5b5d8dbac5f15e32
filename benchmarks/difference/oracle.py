"""Whether what an engine says of a pair is right, judged from the two compiled processes, not by another engine.

Which steps became which is held against the truth that the generator knows; steps that differ in nothing but their
place may be exchanged. From what the engine takes for the same, everything else is worked out anew (``expected``) and
must be claimed, no less and no more. The order is judged by its effect (``explains``): an explanation other than the
recorded one is right if it is true, leaves nothing unexplained and has no more changes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from benchmarks.difference.arranging import ARRANGEMENT, explains, weight
from benchmarks.difference.attributes import expected
from benchmarks.difference.claims import Answer, Claim, Group, Pair
from benchmarks.difference.facts import Facts, Signature


@dataclass(frozen=True, slots=True)
class Verdict:
    """The claims that are right, those that are wrong, and those that are missing.

    ``matched``: the steps go together as in truth; ``equivalent``: right, though in other words than the truth.
    """

    right: frozenset[Claim]
    wrong: frozenset[Claim]
    missing: frozenset[Claim]
    matched: bool
    equivalent: bool

    @property
    def exact(self) -> bool:
        """All right and nothing missing."""
        return self.matched and not self.wrong and not self.missing


def judge(pair: Pair, gold: Answer, given: Answer) -> Verdict:
    """The verdict on what an engine says. Without the right groups its claims are held against ``gold`` one by one."""
    before, after = Facts(pair.before), Facts(pair.after)
    if given.groups != gold.groups and not _exchanged(before, after, gold.groups, given.groups):
        return _literal(gold.claims, given.claims)
    wanted = expected(pair, before, after, given.groups, gold.claims)
    claimed = frozenset(one for one in given.claims if one.code not in ARRANGEMENT)
    right, wrong, missing = claimed & wanted, claimed - wanted, wanted - claimed
    order, recorded = given.claims - claimed, frozenset(one for one in gold.claims if one.code in ARRANGEMENT)
    if weight(order) <= weight(recorded) and explains(before, after, given.groups, order):
        right |= order
    else:
        right, wrong, missing = right | (order & recorded), wrong | (order - recorded), missing | (recorded - order)
    return Verdict(right, wrong, missing, matched=True, equivalent=not wrong and not missing and given != gold)


def _literal(gold: frozenset[Claim], given: frozenset[Claim]) -> Verdict:
    return Verdict(given & gold, given - gold, gold - given, matched=False, equivalent=False)


def _exchanged(before: Facts, after: Facts, gold: frozenset[Group], given: frozenset[Group]) -> bool:
    """Whether the groups are the same but for steps of one version of which the same is said."""

    def said(group: Group) -> tuple[tuple[Signature, ...], tuple[Signature, ...]]:
        old, new = group
        known = [(before, one) for one in old], [(after, one) for one in new]
        first, second = (tuple(sorted((facts.signature(one) for facts, one in side), key=repr)) for side in known)
        return first, second

    steps = [{one for group in given for one in group[side]} for side in (0, 1)]
    if not steps[0] <= before.units or not steps[1] <= after.units:
        return False
    once = sum(len(old) + len(new) for old, new in given) == len(steps[0]) + len(steps[1])
    return once and Counter(map(said, gold)) == Counter(map(said, given))
