"""What a simulation takes for granted, as a value: all that the declaration does not say.

A declaration has limits and ways, but neither how many applications come in nor how many people work on them, nor how
long they really take. Everything of that kind stands here with a default, and is told with every result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from engine.simulation.fitting import Fit

CASES = 200
"""Applications a year where neither the user nor 年办件量 says."""
DAYS = 250
"""Working days a year: 365 days less 104 of weekends and 11 of holidays (全国年节及纪念日放假办法, 2013)."""
WORKING_PER_NATURAL = 5 / 7
"""Working days in a natural day where no calendar is at hand."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How long a step really takes, as shares of its limit: at least, most often, at most (triangular)."""

    least: float = 0.25
    mode: float = 0.5
    most: float = 1.0

    @property
    def mean(self) -> float:
        """The mean of the distribution as a share of the limit."""
        return (self.least + self.mode + self.most) / 3


@dataclass(frozen=True, slots=True)
class Chances:
    """How often a way other than the usual one is taken where the user does not say (shares, 0 to 1)."""

    correction: float = 0.10
    """补正: sent back at 受理 to be completed."""
    not_accepted: float = 0.02
    """不予受理, 不予立案."""
    refused: float = 0.05
    """不予许可, 不予办理, 不予处罚."""
    other: float = 0.10
    """Any other side branch, way back or way past steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What is taken for granted.

    ``cases`` of a matter come in within a year of ``days`` working days, for ``years`` years on end; of the matters
    that ``volumes`` names as many as it says, and all of it times ``growth``. ``staff``: post → officers;
    ``officers`` for the posts it does not name, None where nobody ever waits for an officer. An officer has ``hands``
    files in hand at once. ``limits``: name of a step → working days, in place of its declared limit; ``pace`` is what
    every limit is multiplied by. ``fits``: name of a step → what a log says of its durations, in place of its limit.
    ``said``: name of a way → how often it is taken.
    """

    cases: int = CASES
    volumes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    growth: float = 1.0
    days: int = DAYS
    years: int = 1
    seed: int = 1
    officers: int | None = 1
    staff: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    hands: int = 1
    spread: Spread = field(default_factory=Spread)
    chances: Chances = field(default_factory=Chances)
    said: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    limits: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    fits: Mapping[str, Fit] = field(default_factory=lambda: MappingProxyType({}))
    pace: float = 1.0

    @property
    def horizon(self) -> int:
        """Working days in which applications come in."""
        return self.days * self.years

    def cases_of(self, matter: str = "") -> int:
        """How many applications for a matter come in within a year, at least one."""
        return max(round(self.volumes.get(matter, self.cases) * self.growth), 1)

    def of(self, matter: str) -> Assumptions:
        """What is said of the steps and ways of one of several matters.

        That which is said of ``matter/step`` goes before what is said of ``step`` in every matter.
        """
        return replace(
            self,
            limits=_own(self.limits, matter),
            said=_own(self.said, matter),
            fits=_own(self.fits, matter),
        )

    def officers_of(self, post: str) -> int:
        """How many officers a post has; only where posts are limited."""
        assert self.officers is not None
        return self.staff.get(post, self.officers)


T = TypeVar("T")


def _own(told: Mapping[str, T], matter: str) -> dict[str, T]:
    """``told`` with ``matter/name`` as ``name``; what is told of other matters names nothing of this one."""
    begin = f"{matter}/"
    return {**told, **{name.removeprefix(begin): value for name, value in told.items() if name.startswith(begin)}}
