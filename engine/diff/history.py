"""A matter as it was declared and as it is: 优化前 beside 优化前, 优化后 beside 优化后, and what is said of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.diff.compare import Difference
from engine.diff.differing import differs
from engine.diff.pairing import pair_matters
from engine.diff.versions import compare_versions
from processes.model.matter import Matter, VersionLabel
from processes.model.plan import Switches
from processes.model.process import CheckedMatter


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDiffers:
    """A fact of the matter itself, as texts of the two states; empty = nothing said."""

    name: str
    then: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterHistory:
    """What became of a matter: facts that differ, and by name of the version what differs in it.

    A version that only one state has (the matter was cancelled, or is no longer) is not compared: its fact 优化后 says
    so.
    """

    then: Matter
    now: Matter
    facts: tuple[FactDiffers, ...]
    versions: tuple[tuple[VersionLabel, Difference], ...]

    @property
    def _facts(then: CheckedMatter, now: CheckedMatter) -> tuple[FactDiffers, ...]:
    old, new = _texts(then), _texts(now)
    return tuple(FactDiffers(name=name, then=old[name], now=new[name]) for name in old if old[name] != new[name])


def _texts(checked: CheckedMatter) -> dict[str, str]:
    """The facts of both versions, in the order of the declaration format."""
    matter = checked.matter
    law = matter.statutory
    return {
        "部门": matter.department,
        "名称": matter.name,
        "类型": str(matter.type),
        "种类": matter.kind,
        "依据": ";".join(f"{basis.rank}:{basis.text}" for basis in matter.bases),
        "相对人": "、".join(matter.subjects),
        "法定时限": f"{law.limit}({law.basis})" if law.basis else str(law.limit),
        "出具": "、".join(matter.outputs),
        "优化后": _outcome(matter),
        "其他优化": matter.other_improvement,
        "问题": ";".join(f"{problem.text}→{problem.measure}" for problem in matter.problems or ()),
        "备注": matter.remark,
    }


def _outcome(matter: Matter) -> str:
    """``取消(原因)``, ``下放至镇``, or 办理: whether the reform changes anything is told by the versions."""
    if matter.after is None:
        return f"取消({matter.cancel_reason})" if matter.cancel_reason else "取消"
    return f"下放至{matter.devolved_to}" if matter.devolved_to else "办理"
