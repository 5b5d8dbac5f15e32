"""``zaizao check``: findings on a target, as text or JSON, and the exit code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from processes.checking import check_project
from renderers.findings.terminal import render
from tests.commands.conftest import Ran
from tests.declaring import write

SAMPLES = Path(__file__).parents[2] / "samples"
BROKEN = """==> 方案.yaml <==
印发: 昨天
==> 示范局/单位.yaml <==
编制: 很多
==> 示范局/01-示范事项.yaml <==
公开: yes
==> 示范局/02-另一事项.yaml <==
名称: 另一事项
年办件量: 约200
==> 住建局/单位.yaml <==
名称: 住建局
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
出具: ~
==> 联审联批/01-示范项目.yaml <==
上限: 15
"""


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        (".", ["D108", "D103", "D109", "D107", "D107", "D106"]),
        ("方案.yaml", ["D108", "D103", "D109", "D107", "D107", "D106"]),
        ("示范局", ["D108", "D109", "D107", "D107"]),
        ("示范局/单位.yaml", ["D108", "D109", "D107", "D107"]),
        ("示范局/01-示范事项.yaml", ["D108", "D109", "D107"]),
        ("住建局", ["D108", "D103"]),
        ("联审联批", ["D108", "D106"]),
        ("联审联批/01-示范项目.yaml", ["D108", "D106"]),
    ],
)
def test_only_what_concerns_the_target_is_told(
    target: str, codes: list[str], project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Findings in the plan and in the department's own file concern every matter of it."""
    write(project, BROKEN)
    ran = zaizao("check", target, "--格式", "json", "--选择", "D")
    assert ran.code == 1
    assert sorted(item["编号"] for item in json.loads(ran.out)) == sorted(codes)


LISTS = """==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
==> 清单/权力清单.csv <==
事项名称,实施主体
甲,没有的局
==> 清单/责任清单-住建局.csv <==
甲,乙
==> 清单/公共服务清单（示范局）.csv <==
甲,乙
==> 清单/公共服务清单-没有的局.csv <==
名称
甲
==> 清单/台账.csv <==
名称
甲
"""
"""A list that cannot be used of each of two departments, one of the city, and two of nobody known."""


@pytest.mark.parametrize(
    ("target", "own"),
    [
        (".", ["公共服务清单（示范局）.csv", "责任清单-住建局.csv"]),
        ("示范局", ["公共服务清单（示范局）.csv"]),
        ("示范局/01-示范事项.yaml", ["公共服务清单（示范局）.csv"]),
        ("住建局", ["责任清单-住建局.csv"]),
        ("清单", ["公共服务清单（示范局）.csv", "责任清单-住建局.csv"]),
    ],
)
def test_of_the_lists_only_the_own_ones_and_those_of_all_are_told(
    target: str, own: list[str], project: Path, zaizao: Callable[..., Ran]
) -> None:
    """The list of another department is no business of this one; whose a list is must be known to leave it out."""
    write(project, LISTS)
    told = json.loads(zaizao("check", target, "--格式", "json", "--选择", "F").out)
    everybody = ["公共服务清单-没有的局.csv", "台账.csv", "权力清单.csv"]
    assert sorted(item["文件"] for item in told) == sorted(f"清单/{name}" for name in own + everybody)


