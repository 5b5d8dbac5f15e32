"""``zaizao reconcile``: the certificate of a department or the city, as text or JSON, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.annexes import annex9
from engine.annexes.form import Cell, Form
from tests.commands.conftest import Ran
from tests.declaring import write

TWO = """==> 示范局/01-示范事项.yaml <==
优化后:
  时限: 6工作日
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
优化后: 取消
"""


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ((), "全市"),
        ((".",), "全市"),
        (("--部门", "住建局"), "住建局"),
        (("示范局", "--department", "示范市住建局"), "住建局"),
        (("住建局",), "住建局"),
        (("住建局/01-施工许可.yaml",), "住建局"),
    ],
)
def test_a_department_or_the_city(
    words: tuple[str, ...], subject: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """By option or by target; a matter stands for its department. Nothing contradicts anything: 0."""
    write(project, TWO)
    ran = zaizao("reconcile", *words)
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0] == f"{subject}附件核对结果"
    assert "全部相符" in ran.out
    assert "附件6总计=各行之和" in ran.out
    assert ("全市附件9各行=各部门附件9" in ran.out) == (subject == "全市")


def test_the_drawn_charts_take_part(project: Path, zaizao: Callable[..., Ran]) -> None:
    """附件8: the numbered boxes are counted in the chart itself."""
    write(project, TWO)
    assert "附件6第8栏=附件8主线环节数:1 处,相符" in zaizao("reconcile", "示范局").out


@pytest.fixture
def miscounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """附件9 fills in one 环节 too many."""
    fill = annex9.fill

    def wrong(*arguments: object) -> Form:
        form = fill(*arguments)  # type: ignore[arg-type]
        row = list(form.rows[0])
        row[13] = Cell(99)
        return replace(form, rows=(tuple(row),))

    monkeypatch.setattr(annex9, "fill", wrong)


@pytest.mark.usefixtures("miscounted")
def test_a_contradiction_is_told_and_returns_1(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Form, cell, what should stand there, what stands there, and with what it was compared."""
    write(project, TWO)
    ran = zaizao("reconcile", "--部门", "住建局")
    assert ran.code == 1
    assert "1 处矛盾" in ran.out
    assert "  1. 住建局 附件9 第1行 第14栏“减环节情况 / 共减少了多少个工作环节”:应为 4,实为 99\n" in ran.out
    assert "依据:附件9第14栏=附件6总计第9栏;对照 住建局 附件6 总计 第9栏“减环节 / 减少数量(个)”" in ran.out
    assert "附件9第14栏=附件6总计第9栏:1 处,1 处不符" in ran.out


@pytest.mark.usefixtures("miscounted")
def test_the_certificate_as_json(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Every identity at every place, for programs; written to a file if one is named."""
    write(project, TWO)
    ran = zaizao("reconcile", "住建局", "--格式", "json", "-o", "核对.json")
    assert (ran.code, ran.out) == (1, "")
    content = json.loads((project / "核对.json").read_text("utf-8"))
    assert content["范围"] == "住建局"
    assert content["表"] == [f"附件{number}" for number in (1, 2, 3, 4, 5, 6, 9, 10)]
    assert content["矛盾处数"] == 1
    assert content["核对处数"] == len(content["关系"])
    (wrong,) = (one for one in content["关系"] if not one["相符"])
    assert (wrong["应为"], wrong["实为"], wrong["口径"]) == (4, 99, "")
    assert wrong["单元格"]["单位"] == "住建局"
    assert wrong["对照"][0]["表"] == "附件6"


def test_other_scopes_are_explained(project: Path, zaizao: Callable[..., Ran]) -> None:
    """附件9 counted by change beside the net decrease of 附件6: said, not flagged; in JSON it is 不符 with a reason."""
    text = """==> 方案.yaml <==
口径:
  附件9程序: 变动
==> 示范局/01-示范事项.yaml <==
优化后:
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 综合股 | 1工作日 | 现场核查
    - 决定 | 局领导 | 4工作日 | 材料审核
    - 送达 | 综合股 | 1工作日 | 送达
"""
    write(project, text)
    ran = zaizao("reconcile")
    assert ran.code == 0
    assert "口径不同,不算矛盾:\n  示范局 附件9 第1行 第15栏" in ran.out
    assert "说明:附件9第15、16栏按变动统计(口径.附件9程序)" in ran.out
    content = json.loads(zaizao("reconcile", "--format", "json").out)
    different = [one for one in content["关系"] if not one["相符"]]
    assert {bool(one["口径"]) for one in different} == {True}


def test_a_body_outside_the_plan_is_reconciled_by_itself(project: Path, zaizao: Callable[..., Ran]) -> None:
    """It is no part of the city, but has forms of its own."""
    write(project, TWO + "==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n范围外: 是\n")
    assert "住建局" not in zaizao("reconcile").out
    assert zaizao("reconcile", "住建局").out.startswith("住建局附件核对结果")


def test_an_unknown_department_is_wrong_usage(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Told in one sentence."""
    write(project, TWO)
    assert zaizao("reconcile", "--部门", "没有的局").code == 2
