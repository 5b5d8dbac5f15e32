"""Choices as text: what somebody types, and scripts of such lines.

A line is a number (of the choices allowed now), the wording of a choice, or ``收到 名称、名称`` / ``收到 全部``.
Wordings: the condition (``不同意``) or its beginning, ``下一环节`` for the way that the file normally goes, or the name
of the step or 支线 it leads to. Where several places hold the file, the place may stand before it:
``现场勘验: 下一环节``. A choice is never guessed: what fits two of those allowed, or none, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.machine import Hindrance, Way, Why
from engine.nets.net import NEXT
from engine.walk.route import Route
from engine.walk.walk import ALL, RECEIVED, Walk
from processes.errors import WrongUsage
from processes.model.folding import fold_name

_COMMENT = "#"
_SEPARATORS = "、,，;；"
_LEAST_BEGINNING = 2
"""Characters of a wording that are enough to mean it, if no other choice begins so."""


class NotUnderstood(WrongUsage):
    """A line that says no choice, or one that may not be taken. ``walk`` is the case until there."""

    def __init__(self, message: str, walk: Walk) -> None:
        """Keep the walk beside the message."""
        super().__init__(message)
        self.walk = walk


def understand(walk: Walk, line: str) -> Walk:
    """The walk after what ``line`` says. Raises ``NotUnderstood`` with what is wrong and which choices there are."""
    said = fold_name(line)
    if walk.end:
        raise NotUnderstood("这个办件已经结束,后面没有可以选的", walk)
    way = _way(walk, said)
    if way is not None:
        return walk.choose(way)
    if re.fullmatch("[0-9]+", said):
        allowed = walk.allowed()
        if not 1 <= int(said[:9]) <= len(allowed):
            raise _refused(walk, f"没有第{said[:9]}个选择")
        return walk.choose(allowed[int(said) - 1])
    if said.startswith(RECEIVED):
        return walk.receive(_materials(walk, said.removeprefix(RECEIVED).lstrip(":")))
    raise _refused(walk, "现在没有这个选择")


def replay(walk: Walk, script: str, name: str) -> Walk:
    """The walk after all lines of ``script``, which is called ``name``; empty lines and comments (``#``) say nothing.

    Raises ``NotUnderstood`` at the first line that is wrong.
    """
    for number, written in enumerate(script.splitlines(), 1):
        line = written.strip().lstrip("\ufeff")
        if not line or line.startswith(_COMMENT):
            continue
        try:
            walk = understand(walk, line)
        except NotUnderstood as error:
            raise NotUnderstood(f"{name} 第{number}行“{line}”:{error}", walk) from error
    return walk


def script_of(walk: Walk) -> tuple[str, ...]:
    """The lines that lead to where ``walk`` is."""
    return tuple(event.line for event in walk.events)


def hindrance_text(walk: Walk, hindrance: Hindrance) -> str:
    """Why a choice may not be taken: 还缺申请书、照片 / 材料已经收齐 / 等现场勘验办完."""
    return why_not(walk.route, hindrance)


def why_not(route: Route, hindrance: Hindrance) -> str:
    """As ``hindrance_text``, of a case on ``route``."""
    match hindrance.why:
        case Why.MATERIALS_MISSING:
            return f"还缺{len(hindrance.names)}件材料:{'、'.join(hindrance.names)}"
        case Why.MATERIALS_COMPLETE:
            return "材料已经收齐"
        case Why.TOLD:
            return "已经一次告知补正"
        case Why.ACCEPTED:
            return "已经受理"
        case Why.BRANCHES_OPEN:
            return f"等{'、'.join(route.labels[place] for place in hindrance.names)}办完"


# --- ways


def _way(walk: Walk, said: str) -> Way | None:
    """The way that ``said`` means, None if it sounds like none."""
    ways = [choice for choice in walk.choices() if isinstance(choice, Way)]
    for place, wording in _readings(walk, said):
        here = [way for way in ways if place in ("", way.place)]
        for tier in (
            [
                way
                for way in here
                if wording == fold_name(way.name) or (wording == NEXT and _is_onward(walk, ways, way))
            ],
            [way for way in here if wording in _targets(walk, way)],
            [way for way in here if len(wording) >= _LEAST_BEGINNING and fold_name(way.name).startswith(wording)],
        ):
            if tier:
                return _single(walk, tier)
    return None


def _readings(walk: Walk, said: str) -> Iterator[tuple[str, str]]:
    """The ways to read a text: as a wording, or as a place that holds the file, a colon and a wording."""
    yield "", said
    places = [standing.node.key for standing in walk.standing()]
    for colon in (index for index, sign in enumerate(said) if sign == ":"):
        before, after = said[:colon], said[colon + 1 :]
        yield from ((place, after) for place in places if fold_name(walk.route.labels[place]) == before)


def _targets(walk: Walk, way: Way) -> tuple[str, ...]:
    """What may be said for where a way leads: the place, and its 支线 if it is on one."""
    route, target = walk.route, way.flow.target
    return tuple(fold_name(name) for name in (route.labels[target], route.branch_of(target)) if name)


def _is_onward(walk: Walk, ways: list[Way], way: Way) -> bool:
    return way == walk.route.onward(other for other in ways if other.place == way.place)


def _single(walk: Walk, ways: list[Way]) -> Way:
    allowed = [way for way in ways if way.hindrance is None]
    if len(allowed) == 1:
        return allowed[0]
    if allowed:
        listed = "、".join(f"“{_with_place(walk, way)}”" for way in allowed)
        raise NotUnderstood(f"可以指几个选择,请写明是哪一个:{listed}", walk)
    assert ways[0].hindrance is not None
    raise _refused(walk, f"现在不能选,{hindrance_text(walk, ways[0].hindrance)}")


def _with_place(walk: Walk, way: Way) -> str:
    return f"{walk.route.labels[way.place]}: {way.name}"


def _refused(walk: Walk, why: str) -> NotUnderstood:
    listed = "、".join(f"“{walk.line_of(choice)}”" for choice in walk.allowed())
    return NotUnderstood(f"{why}。可以写:{listed}", walk)


# --- materials


def _materials(walk: Walk, said: str) -> tuple[str, ...]:
    """The outstanding materials that ``said`` names."""
    outstanding = walk.outstanding
    if not outstanding:
        why = "材料已经全部收到" if walk.route.materials else "这个事项不用交材料"
        raise _refused(walk, why)
    if said == ALL:
        return outstanding
    found: list[str] = []
    while said:
        name = _name_at_start(walk, said)
        if name is None:
            piece = re.split(f"[{_SEPARATORS}]", said, maxsplit=1)[0]
            name = _name_with(walk, piece)
            said = said[len(piece) :]
        else:
            said = said[len(fold_name(name)) :]
        if name in walk.received:
            raise NotUnderstood(f"“{name}”已经收到了。还没有收到的:{'、'.join(outstanding)}", walk)
        found.append(name)
        said = said.lstrip(_SEPARATORS)
    if not found:
        raise NotUnderstood(f"收到什么没有写。还没有收到的:{'、'.join(outstanding)}", walk)
    return tuple(found)


def _name_at_start(walk: Walk, said: str) -> str | None:
    """The longest name with which ``said`` begins; names may have 、 in them."""
    fitting = [
        name
        for name in walk.route.materials
        if said.startswith(folded := fold_name(name)) and said[len(folded) : len(folded) + 1] in ("", *_SEPARATORS)
    ]
    return max(fitting, key=len, default=None)


def _name_with(walk: Walk, piece: str) -> str:
    """The only material whose name has ``piece`` in it."""
    fitting = [name for name in walk.route.materials if piece in fold_name(name)]
    if len(fitting) == 1:
        return fitting[0]
    listed = "、".join(fitting or walk.outstanding)
    if fitting:
        raise NotUnderstood(f"“{piece}”可以指几件材料:{listed}", walk)
    raise NotUnderstood(f"没有“{piece}”这件材料。还没有收到的:{listed}", walk)
