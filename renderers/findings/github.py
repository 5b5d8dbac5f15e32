"""Findings as workflow commands of GitHub Actions, which shows them beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from processes.model.findings import Finding, Severity
from renderers.findings.view import WHOLE, View, settled, summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(findings: Iterable[Finding], shown: Mapping[str, str], view: View = WHOLE) -> str:
    """``::error file=…,line=…,col=…,title=…::…`` for each finding that is listed, then the counts as plain text."""
    found = tuple(findings)
    return "".join(f"{_command(one, shown, view)}\n" for one in found if view.lists(one)) + summary(found) + "\n"


def _command(finding: Finding, shown: Mapping[str, str], view: View) -> str:
    place = finding.place
    properties = {
        "file": shown.get(place.file, place.file),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + finding.width),
        "title": f"{finding.code} {view.name(finding.code)}".rstrip(),
    }
    told = [finding.message, *([f"→ {finding.hint}"] if finding.hint else [])]
    told += [f"说明:{finding.accepted}"] if finding.accepted else []
    command = "notice" if settled(finding) else _COMMANDS[finding.severity]
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {given}::{_data(chr(10).join(told))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
