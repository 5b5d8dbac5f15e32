"""What the user may name in a simulation: matters, posts, steps, ways out of decisions; and what is meant by a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.simulation.assumptions import Assumptions
from engine.simulation.chances import Chooser
from engine.simulation.together import Member
from engine.walk.route import labels_of
from processes.errors import WrongUsage
from processes.model.folding import fold_name
from processes.model.process import Process
from processes.suggesting import suggest

_MOST_LISTED = 30
"""Names in a message; of a large department there are hundreds."""


@dataclass(frozen=True, slots=True)
class Names:
    """The matters, posts, steps and ways of all versions, each once, as they are written.

    Of several matters steps and ways are also named behind their matter: ``matter/step``.
    """

    matters: tuple[str, ...]
    posts: tuple[str, ...]
    steps: tuple[str, ...]
    ways: tuple[str, ...]

    def matter(self, name: str) -> str:
        """The matter called ``name``. Raises ``WrongUsage``, as do the others."""
        return _meant(name, self.matters, "事项")

    def post(self, name: str) -> str:
        """The post called ``name``."""
        return _meant(name, self.posts, "岗位")

    def step(self, name: str) -> str:
        """The step called ``name``."""
        return _meant(name, self.steps, "环节", self.plain_steps)

    def way(self, name: str) -> str:
        """The way called ``name``: its condition or where it leads, with or without the step that decides."""
        return _meant(name, self.ways, "去向", [one for one in self.ways if "/" not in one])

    @property
    def plain_steps(self) -> list[str]:
        """The steps by their names alone."""
        return [one for one in self.steps if "/" not in one]


def names_of(members: Sequence[Member]) -> Names:
    """The names in all versions of one or several matters."""
    posts: dict[str, None] = {}
    steps: dict[str, None] = {}
    ways: dict[str, None] = {}
    for member in members:
        processes = [one for one in (member.before, member.after) if one is not None]
        own = dict.fromkeys(_steps(processes)), dict.fromkeys(_ways(processes))
        posts.update(
            dict.fromkeys(pool for process in processes for step in process.steps if (pool := member.pool(step)))
        )
        for known, names in zip((steps, ways), own, strict=True):
            known.update(names)
            if len(members) > 1:
                known.update(dict.fromkeys(f"{member.name}/{name}" for name in names))
    return Names(tuple(member.name for member in members), tuple(posts), tuple(steps), tuple(ways))


def _steps(processes: Iterable[Process]) -> Iterator[str]:
    for process in processes:
        for step in process.steps:
            yield step.name
            yield step.key


def _ways(processes: Iterable[Process]) -> Iterator[str]:
    for process in processes:
        chooser = Chooser(process, labels_of(process.nodes), Assumptions())
        sources = [flow.source for flow in process.flows]
        for flow in process.flows:
            if sources.count(flow.source) > 1 and not flow.source.endswith(":分"):
                yield from chooser.names(flow)


def _meant(name: str, known: Sequence[str], kind: str, listed: Sequence[str] = ()) -> str:
    wanted = fold_name(name)
    found = next((one for one in known if fold_name(one) == wanted), None)
    if found is not None:
        return found
    raise WrongUsage(f"没有叫「{name}」的{kind}。{suggest(name, known)}可以写:{listing(listed or known)}。")


def listing(names: Sequence[str]) -> str:
    """The names in a message, of very many the first."""
    shown = "、".join(names[:_MOST_LISTED]) or "(没有)"
    return f"{shown}等{len(names)}个" if len(names) > _MOST_LISTED else shown
