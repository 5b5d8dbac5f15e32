"""The matters of a department through a year together: they wait for the same officers, a pool a post."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields

import numpy as np

from engine.simulation.assumptions import Assumptions
from engine.simulation.joining import Joined, joined
from engine.simulation.modelling import Model, model_of, post_of
from engine.simulation.outcome import Outcome, Result, Run, outcome_of, posts_of, took
from engine.simulation.queued import arrivals_of, serve
from engine.simulation.routing import Floats, Ints
from engine.simulation.simulate import must_end, walked_run
from engine.simulation.worked_days import WorkedDays
from processes.model.matter import VersionLabel
from processes.model.process import HolderKind, Process, Step

OWN = frozenset((HolderKind.OFFICE, HolderKind.LEADER))
"""Who is of the department itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """One of several matters; ``name`` is unique among them.

    ``after`` is None where the department does not handle it any more (取消, 下放). ``department`` stands before the
    names of its own posts where matters of several departments run together; else it is empty.
    """

    name: str
    before: Process
    after: Process | None
    department: str = ""

    def pool(self, step: Step) -> str:
        """The post that works on a step: its own ones by department and name, those of others by theirs.

        Empty as in ``post_of``.
        """
        post = post_of(step)
        return f"{self.department}/{post}" if post and self.department and step.holders[0].kind in OWN else post


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Together(Result):
    """One version of several matters; each matter's ``posts`` are what it asks of the shared ones.

    The days are those of the matters that both versions have, so that they can be compared; the posts work on all.
    """

    matters: tuple[tuple[str, Outcome], ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A matter that runs: its place among the members, by which it is drawn, and its posts among the shared ones."""

    place: int
    name: str
    model: Model
    pools: tuple[str, ...]
    cases: int


def run_together(
    members: Sequence[Member], assumptions: Assumptions, worked: WorkedDays | None = None
) -> tuple[Together, ...]:
    """优化前 and 优化后 of all members; 优化后 is missing where none of them is handled any more.

    The same assumptions give the same numbers, and a member alone those that ``simulate`` gives. Raises ``WrongUsage``
    as ``simulate`` does.
    """
    sides = (
        (VersionLabel.BEFORE, [one.before for one in members]),
        (VersionLabel.AFTER, [one.after for one in members]),
    )
    found = []
    kept = {one.name for one in members if one.after is not None} or {one.name for one in members}
    for label, processes in sides:
        parts = [
            _part(place, member, process, assumptions)
            for place, (member, process) in enumerate(zip(members, processes, strict=True))
            if process is not None
        ]
        if parts:
            found.append(_together(label, parts, kept, assumptions, worked))
    return tuple(found)


def _part(place: int, member: Member, process: Process, assumptions: Assumptions) -> _Part:
    model = model_of(process, assumptions.of(member.name))
    must_end(model)
    named = {post: member.pool(step) for step in process.steps if (post := post_of(step))}
    return _Part(
        place=place,
        name=member.name,
        model=model,
        pools=tuple(named[post] for post in model.posts),
        cases=assumptions.cases_of(member.name) * assumptions.years,
    )


def _together(
    label: str, parts: Sequence[_Part], kept: Collection[str], assumptions: Assumptions, worked: WorkedDays | None
) -> Together:
    pools = tuple(dict.fromkeys(pool for part in parts for pool in part.pools))
    shared = [np.array([pools.index(pool) for pool in part.pools], dtype=np.int64) for part in parts]
    table = joined([part.model.routes for part in parts], shared)
    arrivals = [arrivals_of(part.cases, assumptions.horizon, _seed(2 * assumptions.seed, part)) for part in parts]
    if assumptions.officers is None:
        runs = [
            walked_run(part.model, arrived, _seed(2 * assumptions.seed + 1, part))
            for part, arrived in zip(parts, arrivals, strict=True)
        ]
        run = _whole(runs, len(pools))
    else:
        run, runs = _queued(table, arrivals, shared, pools, assumptions)
    outcomes = [
        outcome_of(part.model, own, assumptions, worked, part.pools) for part, own in zip(parts, runs, strict=True)
    ]
    both = [(one, own) for part, one, own in zip(parts, outcomes, runs, strict=True) if part.name in kept]
    counted = np.concatenate([own.counted for _, own in both])
    judged = [one.in_time for one, _ in both if one.in_time is not None]
    return Together(
        label=label,
        cases=len(counted),
        counted=counted,
        counted_took=took(counted),
        whole_took=took(np.concatenate([own.ended - own.arrived for _, own in both])),
        kept=float(np.concatenate(judged).mean()) if judged else None,
        posts=posts_of(pools, table.routes.post, run, assumptions),
        matters=tuple((part.name, one) for part, one in zip(parts, outcomes, strict=True)),
    )


def _seed(seed: int, part: _Part) -> int | tuple[int, int]:
    """A generator a member, so that more cases of one leave those of the others as they are."""
    return (seed, part.place) if part.place else seed


def _queued(
    table: Joined, arrivals: Sequence[Floats], shared: Sequence[Ints], pools: Sequence[str], assumptions: Assumptions
) -> tuple[Run, list[Run]]:
    """All cases in the order in which they come in, through the queues of all posts; and what it was to each member."""
    whose = np.repeat(np.arange(len(arrivals)), [len(one) for one in arrivals])
    came = np.concatenate(arrivals)
    order = np.argsort(came, kind="stable")
    places = tuple(assumptions.officers_of(post) * assumptions.hands for post in pools)
    served = serve(table.routes, came[order], places, 2 * assumptions.seed + 1, table.starts[whose[order]])
    run = Run(**{one.name: getattr(served, one.name) for one in fields(Run)})
    # Back from the order of arrival to that of the members.
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    ends = np.cumsum([0, *(len(one) for one in arrivals)])
    runs = []
    for number, posts in enumerate(shared):
        who, nodes = back[ends[number] : ends[number + 1]], slice(table.first[number], table.first[number + 1])
        own = Run(
            arrived=run.arrived[who],
            ended=run.ended[who],
            counted=run.counted[who],
            end=run.end[who] - table.first[number],
            visits=run.visits[nodes],
            spent=run.spent[nodes],
            waited=run.waited[nodes],
            worked=run.worked[posts],
            longest=run.longest[posts],
        )
        runs.append(own)
    return run, runs


def _whole(runs: Sequence[Run], posts: int) -> Run:
    """Runs that do not wait for each other as one."""
    by_case = {
        name: np.concatenate([getattr(one, name) for one in runs])
        for name in ("arrived", "ended", "counted", "end", "visits", "spent", "waited")
    }
    return Run(**by_case, worked=np.zeros(posts), longest=np.zeros(posts, np.int64))
