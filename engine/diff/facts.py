"""Changes of what is said once a version: 时限 and the V keys (条件, 收费, 公开 …)."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diff.changes.facts import Fact, FactChanged, LimitChanged
from processes.model.matter import NO_FEE, Fee, Version
from processes.model.vocabulary import COUNTER

_FIELDS = {
    Fact.OFFICES: "offices",
    Fact.CONDITIONS: "conditions",
    Fact.FEES: "fees",
    Fact.PUBLIC: "public",
    Fact.LOCATION: "location",
    Fact.CHANNELS: "channels",
}
"""Fact → the field of ``Version`` under which its place is kept."""

DEFAULT_CHANNEL = COUNTER
"""渠道 when nothing is said (declaration format §2)."""


def limit_changes(before: Version, after: Version) -> Iterator[LimitChanged]:
    """The change of 时限, if any."""
    if before.limit != after.limit:
        yield LimitChanged(
            before_places=(before.at("limit"),),
            after_places=(after.at("limit"),),
            before=before.limit,
            after=after.limit,
        )


def fact_changes(before: Version, after: Version) -> Iterator[FactChanged]:
    """The facts that differ, in the order of ``Fact``."""
    old, new = _facts(before), _facts(after)
    for fact, field in _FIELDS.items():
        if old[fact] != new[fact]:
            yield FactChanged(
                before_places=(before.at(field),),
                after_places=(after.at(field),),
                fact=fact,
                before=old[fact],
                after=new[fact],
            )


def _facts(version: Version) -> dict[Fact, tuple[str, ...]]:
    return {
        Fact.OFFICES: version.offices,
        Fact.CONDITIONS: version.conditions,
        Fact.FEES: tuple(_fee(fee) for fee in version.fees) or (NO_FEE,),
        Fact.PUBLIC: ("是" if version.public else "否",),
        Fact.LOCATION: (version.location,) if version.location else (),
        Fact.CHANNELS: version.channels or (DEFAULT_CHANNEL,),
    }


def _fee(fee: Fee) -> str:
    """The row as declared, without its basis: a fee under another document is the same fee."""
    return f"{fee.item}({fee.standard})" if fee.standard else fee.item
