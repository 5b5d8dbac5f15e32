"""``zaizao discover``: what is written where, what is told, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran


@pytest.fixture
def log(project: Path) -> Path:
    """A log beside the small project: nine cases in the usual way, one that was refused, times and people."""
    lines = ["办件编号,环节名称,完成时间,办理人员"]
    for number in range(10):
        last = "不予许可" if number == 9 else "送达"
        for day, name, who in (
            (1, "受理", "综合股"),
            (5, "审查", "业务股"),
            (6, "决定", "张局长"),
            (7, last, "综合股"),
        ):
            lines.append(f"A{number},{name},2018-03-0{day} 10:0{number},{who}")
    path = project / "办理记录.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_matter_is_written_that_can_be_checked(project: Path, log: Path, zaizao: Callable[..., Ran]) -> None:
    """Into the folder of the department, under the next number; what happened is told with its cases."""
    ran = zaizao("discover", log, "--部门", "示范局", "--名称", "取水许可")
    assert ran.code == 0
    assert ran.err == "列:办件=“办件编号”,环节=“环节名称”,时间=“完成时间”,人员=“办理人员”(不对的用 --列 写明)\n"
    assert ran.out.startswith("办理记录.csv:10 件,2 种走法,5 个环节。\n  9 件:受理 → 审查 → 决定 → 送达\n  1 件:")
    assert "吻合度 100%:10 件和写出的流程完全一致。\n" in ran.out
    assert "已写入 示范局/02-取水许可.yaml\n标★的 " in ran.out
    text = (project / "示范局/02-取水许可.yaml").read_text(encoding="utf-8")
    assert (
        "    - 审查 | 业务股 | 2工作日 | 审查  # ★ 核对时限、程序;记录里 10 件;实际中位 2、九成在 2 工作日内\n" in text
    )
    assert "办理的人:张局长" in text
    checked = zaizao("check", "示范局/02-取水许可.yaml", "--选择", "D,S")
    assert (checked.code, "错误" not in checked.out) == (0, True)


def test_a_preview_writes_nothing(project: Path, log: Path, zaizao: Callable[..., Ran]) -> None:
    """The text is shown; the name is that of the file."""
    before = sorted(project.rglob("*"))
    ran = zaizao("discover", log, "--部门", "示范局", "--查看")
    assert (ran.code, sorted(project.rglob("*"))) == (0, before)
    assert "\n名称: 办理记录  # ★ 按公布的名称写\n" in ran.out
    assert ran.out.endswith("这是查看,没有写文件;要写,去掉 --查看 再运行。\n")


def test_what_cannot_be_done_is_said(project: Path, log: Path, zaizao: Callable[..., Ran]) -> None:
    """No department, no name, no cases."""
    assert zaizao("discover", log).err.endswith("办理记录里没有写单位:到单位文件夹里运行,或者用 --部门 写明。\n")
    ran = zaizao("discover", log, "--部门", "示范局", "--名称", "甲|乙")
    assert (ran.code, ran.err) == (2, ran.err)
    assert "“甲|乙”不能作事项名称;用 --名称 写一个。" in ran.err
    log.write_text("办件编号,环节名称,完成时间\n", encoding="utf-8")
    empty = zaizao("discover", log, "--部门", "示范局")
    assert empty.code == 3
    assert sorted(path.name for path in (project / "示范局").glob("*.yaml")) == ["01-示范事项.yaml", "单位.yaml"]
