"""单位: a department of the plan, its offices, its 行政审批股 and its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from processes.model.places import Placed, Text
from processes.model.plan import OutsideBody
from processes.model.quick import quick
from processes.model.vocabulary import OfficeChange, OfficeRole


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Placed):
    """内设机构: name as printed in the forms, role, and what the reform does with it."""

    name: str
    role: OfficeRole = OfficeRole.GENERAL
    change: OfficeChange = OfficeChange.KEPT
    nature: str = ""
    plates: tuple[Text, ...] = ()
    staff: int | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalOffice(Placed):
    """行政审批股: how it was formed (R203) and how it sits in the centre (R601–R606)."""

    mode: str
    reason: str = ""
    head: str = ""
    deputy: str = ""
    window: str = ""
    window_staff: str = ""
    authority: str = ""
    seal: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount(Placed):
    """A number before and after the reform (R204 三不增)."""

    before: int
    after: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Placed):
    """附件9 columns 21–23: people who took part in the evaluation, and matters evaluated with them."""

    service_users: int = 0
    experts: int = 0
    matters: int = 0


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Department(Placed):
    """A department as declared in 单位.yaml; ``folder`` is its folder in the project."""

    folder: str
    name: str
    full_name: str
    offices: tuple[Office, ...]
    approval_office: ApprovalOffice | None = None
    staff: Headcount | None = None
    office_count: Headcount | None = None
    leader_posts: Headcount | None = None
    evaluation: Evaluation | None = None
    documents: Mapping[str, Text] = field(default_factory=dict)
    confirmations: Mapping[str, Text] = field(default_factory=dict)
    outside_bodies: tuple[OutsideBody, ...] = ()
    outside_scope: bool = False
    acceptances: Mapping[str, Text] = field(default_factory=dict)
