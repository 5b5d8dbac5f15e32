"""What was really changed: read from the lineage of the steps in the trees, not from the declaration and by no engine.

Every step of the last tree knows which steps of the first it continues (``origins``), so what was edited and edited
back leaves no trace, and what happened to a merged step is said of the merged one. Of the order, the steps that were
carried elsewhere are known (``moved``); what changed among the others is grouped (``arrangement``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from benchmarks.difference.claims import Answer, Claim, claim
from benchmarks.difference.lineage import Lineage, done
from benchmarks.difference.ordering import Ordering
from benchmarks.difference.tree import Exclusive, Leaf, Optional, Sequence, leaves, sequences
from processes.model.process import END


class Truth(Lineage):
    """Both versions, what goes on between them, and all that was changed."""

    def answer(self) -> Answer:
        """All claims and groups."""
        found = [
            *self._steps(),
            *self._attributes(),
            *self._loops(),
            *self._stops(),
            *self._ways(),
            *self._procedures(),
        ]
        found += [*self._papers(), *self._version(), *Ordering(self).arrangement()]
        groups = frozenset((self.called_before(unit.before), self.called_after(unit.after)) for unit in self.units)
        return Answer(frozenset(found), groups)

    def _steps(self) -> Iterator[Claim]:
        for leaf in leaves(self.before.tree):
            if leaf.uid not in self.unit_of_old:
                yield claim("step-removed", self.called_before([leaf.uid]))
        for leaf in leaves(self.after.tree):
            if leaf.uid not in self.unit_of_new:
                yield claim("step-added", (), self.called_after([leaf.uid]))
        for unit in self.units:
            match len(unit.before), len(unit.after):
                case 1, 1:
                    continue
                case _, 1:
                    yield self.say("steps-merged", [unit])
                case 1, _:
                    yield self.say("step-split", [unit])
                case _:
                    yield self.say("steps-regrouped", [unit])

    def _attributes(self) -> Iterator[Claim]:
        for old, new in self.single():
            differ = {
                "step-renamed": old.name != new.name,
                "step-holders-changed": old.holders != new.holders,
                "step-limit-changed": old.days != new.days,
                "step-counting-changed": bool(old.uncounted) != bool(new.uncounted),
            }
            yield from (
                claim(code, self.called_before([old.uid]), self.called_after([new.uid]))
                for code, found in differ.items()
                if found
            )

    def _loops(self) -> Iterator[Claim]:
        old = {(self.unit_of_old.get(one.source), self.unit_of_old.get(one.target)): one for one in self.before.loops}
        new = {(self.unit_of_new.get(one.source), self.unit_of_new.get(one.target)): one for one in self.after.loops}
        for ends, loop in old.items():
            if None in ends:
                continue
            was = self.old_names[loop.source], self.old_names[loop.target]
            if ends not in new:
                yield claim("loop-removed", was)
            elif new[ends].condition != loop.condition:
                yield claim("way-changed", was, (self.new_names[new[ends].source], self.new_names[new[ends].target]))
        for ends, loop in new.items():
            if None not in ends and ends not in old:
                yield claim("loop-added", (), (self.new_names[loop.source], self.new_names[loop.target]))

    def _stops(self) -> Iterator[Claim]:
        """Ways to the end; they go with their step."""
        for old, new in self.single():
            if old.stop and not new.stop:
                yield claim("way-removed", (self.old_names[old.uid], END))
            if new.stop and not old.stop:
                yield claim("way-added", (), (self.new_names[new.uid], END))

    def _ways(self) -> Iterator[Claim]:
        """Ways of alternatives and past steps that go on from the same to the same, in another case."""
        old = {(self.unit_of_old.get(source), self.unit_of_old.get(target)): (source, target, case)
               for source, target, case in exits(self.before.tree)}  # fmt: skip
        for source, target, case in exits(self.after.tree):
            ends = self.unit_of_new.get(source), self.unit_of_new.get(target)
            if None not in ends and ends in old and old[ends][2] != case:
                was = self.old_names[old[ends][0]], self.old_names[old[ends][1]]
                yield claim("way-changed", was, (self.new_names[source], self.new_names[target]))

    def _procedures(self) -> Iterator[Claim]:
        """By name, of several of one name those in steps that go on. What goes or comes with its step is not said."""
        old = [(act, leaf.uid) for leaf in leaves(self.before.tree) for act in done(leaf)]
        new = [(act, leaf.uid) for leaf in leaves(self.after.tree) for act in done(leaf)]
        for act in dict.fromkeys(act for act, _ in (*old, *new)):
            was = [uid for name, uid in old if name == act]
            now = [uid for name, uid in new if name == act]
            for uid in list(was):
                home = self.unit_of_old.get(uid)
                there = next((other for other in now if home and self.unit_of_new.get(other) == home), None)
                if there is not None:
                    was.remove(uid)
                    now.remove(there)
            said = _bare(act)
            for one, other in zip(was, now, strict=False):
                yield claim("procedure-moved", (said, self.old_names[one]), (said, self.new_names[other]))
            gone, come = was[len(now) :], now[len(was) :]
            yield from (
                claim("procedure-removed", (said, self.old_names[one])) for one in gone if one in self.unit_of_old
            )
            yield from (
                claim("procedure-added", (), (said, self.new_names[one])) for one in come if one in self.unit_of_new
            )

    def handed_over(self) -> Iterator[str]:
        """The procedures of which one was given up somewhere and one taken up elsewhere, once for each."""
        home = self.unit_of_old.get, self.unit_of_new.get
        old = Counter((act, home[0](leaf.uid) or leaf.uid) for leaf in leaves(self.before.tree) for act in done(leaf))
        new = Counter((act, home[1](leaf.uid) or leaf.uid) for leaf in leaves(self.after.tree) for act in done(leaf))
        gone, come = Counter[str](), Counter[str]()
        for left, count in ((gone, old - new), (come, new - old)):
            for (act, _), often in count.items():
                left[act] += often
        for act in gone.keys() & come.keys():
            yield from [act] * max(gone[act], come[act])

    def _papers(self) -> Iterator[Claim]:
        old = {paper.uid: paper for paper in self.before.papers}
        new = {paper.uid: paper for paper in self.after.papers}
        for uid, paper in old.items():
            if uid not in new:
                yield claim("material-removed", (paper.name,))
            elif new[uid].name != paper.name:
                yield claim("material-replaced", (paper.name,), (new[uid].name,))
            elif (new[uid].copies, new[uid].shared) != (paper.copies, paper.shared):
                yield claim("material-changed", (paper.name,), (paper.name,))
        yield from (claim("material-added", (), (paper.name,)) for uid, paper in new.items() if uid not in old)

    def _version(self) -> Iterator[Claim]:
        if self.before.limit != self.after.limit:
            yield claim("limit-changed")
        for key, value in self.before.facts.items():
            if self.after.facts[key] != value:
                yield claim("fact-changed", (key,), (key,))


def exits(tree: Sequence) -> Iterator[tuple[int, int, str]]:
    """Source, target and condition of the ways of alternatives but the first, and of those past steps."""
    for sequence in sequences(tree):
        for index, node in enumerate(sequence):
            if isinstance(node, Leaf) or not isinstance(node, Exclusive | Optional):
                continue
            source, target = sequence[index - 1], sequence[index + 1]
            assert isinstance(source, Leaf)
            if isinstance(node, Optional):
                assert isinstance(target, Leaf)
                yield source.uid, target.uid, node.condition
                continue
            for branch, condition in list(zip(node.branches, node.conditions, strict=True))[1:]:
                first = branch[0]
                assert isinstance(first, Leaf)
                yield source.uid, first.uid, condition


def _bare(act: str) -> str:
    return act.removesuffix("(2人以上)")
