"""What is known about findings besides themselves, what of them is listed, and in which groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType

from processes.model.findings import Finding, Severity
from renderers.findings.explanation import Explained

_OF_READING = re.compile(r"[DFY]\d")
"""What is said while reading is always listed: a hint there means that something is not finished."""

_TOP = "全项目"
"""Whose 方案.yaml is."""

SEVERITIES = tuple(sorted(Severity, reverse=True))
"""The worst first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """``about``: code → what it is. ``owners``: folder → department. ``hints``, ``accepted``: whether these are listed.

    What is not listed is counted.
    """

    about: Mapping[str, Explained] = field(default_factory=lambda: MappingProxyType({}))
    owners: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hints: bool = True
    accepted: bool = True

    def lists(self, finding: Finding) -> bool:
        """Whether the finding is listed in full."""
        if settled(finding):
            return self.accepted
        return self.hints or finding.severity is not Severity.INFO or _OF_READING.match(finding.code) is not None

    def owner(self, file: str) -> str:
        """The department a file belongs to, or the folder it lies in."""
        folder, slash, _ = file.partition("/")
        return self.owners.get(folder, folder) if slash else _TOP

    def name(self, code: str) -> str:
        """What a code finds, in a few words; empty when it is not known."""
        return self.about[code].name if code in self.about else ""


WHOLE = View()
"""Everything is listed, nothing else is known."""


def settled(finding: Finding) -> bool:
    """Whether a written reason (说明) has settled it; an error stays one, whatever is said."""
    return bool(finding.accepted) and finding.severity is not Severity.ERROR


def by_file(findings: Iterable[Finding]) -> list[tuple[str, tuple[Finding, ...]]]:
    """Each file with its findings, in the order given."""
    return [(file, tuple(some)) for file, some in groupby(findings, key=lambda finding: finding.place.file)]


def summary(findings: Iterable[Finding]) -> str:
    """``发现 3 处:错误 1、警告 2`` or ``没有发现问题``; warnings with a reason are counted apart."""
    listed = tuple(findings)
    return f"发现 {len(listed)} 处:{counts(listed)}。" if listed else "没有发现问题。"


def counts(findings: Iterable[Finding]) -> str:
    """``错误 1、警告 2、已说明理由 1``: the worst first, what is settled apart; empty when there is nothing."""
    listed = tuple(findings)
    open_ = [finding for finding in listed if not settled(finding)]
    words = [
        f"{severity.chinese} {number}"
        for severity in SEVERITIES
        if (number := sum(finding.severity is severity for finding in open_))
    ]
    if len(listed) > len(open_):
        words.append(f"已说明理由 {len(listed) - len(open_)}")
    return "、".join(words)
