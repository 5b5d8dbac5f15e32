"""``zaizao diff`` with versions in git: what was declared otherwise, matter by matter, 优化前 beside 优化前."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from renderers.reports.schema import schema
from tests.commands.conftest import Ran, flat
from tests.declaring import write

Zaizao = Callable[..., Ran]
Git = Callable[..., None]

MATTER = "示范局/01-示范事项.yaml"
SHORTER = "优化后:\n  时限: 5工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 形式审查\n    - 决定 | 局领导 | 2工作日 | 局长签批\n"


def commit(git: Git) -> None:
    """All that was written."""
    git("add", "-A")
    git("commit", "-qm", "修改")


def test_a_matter_is_compared_with_what_it_was(git: Git, project: Path, zaizao: Zaizao) -> None:
    """优化后 with 优化后; what nobody touched is said to be as it was."""
    write(project, SHORTER)
    ran = zaizao("diff", "HEAD", MATTER, "--退出码")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("示范事项:HEAD→现在 优化前未变;优化后有变化\nHEAD 是 20")
    assert "(最初的申报)。\n" in ran.out
    assert "优化后:HEAD→现在 环节 4→2" in ran.out
    assert "删去 「审查」" in flat(ran.out)


def test_nothing_touched_is_no_difference(git: Git, zaizao: Zaizao) -> None:
    """Neither in a matter nor in the project, whose folder stands for itself."""
    assert zaizao("diff", "HEAD", MATTER, "--exit-code").out.startswith("示范事项:HEAD→现在 没有变化\n")
    ran = zaizao("diff", "HEAD", "--exit-code")
    assert ran.code == 0
    assert ran.out.startswith("示范市 HEAD→现在:修改 0 项、改名 0 项、新增 0 项、删去 0 项、未变 1 项\n")


def test_the_matters_that_came_went_or_have_another_name(git: Git, project: Path, zaizao: Zaizao) -> None:
    """A matter in another file under another name is still the same one."""
    write(project, "==> 示范局/02-取水.yaml <==\n名称: 取水许可\n==> 示范局/03-采砂.yaml <==\n名称: 河道采砂许可\n")
    commit(git)
    (project / "示范局/02-取水.yaml").unlink()
    (project / "示范局/03-采砂.yaml").rename(project / "示范局/05-采砂.yaml")
    write(project, "==> 示范局/05-采砂.yaml <==\n名称: 河道采砂许可(年度)\n==> 示范局/06-新.yaml <==\n名称: 示范年检\n")
    ran = zaizao("diff", "HEAD", "示范局")
    assert ran.out.startswith("示范局 HEAD→现在:修改 0 项、改名 1 项、新增 1 项、删去 1 项、未变 1 项\n")
    assert "河道采砂许可(年度)(原名河道采砂许可)" in ran.out
    assert "新增 「示范年检」:示范局" in flat(ran.out)
    assert "删去 「取水许可」:示范局" in flat(ran.out)
    assert "删去的事项,现在没有了" in zaizao("diff", "HEAD", "示范局/02-取水.yaml").out
    assert "新增的事项,HEAD还没有" in zaizao("diff", "HEAD", "示范局/06-新.yaml").out
    assert "名称   河道采砂许可   河道采砂许可(年度)" in zaizao("diff", "HEAD", "示范局/05-采砂.yaml").out


def test_a_matter_that_another_department_takes_over(git: Git, project: Path, zaizao: Zaizao) -> None:
    """It is the same matter, and the department is what changed; programs are given what the schema says."""
    write(project, "==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n==> 住建局/01-示范事项.yaml <==\n")
    write(project, "==> 示范局/02-取水.yaml <==\n名称: 取水许可\n")
    (project / MATTER).unlink()
    ran = zaizao("diff", "HEAD")
    assert "改名 1 项、新增 1 项、删去 0 项" in ran.out
    assert "示范局→住建局" in ran.out
    for words in ((), ("住建局",), ("示范局",), ("住建局/01-示范事项.yaml",)):
        report = json.loads(zaizao("diff", "HEAD", *words, "--格式", "json").out)
        Draft7Validator(schema()).validate(report)
        assert report["两边"] == ["HEAD", "现在"]


def test_two_versions_are_compared_without_what_is_on_disk(git: Git, project: Path, zaizao: Zaizao) -> None:
    """The later one is not the present."""
    write(project, SHORTER)
    commit(git)
    git("tag", "第二稿")
    write(project, "优化后: 取消\n")
    ran = zaizao("diff", "HEAD~1", "第二稿", MATTER)
    assert ran.out.startswith("示范事项:HEAD~1→第二稿 优化前未变;优化后有变化\n")
    assert "取消" not in ran.out


def test_what_is_said_once_a_matter_is_compared_too(git: Git, project: Path, zaizao: Zaizao) -> None:
    """Its limit by law, and that it is cancelled now: then there is no 优化后 to compare."""
    write(project, "法定时限: 15工作日\n优化后:\n  取消: 依据废止\n")
    ran = zaizao("diff", "HEAD", MATTER)
    assert "示范事项:HEAD→现在 事项本身 2 处不同;优化前未变\n" in ran.out
    assert "优化后     办理" in ran.out
    assert "取消(依据废止)" in ran.out


def test_one_version_alone_can_be_asked_for(git: Git, project: Path, zaizao: Zaizao) -> None:
    """优化前 is as it was; nothing is said of 优化后, which is not."""
    write(project, f"法定时限: 15工作日\n{SHORTER}")
    ran = zaizao("diff", "HEAD", "--版本", "前", MATTER)
    assert "事项本身 1 处不同;优化前未变\n" in ran.out
    assert "只比了优化前的流程和事项本身。" in ran.out
    assert "优化后" not in ran.out
    write(project, SHORTER)
    assert zaizao("diff", "HEAD", "--版本", "前", "--退出码").code == 0
    assert zaizao("diff", "HEAD", "--版本", "后", "--退出码").code == 1


def test_one_department_alone_can_be_asked_for(git: Git, project: Path, zaizao: Zaizao) -> None:
    """By the folder or by --部门."""
    write(
        project,
        "==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n==> 住建局/01-施工.yaml <==\n名称: 施工许可\n",
    )
    for words in (("住建局",), ("--部门", "住建局")):
        out = zaizao("diff", "HEAD", *words).out
        assert out.startswith("住建局 HEAD→现在:修改 0 项、改名 0 项、新增 1 项、删去 0 项、未变 0 项\n")


def test_what_stands_around_the_matters_is_mentioned(git: Git, project: Path, zaizao: Zaizao) -> None:
    """Who reads “没有变化” must know that the plan was written otherwise, and that both are counted in one way."""
    write(project, "==> 方案.yaml <==\n口径:\n  环节程序: 交接次数\n")
    out = zaizao("diff", "HEAD", MATTER).out
    assert "方案.yaml 也有变化;这里对比的只是事项。" in out
    assert "方案的口径有变化,两边都按现在的口径计算。" in out


def test_the_errors_of_the_old_state_are_shown_with_its_name(git: Git, project: Path, zaizao: Zaizao) -> None:
    """They cannot be found on disk any more; a matter with errors then is not new now."""
    write(project, "优化后:\n  时限: 3天\n")
    commit(git)
    write(project, "")
    ran = zaizao("diff", "HEAD", MATTER)
    assert (ran.code, ran.out) == (3, "")
    assert f"HEAD {MATTER}:2:7 " in ran.err
    ran = zaizao("diff", "HEAD~1", "HEAD")
    assert f"HEAD {MATTER}:2:7 " in ran.err
    assert f"HEAD有错、没有对比的事项 1 项:{MATTER}。" in ran.out
    assert "删去 0 项" in ran.out


def test_a_plan_with_errors_is_shown_with_the_name_of_the_version(git: Git, project: Path, zaizao: Zaizao) -> None:
    """Without a plan nothing can be read."""
    write(project, "==> 方案.yaml <==\n# 全文\n城市: [\n")
    commit(git)
    write(project, "")
    ran = zaizao("diff", "HEAD")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("错误:HEAD的方案有错,比不了:\n  HEAD 方案.yaml:")


def test_what_a_default_of_the_department_changes_is_a_change(git: Git, project: Path, zaizao: Zaizao) -> None:
    """The file of the matter is the same to the last byte, and says something else."""
    write(project, "==> 示范局/单位.yaml <==\n默认:\n  所有事项:\n    地点: 政务大厅\n")
    assert "修改 1 项" in zaizao("diff", "HEAD").out
    commit(git)
    write(
        project,
        "==> 示范局/单位.yaml <==\n默认:\n  所有事项:\n    地点: 行政服务中心\n==> 示范局/02-取水.yaml <==\n名称: 取水许可\n",
    )
    ran = zaizao("diff", "HEAD", "示范局")
    assert "修改 1 项、改名 0 项、新增 1 项" in ran.out
    assert "政务大厅→行政服务中心" in ran.out


def test_line_breaks_of_another_system_are_no_change(git: Git, project: Path, zaizao: Zaizao) -> None:
    """As git on Windows makes them."""
    text = (project / MATTER).read_bytes()
    (project / MATTER).write_bytes(text.replace(b"\n", b"\r\n"))
    assert "未变 1 项" in zaizao("diff", "HEAD").out


def test_what_exists_is_a_target_even_if_a_branch_is_called_so(git: Git, project: Path, zaizao: Zaizao) -> None:
    """The branch can be written in full."""
    git("branch", "示范局")
    write(project, SHORTER)
    assert zaizao("diff", "示范局").out.startswith("示范局 1 项:")
    assert zaizao("diff", "refs/heads/示范局").out.startswith("示范市 refs/heads/示范局→现在:修改 1 项")


def test_a_folder_that_is_younger_than_the_version(git: Git, project: Path, zaizao: Zaizao) -> None:
    """Nothing was there to compare with."""
    other = write(project.parent / "新县", "")
    ran = zaizao("diff", "HEAD", other)
    assert (ran.code, ran.out) == (3, "")
    assert "版本 HEAD 里还没有“新县”这个项目文件夹" in ran.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("HEAD~7", MATTER), 2, "git 里也没有这个版本"),
        (("不是版本",), 2, "git 里也没有这个版本"),
        (("--", "--all", MATTER), 2, "git 里也没有这个版本"),
        ((MATTER.removesuffix(".yaml"),), 2, f"是不是“{MATTER}”?"),
        (("HEAD", "HEAD", MATTER), 2, "是同一个版本"),
        ((MATTER, "HEAD"), 2, "版本写在目标前面"),
        (("HEAD", "HEAD", "HEAD", MATTER), 2, "写得太多了"),
        (("HEAD", "示范局", MATTER), 2, "写得太多了"),
        (("HEAD", "示范局/09-没有.yaml"), 2, "HEAD和现在都没有“示范局/09-没有.yaml”这个事项文件"),
        (("HEAD", "--部门", "住建局"), 2, "还没有申报"),
        (("HEAD", "--格式", "汇报"), 2, "汇报只用于一个目标"),
    ],
)
def test_what_cannot_be_meant_is_told(words: tuple[str, ...], code: int, said: str, git: Git, zaizao: Zaizao) -> None:
    """One sentence, and no report."""
    ran = zaizao("diff", *words)
    assert (ran.code, ran.out) == (code, ""), ran.err
    assert said in ran.err


def test_without_a_repository_there_is_no_earlier_version(project: Path, zaizao: Zaizao) -> None:
    """Whether a version or a file was meant cannot be told."""
    ran = zaizao("diff", "HEAD~3", MATTER)
    assert (ran.code, ran.out) == (3, "")
    assert "又不在 git 仓库里" in ran.err
    assert zaizao("diff", "HEAD~3", MATTER, "--退出码").code == 2


def test_outside_of_every_project_a_word_is_a_target_that_is_not_there(
    tmp_path: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistyped folder is not answered with what is wrong with the current one."""
    monkeypatch.chdir(tmp_path)
    ran = zaizao("diff", "甲线")
    assert (ran.code, ran.out) == (2, "")
    assert "没有“甲线”这个文件或文件夹" in ran.err


def test_without_git_it_is_said_how_to_go_on(
    project: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Two folders can be compared without it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = zaizao("diff", "HEAD~3", MATTER)
    assert (ran.code, ran.out) == (3, "")
    assert "没有找到 git" in ran.err
    assert "zaizao diff 以前的文件夹 现在的文件夹" in ran.err


def test_a_version_called_as_a_column_goes_by_its_commit(git: Git, project: Path, zaizao: Zaizao) -> None:
    """Else programs would find one of the two in place of the other."""
    write(project, SHORTER)
    git("tag", "来源")
    report = json.loads(zaizao("diff", "来源", MATTER, "--格式", "json").out)
    then, now = report["两边"]
    (row,) = (row for row in report["版本"][0]["数量对比"] if row["项目"] == "环节")
    assert (row[then], row[now]) == (4, 2)
