"""Assumptions and findings of a simulation as Chinese sentences: nothing is taken for granted in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil

from engine.simulation.assumptions import Assumptions
from engine.simulation.fitting import ENOUGH, LEAST_TIMES, Fit
from engine.simulation.outcome import Outcome, PostOutcome, Result
from engine.simulation.publicity import publicity
from engine.simulation.worked_days import WorkedDays
from processes.model.limits import DayKind, number_text

BUSY = 0.85
"""From this occupancy on waiting grows steeply: in M/M/1 a file waits ρ ÷ (1 − ρ) = 5.7 times as long as it is worked
on."""

BEGUN = 2
"""Files lying at a post for every one that is worked on there, at the worst: up to so many there is no queue yet."""
_HELD_UP = "眼下堵在前面的岗位,前面一放开这里就要排队"


def days_text(days: float) -> str:
    """Days with one decimal: 12.3."""
    return number_text(Fraction(round(days * 10), 10))


def share_text(share: float) -> str:
    """10%, 12.5%."""
    return f"{number_text(Fraction(round(share * 1000), 10))}%"


def assumed(
    assumptions: Assumptions,
    outcomes: Sequence[Outcome],
    received: str,
    worked: WorkedDays | None,
    *,
    shared: bool = False,
) -> Iterator[str]:
    """Every assumption, in order.

    ``received`` says how many applications come in, and where the number is from; ``shared``: several matters have the
    same officers.
    """
    year = f"{worked.year}年按放假安排有{assumptions.days}个工作日" if worked else f"一年{assumptions.days}个工作日"
    years = f",连续{assumptions.years}年" if assumptions.years > 1 else ""
    yield f"收件:{received},{year}{years},每件哪天来是随机的;开始时没有积压。"
    yield from _staffing(assumptions, shared=shared)
    yield from _durations(assumptions, outcomes)
    yield from _decided(outcomes)
    yield "办结:受理当天不计;补正的,从补正后重新计时,申请人自己补材料的时间没有算;不计时限的环节不计入。"
    if any(one.promise.unit is DayKind.NATURAL for one in outcomes):
        way = "按日历逐日数" if worked else "按每周5个工作日折算,要按日历数请加 --年份"
        yield f"承诺时限是自然日的,{way}。"
    yield f"随机数种子 {assumptions.seed}:同样的参数每次结果相同,换一个用 --种子。"


def _staffing(assumptions: Assumptions, *, shared: bool) -> Iterator[str]:
    if assumptions.officers is None:
        yield "人员:不限,每件一到就有人办,不排队。"
        return
    named = "".join(f",{post}{number}人" for post, number in assumptions.staff.items())
    others = "其余" if named else "每个"
    only = "各事项合用这些人,不分是哪个事项的" if shared else "只办这一个事项"
    yield (
        f"人员:{others}岗位{assumptions.officers}人{named},先来先办,一个环节由排在第一的承办岗位办;"
        f"每人手上同时办{assumptions.hands}件,{only}。"
    )


def _durations(assumptions: Assumptions, outcomes: Sequence[Outcome]) -> Iterator[str]:
    spread = assumptions.spread
    if spread.least == spread.most:
        yield f"用时:每个环节都正好是时限的{share_text(spread.most)}。"
    else:
        yield (
            f"用时:每个环节最少是时限的{share_text(spread.least)},多数{share_text(spread.mode)},"
            f"最多{share_text(spread.most)}(三角分布)。"
        )
    if assumptions.fits:
        yield from _fitted(assumptions.fits)
    if assumptions.pace != 1:
        yield f"时限:各环节都按声明的{share_text(assumptions.pace)}算。"
    said = "、".join(f"{name}{days_text(days)}个工作日" for name, days in assumptions.limits.items())
    if said:
        yield f"时限:{said},代替声明的。"
    timeless = dict.fromkeys(name for one in outcomes for name in one.model.timeless)
    if timeless:
        yield f"没有写多少天的环节按0天算:{'、'.join(timeless)};要给天数,写 --时限 {next(iter(timeless))}=5工作日。"
    if assumptions.officers is not None:
        yield from _published(outcomes)
    outside = dict.fromkeys(name for one in outcomes for name in one.model.outside)
    if outside:
        yield f"本市以外的单位({'、'.join(outside)})不排队。"


def _published(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Which steps keep nobody busy for a time."""
    steps = [step for one in outcomes for step in one.model.steps.values() if step.holders]
    wholly = dict.fromkeys(step.name for step in steps if publicity(step) == 1)
    partly = {step.name: publicity(step) for step in steps if 0 < publicity(step) < 1}
    if wholly:
        yield f"公示的环节({'、'.join(wholly)})只过时间,不占用岗位上的人。"
    if partly:
        shares = "、".join(f"{name}{share_text(share)}" for name, share in partly.items())
        yield f"和别的程序在一个环节里的公示,按程序个数分得的时间({shares})也只过时间,不占用人。"


