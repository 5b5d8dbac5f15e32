"""换用新流程: running cases go on in another definition, as far as it is sure where they stand in it.

A place of the old net has a counterpart where the new definition says so: by 沿自 (from 优化前 to 优化后), by 标识, by
name, or by the same origins in both; what is only alike is not enough to lay a running case there. A person may say the
rest. The marking that comes of it must be one that the new process can come to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.cases.attempt import Attempt
from engine.cases.course import Course
from engine.cases.definition import Definition, place_text
from engine.nets.net import Net, NetPlace
from engine.soundness.space import explore
from processes.compilation.entries import all_steps
from processes.errors import WrongUsage
from processes.model.case import CaseEvent, CaseStatus, EventKind
from processes.model.folding import fold_name
from processes.model.matter import VersionLabel
from processes.model.process import Node, NodeKind, Step

LARGEST = 20_000
"""Markings that are looked at to know whether one can be come to: 2 to the 14th, fourteen branches side by side."""


@dataclass(frozen=True, slots=True)
class Migration:
    """Where a case goes on: the ``places`` of the new net, or none and ``why`` it cannot, a sentence without 。."""

    places: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True)
class Migrator:
    """Moves cases from one definition to another; ``said``: name or key of an old step → of a new one."""

    old: Definition
    new: Definition
    said: Mapping[str, str] = field(default_factory=dict)
    _steps: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)
    """Key of an old step → keys of those that it goes on as."""
    _reachable: frozenset[int] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Find the counterparts once. Raises ``WrongUsage`` when ``said`` names what there is not."""
        told = {self._key(self.old, one): self._key(self.new, other) for one, other in self.said.items()}
        steps = {key: _counterparts(step, self) for key, step in _steps(self.old)}
        steps.update({key: (other,) for key, other in told.items()})
        object.__setattr__(self, "_steps", steps)
        object.__setattr__(self, "_reachable", reachable(self.new.net))

    def plan(self, course: Course) -> Migration:
        """Where the case goes on, or why it cannot."""
        if course.status is CaseStatus.CLOSED:
            return Migration((), "已经办结")
        if course.paused:
            return Migration((), f"因“{course.paused.kind}”暂停计时,恢复计时以后再换")
        found: list[str] = []
        faults: list[str] = []
        for place in self.old.net.marked(course.marking):
            others, fault = self._place(place)
            found += others
            faults += [fault] if fault else []
        if faults:
            return Migration((), ";".join(dict.fromkeys(faults)))
        return self._if_reachable(tuple(dict.fromkeys(found)))

    def event(self, plan: Migration, attempt: Attempt) -> CaseEvent:
        """The event by which a planned migration happens."""
        label = str(self.new.label)
        return attempt.event(EventKind.MIGRATED, event=label, names=plan.places, definition=self.new.digest)

    def _if_reachable(self, places: tuple[str, ...]) -> Migration:
        marking = 0
        for place in places:
            marking |= self.new.bit(place)
        if self._reachable is None:
            return Migration((), "新流程太大,判断不了能不能走到这里")
        if marking in self._reachable:
            return Migration(places)
        where = "、".join(f"“{self.new.called(place.node)}”" for place in self.new.net.marked(marking))
        return Migration((), f"新流程走不到这样的状态:文件同时在{where}")

    def _place(self, place: NetPlace) -> tuple[tuple[str, ...], str]:
        """The counterpart of a place in the new net, or what is wrong."""
        node = self.old.route.nodes[place.node]
        if place.arrived_from:
            return self._arrived(place)
        keys = self._steps[_step_key(node)]
        name = self.old.called(place.node)
        if not keys:
            return (), f"“{name}”在新流程里没有对应的环节"
        if len(keys) > 1:
            listed = "、".join(f"“{self.new.called(key)}”" for key in keys)
            return (), f"“{name}”在新流程里拆成{listed},不知道办到哪一个"
        kinds = (NodeKind.JOIN,) if node.kind is NodeKind.JOIN else (NodeKind.STEP,)
        nodes = [key for key, one in self.new.route.nodes.items() if one.kind in kinds and _step_key(one) == keys[0]]
        texts = tuple(place_text(one) for one in self.new.net.places if one.node in nodes and not one.arrived_from)
        return texts, "" if texts else f"“{name}”在新流程里成了另一种环节“{keys[0]}”"

    def _arrived(self, place: NetPlace) -> tuple[tuple[str, ...], str]:
        """The place in the new net for a branch that is done: that of the JOIN at which its last step arrives."""
        last = self.old.route.nodes[place.arrived_from]
        keys = self._steps.get(_step_key(last), ())
        for one in self.new.net.places:
            if one.arrived_from and keys == (_step_key(self.new.route.nodes[one.arrived_from]),):
                return (place_text(one),), ""
        return (), f"并联里已经办完的“{self.old.called(place.arrived_from)}”在新流程里不是一路的最后一个环节"

    @staticmethod
    def _key(definition: Definition, said: str) -> str:
        """The key of the step that somebody names."""
        meant = fold_name(said)
        for key, step in _steps(definition):
            if meant in (fold_name(key), fold_name(step.name)):
                return key
        steps = "、".join(key for key, _ in _steps(definition))
        raise WrongUsage(f"{definition.label}流程里没有“{said}”这个环节。有:{steps}。")


def reachable(net: Net, most: int = LARGEST) -> frozenset[int] | None:
    """The markings at which a case can come to lie, None if there are more than ``most`` on the way."""
    moves = net.transitions
    space = explore([one.takes for one in moves], [one.gives for one in moves], net.initial, most)
    return frozenset(one for one in space.markings if net.settled(one) == one) if space.complete else None


def _steps(definition: Definition) -> Iterator[tuple[str, Step]]:
    """The steps by key, each once: a named block has two nodes."""
    found = {node.step.key: node.step for node in definition.route.nodes.values() if node.step}
    yield from found.items()


def _step_key(node: Node) -> str:
    return node.step.key if node.step else node.key


def _counterparts(step: Step, migrator: Migrator) -> tuple[str, ...]:
    """The keys of the new steps as which an old one goes on: none, one, or several into which it is split."""
    old, new = migrator.old, migrator.new
    names = {fold_name(step.key), fold_name(step.name)}
    same_branch = [(key, one) for key, one in _steps(new) if one.branch == step.branch]
    declared: list[str] = []
    if old.label is VersionLabel.BEFORE and new.label is VersionLabel.AFTER:
        declared = [key for key, one in same_branch if names & set(map(fold_name, one.origins or ()))]
    goes_on = [(key, one) for key, one in same_branch if old.label is new.label or one.origins != ()]
    identified = [key for key, _ in goes_on if key == step.key]
    named = [key for key, one in goes_on if fold_name(one.name) == fold_name(step.name)]
    found = dict.fromkeys((*declared, *(identified or (named if len(named) == 1 else ()))))
    origins = _origins(step, old) if old.label is new.label else frozenset()
    if not found and origins:
        found = dict.fromkeys(key for key, one in same_branch if _origins(one, new) == origins)
    return tuple(found)


def _origins(step: Step, definition: Definition) -> frozenset[str]:
    """The folded names of the steps of 优化前 that one of 优化后 continues: what 沿自 says, else that of its name."""
    if step.origins is not None:
        return frozenset(map(fold_name, step.origins))
    before = {fold_name(met.entry.name) for met in all_steps(definition.matter.before)}
    return frozenset({fold_name(step.name)} & before) if definition.label is VersionLabel.AFTER else frozenset()
