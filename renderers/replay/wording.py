"""The words that the formats of a replay share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.conformance.naming import How

if TYPE_CHECKING:
    from engine.conformance.replaying import Replay, Way
    from engine.conformance.timing import Days

STEP_COLUMNS = ("环节", "件次", "规定", "平均", "中位", "九成以内", "最长", "超时", "开始前等候")


def percent(share: float) -> str:
    """38 of 760 is 5.0%; what is not quite all is never 100%."""
    return f"{share:.1%}" if share == 1 or share < 0.9995 else "99.9%"  # noqa: PLR2004 - rounds up to 100.0%


def fitness(value: float | None) -> str:
    """0.953, or that it could not be settled; what is not quite 1 is never 1.000."""
    if value is None:
        return "未能判定"
    return f"{value if value == 1 else min(value, 0.999):.3f}"


def path(way: Way) -> str:
    """What was done, in order."""
    return "→".join(way.word) or "(没有一个环节)"


def summary(found: Replay) -> str:
    """The first sentence."""
    decided = found.cases - found.undecided
    share = f"({percent(found.conforming / decided)})" if decided else ""
    said = (
        f"{found.cases} 件办件,{len(found.ways)} 种走法;与申报的流程完全一致的 {found.conforming} 件{share},"
        f"符合度 {fitness(found.fitness)}。"
    )
    return said + (f"另有 {found.undecided} 件情况太多、未能判定。" if found.undecided else "")


def step_rows(found: Replay) -> Iterator[tuple[str, ...]]:
    """The cells of each step that was measured, and of the whole at the end."""
    names = {step.key: step.name for step in found.process.steps}
    for key, days in found.times.steps.items():
        if days.taken:
            yield (names[key], *_cells(days))
    if found.times.total.taken:
        yield ("全程", *_cells(found.times.total))


def _cells(days: Days) -> tuple[str, ...]:
    late = "—" if days.promised is None else f"{len(days.late)}({percent(days.late_share)})" if days.late else "0"
    wait = days.mean_wait
    return (
        str(len(days.taken)),
        str(days.limit),
        f"{days.mean:.1f}",
        str(days.quantile(0.5)),
        str(days.quantile(0.9)),
        str(max(days.taken)),
        late,
        "—" if wait is None else f"{wait:.1f}",
    )


def slowest(found: Replay) -> str:
    """Where files lie longest; empty where no times are known."""
    names = {step.key: step.name for step in found.process.steps}
    measured = [(sum(days.taken), key) for key, days in found.times.steps.items() if days.taken]
    whole = sum(total for total, _ in measured)
    if not whole:
        return ""
    longest, key = max(measured, key=lambda one: one[0])
    days = found.times.steps[key]
    said = (
        f"最费时间的是「{names[key]}」:平均 {days.mean:.1f} 个{days.unit},占各环节用时之和的 {percent(longest / whole)}"
    )
    waits = {one: stay.mean_wait for one, stay in found.times.steps.items() if stay.mean_wait}
    if waits:
        waiting = max(waits, key=lambda one: waits[one] or 0)
        said += f";等候最久的是「{names[waiting]}」:到了以后平均 {waits[waiting]:.1f} 天才开始办"
    return f"{said}。"


def notes(found: Replay) -> Iterator[str]:
    """What one must know to read the numbers."""
    for match in found.matches:
        if match.how is not How.EXACT:
            yield f"“{match.activity}”:{match.how}{f',当作「{match.step}」' if match.step else ''}"


def unjudged(found: Replay) -> str:
    """Which steps nothing is said of; empty where there are none."""
    names = "、".join(f"「{name}」" for name in found.unlogged)
    return f"{names}不计环节,办理记录里一次也没有,当作不记录的,不算漏办。" if names else ""


TIMES_NOTE = (
    "用时从上一环节办完的次日数到本环节办完,时限是工作日的不数休息日,是自然日的都数;等候申请人补正、整改的时间,记录里分不出来的,算在下一环节里。"
    "不计时限的环节(听证、检验等)不计入全程。"
)

FITNESS_NOTE = "符合度:1减去偏差的处数与最多可能的处数之比;1 是完全一致。"
