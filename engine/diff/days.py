"""Times as numbers of days of one kind, and 工作日 as 自然日 where a matter has both and the city converts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from engine.measures import Measure
from engine.measures.measured import Measured, distinct
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import Process
from processes.model.quick import quick

CONVERTED = "折算"
"""The value of 口径.混合日 with which working days are turned into natural days."""

NATURAL_PER_WORKING_DAY = Fraction(7, 5)
"""A week has 7 natural and 5 working days."""


@quick
@dataclass(frozen=True, slots=True)
class Days(Measured):
    """A number of days of one ``kind``: ``value`` None = 无, 0 = 即时, which have no ``kind``.

    ``is_converted`` when it was declared in working days and is given in natural ones.
    """

    kind: DayKind | None = None
    is_converted: bool = False


def days_of(process: Process, measure: Measure, switches: Switches) -> Days:
    """A time of a version as declared; its kind of day is that of the version: one unit in one version."""
    measured, limit = measure.measure(process, switches), process.version.limit
    if measured.value:
        return Days(measured.value, measured.items, measured.sources, limit.day_kind)
    # No step with a limit in a version without one: the critical path is 无 as well, not 0.
    return Days(None if limit.is_none else measured.value, measured.items, measured.sources)


def statutory_days(matter: Matter, switches: Switches) -> Days:
    """法定时限 (附件6 column 22), in the unit in which the matter's other limits are given."""
    limit = matter.statutory.limit
    days = Days(None if limit.is_none else limit.days, (), (_statutory_place(matter),), limit.day_kind)
    return in_one_unit(days, matter, switches)


def in_one_unit(days: Days, matter: Matter, switches: Switches) -> Days:
    """``days`` of ``matter`` in natural days if it uses both kinds and the city converts, else as they are.

    附件6 columns 22, 23 and 24 of a row are in one unit, so that the conversion depends on all three limits; a
    part of a day is counted as a day.
    """
    if days.kind is not DayKind.WORKING or days.value is None or switches.mixed_days != CONVERTED:
        return days
    declared = (matter.statutory.limit, *(version.limit for version in matter.versions))
    if DayKind.NATURAL not in {limit.day_kind for limit in declared}:
        return days
    places = (_statutory_place(matter), *(version.at("limit") for version in matter.versions))
    return replace(
        days,
        value=ceil(days.value * NATURAL_PER_WORKING_DAY),
        sources=distinct((*days.sources, *places)),
        kind=DayKind.NATURAL,
        is_converted=True,
    )


def _statutory_place(matter: Matter) -> Place:
    law = matter.statutory
    return next(iter(distinct((law.at("limit"), matter.at("statutory")))), matter.place)
