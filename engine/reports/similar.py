"""相似事项: groups of matters of different departments that are nearly the same, how alike they are, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os.path import commonprefix

from engine.similarity.groups import Group
from engine.similarity.profile import Profile

_SHOWN = 3
"""So many articles and papers are named; of more only the number is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarReport:
    """What was found among ``compared`` matters with a likeness of ``least`` (0 to 1) or more.

    ``groups`` the most alike first; ``nearest`` is what comes next, told only where there is none. ``left_out`` are
    cancelled or devolved: the reform has dealt with them; ``broken`` are files with errors.
    """

    scope: str
    compared: int
    left_out: int
    broken: int
    least: float
    groups: tuple[Group, ...]
    nearest: Group | None = None


def per_cent(likeness: float) -> int:
    """Whole per cent, cut off: 80 is never less than 0.8, and 100 is all the same."""
    return int(likeness * 100 + 1e-9)


def reasons(group: Group) -> Iterator[str]:
    """What all the matters of a group have in common, and what speaks against a duplicate."""
    names = {one.matter.name for one in group.members}
    if len(names) == 1:
        yield "名称相同"
    elif group.core:
        yield f"名称只差“{'”“'.join(_endings(group))}”"
    else:
        yield f"名称相近({per_cent(min(pair.likeness.name for pair in group.pairs))}%)"
    if group.bases:
        yield f"共同依据 {_some(group.bases)}"
    if group.materials:
        fewest = min(len(one.materials) for one in group.members)
        yield f"共同材料 {len(group.materials)} 件(少的一方共 {fewest} 件):{_some(group.materials)}"
    if group.steps:
        yield f"环节相同({len(group.members[0].steps)} 个)"
    if any(declared_together(one, other) for one in group.members for other in group.members):
        yield "已写明共同实施或并联审批"


def declared_together(one: Profile, other: Profile) -> bool:
    """Whether ``one`` says that it is done together with the department of ``other``."""
    return other.matter.department in (*one.matter.joint_departments, *one.matter.parallel_departments)


def _endings(group: Group) -> list[str]:
    """What the names have behind what they share; ``无`` for a name that has nothing more."""
    names = [one.matter.name for one in group.members]
    shared = len(commonprefix(names))  # noqa: RUF071 - the characters are meant
    return list(dict.fromkeys(name[shared:] or "无" for name in names))


def _some(texts: Sequence[str]) -> str:
    more = f"等 {len(texts)} 项" if len(texts) > _SHOWN else ""
    return "、".join(texts[:_SHOWN]) + more
