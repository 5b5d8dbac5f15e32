"""``zaizao verify`` of flows that lead nowhere or where they must not: refused by every other command, proved here."""

from __future__ import annotations

from pathlib import Path

import pytest

import cli
from tests.declaring import write

HEAD = """==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 综合股
  时限: 10工作日
  流程:
"""


def verify(capsys: pytest.CaptureFixture[str], root: Path, flow: str, *arguments: str) -> tuple[int, str, str]:
    """The exit code and what was said of 优化后 with these rows, which begin in line 14."""
    code = cli.run(["verify", str(write(root, HEAD + flow)), "--版本", "后", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_who_jumps_into_a_block_waits_for_ever_at_its_join(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A stuck join: the shortest run, the line, and that nothing else of the matter was looked at."""
    flow = """    - 环节: 受理 | 综合股 | 1工作日 | 形式审查
      去向:
        简单: 现场
    - 并联:
        - 材料审查 | 综合股 | 3工作日 | 审核
        - 现场 | 业务股 | 3工作日 | 勘验
    - 决定 | 局领导 | 3工作日 | 局长签批
"""
    code, out, err = verify(capsys, tmp_path, flow)
    assert code == 1
    assert (
        "示范事项(优化后) 流程走得通\n"
        "  停住:「并联汇合」永远等不到「材料审查」这一路,已经到的只有「现场」这一路\n"
        "  走法:开始 → 受理(简单) → 现场\n"
    ) in out
    assert "有毛病  2处" in out
    assert "走得通的 0 个" in out
    assert "走法有错、别的没有验证的事项 1 个" in err


def test_who_goes_back_out_of_a_block_comes_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A step that is not done yet gets the file again: a doubly marked merge, and something is left behind."""
    flow = """    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 综合股 | 1工作日 | 审核
    - 并联:
        - 环节: 甲 | 综合股 | 1工作日 | 核查
          去向:
            不行: 审查
        - 乙 | 业务股 | 1工作日 | 核查
    - 决定 | 局领导 | 3工作日 | 局长签批
"""
    code, out, _ = verify(capsys, tmp_path, flow)
    assert code == 1
    assert "  重复到达:「乙」还没有办完,又来了一次:同时办的几路没有会合就走到了一起\n" in out
    assert "→ 审查 → 甲(不行) → 审查\n" in out
    assert "  有遗留:已经到了「办结」,「乙」还没有办完\n" in out


@pytest.mark.parametrize("target", ["不予许可", "结束"])
def test_who_ends_the_matter_in_a_block_leaves_the_others_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    """A refusal is decided on after the join."""
    flow = f"""    - 受理 | 综合股 | 1工作日 | 形式审查
    - 并联:
        - 环节: 甲 | 综合股 | 1工作日 | 核查
          去向:
            不行: {target}
        - 乙 | 业务股 | 1工作日 | 核查
    - 决定 | 局领导 | 3工作日 | 局长签批
"""
    code, out, _ = verify(capsys, tmp_path, flow)
    assert code == 1
    assert f"有遗留:已经到了「{'办结' if target == '结束' else target}」,「乙」还没有办完\n" in out


def test_a_block_that_nobody_leaves_by_its_join(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both branches jump past it to the same step."""
    flow = """    - 受理 | 综合股 | 1工作日 | 形式审查
    - 并联:
        - 环节: 甲 | 综合股 | 1工作日 | 核查
          去向: 送达
        - 环节: 乙 | 业务股 | 1工作日 | 核查
          去向: 送达
    - 决定 | 局领导 | 3工作日 | 局长签批
    - 送达 | 综合股 | 1工作日 | 送达
"""
    code, out, _ = verify(capsys, tmp_path, flow)
    assert code == 1
    assert "重复到达:「送达」还没有办完,又来了一次" in out


def test_going_round_for_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it begins, and each step that is never reached once, whatever ways lead on from it."""
    flow = """    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 综合股 | 1工作日 | 审核
    - 环节: 复审 | 综合股 | 1工作日 | 审核
      去向: 审查
    - 决定 | 局领导 | 3工作日 | 局长签批
"""
    code, out, _ = verify(capsys, tmp_path, flow)
    assert code == 1
    assert "没有尽头:走到这一步以后,只在「审查」、「复审」之间反复,到不了终点\n" in out
    assert out.count("走不到:没有路能走到「决定」\n") == 1


def test_where_a_name_is_nowhere_there_is_nothing_to_prove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first error is told, as everywhere."""
    flow = """    - 环节: 受理 | 综合股 | 1工作日 | 形式审查
      去向:
        简单: 现厂
    - 决定 | 局领导 | 3工作日 | 局长签批
"""
    code, out, err = verify(capsys, tmp_path, flow)
    assert (code, out) == (3, "")
    assert "去向「现厂」不是这里能去的环节" in err


def test_what_the_plan_says_in_a_way_nobody_understands_has_to_be_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It neither holds nor is it passed over; so it is with 适用 of what no matter is."""
    plan = """==> 方案.yaml <==
性质:
  - 环节数 不超过 三
  - 受理 之后必达 办结 或 不予受理 | 行证许可
"""
    code = cli.run(["verify", str(write(tmp_path, plan))])
    out, _ = capsys.readouterr()
    assert code == 1
    assert ":2:5 问题 方案性质 写法\n  「环节数 不超过 三」里的「三」应是一个整数\n" in out
    assert "  适用的「行证许可」不是事项的类型或种类,也没有这样的事项\n  → 是不是「行政许可」?\n" in out
    assert out.endswith("要改的 2 处。\n")


def test_all_questions_that_cannot_be_read_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is proved."""
    asked = ["--性质", "先受理后决定", "--性质", "环节数 不超过"]
    code = cli.run(["verify", str(write(tmp_path, "")), *asked])
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert "--性质 「先受理后决定」看不出要求什么。" in err
    assert "\n      --性质 「环节数 不超过」在“不超过”后面没有写数。" in err


def test_a_refusal_that_ends_the_matter_without_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """不同意 leads to the end at once, or by a 支线 that hands out nothing; one that leads back is no refusal."""
    flow = """    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 审查 | 综合股 | 1工作日 | 审核
      去向:
        不合格: 整改
    - 环节: 决定 | 局领导 | 3工作日 | 局长签批
      去向:
        不同意: 退件
  支线:
    不予许可: 无
    整改:
      - 环节: 整改 | 综合股 | 1工作日 | 通知整改
        去向: 审查
    退件:
      - 退件 | 综合股 | 即时 | 电话通知
"""
    code, out, _ = verify(capsys, tmp_path, flow)
    assert code == 1
    assert "不予办理的有文书\n  经过「退件」以后,一直到「结束」都没有「文书」\n" in out
    assert "  → 在不予办理的环节写上 出具" in out
    assert "整改" not in out


def test_one_post_of_an_approval_office_that_does_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``check`` says of a 行政审批股 that it must not supervise at all; the property is broken all the same."""
    flow = """    - 受理 | 行政审批股/甲岗 | 1工作日 | 形式审查
    - 审查 | 行政审批股/甲岗 | 1工作日 | 审核
    - 决定 | 行政审批股/甲岗 | 3工作日 | 审批决定
    - 跟踪检查 | 行政审批股/甲岗 | 1工作日 | 跟踪检查
"""
    code, out, _ = verify(capsys, tmp_path, flow)
    assert code == 1
    assert "岗位「行政审批股/甲岗」一人审查、决定,又做监管" in out
