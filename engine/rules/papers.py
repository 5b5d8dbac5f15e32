"""Which materials of 优化后 nothing of 优化前 goes on as, and which need not be asked for at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from processes.model.folding import fold_name
from processes.model.matter import Material
from processes.model.places import Place

_SHARED = re.compile(r"身份证|营业执照|法人(?:登记)?证书|组织机构代码证|户口[簿本]|不动产权证")
"""方案 二(三)1: 身份证、营业执照、法人证书等; the rest is what “等” is taken to mean."""
_JOINED = re.compile("[、和及与]")


def new_materials(before: Sequence[Material], after: Sequence[Material]) -> tuple[Material, ...]:
    """Those that go on as no material of ``before``, by name or by 沿自.

    One whose name is part of that of a dropped one (身份证 for 身份证复印件) is that one, asked for less of; so is each
    part of several written as one (身份证、户口簿复印件).
    """
    from engine.diff.named import match_materials  # noqa: PLC0415 - slow to load, and seldom asked

    groups = match_materials(before, after)
    dropped = [fold_name(group.before[0].name) for group in groups if not group.after]
    added = [group.after[0] for group in groups if not group.before]
    return tuple(one for one in added if not _is_known(fold_name(one.name), dropped))


def new_without_basis(before: Sequence[Material], after: Sequence[Material]) -> frozenset[Place]:
    """The places of ``new_materials`` that have no basis, looked for only if there may be any."""
    known = {fold_name(material.name) for material in before}
    if not any(known.isdisjoint(map(fold_name, (one.name, *(one.origins or ())))) for one in after if not one.basis):
        return frozenset()
    return frozenset(one.place for one in new_materials(before, after) if not one.basis)


def is_copy_unexplained(material: Material) -> bool:
    """Whether it is a copy of a paper of the plan's list, and nobody says why it cannot be shared."""
    copy = "复印件" in material.name or "复印件" in material.copies
    explained = material.shared is False and material.remark
    return bool(copy and not explained and _SHARED.search(material.name))


def _is_known(name: str, dropped: Sequence[str]) -> bool:
    parts = [name] if any(name in wider for wider in dropped) else _JOINED.split(name)
    return all(part and any(part in wider for wider in dropped) for part in parts)
