"""``zaizao submit``: what is filed, what is said of it, where it is kept."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from processes.model.findings import Severity
from processes.store.registry import Registry
from tests.commands.filing import LONGER, MATTER, OURS, SHORTER, Zaizao, change, submit


def test_a_department_files_what_is_due(campaign: Path, zaizao: Zaizao) -> None:
    """The version, the time as it is said here, how many files, what was found; then the same once more."""
    ran = submit(zaizao)
    assert ran.code == 0
    assert ran.out.startswith(
        "已报送:示范局第2阶段第1版(流程再造梳理评估阶段),2017年12月29日 16:05,经办 张三。\n申报文件 3 个,成果 2 个;"
    )
    assert "登记库:登记.db" in ran.out
    assert submit(zaizao).out.startswith(
        "已经报送过:和示范局第2阶段第1版一样,没有另记;2017年12月29日 16:05报送,现在是“草拟”。"
    )
    with Registry.open("登记.db", create=False) as registry:
        assert [one.path for one in registry.sources("示范局", 2)] == ["方案.yaml", MATTER, "示范局/单位.yaml"]
        assert [one.path for one in registry.documents("示范局", 2)] == [
            "示范局/附件4-机关作风整顿再造流程工作事项台账.xlsx",
            "示范局/附件5-工作流程问题清单.xlsx",
        ]
        assert registry.figures(2)["示范局"]["附件6"]["steps_before"] == 4
        assert len(registry.history()) == 1


def test_the_manifest_is_of_what_build_makes(campaign: Path, zaizao: Zaizao, tmp_path: Path) -> None:
    """The same bytes, under the same names; of each stage only what is due in it."""
    submit(zaizao, 3)
    assert zaizao("build", ".", "-o", tmp_path / "成果").code == 0
    with Registry.open("登记.db", create=False) as registry:
        documents = registry.documents("示范局", 3)
    assert {one.path.split("/")[1][:3] for one in documents} == {"附件6", "附件7", "附件8"}
    for one in documents:
        content = (tmp_path / "成果" / one.path).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (one.digest, one.size)


def test_errors_are_recorded_and_do_not_keep_from_filing(campaign: Path, zaizao: Zaizao) -> None:
    """Whoever reviews sees them."""
    change(campaign, LONGER.replace("14工作日", "30工作日"))
    ran = submit(zaizao)
    assert ran.code == 0
    assert " 错误 R4" in ran.out
    with Registry.open("登记.db", create=False) as registry:
        errors = [one for one in registry.findings("示范局", 2) if one.severity is Severity.ERROR and not one.later]
        assert len(errors) == registry.latest()[0].errors
    assert f"错误 {len(errors)} 个" in ran.out
    assert "R414b" in {one.code for one in errors}


def test_what_concerns_later_stages_only_is_counted_apart(campaign: Path, zaizao: Zaizao) -> None:
    """优化后 does not add up: nothing for stage 2, an error in stage 3; the reviewer is told both numbers."""
    change(campaign, SHORTER.replace("2工作日", "9工作日"))
    second = submit(zaizao).out
    assert "(另有后面阶段才要的:错误 " in second
    assert "R420" not in second
    reviewed = zaizao("review", *OURS, "--阶段", "2", "--审核人", "李四", "--确认").out
    assert "(另有后面阶段才要的:错误 " in reviewed
    third = submit(zaizao, 3).out
    assert " 错误 R420 " in third
    with Registry.open("登记.db", create=False) as registry:
        later = {one.code for one in registry.findings("示范局", 2) if one.later}
        assert "R420" in later
        assert "R420" not in {one.code for one in registry.findings("示范局", 3) if one.later}
        assert registry.submission("示范局", 2).errors < registry.submission("示范局", 3).errors


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--部门", "无此局", "--阶段", "2"), "没有“无此局”这个单位"),
        ((*OURS, "--阶段", "4"), "方案只有 3 个阶段,没有第 4 阶段"),
        ((*OURS, "--阶段", "2", "--经办", "张\n三"), "--经办 要写一行字"),
        ((*OURS, "--阶段", "2", "--database", "没有/登记.db"), "文件夹不在"),
        ((*OURS, "--阶段", "2", "--database", "mysql://a/b"), "可以写文件"),
    ],
)
def test_what_cannot_be_filed_is_refused(words: tuple[str, ...], said: str, campaign: Path, zaizao: Zaizao) -> None:
    """In one sentence; nothing is made."""
    ran = zaizao("submit", *words)
    assert ran.code in (2, 3)
    assert said in ran.err
    assert not list(campaign.rglob("*.db"))


def test_the_registry_may_be_named_by_the_environment(
    campaign: Path, zaizao: Zaizao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that no password stands in a command; what the command says goes before."""
    monkeypatch.setenv("ZAIZAO_DATABASE", str(tmp_path / "全市.db"))
    assert f"登记库:{tmp_path / '全市.db'}" in submit(zaizao).out
    change(campaign, LONGER)
    assert zaizao("check", ".", "--选择", "N212").code == 1
    assert "没有查优化前改没改过(N212):没有登记库" in zaizao("check", ".", "--database", "没有.db").err


def test_the_registry_may_be_elsewhere(campaign: Path, zaizao: Zaizao, tmp_path: Path) -> None:
    """One file for all who can reach it; the project may be gone by then."""
    elsewhere = ("--database", str(tmp_path / "全市.db"))
    assert submit(zaizao, 2, *elsewhere).err == "", "nothing is said of a registry that is only now made"
    assert not (campaign / "登记.db").exists()
    change(campaign, LONGER)
    assert "警告 N212" in submit(zaizao, 3, *elsewhere).out
    assert zaizao("check", ".", "--选择", "N212").code == 0
    assert zaizao("check", ".", "--选择", "N212", *elsewhere).code == 1
    assert zaizao("build", ".", "-o", tmp_path / "成果", *elsewhere).code == 0
    assert "警告 N212" in (tmp_path / "成果" / "检查结果.txt").read_text(encoding="utf-8")
    shutil.rmtree(campaign / "示范局")
    (campaign / "方案.yaml").unlink()
    assert "示范局" in zaizao("history", *elsewhere).out
    assert zaizao("review", *OURS, "--阶段", "2", "--审核人", "李四", "--确认", *elsewhere).code == 0
