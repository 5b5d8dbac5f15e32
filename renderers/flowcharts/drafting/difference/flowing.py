"""The flow lines of both versions at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from processes.model.process import START
from renderers.flowcharts.chart import Arrow, Status
from renderers.flowcharts.drafting.charting import MATERIALS, decision_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_GOING_ON = (Status.SAME, Status.CHANGED)

Ends = tuple[str, str]
"""Where a flow begins and leads to; a diamond or the materials on the way are part of it."""


def flowing(before: Iterable[Arrow], after: Iterable[Arrow], boxes: Mapping[str, Status]) -> tuple[Arrow, ...]:
    """The arrows of both, those of 优化后 first; ``boxes``: what became of each box of either version.

    A flow that both have is there once: CHANGED where its condition is another one. It runs through the diamond that
    either version has on its way, so that a decision that comes or goes is no line of its own; a flow of one version
    runs as in that version.
    """
    origins = {decision_of(key): key for key in boxes if decision_of(key) in boxes} | {MATERIALS: START}
    old, new = _flows(before, origins), _flows(after, origins)
    flows = [
        _both(old[ends], arrow) if (ends := _ends(arrow, origins)) in old else _one(arrow, _of_document(arrow, boxes))
        for arrow in new.values()
    ]
    flows += [_one(arrow, Status.REMOVED) for ends, arrow in old.items() if ends not in new]
    drawn: list[Arrow] = []
    leaving: dict[str, list[Arrow]] = {}
    for arrow in flows:
        leaving.setdefault(origins.get(arrow.source, arrow.source), []).append(arrow)
    for origin, own in leaving.items():
        drawn += _from(origin, own, boxes)
    return tuple(drawn)


def _flows(arrows: Iterable[Arrow], origins: Mapping[str, str]) -> dict[Ends, Arrow]:
    """The arrows by the ends of their flows, without those to what is only on the way."""
    return {_ends(arrow, origins): arrow for arrow in arrows if arrow.target not in origins}


def _ends(arrow: Arrow, origins: Mapping[str, str]) -> Ends:
    return origins.get(arrow.source, arrow.source), arrow.target


def _both(old: Arrow, new: Arrow) -> Arrow:
    if old.label and new.label and old.label != new.label:
        return replace(new, label=f"{old.label} → {new.label}", status=Status.CHANGED)
    return replace(new, status=Status.SAME)


def _one(arrow: Arrow, status: Status) -> Arrow:
    return replace(arrow, status=status)


def _of_document(arrow: Arrow, boxes: Mapping[str, Status]) -> Status:
    """What becomes of a line that 优化后 alone has; a document that goes on may have been a line in its step before."""
    return Status.SAME if arrow.bare and boxes[arrow.target] in _GOING_ON else Status.ADDED


def _from(origin: str, flows: list[Arrow], boxes: Mapping[str, Status]) -> Iterator[Arrow]:
    """The flows out of a node, and the lines to what is on their way: the materials, the diamond."""
    leave = origin
    on_way = (MATERIALS, decision_of(origin)) if origin == START else (decision_of(origin),)
    for device in on_way:
        if device not in boxes:
            continue
        through = boxes[origin] if boxes[origin] is not Status.CHANGED else Status.SAME
        if through is Status.SAME and boxes[device] not in _GOING_ON:
            passing = any(arrow.status in _GOING_ON for arrow in flows if not arrow.bare)
            through = Status.SAME if passing else boxes[device]
        yield Arrow(source=leave, target=device, status=through)
        leave = device
    for arrow in flows:
        goes_on = arrow.status in _GOING_ON and not arrow.bare
        yield replace(arrow, source=leave) if goes_on else arrow
