"""What somebody types understood: which way the file is to take, which materials are meant.

A way is said by its condition (``不同意``), by ``下一环节`` for the way that the file normally goes, by the step, 支线
or end it leads to, or by the beginning of its condition; as on a walk (``engine.walk.script``). Where the file is at
several places the place is said too, or the unit decides. A choice is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from engine.cases.attempt import holders_at, is_of
from engine.cases.course import Course
from engine.cases.definition import Definition
from engine.machine import Way
from engine.nets.net import NEXT, event_of
from engine.walk.walk import ALL
from processes.errors import WrongUsage
from processes.model.folding import fold_name
from processes.model.process import START, Flow

_SEPARATORS = "、,，;；"
CORRECTING = "补正"
"""What everybody calls the way into 一次告知补正."""
_LEAST_BEGINNING = 2
"""Characters of a wording that are enough to mean it, if no other begins so."""


def way_meant(course: Course, said: str, place: str, unit: str) -> Flow | None:
    """The way that ``said`` means, out of ``place`` (empty: where the file is); ``unit`` says it.

    A way that the file may not take now is given all the same, to be refused; None where ``said`` is a step to which
    nobody can choose to send the file, as it only comes there by itself (behind a 并联). Raises ``WrongUsage`` for what
    means no way of the process, or several.
    """
    definition = course.definition
    nodes = _nodes(definition, place) if place else tuple(definition.route.nodes)
    here = [node for node in nodes if node in course.tokens]
    found = _fitting(definition, here, fold_name(said)) or _leading(course, here, fold_name(said))
    if found:
        return _single(definition, found, unit)
    if fold_name(said) in (fold_name(definition.called(node)) for node in here):
        raise WrongUsage(f"“{said}”就是现在的环节,要写办完以后怎样走。{_may_say(definition, here)}")
    # A mistyped beginning is not to become a violation.
    elsewhere = _own(definition, _fitting(definition, nodes, fold_name(said), beginnings=False), unit)
    if elsewhere:
        return elsewhere[0]
    if not place and any(fold_name(said) == fold_name(step.name) for step in definition.process.steps):
        return None
    raise WrongUsage(f"“{said}”不是这个流程里的选择。{_may_say(definition, here or nodes)}")


def materials_meant(names: Sequence[str], said: str) -> tuple[str, ...]:
    """Of ``names`` those that ``said`` lists, 全部 for all. Raises ``WrongUsage`` for what is none of them.

    A name may have 、 in it, so the longest name with which the text goes on is taken; a part that is in one name only
    is enough.
    """
    left = fold_name(said)
    if not left:
        raise WrongUsage("没有写是哪几件材料。")
    if left == ALL:
        return tuple(names)
    found: dict[str, None] = {}
    while left:
        name = max((one for one in names if _begins(left, fold_name(one))), key=len, default=None)
        if name is None:
            piece = re.split(f"[{_SEPARATORS}]", left, maxsplit=1)[0]
            name = _with(names, piece)
            left = left[len(piece) :]
        else:
            left = left[len(fold_name(name)) :]
        found[name] = None
        left = left.lstrip(_SEPARATORS)
    return tuple(found)


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and text[len(name) : len(name) + 1] in ("", *_SEPARATORS)


def _with(names: Sequence[str], piece: str) -> str:
    fitting = [name for name in names if piece and piece in fold_name(name)]
    if len(fitting) == 1:
        return fitting[0]
    listed = "、".join(fitting or names)
    if fitting:
        raise WrongUsage(f"“{piece}”可以指几件材料:{listed}。请写全。")
    raise WrongUsage(f"没有“{piece}”这件材料。" + (f"可以写:{listed}。" if names else "没有可以写的材料。"))


def _nodes(definition: Definition, place: str) -> tuple[str, ...]:
    """The nodes that ``place`` names. Raises ``WrongUsage`` for none."""
    meant = fold_name(place)
    nodes = definition.route.nodes
    found = tuple(key for key in nodes if meant in (fold_name(key), fold_name(definition.called(key))))
    if not found:
        steps = dict.fromkeys(definition.called(key) for key, node in nodes.items() if node.step)
        raise WrongUsage(f"没有“{place}”这个环节。有:{'、'.join(steps)}。")
    return found


def ways_from(definition: Definition, nodes: Iterable[str]) -> list[Flow]:
    """The ways that somebody may choose out of ``nodes``, in the order of the declaration."""
    wanted = set(nodes) - {START}
    return [one.flows[0] for one in definition.net.transitions if one.node in wanted and not one.silent]


def _fitting(definition: Definition, nodes: Iterable[str], said: str, *, beginnings: bool = True) -> list[Flow]:
    ways = ways_from(definition, nodes)
    tiers = (
        [way for way in ways if said == fold_name(event_of(way)) or (said == NEXT and _is_onward(definition, way))],
        [way for way in ways if said in _targets(definition, way)],
        [way for way in ways if beginnings and _begins_with(way, said)],
    )
    return next((tier for tier in tiers if tier), [])


def _leading(course: Course, nodes: Iterable[str], said: str) -> list[Flow]:
    """The ways by which the file comes to lie at ``said``, though through the beginning or the end of a 并联."""
    definition = course.definition
    net, labels = definition.net, definition.route.labels
    found = []
    for way in ways_from(definition, nodes):
        if net.transition(way.source, event_of(way)).enabled(course.marking):
            new = net.fire(course.marking, way.source, event_of(way)) & ~course.marking
            if any(fold_name(labels[one.node]) == said for one in net.marked(new) if not one.arrived_from):
                found.append(way)
    return found


def _begins_with(way: Flow, said: str) -> bool:
    return len(said) >= _LEAST_BEGINNING and fold_name(event_of(way)).startswith(said)


def _is_onward(definition: Definition, way: Flow) -> bool:
    ways = [Way(flow, None) for flow in ways_from(definition, (way.source,))]
    onward = definition.route.onward(ways)
    return onward is not None and onward.flow == way


def _targets(definition: Definition, way: Flow) -> tuple[str, ...]:
    """What may be said for where a way leads: the place, and its 支线 if it is on one."""
    route, target = definition.route, way.target
    short = CORRECTING if route.corrects(way) else ""
    return tuple(fold_name(name) for name in (route.labels[target], route.branch_of(target), short) if name)


def _single(definition: Definition, ways: list[Flow], unit: str) -> Flow:
    ways = _own(definition, ways, unit)
    if len(ways) == 1:
        return ways[0]
    places = dict.fromkeys(definition.called(way.source) for way in ways)
    if len(places) > 1 and not any(_may(definition, way, unit) for way in ways):
        return ways[0]  # whichever is meant, it is not theirs
    if len(places) == 1:
        listed = "、".join(f"“{event_of(way)}”" for way in ways)
        raise WrongUsage(f"可以指几个选择:{listed}。请写全是哪一个。")
    raise WrongUsage(f"文件同时在几个环节,请用 --环节 写明是哪一个:{'、'.join(places)}。")


def _own(definition: Definition, ways: list[Flow], unit: str) -> list[Flow]:
    """Those of ``ways`` that the unit may choose; all of them if it may choose none."""
    return [way for way in ways if _may(definition, way, unit)] or ways


def _may(definition: Definition, way: Flow, unit: str) -> bool:
    return is_of(unit, holders_at(definition, (way.source,)))


def _may_say(definition: Definition, nodes: Iterable[str]) -> str:
    ways = ways_from(definition, nodes)
    listed = "、".join(dict.fromkeys(f"“{event_of(way)}”" for way in ways))
    return f"现在可以写:{listed}。" if listed else ""
