"""``zaizao verify``: the table, what is wrong, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cli
from tests.declaring import write
from tests.drawn import drawing

PLAN = "==> 方案.yaml <==\n性质:\n  - 决定 之前必有 受理\n  - 送达 之前必有 公示 | 行政许可\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, what was shown, what was said on the side."""
    code = cli.run(["verify", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_table_of_verdicts_when_all_is_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row for each version, and a sentence."""
    code, out, _ = run(capsys, str(write(tmp_path, "")))
    assert code == 0
    assert out == (
        "事项      版本    流程  去向  必有性质  方案性质\n"
        f"{'─' * 48}\n"
        "示范事项  优化前  可靠  2处   3条成立   —\n"
        "          优化后  可靠  2处   4条成立   —\n"
        "\n"
        "验证了 1 个事项的 2 个流程,走得通的 2 个,没有要改的。\n"
    )


def test_a_demand_that_does_not_apply_is_not_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of what it speaks of happens here: it neither holds nor looks as if nobody had asked."""
    code, out, _ = run(capsys, str(write(tmp_path, "")), "--性质", "听证 之前必有 受理")
    assert code == 0
    assert "4条成立   不适用\n" in out


def test_what_the_plan_demands_is_asked_of_every_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One finding for both versions where they share it, with the shortest run, and exit code 1."""
    file = write(tmp_path, PLAN) / "示范局" / "01-示范事项.yaml"
    code, out, _ = run(capsys, str(file))
    assert code == 1
    assert "1条成立,1条不成立" in out
    assert (
        ":14:7 问题 示范事项(优化前、优化后) 送达 之前必有 公示\n"
        "  到了「送达」,前面没有「公示」\n"
        "  走法:开始 → 受理(符合受理条件) → 审查 → 决定(符合条件) → 送达\n"
    ) in out
    assert out.endswith("要改的 1 处。\n")


def test_how_it_was_before_is_listed_with_hints_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fact is nothing to mend: exit code 0."""
    root = str(write(tmp_path, PLAN))
    code, out, _ = run(capsys, root, "--版本", "前")
    assert code == 0
    assert "提示 1 处;加 --提示 全部列出。" in out
    assert "走法" not in out
    code, out, _ = run(capsys, root, "--version", "before", "--hints")
    assert code == 0
    assert "14:7 提示 示范事项(优化前) 送达 之前必有 公示" in out


def test_a_question_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked besides those of the plan."""
    root = str(write(tmp_path, PLAN))
    code, out, _ = run(capsys, root, "--性质", "受理 之前必有 决定", "--property", "环节数 不超过 4")
    assert code == 1
    assert "2条成立,2条不成立" in out


def test_a_question_about_what_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the pen would look proved: every such word is told with what may be meant, and nothing is shown."""
    code, out, err = run(
        capsys, str(write(tmp_path, "")), "--性质", "受里 之前必有 批准", "--性质", "受里 与 送达 不得都有"
    )
    assert (code, out) == (2, "")
    assert err == (
        "错误:--性质 里写的,这里的流程里没有:「受里」,是不是「受理」?「批准」。"
        "没有验证;写环节、种类、支线、情形的名称。\n"
    )


UNTESTABLE = "==> 方案.yaml <==\n性质:\n  - 受里 之前必有 受理\n"


def test_a_demand_of_the_plan_that_nothing_can_break_has_to_be_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a whole project a name that is nowhere is wrong; looking at one version only makes no difference."""
    root = str(write(tmp_path, UNTESTABLE))
    for arguments in ([], ["--版本", "前"]):
        code, out, err = run(capsys, root, *arguments)
        assert (code, err) == (1, "")
        assert out.endswith(
            "方案.yaml:2:5 问题 方案性质 受里 之前必有 受理\n"
            "  「受里」在哪个流程里都没有:写错了,或者没有这样的环节\n"
            "  → 是不是「受理」?\n\n"
            f"验证了 1 个事项的 {2 - len(arguments) // 2} 个流程,走得通的 {2 - len(arguments) // 2} 个,要改的 1 处。\n"
        )
    code, out, _ = run(capsys, root, "--格式", "json")
    assert code == 1
    (broken,) = json.loads(out)[-1]["方案"]
    assert broken["位置"] == {"文件": "方案.yaml", "行": 2, "列": 5}


def test_of_one_matter_nobody_can_say_that_a_name_is_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The demand may speak of another matter: a note."""
    code, _, err = run(capsys, str(write(tmp_path, UNTESTABLE) / "示范局"))
    assert code == 0
    assert "方案.yaml:2:5 性质“受里 之前必有 受理”里的「受里」在看了的流程里没有。看整个项目才知道" in err


def test_a_question_that_cannot_be_read_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the ways to say it."""
    code, out, err = run(capsys, str(write(tmp_path, "")), "--性质", "先受理后决定")
    assert (code, out) == (2, "")
    assert err.startswith("错误:--性质 「先受理后决定」看不出要求什么。可以写:决定 之前必有 受理;")


def test_matters_with_errors_are_named_and_the_rest_is_proved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the side, so that the table stays whole."""
    root = write(tmp_path, "")
    file = root / "示范局" / "01-示范事项.yaml"
    (root / "示范局" / "02-坏的.yaml").write_text(file.read_text("utf-8").replace("名称:", "名字:"), "utf-8")
    code, out, err = run(capsys, str(root))
    assert code == 0
    assert "验证了 1 个事项" in out
    assert "有错、没有验证的事项 1 个" in err
    assert "02-坏的.yaml" in err


def test_json_says_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Matters, versions, answers with run and place; written to a file on request."""
    output = tmp_path / "验证.json"
    code, _, _ = run(capsys, str(write(tmp_path / "项目", PLAN)), "--格式", "json", "-o", str(output))
    assert code == 1
    (matter,) = json.loads(output.read_text("utf-8"))
    assert (matter["部门"], matter["文件"]) == ("示范局", "示范局/01-示范事项.yaml")
    after = matter["版本"][1]
    assert (after["版本"], after["流程"], after["状态数"], after["毛病"]) == ("优化后", "可靠", 0, [])
    assert after["去向"][1]["情形"] == ["不符合条件", "符合条件"]
    assert [one["结果"] for one in after["方案性质"]] == ["成立", "不成立"]
    assert after["方案性质"][1]["走法"][-1] == "送达"
    assert after["方案性质"][1]["位置"] == {"文件": "示范局/01-示范事项.yaml", "行": 14, "列": 7}


def test_two_projects_at_once_are_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The properties are those of one plan."""
    roots = [str(write(tmp_path / name, "")) for name in ("甲", "乙")]
    code, _, err = run(capsys, *roots)
    assert (code, err) == (2, "错误:几个目标要在同一个项目里。\n")


STUCK = drawing("(始 -> ?分\n?分 -> 甲: 急\n?分 -> 乙: 缓\n甲 -> +合\n乙 -> +合\n+合 -> )终")


def test_a_drawing_is_proved_without_any_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its ending or by what is in it: the table, the run, exit code 1; a file that cannot be read is told."""
    monkeypatch.chdir(tmp_path)
    Path("审批.bpmn").write_bytes(STUCK.replace(b"><", b">\n<"))
    Path("备份.xml").write_bytes(b"\xef\xbb\xbf" + drawing("(始 -> 受理\n受理 -> )终"))
    Path("坏.bpmn").write_text("<x", "utf-8")
    code, out, err = run(capsys, "审批.bpmn", "备份.xml", "坏.bpmn")
    assert code == 1
    assert err == "没有验证:“坏.bpmn”:不是完好的 XML:第 1 行第 1 列,文件不完整,到这里就断了。\n"
    assert out.startswith(
        f"图         流程  结论\n{'─' * 23}\n审批.bpmn  审批  有毛病\n备份.xml   审批  可靠\n\n"
        "审批.bpmn:7:1 问题 流程「审批」\n"
        "  停住:「合(第7行)」永远等不到「乙(第6行)」这一路,已经到的只有「甲(第5行)」这一路\n"
        "  走法:始(第3行) → 分(第4行,急) → 甲(第5行)\n"
    )
    assert out.endswith("验证了 2 个图的 2 个流程,走得通的 1 个,要改的 2 处。\n")
    assert run(capsys, "备份.xml")[0] == 0
    assert run(capsys, "备份.xml", "坏.bpmn")[0] == 3


def test_a_drawing_and_a_project_in_one_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other, as text and as JSON."""
    root = write(tmp_path / "项目", "")
    file = tmp_path / "审批.bpmn"
    file.write_bytes(STUCK)
    code, out, _ = run(capsys, str(root), str(file))
    assert code == 1
    assert out.index("验证了 1 个事项的 2 个流程") < out.index("验证了 1 个图的 1 个流程")
    code, out, _ = run(capsys, str(root), str(file), "--格式", "json")
    matter, picture = json.loads(out)
    assert (code, matter["事项"], picture["图"]) == (1, "示范事项", file.as_posix())
    assert [one["结果"] for one in picture["流程"][0]["毛病"]] == ["不成立", "不成立"]


def test_what_is_asked_of_declarations_is_not_asked_of_drawings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused, rather than passed over."""
    file = tmp_path / "审批.bpmn"
    file.write_bytes(STUCK)
    code, out, err = run(capsys, str(file), "--性质", "决定 之前必有 受理")
    assert (code, out) == (2, "")
    assert "性质先用 zaizao import 导入再问" in err
