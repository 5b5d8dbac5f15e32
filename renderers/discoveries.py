"""What discovery has to tell besides the declaration: how cases went, what was left out, what was added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.discovery.listing import Added

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.discovery.drafting import Discovered
    from processes.model.log import Activities, Log

_WAYS = 10
"""Ways that are shown; the rest is counted."""
_STEPS = 12
"""Steps of a way that are shown."""
_WHY = {
    Added.FIRST: "办件一开始走法就不同,由它来分",
    Added.ENTRY: "并联的一路一开始就分情形,由它来分",
    Added.EXIT: "并联的一路不止一处办完,由它来收",
}


def render(found: Discovered, log: Log, renamed: dict[str, str]) -> str:
    """The text, ending in a line break."""
    return "\n".join(_lines(found, log, renamed)) + "\n"


def _lines(found: Discovered, log: Log, renamed: dict[str, str]) -> Iterator[str]:
    ways = log.variants
    unfit = found.fit.unfit if found.fit else {}
    yield f"{log.file}:{len(log.traces)} 件,{len(ways)} 种走法,{len(log.activities)} 个环节。"
    for way in ways[:_WAYS]:
        aside = "(没有照样写进流程)" if way.activities in unfit else ""
        yield f"  {way.count} 件:{_shown(way.activities)}{aside}"
    if len(ways) > _WAYS:
        rest = ways[_WAYS:]
        left = sum(way.count for way in rest if way.activities in unfit)
        aside = f",其中 {left} 件没有照样写进流程" if left else ""
        yield f"  另有 {len(rest)} 种走法 {sum(way.count for way in rest)} 件{aside}"
    yield from _fit(found, len(log.traces))
    for name, why in found.added.items():
        yield f"补了环节“{name}”:记录里没有,{_WHY[why]};写了 不计环节,核对吻合度时不算。"
    for name in found.blocks:
        yield f"补了名称“{name}”:几路都办完后要分情形,或者别处要指到这里;有名称的并联算一个环节。"
    for old, new in renamed.items():
        yield f"环节“{old}”写成“{new}”。"


def _fit(found: Discovered, cases: int) -> Iterator[str]:
    if found.fit is None:
        yield "吻合度:并联太多,算不出来;写出的流程请对照上面的走法逐条核对。"
        return
    unfit = sum(found.fit.unfit.values())
    percent = int(found.fit.fitness * 1000) / 10
    said = f"{cases - unfit} 件和写出的流程完全一致"
    if unfit:
        said += f",{unfit} 件有出入(少见的走法没有写进流程;都要写进去,加 --舍去 0)"
    yield f"吻合度 {percent:g}%:{said}。"


def _shown(way: Activities) -> str:
    more = f" → ……(共 {len(way)} 步)" if len(way) > _STEPS else ""
    return (" → ".join(way[:_STEPS]) or "(没有环节)") + more