def test_a_target_is_the_current_folder_unless_named(
    project: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a department's folder: that department; paths are told as they are typed from there."""
    write(project, BROKEN)
    monkeypatch.chdir(project / "示范局")
    ran = zaizao("check", "--选择", "D")
    headings = [line.split(" ")[0] for line in ran.out.splitlines() if re.match(r"\S+:\d+:\d+ 错误 ", line)]
    assert headings == ["../方案.yaml:1:5", "01-示范事项.yaml:1:5", "02-另一事项.yaml:2:7", "单位.yaml:1:5"]


def test_the_text_is_what_the_renderer_makes(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Seen from the project's folder, paths need no change."""
    write(project, BROKEN)
    checked = check_project(project)
    assert zaizao("check", "--选择", "D,Y,F").out == render(checked.findings, checked.texts, {})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", 0),
        ("终审: 国家终审\n", 1),
        ("终审: 国家终审\n说明:\n  R309: 报省厅\n", 1),
        ("==> 方案.yaml <==\n规则:\n  R309: 警告\n==> 示范局/01-示范事项.yaml <==\n终审: 国家终审\n", 1),
        ("==> 方案.yaml <==\n规则:\n  R309: 提示\n==> 示范局/01-示范事项.yaml <==\n终审: 国家终审\n", 0),
    ],
)
def test_the_exit_code_tells_whether_there_is_something_to_mend(
    text: str, code: int, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Accepted ones and mere notices are not."""
    write(project, text)
    assert zaizao("check", "--选择", "R309").code == code


def test_json_has_the_documented_keys(project: Path, zaizao: Callable[..., Ran]) -> None:
    """For other programs; an empty list when nothing is wrong."""
    assert json.loads(zaizao("check", "--format", "json", "--select", "Y").out) == []
    write(project, "出具: 甲\n备注: 乙\n出具: 丙\n")
    (item,) = json.loads(zaizao("check", "--format", "json", "--select", "Y").out)
    assert item == {
        "文件": "示范局/01-示范事项.yaml",
        "行": 3,
        "列": 1,
        "编号": "Y218",
        "级别": "错误",
        "问题": "「出具」写了两次,第一次在第 1 行",
        "办法": "留下一个,删掉另一个。",
        "另见": ["示范局/01-示范事项.yaml:1:1"],
        "说明": "",
    }


def test_the_result_may_go_to_a_file(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Plain text in UTF-8; folders above it are made."""
    write(project, "公开: yes\n")
    shown = zaizao("check").out
    ran = zaizao("check", "-o", "结果/问题.txt")
    assert (ran.code, ran.out) == (1, "")
    assert (project / "结果" / "问题.txt").read_text("utf-8") == shown
    assert "问题.txt" in ran.err


def test_a_project_without_matters_has_nothing_wrong(project: Path, zaizao: Callable[..., Ran]) -> None:
    """A plan alone can be checked."""
    write(project, "")
    (project / "示范局" / "01-示范事项.yaml").unlink()
    assert zaizao("check", "--选择", "D") == Ran(0, "没有发现问题。\n", "")


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_the_samples_have_nothing_to_mend_but_what_they_are_known_for(sample: str, zaizao: Callable[..., Ran]) -> None:
    """Whole, and every department and file of them: C24 drops a publication that the law wants (R422)."""
    root = SAMPLES / sample
    known = set()
    if sample == "hailin":
        folder = root / "民政局"
        known = {folder, folder / "单位.yaml", folder / "02-城乡居民最低生活保障审核审批.yaml"}
    assert zaizao("check", root).code == int(bool(known))
    targets = [path for path in root.glob("*/*.yaml") if "expected" not in path.parts]
    for target in sorted({*targets, *(path.parent for path in targets)}):
        ran = zaizao("check", target)
        assert ran.code == int(target in known), ran.out
        assert "R422" in ran.out or target not in known


@pytest.mark.parametrize("target", [".", "示范局", "示范局/01-示范事项.yaml", "清单"])
def test_a_broken_list_is_named_wherever_one_looks(target: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """It concerns every department; it is no matter that was left out."""
    write(project, "==> 清单/权力清单.xlsx <==\n名称\n")
    ran = zaizao("check", target)
    assert ran.code == 1
    assert f"{'权力清单.xlsx' if target == '清单' else '清单/权力清单.xlsx'}:1:1 错误 F106 " in ran.out
    assert "没有计入" not in zaizao("report", ".").out


def test_matters_are_held_against_the_lists(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Of a department or the city; a single file tells nothing about what is not declared."""
    write(project, "==> 清单/权力清单.csv <==\n名称,单位\n示例事项,示范局\n对某行为的处罚,示范局\n")
    for target in (".", "示范局"):
        said = zaizao("check", target).out
        assert "错误 R707 「示范事项」不在权力清单里" in said
        assert "是不是清单上的「示例事项」?" in said
        assert "警告 R707 权力清单里有 1 个事项没有申报:「对某行为的处罚」" in said
        assert "另见 清单/权力清单.csv:3:1" in said
    assert "R707" not in zaizao("check", "示范局/01-示范事项.yaml").out
