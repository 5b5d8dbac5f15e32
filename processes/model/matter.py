"""事项: one administrative matter as declared, its facts and its two versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from processes.model.flow import BranchDeclaration, Entry
from processes.model.limits import NO_LIMIT, TimeLimit
from processes.model.places import Placed, Text
from processes.model.quick import quick
from processes.model.vocabulary import BasisRank, MatterType


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Basis(Placed):
    """事项依据: one legal instrument under its rank."""

    rank: BasisRank
    text: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StatutoryLimit(Placed):
    """法定时限 with its basis and the day from which it runs.

    ``extension``: by how much it may be made longer once; None where nothing is said of it, 无 where it may not.
    """

    limit: TimeLimit = NO_LIMIT
    basis: str = ""
    runs_from: str = "受理之日"
    extension: TimeLimit | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Fee(Placed):
    """收费项目: what is charged, the standard and its basis."""

    item: str
    standard: str = ""
    basis: str = ""


NO_FEE = "不收费"
"""What is said of 收费 where nothing is charged."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Material(Placed):
    """材料: one paper the applicant hands in. ``copies`` as written (``原件1份、复印件2份``), empty = one copy.

    ``shared`` is 可共享: the administration can look it up itself; None when not said.
    """

    name: str
    copies: str = ""
    source: str = ""
    basis: str = ""
    shared: bool | None = None
    origins: tuple[Text, ...] | None = None
    remark: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Placed):
    """A row of 附件5."""

    text: str
    measure: str = ""
    offices: tuple[Text, ...] = ()
    remark: str = ""


class VersionLabel(StrEnum):
    """Which of the two processes of a matter."""

    BEFORE = "优化前"
    AFTER = "优化后"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Placed):
    """优化前 or 优化后, complete: what 优化后 does not say is taken over from 优化前 together with its place.

    ``offices`` is 承办 as written (or found in the steps); ``fees`` empty = 不收费; ``source`` is 出处.
    """

    label: VersionLabel
    limit: TimeLimit
    entries: tuple[Entry, ...]
    materials: tuple[Material, ...] = ()
    offices: tuple[Text, ...] = ()
    conditions: tuple[Text, ...] = ()
    public: bool = True
    fees: tuple[Fee, ...] = ()
    location: str = ""
    channels: tuple[Text, ...] = ()
    branches: Mapping[str, BranchDeclaration] = field(default_factory=dict)
    source: str = ""

    def takes_over(self, before: Version, part: str) -> bool:
        """Whether ``part`` is that of 优化前, because 优化后 does not say it anew."""
        return self.at(part) == before.at(part)


class Outcome(StrEnum):
    """What the reform does with a matter (附件6 columns 4–6)."""

    REWORKED = "优化"
    UNCHANGED = "不变"
    CANCELLED = "取消"
    DEVOLVED = "下放"


_GONE = (Outcome.CANCELLED, Outcome.DEVOLVED)
_LEVELS = ("绝密", "机密", "秘密")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Placed):
    """A matter as declared. ``department`` is the short name; ``number`` the leading number of the file name.

    ``after`` is None exactly when the matter is cancelled. ``problems`` is None when not evaluated, empty when
    evaluated and none found (无).
    """

    department: str
    file: str
    number: str
    name: str
    type: MatterType
    kind: str
    bases: tuple[Basis, ...]
    subjects: tuple[Text, ...]
    statutory: StatutoryLimit
    outputs: tuple[Text, ...]
    before: Version
    after: Version | None
    outcome: Outcome
    published_name: str = ""
    code: str = ""
    final_level: str = ""
    parallel_departments: tuple[Text, ...] = ()
    joint_departments: tuple[Text, ...] = ()
    secret: str = ""
    publicity: tuple[Text, ...] = ()
    platforms: tuple[Text, ...] = ()
    published: Mapping[str, Text] = field(default_factory=dict)
    implementing_body: str = ""
    inquiry_phone: str = ""
    supervisor: str = ""
    supervision_phone: str = ""
    postal_address: str = ""
    postcode: str = ""
    problems: tuple[Problem, ...] | None = None
    unexercised: str = ""
    supervision: str = ""
    not_in_centre: str = ""
    other_improvement: str = ""
    key_project: bool = False
    yearly_volume: int | None = None
    devolved_to: str = ""
    cancel_reason: str = ""
    remark: str = ""
    acceptances: Mapping[str, Text] = field(default_factory=dict)
    faulty: bool = False
    """Whether reading reported errors: it is checked as far as it goes, but nothing is made of it."""

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions there are: before, and after unless cancelled."""
        return (self.before,) if self.after is None else (self.before, self.after)

    @property
    def marking(self) -> str:
        """密级 as a paper on a secret matter must show it (保守国家秘密法: 国家秘密标志): 绝密, 机密, 秘密; or 涉密.

        Empty for what is not secret; 涉密 where the declaration does not say the level.
        """
        return next((level for level in _LEVELS if level in self.secret), "涉密" if self.secret else "")

    @property
    def is_gone(self) -> bool:
        """Whether the department no longer handles it after the reform: cancelled or devolved."""
        return self.outcome in _GONE
