"""Numbers and quantities as the words of a sentence."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from engine.annexes.form import NONE_TEXT, NOT_SUMMED
from engine.diff.comparison import BEFORE_AND_AFTER
from engine.diff.days import Days
from engine.diff.deltas import Delta, TimeDelta
from engine.reports.totals import Total, Totals
from processes.model.limits import DayKind, number_text

MINUS = "−"
UNCHANGED = "不变"


def percent(share: Fraction | int) -> Fraction:
    """A share as per cent with one decimal, half away from zero: 1/3 → 33.3."""
    tenths = floor(abs(Fraction(share)) * 1000 + Fraction(1, 2))
    return Fraction(tenths if share >= 0 else -tenths, 10)


def percent_text(share: Fraction | int | None) -> str:
    """``33.3%``; ``——`` where there is nothing to take a share of (附件3)."""
    return NOT_SUMMED if share is None else f"{float(percent(share)):.1f}%"


def change_text(share: Fraction | int) -> str:
    """A share by which something becomes less as a change of it: 1/3 → ``−33.3%``, −1/5 → ``+20%``, 0 → ``不变``."""
    if not share:
        return UNCHANGED
    return f"{MINUS if share > 0 else '+'}{number_text(abs(percent(share)))}%"


def movement_text(quantity: Delta | Total) -> str:
    """``减2,33.3%``, ``增1,25.0%``, ``增1`` where there was nothing before, ``不变``."""
    if not quantity.reduction:
        return UNCHANGED
    amount = f"{'减' if quantity.reduction > 0 else '增'}{number_text(abs(quantity.reduction))}"
    return amount if quantity.percentage is None else f"{amount},{percent_text(abs(quantity.percentage))}"


def day_text(value: Fraction | int | None, days: DayKind | None) -> str:
    """``20工作日``, ``即时办结``, ``无``."""
    if value is None:
        return NONE_TEXT
    return f"{number_text(value)}{days}" if days else number_text(value) if value else "即时办结"


def sides_text(quantity: Delta | Total) -> str:
    """``6→4``, ``20→13工作日``, ``10工作日→即时办结``; a single one where both are the same."""
    unit: str = ""
    match quantity:
        case TimeDelta(before=Days(kind=old), after=Days(kind=new)) if old is not new or old is None:
            before, after = day_text(quantity.before.value, old), day_text(quantity.after.value, new)
        case TimeDelta():
            before, after, unit = (
                _number(quantity.before.value),
                _number(quantity.after.value),
                str(quantity.after.kind),
            )
        case Delta():
            before, after = _number(quantity.before.value), _number(quantity.after.value)
        case Total():
            before, after, unit = number_text(quantity.before), number_text(quantity.after), str(quantity.days or "")
    return f"{before if before == after else f'{before}→{after}'}{unit}"


def quantity_text(quantity: Delta | Total) -> str:
    """``环节 6→4(减2,33.3%)``, or in the brackets why nothing can be subtracted."""
    why = obstacle(quantity) if isinstance(quantity, Delta) and quantity.reduction is None else movement_text(quantity)
    return f"{quantity.name} {sides_text(quantity)}" + (f"({why})" if why else "")


def limits_text(sums: Totals) -> str:
    """时限 of several matters; where both kinds of day occur, the nominal sum and each kind for itself."""
    if not sums.days:
        return quantity_text(sums.time_limit)
    kinds = "、".join(f"{part.days} {sides_text(part).removesuffix(str(part.days))}" for part in sums.days)
    total = sums.time_limit
    return f"{total.name} {sides_text(total)}(其中{kinds};{movement_text(total)})"


def obstacle(delta: Delta, sides: tuple[str, str] = BEFORE_AND_AFTER) -> str:
    """Why one side cannot be taken from the other; empty where there is nothing on both."""
    if delta.before.value is None:
        first = "原" if sides == BEFORE_AND_AFTER else sides[0]
        return "" if delta.after.value is None else f"{first}无时限"
    return f"{sides[1]}无时限" if delta.after.value is None else "单位不同,不相减"


def _number(value: Fraction | int | None) -> str:
    return NONE_TEXT if value is None else number_text(value)
