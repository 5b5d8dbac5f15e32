"""What must be claimed beside the order, worked out from two compiled processes and the groups of their steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from benchmarks.difference.claims import Claim, Group, Pair, claim
from benchmarks.difference.facts import Facts
from processes.model.folding import fold_name
from processes.model.matter import Material
from processes.model.process import END, Step

Home = Mapping[str, Group]


def expected(
    pair: Pair, before: Facts, after: Facts, groups: Collection[Group], gold: Iterable[Claim]
) -> frozenset[Claim]:
    """All claims but those about the order. Which material replaces which is known from ``gold`` alone."""
    old = {label: group for group in groups for label in group[0]}
    new = {label: group for group in groups for label in group[1]}
    replaced = [one for one in gold if one.code == "material-replaced"]
    return frozenset(
        [
            *_steps(before, after, groups, old, new),
            *_attributes(before, after, groups),
            *_loops(before, after, old, new),
            *_stops(before, after, groups),
            *_ways(before, after, old, new),
            *_procedures(before, after, old, new),
            *_materials(pair, replaced),
            *_version(pair),
        ]
    )


def _steps(before: Facts, after: Facts, groups: Iterable[Group], old: Home, new: Home) -> Iterator[Claim]:
    yield from (claim("step-removed", [one]) for one in before.units if one not in old)
    yield from (claim("step-added", (), [one]) for one in after.units if one not in new)
    for was, now in groups:
        if len(was) > 1 or len(now) > 1:
            code = "steps-merged" if len(now) == 1 else "step-split" if len(was) == 1 else "steps-regrouped"
            yield claim(code, was, now)


def _attributes(before: Facts, after: Facts, groups: Iterable[Group]) -> Iterator[Claim]:
    for was, now in groups:
        if len(was) > 1 or len(now) > 1:
            continue
        inside = {after.steps[one].name: one for one in after.inside(now[0])}
        pairs = [(one, inside[before.steps[one].name]) for one in before.inside(was[0])]
        for one, other in [(was[0], now[0]), *pairs]:
            codes = _differ(before.steps[one], after.steps[other])
            yield from (claim(code, [one], [other]) for code in codes)


def _differ(old: Step, new: Step) -> Iterator[str]:
    if fold_name(old.name) != fold_name(new.name):
        yield "step-renamed"
    if [str(one) for one in old.holders] != [str(one) for one in new.holders]:
        yield "step-holders-changed"
    if old.limit != new.limit:
        yield "step-limit-changed"
    if bool(old.uncounted) != bool(new.uncounted):
        yield "step-counting-changed"


def _loops(before: Facts, after: Facts, old: Home, new: Home) -> Iterator[Claim]:
    """A loop goes on if both its ends do, together; it goes or comes with the step at one of its ends."""
    was = {(old[one], old[other]): (one, other) for one, other in before.loops if one in old and other in old}
    now = {(new[one], new[other]): (one, other) for one, other in after.loops if one in new and other in new}
    yield from (claim("loop-removed", ends) for key, ends in was.items() if key not in now)
    yield from (claim("loop-added", (), ends) for key, ends in now.items() if key not in was)
    for key in was.keys() & now.keys():
        if before.loops[was[key]] != after.loops[now[key]]:
            yield claim("way-changed", was[key], now[key])


def _stops(before: Facts, after: Facts, groups: Iterable[Group]) -> Iterator[Claim]:
    """Ways to the end of the steps that go on as one."""
    for was, now in groups:
        if len(was) == len(now) == 1:
            ends = was[0] in before.stops, now[0] in after.stops
            if ends == (True, False):
                yield claim("way-removed", (was[0], END))
            if ends == (False, True):
                yield claim("way-added", (), (now[0], END))


def _ways(before: Facts, after: Facts, old: Home, new: Home) -> Iterator[Claim]:
    """Ways ahead that go on from the same to the same in another case, said on both sides."""
    was = {(old[one], old[other]): (one, other) for one, other in before.ways if one in old and other in old}
    for one, other in after.ways:
        if one in new and other in new and (new[one], new[other]) in was:
            ends = was[new[one], new[other]]
            cases = before.ways[ends], after.ways[one, other]
            if all(cases) and cases[0] != cases[1]:
                yield claim("way-changed", ends, (one, other))


def _procedures(before: Facts, after: Facts, old: Home, new: Home) -> Iterator[Claim]:
    """By name and home: first those that stay in the step that goes on, then those of a name from step to step.

    A procedure that is left over goes or comes with its step, or is removed from, or added to, a step that goes on.
    """
    was, now = _done(before, old, 0), _done(after, new, 1)
    gone, come = list((was - now).elements()), list((now - was).elements())
    for act, home in gone:
        place = act, _owner(before, act, home[0])
        to = next((one for one in come if one[0] == act), None)
        if to:
            come.remove(to)
            yield claim("procedure-moved", place, (act, _owner(after, act, to[1][1])))
        elif home[1]:
            yield claim("procedure-removed", place)
    yield from (claim("procedure-added", (), (act, _owner(after, act, home[1]))) for act, home in come if home[0])


def _done(facts: Facts, homes: Home, side: int) -> Counter[tuple[str, Group]]:
    """How often a procedure is done in the steps of a group; a step that is in none is one by itself."""

    def home(label: str) -> Group:
        alone: Group = ((), (label,)) if side else ((label,), ())
        return homes.get(label, alone)

    return Counter((act.name, home(label)) for label in sorted(facts.units) for act in facts.steps[label].procedures)


def _owner(facts: Facts, act: str, steps: Iterable[str]) -> str:
    return next(one for one in steps if any(done.name == act for done in facts.steps[one].procedures))


def _materials(pair: Pair, replaced: Iterable[Claim]) -> Iterator[Claim]:
    was = {one.name: one for one in pair.before.version.materials}
    now = {one.name: one for one in pair.after.version.materials}
    given = [(one.before[0], one.after[0]) for one in replaced if one.before[0] in was and one.after[0] in now]
    yield from (claim("material-replaced", [old], [new]) for old, new in given)
    gone, come = {old for old, _ in given}, {new for _, new in given}
    yield from (claim("material-removed", [name]) for name in was if name not in now and name not in gone)
    yield from (claim("material-added", (), [name]) for name in now if name not in was and name not in come)
    yield from (
        claim("material-changed", [name], [name]) for name in was if name in now and _other(was[name], now[name])
    )


def _other(old: Material, new: Material) -> bool:
    return (old.copies or "1份", old.shared) != (new.copies or "1份", new.shared)


def _version(pair: Pair) -> Iterator[Claim]:
    old, new = pair.before.version, pair.after.version
    if old.limit != new.limit:
        yield claim("limit-changed")
    facts = {
        "收费": ([(fee.item, fee.standard) for fee in old.fees], [(fee.item, fee.standard) for fee in new.fees]),
        "渠道": (old.channels, new.channels),
        "地点": (old.location, new.location),
    }
    yield from (claim("fact-changed", [key], [key]) for key, (was, now) in facts.items() if was != now)
