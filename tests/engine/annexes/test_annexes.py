"""The package of forms: one a file."""

from __future__ import annotations

from pathlib import Path

import engine.annexes
from engine.annexes import annexes
from engine.annexes.form import Column, Heading, headings


def test_every_form_is_found_under_its_code() -> None:
    """``annex6.py`` is 附件6; files without CODE help the others."""
    files = {path.stem for path in Path(str(engine.annexes.__file__)).parent.glob("annex*.py")}
    codes = {code: str(vars(module)["__name__"]).rpartition(".")[2] for code, module in annexes().items()}
    assert set(codes.values()) == files
    assert all(code == f"附件{name.removeprefix('annex')}" for code, name in codes.items())


def test_a_form_says_its_code_and_name_first() -> None:
    """The docstring starts with both."""
    for code, module in annexes().items():
        assert (module.__doc__ or "").startswith(f"{code} {module.NAME}: ")


def test_headings_merge_neighbours_and_reach_down() -> None:
    """Short titles reach down; only an unnumbered column reaches through the row of numbers."""
    columns = (
        Column("index", "序号"),
        Column("name", "名称", "1"),
        Column("yes", "并联审批 / 是/否", "2"),
        Column("with", "并联审批 / 部门", "3"),
    )
    assert headings(columns, 2) == (
        Heading("序号", 0, 0, 3, 1),
        Heading("名称", 0, 1, 2, 1),
        Heading("并联审批", 0, 2, 1, 2),
        Heading("是/否", 1, 2, 1, 1),
        Heading("部门", 1, 3, 1, 1),
    )


def test_unnumbered_forms_have_no_row_of_numbers() -> None:
    """附件5: a single row."""
    assert headings((Column("index", "序号"), Column("name", "事项名称")), 1) == (
        Heading("序号", 0, 0, 1, 1),
        Heading("事项名称", 0, 1, 1, 1),
    )
