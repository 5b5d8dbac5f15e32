"""Faults of a net in words: what is wrong, the run that shows it, the line at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.nets.net import NEXT, Net, NetPlace, NetTransition
from engine.soundness.faults import NONE, Fault, FaultKind
from processes.model.places import NOWHERE, Place

Name = Callable[[str], str]
"""What the node of a key is called."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fault in words. ``run``: what happens, each with the event in brackets where something is decided."""

    kind: FaultKind
    message: str
    run: tuple[str, ...]
    place: Place
    hint: str


_HINTS = {
    FaultKind.CROWDED: "同时办的几路要先会合,再往下走;不要让两路各自走到同一个环节。",
    FaultKind.STUCK: "会合只等一定会来的各路;只走其中一路的,不要用会合。没有下一步的,补上去向。",
    FaultKind.LEFT_BEHIND: "同时办的几路都办完、会合以后才能办结。",
    FaultKind.ENDLESS: "给这几个环节中的一个加一条通往终点的去向。",
    FaultKind.DEAD: "补上通到这里的去向;用不着的删掉。",
}


def told(net: Net, fault: Fault, name: Name = str) -> Told:
    """``fault`` of ``net`` in words; ``name`` says what a node is called, its key if not given."""
    message, place = _Telling(net, fault, name).said()
    return Told(fault.kind, message, run_of(net, fault.run, name), place, _HINTS[fault.kind])


def run_of(net: Net, run: Iterable[int], name: Name = str) -> tuple[str, ...]:
    """The transitions of a run in words."""
    return tuple(_called(net.transitions[index], name) for index in run)


def _called(one: NetTransition, name: Name) -> str:
    return name(one.node) if one.event in ("", NEXT) else f"{name(one.node)}({one.event})"


@dataclass(frozen=True, slots=True)
class _Telling:
    net: Net
    fault: Fault
    name: Name

    def said(self) -> tuple[str, Place]:
        """The message, and where."""
        match self.fault.kind:
            case FaultKind.CROWDED:
                return self._crowded()
            case FaultKind.STUCK:
                return self._stuck()
            case FaultKind.LEFT_BEHIND:
                return self._left_behind()
            case FaultKind.ENDLESS:
                return f"走到这一步以后,只在{self._list(self._steps())}之间反复,到不了终点", self._first()
            case FaultKind.DEAD:
                return self._dead()

    def _crowded(self) -> tuple[str, Place]:
        crowded = self._places(self.fault.places)[0]
        transition = self.net.transitions[self.fault.transition]
        place = crowded.place if crowded.place.line else transition.place
        return f"{self._one(crowded)}还没有办完,又来了一次:同时办的几路没有会合就走到了一起", place

    def _stuck(self) -> tuple[str, Place]:
        if self.fault.transition == NONE:
            return f"到了{self._list(self.fault.places)}就停住了,没有下一步,也没有办结", self._first()
        waiting = self.net.transitions[self.fault.transition]
        here, missing = waiting.takes & self.fault.marking, waiting.takes & ~self.fault.marking
        where = (
            f"「{self.name(waiting.node)}」" if any(waiting.node == one.node for one in self.net.places) else "并联会合"
        )
        message = f"{where}永远等不到{self._list(missing)},已经到的只有{self._list(here)}"
        return message, waiting.place if waiting.place.line else self._first()

    def _left_behind(self) -> tuple[str, Place]:
        reached = self.fault.marking & self.net.ends & ~self.fault.places
        return f"已经到了{self._list(reached)},{self._list(self.fault.places)}还没有办完", self._first()

    def _dead(self) -> tuple[str, Place]:
        one = self.net.transitions[self.fault.transition]
        if self._unmarked():
            return f"没有路能走到{self._list(self.fault.places)}", self._first()
        return f"「{_called(one, self.name)}」永远走不到:要等的几路不会同时到", one.place

    def _unmarked(self) -> bool:
        """Whether a place is never reached at all, or the places are only never marked together."""
        takes = self.net.transitions[self.fault.transition].takes
        return self.fault.places != takes or takes & (takes - 1) == 0

    def _steps(self) -> int:
        """The places at fault without those where a branch that has arrived waits at a join."""
        arrived = sum(1 << index for index, place in enumerate(self.net.places) if place.arrived_from)
        return self.fault.places & ~arrived or self.fault.places

    def _places(self, places: int) -> list[NetPlace]:
        return list(self.net.marked(places))

    def _one(self, place: NetPlace) -> str:
        return f"「{self.name(place.arrived_from or place.node)}」" + ("这一路" if place.arrived_from else "")

    def _list(self, places: int) -> str:
        return "、".join(dict.fromkeys(self._one(place) for place in self._places(places)))

    def _first(self) -> Place:
        """Where the first of the places at fault is declared."""
        return next((place.place for place in self._places(self.fault.places) if place.place.line), NOWHERE)
