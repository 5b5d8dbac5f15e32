"""What the declarations of each department say about what it owes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from engine.annexes.annex10 import changes_of
from engine.campaign.owing import Facts
from engine.rules.approving import approval_offices, approvals_of, approvals_staying
from processes.checking import Checked
from processes.model.department import Department
from processes.model.findings import Finding, Severity


def facts_by_department(checked: Checked, unread: Mapping[str, int]) -> Mapping[str, Facts]:
    """Short name → facts, of every declared department that takes part in the campaign.

    A 镇 or 开发区 (范围外) reforms by itself. ``unread``: name → number of matter files of which nothing could be read.
    """
    assert checked.workspace is not None
    wrong = _wrong(checked.findings)
    return MappingProxyType(
        {
            one.name: _facts(one, checked, wrong.get(one.folder, Counter()), unread.get(one.name, 0))
            for one in checked.workspace.departments
            if not one.outside_scope
        }
    )


def _wrong(findings: Iterable[Finding]) -> dict[str, Counter[Severity]]:
    """Folder → how many findings of each severity are to be mended."""
    found: dict[str, Counter[Severity]] = {}
    for one in findings:
        if not one.accepted or one.severity is Severity.ERROR:
            found.setdefault(one.place.file.partition("/")[0], Counter())[one.severity] += 1
    return found


def _facts(department: Department, checked: Checked, wrong: Counter[Severity], unread: int) -> Facts:
    assert checked.workspace is not None
    matters = checked.workspace.matters_of(department.name)
    sound = checked.matters_of(department.name)
    staying = approvals_staying(matters)
    return Facts(
        matters=len(matters) + unread,
        broken=len(matters) - len(sound) + unread,
        unread=unread,
        kept=sum(one.after is not None for one in matters) + unread,
        kept_sound=sum(one.after is not None for one in sound),
        approvals=len(approvals_of(matters)),
        approvals_kept=len(staying),
        entering=sum(not one.not_in_centre for one in staying),
        has_approval_office=department.approval_office is not None or bool(approval_offices(department)),
        to_change=sum(1 for one in sound for _ in changes_of(one, department)),
        errors=wrong[Severity.ERROR],
        warnings=wrong[Severity.WARNING],
        papers=MappingProxyType({str(name): str(said) for name, said in department.documents.items()}),
    )
