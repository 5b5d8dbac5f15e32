"""A project folder: which files are read, and what is said about those that are missing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from processes.declaration.folder import find_project, read_project_folder
from tests.declaring import MATTER, Declared, write


def test_everything_under_the_folder_is_read(declared: Declared) -> None:
    """==> 联审联批/01-示范项目.yaml <==
    ==> 日历/2027.yaml <==
    """
    workspace = declared.checked.workspace
    assert workspace is not None
    assert (len(workspace.departments), len(workspace.matters)) == (1, 1)
    assert (len(workspace.projects), len(workspace.calendar_years)) == (1, 1)
    assert sorted(declared.checked.texts) == [
        "方案.yaml",
        "日历/2027.yaml",
        "示范局/01-示范事项.yaml",
        "示范局/单位.yaml",
        "联审联批/01-示范项目.yaml",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "示范局/~$02-乙.yaml",
        "示范局/.02-乙.yaml",
        "示范局/02-乙.yaml.bak",
        "示范局/说明.txt",
        ".git/02-乙.yaml",
        "_模板/02-乙.yaml",
    ],
)
def test_what_is_no_declaration_is_passed_over(name: str, declare: Callable[[str], Declared]) -> None:
    """Lock files, hidden files and folders, copies, templates."""
    declared = declare(f"==> {name} <==\n名称: 乙\n")
    assert declared.findings == ()
    assert name not in declared.checked.texts


@pytest.mark.parametrize("name", ["示范局/旧/02-乙.yaml", "02-乙.yaml", "示范局/02-乙.yaml.txt", "示范局/02-乙.YML"])
def test_what_may_be_taken_for_declared_is_told(name: str, declare: Callable[[str], Declared]) -> None:
    """A folder too deep, beside the plan, another ending: it is not read, and that is said."""
    declared = declare(f"==> {name} <==\n名称: 乙\n")
    assert [(found.code, found.place.file) for found in declared.findings] == [("F105", name)]


def test_a_folder_without_department_is_told_once(declared: Declared) -> None:
    """==> 新局/01-甲.yaml <==
    名称: 甲
    ==> 新局/02-乙.yaml <==
    年办件量: 约200
    """
    assert declared.codes == ["D107", "F102"]
    assert str(declared.found("F102").place) == "新局/单位.yaml:1:1"


def test_an_empty_folder_says_nothing(tmp_path: Path) -> None:
    """A department is declared when there is something in it."""
    root = write(tmp_path, "")
    (root / "空局").mkdir()
    _, findings, _ = read_project_folder(root)
    assert findings == ()


def test_a_department_declared_twice(declared: Declared) -> None:
    """==> 另一处/单位.yaml <==
    名称: 示范局
    ==> 另一处/01-甲.yaml <==
    名称: 甲
    """
    found = declared.found("F104")
    assert {found.place.file, *(place.file for place in found.related)} == {"另一处/单位.yaml", "示范局/单位.yaml"}


def test_the_project_is_the_nearest_folder_with_a_plan(tmp_path: Path) -> None:
    """Seen from a file, a department's folder or the folder itself; None where there is none."""
    root = write(tmp_path / "外", "")
    inner = write(root / "示范局" / "内", "")
    assert find_project(inner / "示范局" / "01-示范事项.yaml") == inner
    assert find_project(root / "示范局") == root
    assert find_project(root) == root
    assert find_project(tmp_path) is None


@pytest.mark.parametrize(
    "name", ["01-示范(新办)、‘引号’ 空格.yaml", "02 100%.yaml", "03-#1;&.yaml", "04-" + "长" * 70 + ".yaml"]
)
def test_a_file_may_have_any_name(name: str, tmp_path: Path) -> None:
    """Blanks, brackets, signs, length."""
    root = write(tmp_path, "")
    (root / "示范局" / name).write_text(MATTER.replace("示范事项", "另一事项"), encoding="utf-8")
    workspace, findings, texts = read_project_folder(root)
    assert findings == ()
    assert workspace is not None
    assert len(workspace.matters) == 2
    assert f"示范局/{name}" in texts


def test_a_link_that_leads_nowhere_is_not_passed_over(tmp_path: Path) -> None:
    """A matter that cannot be opened is told, not lost."""
    root = write(tmp_path, "")
    (root / "示范局" / "02-乙.yaml").symlink_to(tmp_path / "不存在")
    _, findings, _ = read_project_folder(root)
    assert [finding.code for finding in findings] == ["F103"]


def test_a_folder_with_the_name_of_a_matter_is_not_passed_over(tmp_path: Path) -> None:
    """Unpacking an archive makes such folders."""
    root = write(tmp_path, "")
    (root / "示范局" / "02-乙.yaml").mkdir()
    _, findings, _ = read_project_folder(root)
    assert [finding.code for finding in findings] == ["F103"]


def test_the_other_ending_is_not_passed_over(tmp_path: Path) -> None:
    """``.yml`` means YAML to everybody: the file would seem to be declared."""
    root = write(tmp_path, "")
    (root / "示范局" / "01-示范事项.yaml").rename(root / "示范局" / "01-示范事项.yml")
    _, findings, _ = read_project_folder(root)
    assert [finding.code for finding in findings] == ["F105"]


def test_a_folder_that_may_not_be_opened_is_told_and_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A department that shares its folder with nobody: the rest is read and checked all the same."""
    root = write(tmp_path, "")
    (root / "机密局").mkdir()
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "机密局":
            raise PermissionError(13, "denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    workspace, findings, _ = read_project_folder(root)
    assert workspace is not None
    assert [matter.name for matter in workspace.matters] == ["示范事项"]
    (found,) = findings
    assert (found.place.file, found.code) == ("机密局/单位.yaml", "F103")
    assert found.message == "读不了文件夹「机密局」:没有权限,或正被别的程序占用"


def test_a_link_that_leads_to_itself_is_told_like_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Among the matters as a matter that cannot be read, elsewhere not at all."""
    root = write(tmp_path, "")
    for link in (root / "示范局" / "02-环.yaml", root / "示范局" / "环", root / "环"):
        link.symlink_to(link.name)
    _, findings, _ = read_project_folder(root)
    (found,) = findings
    assert (found.place.file, found.message) == ("示范局/02-环.yaml", "读不了文件:这里的链接绕成了一个圈")


@pytest.mark.parametrize("name", ["System Volume Information", "$RECYCLE.BIN", "lost+found"])
def test_the_folders_of_a_drive_are_no_departments(name: str, tmp_path: Path) -> None:
    """The project may stand on a memory stick; nobody but the system may look into them."""
    root = write(tmp_path, "")
    (root / name).mkdir()
    (root / name / "01-甲.yaml").write_text("名称: 甲\n", encoding="utf-8")
    assert read_project_folder(root)[1] == ()
