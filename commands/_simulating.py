"""What ``zaizao simulate`` is told on the command line → assumptions and what is to be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from processes.errors import WrongUsage
from processes.model.folding import fold

if TYPE_CHECKING:
    from engine.simulation.assumptions import Assumptions, Spread
    from engine.simulation.comparing import Axis, Change
    from engine.simulation.naming import Names

UNLIMITED = "不限"
MOST_OFFICERS, MOST_CASES, MOST_HANDS = 10_000, 2_000_000, 1_000
MOST_VARIANTS = 200
_MOST_DAYS = 9999
_MOST_GROWTH = 100.0
_SHARES = 3
_PARTS = re.compile("[、,;]")
_BARE = re.compile(r"-?[\d.]+%?")
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,6})?")
_STAFF, _HANDS, _ARRIVALS, _LIMITS = "人员", "同时办", "到达", "时限"


def staffing(texts: Sequence[str], names: Names) -> tuple[int | None, dict[str, int]]:
    """``3``, ``不限``, ``行政审批股=2``: officers of a post in general (None: nobody waits), and of those named."""
    officers: int | None = 1
    staff: dict[str, int] = {}
    for part in _parts(texts):
        post, found, number = part.rpartition("=")
        if found:
            staff[names.post(post)] = _whole(number, "人数", MOST_OFFICERS)
        elif part == UNLIMITED:
            officers = None
        else:
            officers = _whole(part, "人数", MOST_OFFICERS)
    if officers is None and staff:
        raise WrongUsage("--人员 写了“不限”,就不能再写某个岗位几人。")
    return officers, staff


def volumes(texts: Sequence[str], names: Names) -> tuple[int | None, dict[str, int]]:
    """``500``, ``食品经营许可证核发=500``: applications a year for each matter, and for those named."""
    general: int | None = None
    named: dict[str, int] = {}
    for part in _parts(texts):
        matter, found, number = part.rpartition("=")
        cases = _whole(number, "件数", MOST_CASES)
        if found:
            named[names.matter(matter)] = cases
        else:
            general = cases
    return general, named


def records(texts: Sequence[str], names: Names) -> dict[str, Path]:
    """``办件.csv`` of the one matter; of several ``食品经营许可证核发=办件.csv``: matter → file with a log."""
    found: dict[str, Path] = {}
    for text in texts:
        path = Path(text)
        matter, sign, file = text.partition("=")
        if len(names.matters) == 1 and (not sign or path.is_file()):
            matter = names.matters[0]
        elif not sign:
            raise WrongUsage(f"“{text}”是哪个事项的记录?几个事项一起模拟时,--记录 写成 事项=文件。")
        else:
            matter, path = names.matter(matter), Path(file)
        if not path.is_file():
            raise WrongUsage(f"没有“{path}”这个文件(--记录)。")
        if matter in found:
            raise WrongUsage(f"「{matter}」的 --记录 只能写一个文件。")
        found[matter] = path
    return found


def limits(texts: Sequence[str], names: Names) -> dict[str, float]:
    """``审查=5工作日``: name of a step → working days."""
    return {names.step(name): _days(value) for name, value in _pairs(texts, "--时限 写成 环节=天数,如 审查=5工作日。")}


def chances(texts: Sequence[str], names: Names) -> dict[str, float]:
    """``材料不齐全=20%``: name of a way → how often it is taken."""
    return {
        names.way(name): _share(value) for name, value in _pairs(texts, "--概率 写成 情形=百分之几,如 不符合条件=5%。")
    }


def spread(text: str) -> Spread:
    """``25%、50%、100%``: least, most often, most, as shares of the limit; one alone is a fixed time."""
    from engine.simulation.assumptions import Spread

    shares = [_share(part, most=10.0) for part in _parts([text])]
    if len(shares) == 1:
        return Spread(shares[0], shares[0], shares[0])
    if len(shares) != _SHARES or sorted(shares) != shares:
        raise WrongUsage(f"“{text}”不对:--用时 写成 最少、多数、最多 占时限的百分之几,从小到大,如 25%、50%、100%。")
    return Spread(*shares)


def axes(texts: Sequence[str], names: Names) -> tuple[Axis, ...]:
    """``人员=1、2、3``: what is varied, and how."""
    from engine.simulation.comparing import Axis

    usage = "--比较 写成 什么=几、几、几,如 人员=1、2、3 或 时限=100%、80%。"
    found: list[Axis] = []
    for text in texts:
        name, sign, values = fold(text).partition("=")
        choices = [part for part in map(str.strip, _PARTS.split(values)) if part]
        if not sign or not choices:
            raise WrongUsage(f"“{text}”不对:{usage}")
        label, changes = _axis(name.strip(), choices, names)
        found.append(Axis(label, tuple(zip(choices, changes, strict=True))))
    number = 1
    for axis in found:
        number *= len(axis.choices)
    if number > MOST_VARIANTS:
        raise WrongUsage(f"--比较 一共有{number}种组合,太多了;请减到{MOST_VARIANTS}种以内。")
    return tuple(found)


def _axis(name: str, choices: Sequence[str], names: Names) -> tuple[str, list[Change]]:
    """What is varied as the table calls it, and a change a choice."""
    from engine.simulation.naming import listing

    general: dict[str, Callable[[str], Change]] = {
        _STAFF: _officers,
        _HANDS: lambda one: _changing("hands", _whole(one, "件数", MOST_HANDS)),
        _ARRIVALS: _arrivals,
        _LIMITS: lambda one: _changing("pace", _share(one, most=10.0)),
    }
    if name in general:
        return name, list(map(general[name], choices))
    if (matter := _found(names.matter, name)) is not None:
        return f"{matter}件数", [_adding("volumes", matter, _whole(one, "件数", MOST_CASES)) for one in choices]
    if (post := _found(names.post, name)) is not None:
        return f"{post}人员", [_adding("staff", post, _whole(one, "人数", MOST_OFFICERS)) for one in choices]
    if (step := _found(names.step, name)) is not None:
        return f"{step}时限", [_adding("limits", step, _days(one)) for one in choices]
    if (way := _found(names.way, name)) is not None:
        return way, [_adding("said", way, _share(one)) for one in choices]
    matters = names.matters if len(names.matters) > 1 else ()
    listed = listing((*general, *matters, *names.posts, *names.plain_steps))
    raise WrongUsage(f"--比较 不认识「{name}」。可以写:{listed};或者去向的情形。")


def _found(meant: Callable[[str], str], name: str) -> str | None:
    try:
        return meant(name)
    except WrongUsage:
        return None


def _officers(choice: str) -> Change:
    officers = None if choice == UNLIMITED else _whole(choice, "人数", MOST_OFFICERS)

    def change(assumptions: Assumptions) -> Assumptions:
        return replace(assumptions, officers=officers, staff={})

    return change


def _arrivals(choice: str) -> Change:
    """``400``: so many for each matter; ``150%``: half as many again as there are."""
    if choice.endswith("%"):
        return _changing("growth", _share(choice, most=_MOST_GROWTH))
    cases = _whole(choice, "件数", MOST_CASES)

    def change(assumptions: Assumptions) -> Assumptions:
        return replace(assumptions, cases=cases, volumes={})

    return change


def _changing(field: str, value: object) -> Change:
    def change(assumptions: Assumptions) -> Assumptions:
        return replace(assumptions, **{field: value})  # type: ignore[arg-type] # the caller knows the field's type

    return change


def _adding(field: str, name: str, value: float) -> Change:
    def change(assumptions: Assumptions) -> Assumptions:
        known: Mapping[str, float] = getattr(assumptions, field)
        return replace(assumptions, **{field: {**known, name: value}})  # type: ignore[arg-type] # as above

    return change


def _parts(texts: Sequence[str]) -> Iterator[str]:
    """What stands between 、; a name may have one in it, and goes on until its ``=``."""
    for text in texts:
        begun = ""
        for part in re.split("(?<=[、,;])", fold(text)):
            begun += part
            bare = begun.rstrip("、,; ").strip()
            if "=" in part or bare == UNLIMITED or _BARE.fullmatch(bare):
                yield bare
                begun = ""
        if rest := begun.rstrip("、,; ").strip():
            yield rest


def _pairs(texts: Sequence[str], usage: str) -> Iterator[tuple[str, str]]:
    for part in _parts(texts):
        name, found, value = part.rpartition("=")
        if not found or not name.strip() or not value.strip():
            raise WrongUsage(f"“{part}”不对:{usage}")
        yield name.strip(), value.strip()


def _whole(text: str, what: str, most: int) -> int:
    text = text.strip()
    if not re.fullmatch(r"\d{1,9}", text) or not 1 <= int(text) <= most:
        raise WrongUsage(f"{what}“{text}”不对:写 1 到 {most} 的整数。")
    return int(text)


def _share(text: str, most: float = 1.0) -> float:
    """``5%`` or ``0.05``."""
    number, sign = (text[:-1].strip(), True) if text.endswith("%") else (text, False)
    share = float(number) / (100 if sign else 1) if _NUMBER.fullmatch(number) else -1.0
    if not 0 <= share <= most:
        raise WrongUsage(f"“{text}”不对:写 0% 到 {most:.0%} 的百分数,如 5%。")
    return share


def _days(text: str) -> float:
    """``5工作日``, ``7自然日``, ``4小时``, ``即时``; a number alone is working days."""
    from engine.simulation.modelling import working_days
    from processes.declaration.cells import parse_limit

    if _NUMBER.fullmatch(text):
        days = float(text)
    else:
        limit = parse_limit(text)
        days = -1.0 if limit is None or limit.is_none else working_days(limit)
    if not 0 <= days <= _MOST_DAYS:
        raise WrongUsage(f"天数“{text}”不对:写成 5工作日、7自然日、4小时、即时。")
    return days
