"""泳道: which lane each node of a process stands in, and the lanes in the order in which the file travels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from processes.model.process import END, NodeKind
from renderers.flowcharts.chart import Lane

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from processes.model.process import Holder, Node, Process

APPLICANT = Lane("申请人", "申请人")


def lane_of(holder: Holder) -> Lane:
    """The lane of a unit, or of the post in it where one is named."""
    return Lane(str(holder), f"{holder.unit}{holder.post}" if holder.post else holder.unit)


def lane_keys(process: Process, *, applied: bool) -> Mapping[str, str]:
    """Node → key of its lane: that of the first holder; what has none stands where the file comes from.

    ``applied``: an applicant sets the matter going and is handed the result, so 开始 and 办结 are in his lane.
    """
    found: dict[str, str] = {}
    for node in process.nodes:
        if holders := _holders(node):
            found[node.key] = lane_of(holders[0]).key
        elif applied and (node.kind is NodeKind.START or END in (node.key, node.name)):
            found[node.key] = APPLICANT.key
    first = next(iter(found.values()), APPLICANT.key)
    # An END or an unnamed bar comes after what leads to it in the written order, so it is known by then.
    sources: dict[str, list[str]] = {}
    for flow in process.flows:
        sources.setdefault(flow.target, []).append(flow.source)
    for node in process.nodes:
        if node.key not in found:
            before = (found[source] for source in sources.get(node.key, ()) if source in found)
            found[node.key] = next(before, first)
    return found


def lanes_of(process: Process, keys: Mapping[str, str]) -> tuple[Lane, ...]:
    """The lanes that are used, by first use in the written order, side branches last."""
    named = {lane.key: lane for step in process.steps for lane in map(lane_of, step.holders)}
    named[APPLICANT.key] = APPLICANT
    return tuple(named[key] for key in _ordered(process, keys))


def _ordered(process: Process, keys: Mapping[str, str]) -> Iterable[str]:
    return dict.fromkeys(keys[node.key] for node in process.nodes)


def _holders(node: Node) -> tuple[Holder, ...]:
    return node.step.holders if node.step is not None else ()
