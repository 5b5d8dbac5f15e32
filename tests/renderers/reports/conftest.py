"""A report that has everything a renderer must show."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.annexes.form import NOT_SUMMED, Cell
from engine.reports.report import Column, ColumnKind, Item, Listing, Report, Sign, Table
from processes.model.places import Place

HERE = Place("局/01-甲.yaml", 21, 7)
THERE = Place("局/01-甲.yaml", 40, 7)


@pytest.fixture
def report() -> Report:
    """A department with one matter."""
    table = Table(
        "合计",
        (
            Column("项目"),
            Column("优化前", ColumnKind.NUMBER),
            Column("优化后", ColumnKind.NUMBER),
            Column("压减比例", ColumnKind.SHARE),
        ),
        (
            (Cell("环节"), Cell(6, (HERE,)), Cell(4, (THERE,)), Cell(Fraction(1, 3), (HERE, THERE))),
            (Cell("时限"), Cell(Fraction(1, 2), (HERE,)), Cell("无"), Cell(NOT_SUMMED)),
        ),
    )
    changes = Listing(
        "环节变化",
        (
            Item(
                code="steps-merged",
                sign=Sign.MERGED,
                before=("初审", "复审"),
                after=("审查",),
                details=("承办 业务股→审批股", "时限合计 7工作日→5工作日"),
                evidence=("沿自", "相似"),
                likeness=0.83,
                before_places=(HERE, HERE._replace(line=22)),
                after_places=(THERE,),
            ),
            Item(
                code="step-moved",
                sign=Sign.MOVED,
                before=("缴费",),
                after=("缴费",),
                sentence="「缴费」移到「审查」之前",
                direct=False,
                data={"后一环节": "审查"},
            ),
            Item(code="step-kept", sign=Sign.KEPT, before=("受理",), after=("受理",)),
        ),
    )
    matter = Report(
        title="甲", summary="甲:环节 6→4", briefing="“甲”减2个,完成。", notes=("市场监管局。",), parts=(changes,)
    )
    return Report(title="局优化对比", summary="局 1 项:环节 6→4", parts=(table,), inner_title="事项", inner=(matter,))
