"""时限: a number with its unit, 即时, or 无 — three different things — and time that is not counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

HOURS_PER_WORKING_DAY = 8
"""8小时 count as 1工作日 (declaration format §2, Limits)."""


class DayKind(StrEnum):
    """The unit of a limit; never left out, because 附件6 注2 wants 工作日 or 自然日 named."""

    WORKING = "工作日"
    NATURAL = "自然日"
    HOUR = "小时"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit: ``amount`` is None for 无, 0 for 即时, else positive with ``unit``.

    ``excluded`` names the act whose time is not counted (行政许可法 art. 45), empty for an ordinary limit; an
    excluded limit may still carry the amount that act takes. ``counted`` are the ``days``, an integer when they are
    whole: integers add up much faster than fractions, and nearly all limits are whole days. ``day_kind`` is 工作日 or
    自然日 (hours are parts of working days), None for 无, 即时 and excluded time.
    """

    amount: Fraction | None
    unit: DayKind | None = None
    excluded: str = ""
    counted: int | Fraction = field(init=False, compare=False, repr=False)
    day_kind: DayKind | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out once what the rules ask of every limit."""
        days = Fraction(0) if self.excluded or self.amount is None else self.amount
        if self.unit is DayKind.HOUR:
            days /= HOURS_PER_WORKING_DAY
        object.__setattr__(self, "counted", days.numerator if days.denominator == 1 else days)
        unit = DayKind.WORKING if self.unit is DayKind.HOUR else self.unit
        object.__setattr__(self, "day_kind", None if self.excluded else unit)

    @property
    def is_none(self) -> bool:
        """Whether there is no limit at all (无)."""
        return self.amount is None and not self.excluded

    @property
    def is_immediate(self) -> bool:
        """Whether it is 即时 (0 in 附件6 注2)."""
        return self.amount == 0 and not self.excluded

    @property
    def days(self) -> Fraction:
        """Counted days: 0 for 无, 即时 and excluded time; hours as eighths of a working day."""
        return Fraction(self.counted)

    def __str__(self) -> str:
        """As written in a declaration: 20工作日, 即时, 无, 不计时限(听证)."""
        amount = "" if self.amount is None else "即时" if self.amount == 0 else f"{number_text(self.amount)}{self.unit}"
        if self.excluded:
            return f"{amount}不计时限({self.excluded})"
        return amount or "无"

    @property
    def official(self) -> str:
        """As printed in 附件1, 7 and 8: 20个工作日, 即时办结, 无."""
        if self.excluded:
            return f"不计时限({self.excluded})"
        if self.amount is None:
            return "无"
        return "即时办结" if self.amount == 0 else f"{number_text(self.amount)}个{self.unit}"


NO_LIMIT = TimeLimit(None)
IMMEDIATE = TimeLimit(Fraction(0))


def number_text(number: Fraction | int) -> str:
    """A number as people write it: 3, 0.5, 12.375; at most three decimals are ever needed (1小时 = 0.125工作日)."""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.6f}".rstrip("0").rstrip(".")
