"""Findings as SARIF 2.1.0.

No package that we have brings the official schema, and it is too large to keep a copy of: ``SCHEMA`` says of the parts
that we write what the standard (OASIS SARIF 2.1.0, §3.13 to §3.57) says of them, and allows no other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from processes.declaration.refusals import REFUSALS
from processes.model.findings import Edit, Finding, Severity
from processes.model.places import Place
from renderers.findings.sarif import render
from renderers.findings.view import View

FILE = "局/01 甲.yaml"
TEXT = "甲: 乙\n𠮷键: 丙\n# 末\n"
HERE = Place(FILE, 2, 2)
FOUND = Finding(HERE, "D101", Severity.ERROR, "没有「键」", "写“建”", (Place(FILE, 1, 1),), 1)
VIEW = View(about=REFUSALS)


def some(required: str, **properties: Any) -> dict[str, Any]:  # noqa: ANN401 - pieces of a schema
    """The schema of an object with these properties and no others."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


WORD = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
MESSAGE = some("text", text=WORD)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ARTIFACT = some("uri", uri={"type": "string", "pattern": r"^[A-Za-z0-9%/._~-]+$"})
REGION = some("startLine", startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT)
PHYSICAL = some("artifactLocation region", artifactLocation=ARTIFACT, region=REGION)
RULE = some(
    "id",
    id=WORD,
    name=WORD,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=some("level", level=LEVEL),
)
REPLACEMENT = some("deletedRegion", deletedRegion=REGION, insertedContent=some("text", text={"type": "string"}))
CHANGE = some(
    "artifactLocation replacements",
    artifactLocation=ARTIFACT,
    replacements={"type": "array", "minItems": 1, "items": REPLACEMENT},
)
RESULT = some(
    "message",
    ruleId=WORD,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "items": some("", physicalLocation=PHYSICAL)},
    relatedLocations={
        "type": "array",
        "uniqueItems": True,
        "items": some("", id={"type": "integer", "minimum": 0}, message=MESSAGE, physicalLocation=PHYSICAL),
    },
    partialFingerprints={"type": "object", "additionalProperties": WORD},
    suppressions={
        "type": "array",
        "uniqueItems": True,
        "items": some("kind", kind={"enum": ["inSource", "external"]}, justification=WORD),
    },
    fixes={
        "type": "array",
        "uniqueItems": True,
        "items": some(
            "artifactChanges",
            description=MESSAGE,
            artifactChanges={"type": "array", "minItems": 1, "uniqueItems": True, "items": CHANGE},
        ),
    },
)
DRIVER = some(
    "name", name=WORD, fullName=WORD, version=WORD, rules={"type": "array", "uniqueItems": True, "items": RULE}
)
RUN = some(
    "tool",
    tool=some("driver", driver=DRIVER),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
SCHEMA = some(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
)


def run_of(findings: Iterable[Finding], text: str = TEXT, view: View = VIEW) -> dict[str, Any]:
    """The run in the log, which keeps to the standard."""
    log = json.loads(render(findings, {FILE: text}, {}, view, version="1.0"))
    Draft202012Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    codes = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(codes[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    return run  # type: ignore[no-any-return] # JSON


def result_of(finding: Finding, text: str = TEXT) -> dict[str, Any]:
    """The result of one finding."""
    (result,) = run_of([finding], text)["results"]
    return result  # type: ignore[no-any-return] # JSON


def region_of(finding: Finding, text: str = TEXT) -> dict[str, int]:
    """Where the finding is said to be."""
    region: dict[str, int] = result_of(finding, text)["locations"][0]["physicalLocation"]["region"]
    return region


def test_a_finding_is_a_result() -> None:
    """Code, level, message with the way to mend it, file as an address, other places."""
    result = result_of(FOUND)
    assert (result["ruleId"], result["level"], result["message"]["text"]) == ("D101", "error", "没有「键」。写“建”")
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E5%B1%80/01%20%E7%94%B2.yaml"
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}
    assert result["suppressions"] == []
    assert "fixes" not in result


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_severities_are_levels(severity: Severity, level: str) -> None:
    """Of the finding, whatever the rule's own is."""
    assert result_of(replace(FOUND, severity=severity))["level"] == level


def test_columns_count_code_units_of_utf_16() -> None:
    """𠮷 is one character and two units."""
    assert run_of([FOUND])["columnKind"] == "utf16CodeUnits"
    assert region_of(FOUND) == {"startLine": 2, "startColumn": 3, "endColumn": 4}
    assert region_of(replace(FOUND, place=Place(FILE, 2, 1))) == {"startLine": 2, "startColumn": 1, "endColumn": 3}


def test_what_is_at_fault_may_run_over_lines() -> None:
    """A line break is one character."""
    found = replace(FOUND, place=Place(FILE, 1, 4), width=4)
    assert region_of(found) == {"startLine": 1, "startColumn": 4, "endLine": 2, "endColumn": 4}


def test_without_the_text_there_is_a_line() -> None:
    """A file that cannot be read."""
    found = Finding(Place("无.yaml", 1, 1), "F103", Severity.ERROR, "读不了")
    assert region_of(found) == {"startLine": 1, "startColumn": 1}


def test_rules_say_what_they_are() -> None:
    """Each code once, in order."""
    driver = run_of([replace(FOUND, code="Y103"), FOUND, FOUND])["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("zaizao", "1.0")
    assert [rule["id"] for rule in driver["rules"]] == ["D101", "Y103"]
    rule, refusal = driver["rules"][0], REFUSALS["D101"]
    assert (rule["name"], rule["fullDescription"]["text"]) == (refusal.name, refusal.why)
    assert refusal.mend in rule["help"]["text"]
    assert [rule["defaultConfiguration"]["level"] for rule in driver["rules"]] == ["error", "note"]
    assert run_of([FOUND], view=View())["tool"]["driver"]["rules"] == [{"id": "D101"}]


def test_reasons_are_suppressions_in_the_source() -> None:
    """Of warnings and hints; an error is not settled by words and must not vanish."""
    result = result_of(replace(FOUND, severity=Severity.WARNING, accepted="理由"))
    assert result["suppressions"] == [{"kind": "inSource", "justification": "理由"}]
    assert result_of(replace(FOUND, accepted="理由"))["suppressions"] == []


def test_a_mend_is_offered_as_a_fix() -> None:
    """What goes, what comes; an insertion takes nothing away."""
    edits = (Edit(HERE, 1, "建"), Edit(Place(FILE, 1, 3), 0, " 无"))
    (fix,) = result_of(replace(FOUND, fix=edits))["fixes"]
    assert fix["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4},
            "insertedContent": {"text": "建"},
        },
        {
            "deletedRegion": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 3},
            "insertedContent": {"text": " 无"},
        },
    ]


def test_fingerprints_stay_when_lines_move() -> None:
    """And tell equal findings in equal lines apart."""

    def prints(findings: list[Finding], text: str) -> list[str]:
        return [result["partialFingerprints"]["zaizao/v1"] for result in run_of(findings, text)["results"]]

    (mark,) = prints([FOUND], TEXT)
    moved = replace(FOUND, place=Place(FILE, 3, 2))
    assert prints([moved], f"# 新\n{TEXT}") == [mark]
    assert prints([replace(FOUND, code="D102")], TEXT) != [mark]
    assert len({*prints([FOUND, moved], "甲\n𠮷键: 丙\n𠮷键: 丙\n")}) == 2


def test_nothing_found_is_a_run_without_results() -> None:
    """Not a log without a run: then nobody would have looked."""
    assert run_of([])["results"] == []
