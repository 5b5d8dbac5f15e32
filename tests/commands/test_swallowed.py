"""An option is never taken for the value of the one before, and a name that is no file leads to one that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands._nearby import nearby
from tests.commands.conftest import Ran


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("review", "--部门", "示范局", "--阶段", "1", "--退回", "--审核人", "李四"), "选项“--退回”后面要写“理由”,现在后面就是“--审核人”。"),
        (("case", "withdraw", "1", "--理由", "--单位", "综合股"), "选项“--理由”后面要写“文字”,现在后面就是“--单位”。"),
        (("history", "--比较", "1", "--部门", "示范局"), "选项“--比较”后面要写“版次 版次”,现在后面就是“--部门”。"),
        (("fill", "--表", "-o", "附件6.xlsx"), "后面要写"),
    ],
)  # fmt: skip
def test_a_value_that_was_forgotten_is_asked_for(
    words: tuple[str, ...], said: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Which option, what belongs behind it, and what stands there."""
    ran = zaizao(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    "words", [("explain", "D101"), ("fill", "--表=6", "-o", "--附件.xlsx"), ("check", "--", "示范局")]
)
def test_what_only_looks_alike_is_taken(words: tuple[str, ...], project: Path, zaizao: Callable[..., Ran]) -> None:
    """A value may begin with strokes, as long as it is no option."""
    assert "现在后面就是" not in zaizao(*words).err


def test_all_that_is_missing_is_told_at_once(project: Path, zaizao: Callable[..., Ran]) -> None:
    """With what each of them is; what was written is not asked for again."""
    ran = zaizao("case", "start", "示范局/01-示范事项.yaml", "--单位", "综合股")
    assert ran.code == 2
    assert "错误:缺少选项 --申请人、--人员。\n  --申请人 名称  谁申请的。\n  --人员 姓名  办理人员。\n" in ran.err


@pytest.mark.parametrize("typed", ["示范事项", "01示范事项", "示范局/示范事项.yaml", "示犯事项"])
def test_a_matter_may_be_called_by_its_name(typed: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """The file is named in full, to be copied."""
    ran = zaizao("draw", typed)
    assert f"没有“{typed}”这个文件或文件夹。是不是“示范局/01-示范事项.yaml”?" in ran.err


def test_what_is_near_is_named_from_where_one_is(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside the department's folder, and from beside it."""
    monkeypatch.chdir(project / "示范局")
    assert nearby("示范事项", Path.cwd()) == ("01-示范事项.yaml",)
    (project / "别处").mkdir()
    monkeypatch.chdir(project / "别处")
    assert nearby("示范事项", Path.cwd()) == ("../示范局/01-示范事项.yaml",)
    assert nearby("示范", Path.cwd())[0] == "../示范局"


def test_a_table_is_not_mistaken_for_a_matter(project: Path) -> None:
    """Of tables those with the same ending are near."""
    (project / "事项表.xlsx").touch()
    (project / "事项表.csv").touch()
    assert nearby("事项.xlsx", project) == ("事项表.xlsx",)
    assert nearby("完全不同的东西", project) == ()
