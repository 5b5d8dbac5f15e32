"""Findings as SARIF 2.1.0, which code hosts and editors read; columns count UTF-16 code units, as editors do."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from processes.model.findings import Edit, Finding, Severity
from processes.model.places import Place
from renderers.findings.explanation import Explained, sections
from renderers.findings.view import WHOLE, View, settled

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "zaizao/v1"

Json = dict[str, Any]
"""An object of the format; of any kind of value, because JSON is."""


def render(
    findings: Iterable[Finding],
    texts: Mapping[str, str],
    shown: Mapping[str, str],
    view: View = WHOLE,
    *,
    version: str = "",
) -> str:
    """The log of one run, all findings in it; ``version`` is that of the program."""
    listed = tuple(findings)
    codes = sorted({finding.code for finding in listed})
    driver: Json = {"name": "zaizao", "fullName": "再造 zaizao"}
    if version:
        driver["version"] = version
    driver["rules"] = [_rule(code, view.about.get(code)) for code in codes]
    places = _Places({file: text.split("\n") for file, text in texts.items()}, shown)
    prints = _fingerprints(listed, places)
    results = [
        _result(finding, codes.index(finding.code), mark, places) for finding, mark in zip(listed, prints, strict=True)
    ]
    run = {"tool": {"driver": driver}, "language": "zh-CN", "columnKind": "utf16CodeUnits", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, item: Explained | None) -> Json:
    if item is None:
        return {"id": code}
    said = "\n\n".join(f"{title}:{text}" for title, text in sections(item))
    return {
        "id": code,
        "name": item.name,
        "shortDescription": {"text": item.name},
        "fullDescription": {"text": item.why},
        "help": {"text": said},
        "defaultConfiguration": {"level": _LEVELS[item.severity]},
    }


def _result(finding: Finding, index: int, fingerprint: str, places: _Places) -> Json:
    # A suppressed error would vanish from the reader's list, and a reason does not settle an error.
    reasons = [{"kind": "inSource", "justification": finding.accepted}] if settled(finding) else []
    message = f"{finding.message}。{finding.hint}" if finding.hint else finding.message
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": places.physical(finding.place, finding.width)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        "suppressions": reasons,
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": "另见"}, "physicalLocation": places.physical(place, 0)}
            for number, place in enumerate(finding.related, 1)
        ]
    if finding.fix:
        change = {
            "artifactLocation": places.artifact(finding.place.file),
            "replacements": [places.replacement(edit) for edit in finding.fix],
        }
        result["fixes"] = [{"description": {"text": finding.hint or finding.message}, "artifactChanges": [change]}]
    return result


def _fingerprints(findings: Iterable[Finding], places: _Places) -> list[str]:
    """The same for the same finding in the same line, wherever the line has moved to in its file."""
    met: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for finding in findings:
        key = (finding.code, finding.place.file, places.line(finding.place).strip())
        met[key] += 1
        prints.append(hashlib.sha256("\0".join((*key, str(met[key]))).encode()).hexdigest()[:32])
    return prints


class _Places:
    """Places as SARIF writes them."""

    def __init__(self, lines: Mapping[str, list[str]], shown: Mapping[str, str]) -> None:
        self._lines = lines
        self._shown = shown

    def line(self, place: Place) -> str:
        """The source line of a place; empty when there is none."""
        lines = self._lines.get(place.file, [])
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    def artifact(self, file: str) -> Json:
        """The file, as an address relative to where the command was run."""
        return {"uri": quote(self._shown.get(file, file), safe="/")}

    def physical(self, place: Place, width: int) -> Json:
        """File and region."""
        return {"artifactLocation": self.artifact(place.file), "region": self._region(place, width)}

    def replacement(self, edit: Edit) -> Json:
        """What is taken out and what comes in its place."""
        deleted = {"endLine": edit.place.line, **self._region(edit.place, edit.width)}
        if not edit.width:
            deleted["endColumn"] = deleted["startColumn"]
        return {"deletedRegion": deleted, "insertedContent": {"text": edit.text}}

    def _region(self, place: Place, width: int) -> Json:
        """From a place on; characters beyond the end of the line are on the next ones, if there are any."""
        line, column, last = self.line(place), place.column - 1, place.line
        region: Json = {"startLine": max(1, place.line), "startColumn": _units(line[:column]) + 1 if line else 1}
        end = column + width
        lines = self._lines.get(place.file, [])
        while end > len(line) and last < len(lines):
            end -= len(line) + 1
            line = lines[last]
            last += 1
        if last != place.line:
            region["endLine"] = last
        if width and line:
            region["endColumn"] = max(_units(line[:end]) + 1, 1)
        return region


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
