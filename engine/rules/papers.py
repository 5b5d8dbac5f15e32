"""Which materials of 优化后 nothing of 优化前 goes on as."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.diff.named import match_materials
from processes.model.folding import fold_name
from processes.model.matter import Material

_JOINED = re.compile("[、和及与]")


def new_materials(before: Sequence[Material], after: Sequence[Material]) -> tuple[Material, ...]:
    """Those that go on as no material of ``before``, by name or by 沿自.

    One whose name is part of that of a dropped one (身份证 for 身份证复印件) is that one, asked for less of; so is each
    part of several written as one (身份证、户口簿复印件).
    """
    groups = match_materials(before, after)
    dropped = [fold_name(group.before[0].name) for group in groups if not group.after]
    added = [group.after[0] for group in groups if not group.before]
    return tuple(one for one in added if not _is_known(fold_name(one.name), dropped))


def _is_known(name: str, dropped: Sequence[str]) -> bool:
    parts = [name] if any(name in wider for wider in dropped) else _JOINED.split(name)
    return all(part and any(part in wider for wider in dropped) for part in parts)
