"""Filings for the tests of the registry, the soak and the benchmark: small, and different where a test says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

from processes.model.filing import (
    Figures,
    FiledDocument,
    FiledFile,
    FiledFinding,
    Filing,
    Review,
    ReviewState,
)
from processes.model.findings import Severity

BEGIN = datetime(2017, 12, 29, 8, 5, 30, 123456, tzinfo=UTC)
PLAN = FiledFile("方案.yaml", "名称: 示范市工作方案\n".encode() * 20)


def finding(severity: Severity, accepted: str = "") -> FiledFinding:
    """A finding of that severity."""
    return FiledFinding(
        file="水务局/01-取水.yaml",
        line=3,
        column=5,
        code="R420",
        severity=severity,
        message="时限「5工作日」对不上",
        accepted=accepted,
    )


FINDINGS = (finding(Severity.ERROR), finding(Severity.WARNING), finding(Severity.WARNING, "另有规定"))
FIGURES: Figures = {"附件6": {"rows": 2, "steps_before": 13, "limit_reduced": Fraction(7, 2)}}


def filing(
    text: str = "甲", department: str = "水务局", stage: int = 3, *, minutes: int = 0, who: str = "张三"
) -> Filing:
    """A filing whose only matter says ``text``."""
    matter = f"名称: {text}\n".encode() * 50
    return Filing(
        department=department,
        stage=stage,
        stage_name=f"第{stage}个阶段",
        at=BEGIN + timedelta(minutes=minutes),
        who=who,
        declarations=(
            PLAN,
            FiledFile(f"{department}/01-取水.yaml", matter),
            FiledFile(f"{department}/单位.yaml", department.encode()),
        ),
        documents=(
            FiledDocument(f"{department}/附件6-台账.xlsx", FiledFile("", matter).digest, 4096),
            FiledDocument(f"{department}/附件7/01-取水.docx", "0" * 64, 0),
        ),
        findings=FINDINGS,
        figures=FIGURES,
    )


def event(state: ReviewState, reasons: str = "", *, reviewer: str = "李四", minutes: int = 60) -> Review:
    """A review."""
    return Review(state=state, reviewer=reviewer, at=BEGIN + timedelta(minutes=minutes), reasons=reasons)
