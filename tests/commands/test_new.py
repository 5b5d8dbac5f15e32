"""``zaizao new``: where the file goes, what it is called, what keeps it from being made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import write


def declarations(root: Path) -> set[str]:
    """The declaration files there."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*.yaml")}


@pytest.fixture
def fresh(project: Path) -> set[str]:
    """The files that the small project begins with."""
    return declarations(project)


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("取水许可",), "示范局/02-取水许可.yaml"),
        (("取水许可", ".", "--模板", "公共服务"), "示范局/02-取水许可.yaml"),
        (("取水许可", "示范局"), "示范局/02-取水许可.yaml"),
        (("取水许可", "--部门", "示范市示范局"), "示范局/02-取水许可.yaml"),
        (("取水/用水: 许可?", "--template", "即办件"), "示范局/02-取水／用水： 许可？.yaml"),
        (("合办", "--模板", "联审联批"), "联审联批/01-合办.yaml"),
    ],
)
def test_the_file_goes_where_it_belongs(
    words: tuple[str, ...], file: str, project: Path, fresh: set[str], zaizao: Callable[..., Ran]
) -> None:
    """Under the next number; the only department need not be named; nothing in it is unsound."""
    ran = zaizao("new", *words)
    assert (ran.code, ran.err) == (0, "")
    assert f"已新建 {file}。\n标★的 " in ran.out
    assert declarations(project) - fresh == {file}
    checked = zaizao("check", file, "--提示", "--选择", "D,S")
    assert checked.code == 0
    assert checked.out.endswith("发现 1 处:提示 1。\n")
    assert "提示 D118 还有 " in checked.out


def test_a_department_without_a_folder_gets_one(project: Path, fresh: set[str], zaizao: Callable[..., Ran]) -> None:
    """With its 单位.yaml, whose offices then hold the steps."""
    ran = zaizao("new", "施工许可", "--部门", "住建局")
    assert ran.out.startswith("已建立部门 住建局/单位.yaml,标★的改成本单位的情况。\n已新建 住建局/01-施工许可.yaml。\n")
    assert declarations(project) - fresh == {"住建局/单位.yaml", "住建局/01-施工许可.yaml"}
    assert zaizao("check", "--选择", "D,S").code == 0


def test_the_folder_one_stands_in_is_the_department(
    project: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when there are others."""
    zaizao("new", "施工许可", "--部门", "住建局")
    monkeypatch.chdir(project / "示范局")
    assert "已新建 02-取水许可.yaml。" in zaizao("new", "取水许可").out
    assert (project / "示范局" / "02-取水许可.yaml").is_file()


def test_the_command_to_type_next_can_be_typed(project: Path, zaizao: Callable[..., Ran]) -> None:
    """A path with brackets or blanks is quoted."""
    assert 'zaizao check "示范局/02-取水(新办).yaml"' in zaizao("new", "取水(新办)").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("无",), 2, "“无”不能作事项名称"),
        (("甲|乙",), 2, "“甲|乙”不能作事项名称"),
        ((" ",), 2, "不能作事项名称"),
        (("示范事项",), 2, "示范局已经有事项“示范事项”。"),
        (("取水", "--部门", "住房局"), 2, "方案.yaml 的部门里没有“住房局”。是不是「住建局」?"),
        (("取水", "--部门", "示范局", "--部门", "住建局"), 2, "一个事项属于一个部门,只能写一个"),
        (("取水", "--模板", "许可"), 2, "“许可”不是这些之一"),
        (("合办", "--模板", "联审联批", "--部门", "示范局"), 2, "联审联批至少要两个部门"),
    ],
)
def test_what_does_not_fit_is_told(
    words: tuple[str, ...], code: int, said: str, project: Path, fresh: set[str], zaizao: Callable[..., Ran]
) -> None:
    """And nothing is written."""
    ran = zaizao("new", *words)
    assert ran.code == code
    assert said in ran.err
    assert declarations(project) == fresh


def test_of_several_departments_one_must_be_named(project: Path, zaizao: Callable[..., Ran]) -> None:
    """An example is given."""
    zaizao("new", "施工许可", "--部门", "住建局")
    ran = zaizao("new", "取水许可")
    assert (ran.code, ran.err) == (2, "错误:请用 --部门 写明是哪个部门的事项,如 --部门 示范局。\n")


def test_a_file_in_the_way_is_not_overwritten(project: Path, zaizao: Callable[..., Ran]) -> None:
    """A 单位.yaml that belongs to another department stays as it is."""
    write(project, "==> 住建局/单位.yaml <==\n# 全文\n名称: 公安局\n全称: 示范市公安局\n内设机构: 综合股\n")
    before = (project / "住建局" / "单位.yaml").read_bytes()
    ran = zaizao("new", "施工许可", "--部门", "住建局")
    assert ran.code == 3
    assert "已经有了,没有覆盖" in ran.err
    assert (project / "住建局" / "单位.yaml").read_bytes() == before


def test_a_broken_plan_is_told_first(project: Path, zaizao: Callable[..., Ran]) -> None:
    """With its place."""
    write(project, "==> 方案.yaml <==\n# 全文\n名称: 甲\n")
    ran = zaizao("new", "取水许可")
    assert ran.code == 3
    assert ran.err.startswith("错误:方案或单位的申报有错,先改好:方案.yaml:2:1 ")


@pytest.mark.parametrize(
    ("kind", "template"), [("行政确认", "行政给付"), ("行政监督检查", "行政处罚"), ("社会保障", "公共服务")]
)
def test_a_kind_without_a_template_is_told_which_to_take(
    kind: str, template: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """There are 25 种类 and six templates."""
    ran = zaizao("new", "婚姻登记", "--模板", kind)
    assert ran.code == 2
    assert f"没有“{kind}”的模板:用“{template}”的,建好以后把文件里的“种类”改成 {kind}。" in ran.err
    assert zaizao("new", "婚姻登记", "--模板", template).code == 0
