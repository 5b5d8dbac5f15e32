"""One version of a matter as properties see it: its net, and what happens when a transition does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from engine.nets.compiling import net_of
from engine.nets.net import NEXT, Net
from engine.soundness.telling import run_of
from engine.walk.route import labels_of
from processes.compilation.standard import NOT_ACCEPTED, NOT_FILED
from processes.model.folding import fold_name
from processes.model.places import NOWHERE, Place
from processes.model.process import END, Node, NodeKind, Process, Step

DOCUMENT = "文书"
"""Any step that makes a document (出具)."""


@dataclass(frozen=True)
class Subject:
    """A process. A set of transitions is an integer, as a set of places is."""

    process: Process

    @cached_property
    def net(self) -> Net:
        """Its workflow net."""
        return net_of(self.process)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Node → what it is called."""
        return labels_of(self.process.nodes)

    @cached_property
    def entered(self) -> tuple[frozenset[str], ...]:
        """For each transition the nodes that the file comes to by it; past a fork the fork as well."""
        return tuple(frozenset(flow.target for flow in one.flows) for one in self.net.transitions)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes at which something begins: a block begins at its fork and is not begun again at its join."""
        return tuple(node for node in self.process.nodes if node.kind is not NodeKind.JOIN)

    @cached_property
    def words(self) -> Mapping[str, int]:
        """Folded word → the transitions by which it happens: 环节, 种类, 支线, 办结 and other ends, 情形, 文书."""
        found: dict[str, set[str]] = {}
        for node in self.nodes:
            for word in _words_of(node):
                found.setdefault(fold_name(word), set()).add(node.key)
        happening = {word: self._coming_to(keys) for word, keys in found.items()}
        for index, one in enumerate(self.net.transitions):
            if one.event not in ("", NEXT):
                word = fold_name(one.event)
                happening[word] = happening.get(word, 0) | 1 << index
        return happening

    @cached_property
    def said(self) -> frozenset[str]:
        """Every word that means something here, as written."""
        words = {word for node in self.nodes for word in _words_of(node)}
        return frozenset(words | {one.event for one in self.net.transitions if one.event not in ("", NEXT)})

    def entering(self, wanted: Callable[[Node], bool]) -> int:
        """The transitions by which the file comes to a node of which ``wanted`` is true."""
        return self._coming_to({node.key for node in self.nodes if wanted(node)})

    def _coming_to(self, keys: set[str]) -> int:
        return sum(1 << index for index, entered in enumerate(self.entered) if not keys.isdisjoint(entered))

    def steps_entered(self, wanted: Callable[[Step], bool]) -> int:
        """The transitions by which the file comes to a step of which ``wanted`` is true."""
        return self.entering(lambda node: node.step is not None and wanted(node.step))

    def happening(self, words: Iterable[str]) -> int:
        """The transitions by which one of ``words`` happens."""
        found = 0
        for word in words:
            found |= self.words.get(fold_name(word)) or self._of_parts(word)
        return found

    def knows(self, word: str) -> bool:
        """Whether there is such a thing in this process."""
        return self.happening((word,)) != 0

    def _of_parts(self, word: str) -> int:
        """办结或不予受理 written without blanks, where there is nothing of that whole name."""
        parts = [self.words.get(fold_name(part), 0) for part in word.split("或")]
        return 0 if not all(parts) else sum(1 << index for index in range(len(self.entered)) if _has(parts, index))

    # --- telling

    def told(self, run: Iterable[int]) -> tuple[str, ...]:
        """A run in words: where something is decided, the decision in brackets; last of all where it leads."""
        taken = tuple(run)
        return (*run_of(self.net, taken, self.labels.__getitem__), *self.names_of(taken[-1]))

    def names_of(self, transition: int) -> tuple[str, ...]:
        """What that is called to which ``transition`` leads: steps and ends, where there are none the block."""
        nodes = [node for node in self.nodes if node.key in self.entered[transition]]
        named = [node for node in nodes if node.step or node.kind is NodeKind.END] or nodes
        return tuple(
            dict.fromkeys(
                "结束" if node.kind is NodeKind.END and node.key != END else self.labels[node.key] for node in named
            )
        )

    def place_of(self, transition: int) -> Place:
        """Where that is declared to which ``transition`` leads: the step, else the line that leads there."""
        one = self.net.transitions[transition]
        steps = [node.step for node in self.nodes if node.step and node.key in self.entered[transition]]
        places = [step.place for step in steps if step.place.line] or [one.place]
        return places[0] if places else NOWHERE


def _has(parts: list[int], index: int) -> bool:
    return any(part >> index & 1 for part in parts)


_UNACCEPTED = (NOT_ACCEPTED.name, NOT_FILED.name)
"""支线 at whose end nothing was 办结, as nothing had been taken up. Any other end, refusals included, is 办结."""


def _words_of(node: Node) -> set[str]:
    """What a node may be called in a property."""
    step = node.step
    if step is None:
        return {END} if node.kind is NodeKind.END and node.name not in _UNACCEPTED else set()
    words = {step.name, step.key, *map(str, step.kinds), *([step.branch] if step.branch else ())}
    return words | {DOCUMENT} if step.outputs else words