def _fitted(fits: Mapping[str, Fit]) -> Iterator[str]:
    """What comes from a log, each way of taking it over in a sentence."""
    ways = (
        (True, f"记录里不少于{ENOUGH}次的环节,从实际用过的天数里随机抽取"),
        (False, f"记录里{LEAST_TIMES}次以上、不到{ENOUGH}次的环节,按记录估计(对数正态分布)"),
    )
    for resampled, way in ways:
        own = {name: fit for name, fit in fits.items() if fit.resampled == resampled}
        told = "、".join(f"{name}平均{days_text(fit.mean)}天({fit.times}次)" for name, fit in own.items())
        waiting = any(fit.waiting for fit in own.values())
        aside = ";没有开始时间的从上一环节办完算起,排队等候也在里面" if waiting else ""
        if told:
            yield f"用时:{way}:{told}{aside}。"


def _decided(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The ways other than the usual ones, and how often they are taken; what both versions have once."""
    told: dict[str, None] = {}
    for outcome in outcomes:
        model = outcome.model
        labels = dict(zip(model.routes.keys, model.labels, strict=True))
        for chances in model.decisions:
            for one in chances[1:] if chances[0].flow.kind == "main" else chances:
                if one.flow.kind == "main" and not one.said:
                    continue
                where = one.flow.condition or f"去{labels[one.flow.target]}"
                told.setdefault(f"{labels[one.flow.source]}时“{where}”{share_text(one.share)}")
    if told:
        yield f"去向概率:{'、'.join(told)};其余照主路径走。要改,写 --概率 情形=5%。"


def overloads(outcomes: Sequence[Result]) -> Iterator[str]:
    """What posts cannot do what comes in, or only just; and what would do."""
    for outcome in outcomes:
        for post in outcome.posts:
            occupancy = post.occupancy
            if occupancy is None or occupancy < BUSY:
                continue
            if occupancy >= 1:
                # Where the posts before it are slower still, little comes through to it.
                queue = "排队越来越长" if post.longest > BEGUN * (post.places or 1) else _HELD_UP
                yield (
                    f"{outcome.label}「{post.name}」忙不过来:平均要有{days_text(post.load)}件同时在办,"
                    f"{post.officers}人只能同时办{post.places}件,{queue}。{_remedy(post)}"
                )
            else:
                yield f"{outcome.label}「{post.name}」占用率{share_text(occupancy)},来件一集中就要排队。{_remedy(post)}"


def _remedy(post: PostOutcome) -> str:
    """How many officers would be enough, and how many files in hand."""
    assert post.officers
    assert post.places is not None
    hands = post.places // post.officers
    officers = max(ceil(post.load / (BUSY * hands)), post.officers + 1)
    files = max(ceil(post.load / (BUSY * post.officers)), hands + 1)
    return f"要不排长队,约需{officers}人(--人员 {post.name}={officers}),或每人同时办{files}件(--同时办 {files})。"
