"""性质: what must hold of every run of a process, as somebody has written it down in the plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from processes.model.limits import TimeLimit
from processes.model.places import Placed, Text
from processes.model.quick import quick


class PropertyKind(StrEnum):
    """The words of a sentence that make it a property."""

    BEFORE = "之前必有"
    """Whenever the first happens, the second has happened before or happens with it."""
    AFTER = "之后必达"
    """After the first, no run ends without the second; in the step of the first counts as well."""
    NEVER_AFTER = "之后不得有"
    """Once the first has happened, the second does not happen any more."""
    NOT_BOTH = "不得都有"
    """No run has both."""
    OTHER_POST = "不由同一岗位"
    """No run has both by the same post of the same unit; steps without a named post are left aside."""
    OTHER_UNIT = "不由同一单位"
    """No run has both by the same unit."""
    AT_MOST = "不超过"
    """A number, or the days of every way, is not more than a bound."""


NUMBERS = ("环节数", "程序数", "材料数")
"""What may be counted: the quantities of 附件6, as the plan has them counted."""
EVERY_WAY = "每条路径"
"""The days of every way from 开始 to an end."""
PROMISE = "承诺时限"
"""The bound that is the total limit of the version itself."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Property(Placed):
    """One sentence. ``first`` and ``second`` are names, any of which will do.

    Of an AT_MOST one ``first`` is what is counted (one of ``NUMBERS``, or ``EVERY_WAY``), and the bound is ``number``,
    ``limit``, or with neither the promise of the version. ``applies``: 类型 or 种类 of matters, empty for all.
    """

    sentence: str
    kind: PropertyKind
    first: tuple[Text, ...]
    second: tuple[Text, ...] = ()
    number: int = 0
    limit: TimeLimit | None = None
    applies: tuple[Text, ...] = ()

    @property
    def words(self) -> tuple[Text, ...]:
        """The names that must be something in a process."""
        return () if self.kind is PropertyKind.AT_MOST else (*self.first, *self.second)
