"""The reckoning of days as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.reckoning import spoken
from processes.model.limits import DayKind

if TYPE_CHECKING:
    from engine.reckoning import Reckoning

_SHOWN = 20
"""Festivals and moved days that are listed; of more only the number is said."""


def render(found: Reckoning) -> str:
    """The day or the number first, then how it comes about."""
    return "".join(f"{line}\n" for line in (*_head(found), *_left_out(found), *_caveats(found)))


def _head(found: Reckoning) -> Iterator[str]:
    provisional = "(暂定)" if found.missing else ""
    if found.limit is None:
        yield f"工作日 {found.working} 天,自然日 {found.natural} 天{provisional}"
        yield f"从 {spoken(found.start)}到 {spoken(found.end)},头一天不计({found.start_law})。"
        return
    yield f"{'最晚' if found.back else '到期日'} {spoken(found.end)}{provisional}"
    if found.limit.is_immediate:
        yield f"{spoken(found.start)}当场办结。"
        return
    way = f"往前 {found.limit.official}" if found.back else f"起 {found.limit.official}"
    part = f",合 {found.working} 个工作日" if found.limit.unit is DayKind.HOUR else ""
    yield f"{spoken(found.start)}{way}{part},当天不计({found.start_law}),一共 {found.natural} 天。"
    if found.rolled_from:
        yield f"最后一天 {spoken(found.rolled_from)}是休息日,顺延到下一个工作日({found.end_law})。"


def _left_out(found: Reckoning) -> Iterator[str]:
    """What is not worked; of a limit in natural days only what put its end off matters."""
    if found.limit is not None and found.limit.day_kind is not DayKind.WORKING:
        return
    off = found.natural - found.working
    if off:
        yield f"不算工作日的 {off} 天:"
    for rest in found.rests[:_SHOWN]:
        span = f"{rest.first}" + (f"~{rest.last}" if rest.last > rest.first else "")
        yield f"  {span} {rest.name}({rest.basis})"
    if len(found.rests) > _SHOWN:
        yield f"  ……共 {len(found.rests)} 次放假"
    if found.weekends:
        yield f"  周末 {found.weekends} 天"
    if found.worked:
        shown = "、".join(map(spoken, found.worked[:_SHOWN])) + "等" * (len(found.worked) > _SHOWN)
        yield f"算工作日的周末 {len(found.worked)} 天(调休上班):{shown}"


def _caveats(found: Reckoning) -> Iterator[str]:
    for year in found.own:
        instead = f",没有用软件自带的({year.replaced})" if year.replaced else ""
        yield f"{year.number} 年按 {year.file}(依据:{year.basis})算{instead}。"
    if found.missing:
        years = "、".join(map(str, found.missing[:_SHOWN]))
        yield f"暂定:{years} 年的放假安排还没有,只扣了周末;通知公布后写 日历/{found.missing[0]}.yaml 再算。"
