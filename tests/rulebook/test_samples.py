"""One snapshot of all rules over all samples: to be read finding by finding when it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.examining import examine
from processes.checking import check_project
from processes.model.findings import Finding

SAMPLES = Path(__file__).parents[2] / "samples"


def line(finding: Finding) -> str:
    """A finding on a line, with the reason that was given for it."""
    reason = f"(说明:{finding.accepted})" if finding.accepted else ""
    return f"{finding.place} {finding.severity.chinese} {finding.code} {finding.message}{reason}\n"


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_what_the_rule_book_finds_in_a_sample(sample: str, golden: Callable[[str, Path], None]) -> None:
    """Every line is one that an expert would stand behind; hints too."""
    findings = examine(check_project(SAMPLES / sample)).findings
    golden("".join(map(line, findings)), Path(__file__).with_name("samples") / f"{sample}.txt")
