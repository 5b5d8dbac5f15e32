"""What the user may name in a simulation: posts, steps, ways out of decisions; and what is meant by a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from engine.simulation.assumptions import Assumptions
from engine.simulation.chances import Chooser
from engine.simulation.modelling import post_of
from engine.walk.route import labels_of
from processes.errors import WrongUsage
from processes.model.folding import fold_name
from processes.model.process import Process


@dataclass(frozen=True, slots=True)
class Names:
    """The posts, steps and ways of all versions of a matter, each once, as they are written."""

    posts: tuple[str, ...]
    steps: tuple[str, ...]
    ways: tuple[str, ...]

    def post(self, name: str) -> str:
        """The post called ``name``. Raises ``WrongUsage``, as do the other two."""
        return _meant(name, self.posts, "岗位")

    def step(self, name: str) -> str:
        """The step called ``name``."""
        return _meant(name, self.steps, "环节")

    def way(self, name: str) -> str:
        """The way called ``name``: its condition or where it leads, with or without the step that decides."""
        return _meant(name, self.ways, "去向", [one for one in self.ways if "/" not in one])


def names_of(processes: Iterable[Process]) -> Names:
    """The names in all versions."""
    posts: dict[str, None] = {}
    steps: dict[str, None] = {}
    ways: dict[str, None] = {}
    for process in processes:
        chooser = Chooser(process, labels_of(process.nodes), Assumptions())
        for step in process.steps:
            if post := post_of(step):
                posts.setdefault(post)
            steps.setdefault(step.name)
            steps.setdefault(step.key)
        sources = [flow.source for flow in process.flows]
        for flow in process.flows:
            if sources.count(flow.source) > 1 and not flow.source.endswith(":分"):
                ways.update(dict.fromkeys(chooser.names(flow)))
    return Names(tuple(posts), tuple(steps), tuple(ways))


def _meant(name: str, known: Sequence[str], kind: str, listed: Sequence[str] = ()) -> str:
    wanted = fold_name(name)
    found = next((one for one in known if fold_name(one) == wanted), None)
    if found is not None:
        return found
    close = get_close_matches(name, known, 1, 0.5)
    hint = f"是不是「{close[0]}」?" if close else ""
    raise WrongUsage(f"没有叫「{name}」的{kind}。{hint}可以写:{'、'.join(listed or known) or '(没有)'}。")
