"""``zaizao submit``, ``review`` and ``history``: what is filed, what is said of it, what comes of it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from commands import _registry
from processes.model.findings import Severity
from processes.store.registry import Registry
from tests.commands.conftest import Ran, flat
from tests.declaring import write

Zaizao = Callable[..., Ran]

MATTER = "示范局/01-示范事项.yaml"
STAGES = """阶段:
  - “两集中三到位”改革阶段 | 2017-12-31 | 调整意见、附件1
  - 流程再造梳理评估阶段 | 2017-12-31 | 附件4、附件5
  - 优化作风流程阶段 | 2018-01-31 | 附件6、附件7、附件8
"""
SHORTER = "优化后:\n  时限: 5工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 形式审查\n    - 决定 | 局领导 | 2工作日 | 局长签批\n"
LONGER = """优化前:
  时限: 14工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 9工作日 | 材料审核
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书、身份证复印件
"""
OURS = ("--部门", "示范局")


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> None:
    """In China it is five past four in the afternoon of the 29th of December."""
    monkeypatch.setattr(_registry, "_zone", lambda: timezone(timedelta(hours=8)))
    monkeypatch.setattr(_registry, "_now", lambda: datetime(2017, 12, 29, 8, 5, tzinfo=UTC))


@pytest.fixture
def campaign(project: Path, hours: None) -> Path:
    """The small project with three stages, and the clock stopped."""
    write(project, f"==> 方案.yaml <==\n{STAGES}")
    return project


def change(root: Path, text: str) -> None:
    """Lay a text over the matter, or over the files that it names; the plan stays."""
    write(root, f"==> 方案.yaml <==\n{STAGES}" + (text if text.startswith("==> ") else f"==> {MATTER} <==\n{text}"))


def submit(zaizao: Zaizao, stage: int = 2, *more: str) -> Ran:
    """The department files its stage."""
    return zaizao("submit", *OURS, "--阶段", stage, "--经办", "张三", *more)


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


def test_a_submission_is_reviewed_to_its_end(campaign: Path, zaizao: Zaizao) -> None:
    """Confirmed, then filed on the platform; after that nothing can follow."""
    submit(zaizao, 3)
    review = ("review", *OURS, "--阶段", "3", "--审核人", "李四")
    assert zaizao(*review, "--确认").out.startswith(
        "示范局第3阶段第1版:审核确认,2017年12月29日 16:05,审核人 李四。\n这一版由 张三 于"
    )
    assert "重新申报" in zaizao(*review, "--已申报").out
    ran = zaizao(*review, "--退回", "太迟")
    assert (ran.code, "不能记“退回”" in ran.err) == (2, True)


def test_what_is_sent_back_is_mended_and_filed_again(campaign: Path, zaizao: Zaizao) -> None:
    """The reasons are told to who files the same; the history tells all of it, also to programs."""
    submit(zaizao, 3)
    zaizao("review", *OURS, "--阶段", "3", "--审核人", "李四", "--退回", "缺优化后")
    assert "没有改动:和退回的示范局第3阶段第1版一样,没有另记。退回理由:缺优化后;改好再报。" in submit(zaizao, 3).out
    change(campaign, SHORTER)
    assert submit(zaizao, 3).out.startswith("已报送:示范局第3阶段第2版")
    said = flat(zaizao("history").out)
    assert said.startswith("报送记录:1 个单位,2 版:草拟 1 版、退回 1 版\n")
    first, second = json.loads(zaizao("history", "--格式", "json").out)["报送和审核"]
    assert (first["版次"], first["状态"], first["理由"], first["审核"]) == (
        1,
        "退回",
        "缺优化后",
        "李四 2017年12月29日 16:05",
    )
    assert (second["版次"], second["状态"], second["报送时间"]) == (2, "草拟", "2017年12月29日 16:05")


@pytest.mark.parametrize("choice", [(), ("--确认", "--已申报"), ("--确认", "--退回", "缺件")])
def test_a_review_is_one_thing(choice: tuple[str, ...], campaign: Path, zaizao: Zaizao) -> None:
    """Neither none nor two."""
    ran = zaizao("review", *OURS, "--阶段", "3", "--审核人", "李四", *choice)
    assert (ran.code, "要写一个,只写一个" in ran.err) == (2, True)


def test_two_submissions_are_compared_like_two_versions(campaign: Path, zaizao: Zaizao) -> None:
    """By what they mean, as ``zaizao diff`` does; with who filed them."""
    submit(zaizao, 3)
    change(campaign, SHORTER)
    submit(zaizao, 3)
    ran = zaizao("history", *OURS, "--阶段", "3", "--比较", "1", "2")
    assert ran.out.startswith(
        "示范局 第1版→第2版:修改 1 项、改名 0 项、新增 0 项、删去 0 项、未变 0 项\n第1版由 张三 于2017年12月29日 16:05报送。"
    )
    assert "优化后:第1版→第2版 环节 4→2" in ran.out
    assert json.loads(zaizao("history", *OURS, "--阶段", "3", "--比较", "2", "1", "--格式", "json").out)["两边"] == [
        "第2版",
        "第1版",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--比较", "1", "2"), "要写明 --部门 和 --阶段"),
        ((*OURS, "--阶段", "2", "--比较", "1", "1"), "两个不同的版次"),
        ((*OURS, "--阶段", "2", "--比较", "1", "7"), "没有示范局第2阶段第7版的报送"),
    ],
)
def test_what_cannot_be_compared_is_refused(words: tuple[str, ...], said: str, campaign: Path, zaizao: Zaizao) -> None:
    """A version with itself, or with one that is not there."""
    submit(zaizao)
    ran = zaizao("history", *words)
    assert (ran.code, said in ran.err) == (2, True)


def test_where_nothing_was_filed_there_is_nothing_to_tell(campaign: Path, zaizao: Zaizao) -> None:
    """No registry is made by looking for one."""
    assert zaizao("history") == Ran(0, "还没有单位报送过(zaizao submit)。\n", "")
    assert not (campaign / "登记.db").exists()


def test_the_registry_is_verified(campaign: Path, zaizao: Zaizao) -> None:
    """Whole, and then no registry any more."""
    submit(zaizao)
    ran = zaizao("history", "--核验")
    assert (ran.code, ran.out) == (0, "登记库完好:报送 1 版,办件 0 件(记录 0 条),都和登记的时候一样。\n")
    (campaign / "登记.db").write_bytes(b"x" * 9000)
    ran = zaizao("history", "--核验")
    assert (ran.code, "不是登记库" in ran.err) == (3, True)


# --------------------------------------------------------------------------------------- 优化前 is frozen


def test_before_is_frozen_once_it_was_filed(campaign: Path, zaizao: Zaizao) -> None:
    """Checking and filing tell it, in whatever they are asked; a reason settles it; going back mends it."""
    text = (campaign / MATTER).read_text(encoding="utf-8")
    submit(zaizao)
    only = ("--选择", "N212")
    assert zaizao("check", ".", *only).code == 0
    change(campaign, LONGER)
    for target in (".", "示范局", MATTER):
        ran = zaizao("check", target, *only)
        assert ran.code == 1
        assert f"{MATTER}:2:3 警告 N212 「示范事项」的优化前和第二阶段报送的第1版不一样:" in ran.out
        assert "时限 10→14工作日" in ran.out
    assert "警告 N212" in submit(zaizao, 3).out
    change(campaign, f"{LONGER}说明:\n  N212: 2017年的清单把审查写少了,已报市编办\n")
    ran = zaizao("check", ".", *only)
    assert (ran.code, "已说明" in ran.out) == (0, True)
    (campaign / MATTER).write_text(text, encoding="utf-8")
    assert zaizao("check", ".", *only).code == 0


def test_what_was_sent_back_is_not_frozen(campaign: Path, zaizao: Zaizao) -> None:
    """Until it is filed anew."""
    submit(zaizao)
    zaizao("review", *OURS, "--阶段", "2", "--审核人", "李四", "--退回", "时限写少了")
    change(campaign, LONGER)
    assert zaizao("check", ".", "--选择", "N212").code == 0
    submit(zaizao)
    change(campaign, LONGER.replace("14工作日", "15工作日").replace("9工作日", "10工作日"))
    assert "第二阶段报送的第2版" in zaizao("check", ".", "--选择", "N212").out


def test_a_matter_that_was_deleted_is_missed(campaign: Path, zaizao: Zaizao) -> None:
    """A cancelled one stays declared."""
    change(campaign, "==> 示范局/02-取水.yaml <==\n名称: 取水许可\n")
    submit(zaizao)
    (campaign / "示范局/02-取水.yaml").unlink()
    ran = zaizao("check", ".", "--选择", "N212")
    assert "示范局/单位.yaml:1:5 警告 N212 第二阶段报送的第1版里的「取水许可」现在没有了" in ran.out


def test_a_registry_that_cannot_be_asked_does_not_keep_from_checking(campaign: Path, zaizao: Zaizao) -> None:
    """It is said that this one question was left out; whether a reason is needed, nobody can know then."""
    change(campaign, f"{LONGER}说明:\n  N212: 2017年的清单把审查写少了,已报市编办\n")
    (campaign / "登记.db").write_bytes(b"x" * 9000)
    ran = zaizao("check", ".")
    assert ran.err.startswith("没有查优化前改没改过(N212):")
    assert "N212" not in ran.out
    ran = zaizao("build", ".", "-o", campaign.parent / "成果")
    assert (ran.code, ran.err.startswith("没有查优化前改没改过(N212):")) == (0, True)


def test_a_reason_is_not_called_idle_where_there_is_no_registry(campaign: Path, zaizao: Zaizao) -> None:
    """The declarations may be checked on another machine."""
    change(campaign, "说明:\n  N212: 2017年的清单把审查写少了,已报市编办\n")
    assert "D119" not in zaizao("check", ".").out
    submit(zaizao)
    assert "说明里的 N212 没有用上" in zaizao("check", ".").out


def test_without_a_registry_no_database_is_imported(
    campaign: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checking stays as quick as it was."""
    monkeypatch.setitem(__import__("sys").modules, "processes.store.registry", None)
    assert zaizao("check", ".", "--选择", "N212").code == 0


def test_build_writes_it_among_the_findings(campaign: Path, zaizao: Zaizao) -> None:
    """Also when nothing but the registry has changed since the last time."""
    made = campaign.parent / "成果"

    def built() -> str:
        assert zaizao("build", ".", "-o", made).code == 0
        return (made / "检查结果.txt").read_text(encoding="utf-8")

    change(campaign, LONGER)
    submit(zaizao)
    change(campaign, LONGER.replace("14工作日", "15工作日").replace("9工作日", "10工作日"))
    assert "警告 N212 「示范事项」的优化前和第二阶段报送的第1版不一样:" in built()
    assert zaizao("review", *OURS, "--阶段", "2", "--审核人", "李四", "--退回", "时限写少了").code == 0
    assert "N212" not in built()


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
    submit(zaizao, 2, *elsewhere)
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
