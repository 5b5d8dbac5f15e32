"""A matter as it was declared and as it is: 优化前 beside 优化前, 优化后 beside 优化后, and what is said of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.diff.compare import Difference
from engine.diff.differing import differs
from engine.diff.pairing import pair_matters
from engine.diff.versions import compare_versions
from processes.model.matter import Matter, Problem, VersionLabel
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
    def differs(self) -> bool:
        """Whether anything does."""
        return bool(self.facts or self.versions)

    @property
    def is_renamed(self) -> bool:
        """Whether it has another name, or is in another department."""
        return (self.then.department, self.then.name) != (self.now.department, self.now.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Two states called ``sides``: the matters of both, and those that came or went.

    ``untouched`` are further matters of which nothing was compared, as the files are the same.
    """

    sides: tuple[str, str]
    matters: tuple[MatterHistory, ...]
    removed: tuple[Matter, ...]
    added: tuple[Matter, ...]
    untouched: int = 0

    @property
    def changed(self) -> tuple[MatterHistory, ...]:
        """The matters that differ."""
        return tuple(one for one in self.matters if one.differs)

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return bool(self.changed or self.removed or self.added)


def history(
    then: Sequence[CheckedMatter],
    now: Sequence[CheckedMatter],
    switches: Switches,
    sides: tuple[str, str],
    labels: Sequence[VersionLabel] = tuple(VersionLabel),
) -> History:
    """What became of the matters ``then``; of their versions only ``labels`` are compared."""
    pairing = pair_matters(then, now, by_file=True)
    return History(
        sides=sides,
        matters=tuple(_matter(old, new, switches, sides, labels) for old, new in pairing.pairs),
        removed=tuple(one.matter for one in pairing.only_first),
        added=tuple(one.matter for one in pairing.only_second),
    )


def _matter(
    then: CheckedMatter, now: CheckedMatter, switches: Switches, sides: tuple[str, str], labels: Sequence[VersionLabel]
) -> MatterHistory:
    processes = {
        VersionLabel.BEFORE: (then.before, now.before),
        VersionLabel.AFTER: (then.after, now.after),
    }
    versions = []
    for label in labels:
        old, new = processes[label]
        if old and new:
            difference = compare_versions(now.matter, old, new, switches, sides)
            if differs(difference):
                versions.append((label, difference))
    return MatterHistory(then=then.matter, now=now.matter, facts=_facts(then, now), versions=tuple(versions))


def _facts(then: CheckedMatter, now: CheckedMatter) -> tuple[FactDiffers, ...]:
    old, new = _texts(then), _texts(now)
    return tuple(FactDiffers(name=name, then=old[name], now=new[name]) for name in old if old[name] != new[name])


def _texts(checked: CheckedMatter) -> dict[str, str]:
    """The facts of both versions, in the order of the declaration format (format §2); empty = nothing said."""
    matter = checked.matter
    law = matter.statutory
    return {
        "部门": matter.department,
        "名称": matter.name,
        "公布名称": matter.published_name,
        "编码": matter.code,
        "类型": str(matter.type),
        "种类": matter.kind,
        "依据": ";".join(f"{basis.rank}:{basis.text}" for basis in matter.bases),
        "相对人": "、".join(matter.subjects),
        "法定时限": f"{law.limit}({law.basis})" if law.basis else str(law.limit),
        "终审": matter.final_level,
        "并联部门": "、".join(matter.parallel_departments),
        "共同实施": "、".join(matter.joint_departments),
        "出具": "、".join(matter.outputs),
        "涉密": matter.secret,
        "公开方式": "、".join(matter.publicity),
        "平台": "、".join(matter.platforms),
        "实施主体": matter.implementing_body,
        "咨询电话": matter.inquiry_phone,
        "监督机构": matter.supervisor,
        "监督电话": matter.supervision_phone,
        "邮寄地址": matter.postal_address,
        "邮政编码": matter.postcode,
        "优化后": _outcome(matter),
        "问题": ";".join(map(_problem, matter.problems or ())),
        "未行使原因": matter.unexercised,
        "监管措施": matter.supervision,
        "未进驻原因": matter.not_in_centre,
        "其他优化": matter.other_improvement,
        "重点项目": "是" if matter.key_project else "否",
        "年办件量": "" if matter.yearly_volume is None else str(matter.yearly_volume),
        "网上公示": ";".join(f"{name}:{text}" for name, text in matter.published.items()),
        "备注": matter.remark,
        "说明": ";".join(f"{code}:{text}" for code, text in matter.acceptances.items()),
    }


def _problem(problem: Problem) -> str:
    """``问题→措施(股室)``."""
    offices = f"({'、'.join(problem.offices)})" if problem.offices else ""
    return f"{problem.text}→{problem.measure}{offices}"


def _outcome(matter: Matter) -> str:
    """``取消(原因)``, ``下放至镇``, or 办理: whether the reform changes anything is told by the versions."""
    if matter.after is None:
        return f"取消({matter.cancel_reason})" if matter.cancel_reason else "取消"
    return f"下放至{matter.devolved_to}" if matter.devolved_to else "办理"
