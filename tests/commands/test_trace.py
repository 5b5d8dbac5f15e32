"""``zaizao trace``: where a cell of a form comes from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import write


def test_a_number_is_traced_to_the_lines_it_comes_from(project: Path, zaizao: Callable[..., Ran]) -> None:
    """What it is, how it was computed, each line with its text."""
    write(project, "优化后:\n  时限: 6工作日\n")
    ran = zaizao("trace", "示范局", "--表", "6", "--单元格", "z9")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "附件6 Z9(示范事项,第25栏 压时限 / 压减天数):4\n"
        "算法:第23栏-第24栏\n"
        "来自 2 处:\n"
        "  示范局/01-示范事项.yaml:11:7  时限: 10工作日\n"
        "  示范局/01-示范事项.yaml:2:7  时限: 6工作日\n"
    )
    assert zaizao("trace", ".", "--form", "附件6", "--department", "示范局", "--cell", "$Z$9").out == ran.out


def test_a_default_is_traced_to_where_it_stands(project: Path, zaizao: Callable[..., Ran]) -> None:
    """In 单位.yaml or 方案.yaml."""
    write(project, "==> 示范局/单位.yaml <==\n默认:\n  所有事项:\n    公开: 否\n")
    out = zaizao("trace", "示范局", "--表", "6", "--单元格", "C9").out
    assert out.startswith(
        "附件6 C9(示范事项,第2栏 是否公开 / 优化前):否\n来自 1 处:\n  示范局/单位.yaml:3:9  公开: 否\n"
    )


def test_a_total_is_traced_through_its_rows(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Of the whole city."""
    write(
        project,
        "==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n==> 住建局/01-施工许可.yaml <==\n名称: 施工许可\n",
    )
    out = zaizao("trace", "--表", "6", "--全市", "--单元格", "H8").out
    assert out.startswith("附件6 H8(总计,第7栏 减环节 / 优化前(个)):8\n算法:各行第7栏之和\n来自 8 处:\n")


def test_a_field_of_a_notice_may_be_named(project: Path, zaizao: Callable[..., Ran]) -> None:
    """附件7 has no columns."""
    ran = zaizao("trace", "示范局/01-示范事项.yaml", "--表", "7", "--单元格", "承诺时限")
    assert "(承诺时限):10个工作日" in ran.out
    assert "时限: 10工作日" in ran.out


def test_what_is_printed_by_itself_says_so(project: Path, zaizao: Callable[..., Ran]) -> None:
    """总计 is a word of the form."""
    assert "不是从申报里来的" in zaizao("trace", "示范局", "--表", "6", "--单元格", "A8").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--表", "6", "--单元格", "A1"), "“A1”不是有内容的格子;这张表有内容的格子从 A8 到 AA9。"),
        (("--表", "6", "--单元格", "甲"), "“甲”不是有内容的格子"),
        (("--表", "8", "--单元格", "A1"), "附件8是流程图,用 zaizao draw 画。"),
        (("--表", "11", "--单元格", "A1"), "没有“附件11”"),
    ],
)
def test_a_cell_that_is_not_there_is_told(
    words: tuple[str, ...], said: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """With the range of those that are."""
    ran = zaizao("trace", "示范局", *words)
    assert ran.code == 2
    assert said in ran.err
