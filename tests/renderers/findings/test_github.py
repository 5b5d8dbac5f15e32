"""Findings as workflow commands of GitHub Actions."""

from __future__ import annotations

import pytest

from processes.declaration.refusals import REFUSALS
from processes.model.findings import Finding, Severity
from processes.model.places import Place
from renderers.findings.github import render
from renderers.findings.view import View

HERE = Place("局/01.yaml", 3, 5)
FOUND = Finding(HERE, "D101", Severity.ERROR, "没有「甲」", "写“乙”", width=2)


@pytest.mark.parametrize(
    ("severity", "accepted", "command"),
    [
        (Severity.ERROR, "", "error"),
        (Severity.WARNING, "", "warning"),
        (Severity.INFO, "", "notice"),
        (Severity.ERROR, "理由", "error"),
        (Severity.WARNING, "理由", "notice"),
    ],
)
def test_the_command_is_that_of_the_severity(severity: Severity, accepted: str, command: str) -> None:
    """A reason takes the sting out of a warning."""
    text = render([Finding(HERE, "D101", severity, "没有", accepted=accepted)], {})
    assert text.startswith(f"::{command} file=局/01.yaml,line=3,col=5,")


def test_a_command_says_everything() -> None:
    """Where, code and name as the title, what and how to mend it; the counts are plain text."""
    assert render([FOUND], {HERE.file: "项目/局/01.yaml"}, View(about=REFUSALS)) == (
        "::error file=项目/局/01.yaml,line=3,col=5,endColumn=7,title=D101 不认识的键::没有「甲」%0A→ 写“乙”\n"
        "发现 1 处:错误 1。\n"
    )


def test_signs_of_the_format_are_escaped() -> None:
    """A percent sign, line breaks, and in properties colons and commas too."""
    place = Place("局/100%:a,b.yaml", 1, 1)
    text = render([Finding(place, "D101", Severity.ERROR, "50%: 甲,乙\r\n::error::丙")], {})
    assert text.splitlines()[0] == (
        "::error file=局/100%25%3Aa%2Cb.yaml,line=1,col=1,endColumn=2,title=D101::50%25: 甲,乙%0D%0A::error::丙"
    )


def test_what_is_not_listed_makes_no_command() -> None:
    """GitHub shows but ten of a kind: hints and settled ones would take their room."""
    hint = Finding(HERE, "R412", Severity.INFO, "可以")
    settled = Finding(HERE, "D101", Severity.WARNING, "没有", accepted="理由")
    text = render([hint, settled], {}, View(hints=False, accepted=False))
    assert text == "发现 2 处:提示 1、已说明理由 1。\n"


def test_nothing_found() -> None:
    """No command."""
    assert render([], {}) == "没有发现问题。\n"
