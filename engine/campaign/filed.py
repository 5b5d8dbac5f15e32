"""What the registry knows on a date, laid beside what is declared now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from engine.campaign.standing import DayOf, Filed, as_of
from processes.model.filing import OWED, ROWS, Figures, Number, Submission

Digests = Mapping[str, str]
"""Path of a declaration → SHA-256 of its content."""

Key = tuple[str, int]
"""Department and stage (from 1)."""


def filed_by(
    versions: Iterable[Submission],
    day: date,
    day_of: DayOf,
    filed: Mapping[Key, Digests],
    present: Mapping[str, Digests],
) -> Mapping[Key, Filed]:
    """Department and stage → what had been filed by the end of ``day``.

    ``versions``: all versions, in order. ``filed``: what the newest version of each holds; ``present``: department →
    its declarations as they are now.
    """
    by_key: dict[Key, list[Submission]] = {}
    for one in versions:
        by_key.setdefault((one.department, one.stage), []).append(one)
    newest = {key: listed[-1] for key, listed in by_key.items()}
    stages: dict[str, list[int]] = {}
    for department, stage in by_key:
        stages.setdefault(department, []).append(stage)
    found: dict[Key, Filed] = {}
    for key, listed in by_key.items():
        known = as_of(listed, day, day_of)
        if not known:
            continue
        department, _ = key
        latest = known[-1]
        is_newest = latest.version == newest[key].version
        later = [
            filed.get((department, stage), {})
            for stage in stages[department]
            if newest[department, stage].filed_at >= latest.filed_at
        ]
        found[key] = Filed(
            latest=latest,
            first_day=day_of(known[0].filed_at),
            last_day=day_of(latest.filed_at),
            changed=_changed(filed.get(key, {}), present.get(department, {}), later) if is_newest else (),
        )
    return found


def with_made(filed: Mapping[Key, Filed], figures: Mapping[tuple[str, int, int], Figures]) -> Mapping[Key, Filed]:
    """``filed`` with what was made for each matter. ``figures``: department, stage and version → its figures."""
    found = dict(filed)
    for (department, stage, version), forms in figures.items():
        known = found[department, stage]
        made = {form: (_whole(said[ROWS]), _whole(said[OWED])) for form, said in forms.items() if OWED in said}
        if known.latest.version == version and made:
            found[department, stage] = replace(known, made=made)
    return found


def _whole(number: Number) -> int:
    """A number of copies."""
    return int(number)


def _changed(filed: Digests, present: Digests, later: Iterable[Digests]) -> tuple[str, ...]:
    """The files that are not what was filed, and not what anything filed ``later`` holds."""
    differing = {file for file in {*filed, *present} if filed.get(file) != present.get(file)}
    for other in later if differing else ():
        differing -= {file for file in differing if other.get(file) == present.get(file)}
    return tuple(sorted(differing))
