"""A small form and a card, with everything that a format must write."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from engine.annexes.form import Align, Card, Cell, Column, Field, Form, Paper, headings

COLUMNS = (
    Column("index", "序号", width=5),
    Column("name", "事项名称", "1", width=16, align=Align.LEFT),
    Column("before", "减环节 / 优化前(个)", "2", width=5),
    Column("listed", "减环节 / 减少前有哪些环节", "3", width=16, align=Align.LEFT),
)


@pytest.fixture(scope="session")
def a_form() -> Callable[..., Form]:
    """Builds a form with one row for every name; keywords are fields of it."""

    def build(*names: str | int | Fraction, **facts: Any) -> Form:  # noqa: ANN401 - fields of Form
        rows = tuple(
            (Cell(number), Cell(name), Cell(Fraction(1, 2)), Cell("受理")) for number, name in enumerate(names, 1)
        )
        return Form(
            **{
                "code": "附件6",
                "label": "附件6",
                "title": "海林市工作流程优化对比台账",
                "unit_name": "海林市市场监督管理局",
                "headings": headings(COLUMNS, 2),
                "columns": COLUMNS,
                "header_rows": 3,
                "rows": rows,
                "total": (Cell("总计"), Cell(len(rows)), Cell(0), Cell("——")),
                "notes": ("注:1.不能空项。", "2.请注明。"),
                "paper": Paper.A3,
                **facts,
            }
        )

    return build


@pytest.fixture(scope="session")
def a_card() -> Callable[..., Card]:
    """Builds a card of three rows; ``text`` stands in the last."""

    def build(text: str = "1.申请书\n2.章程", **facts: Any) -> Card:  # noqa: ANN401 - fields of Card
        return Card(
            **{
                "code": "附件7",
                "label": "附件7",
                "title": "一次性告知单",
                "unit_name": "海林市市场监督管理局",
                "rows": (
                    (Field("事项名称", Cell("食品许可")),),
                    (Field("法定时限", Cell("20个工作日")), Field("承诺时限", Cell("8个工作日"))),
                    (Field("申报所需材料", Cell(text)),),
                ),
                **facts,
            }
        )

    return build
