"""``zaizao tally``: answers counted, bad rows told, an empty table to begin with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import papers
from tests.commands.conftest import Ran
from tests.declaring import write

Run = Callable[..., Ran]
TABLE = "答卷编号,身份,事项,环节多\n1,服务对象,甲类许可,1\n2,专家,甲类许可,\n"


@pytest.mark.parametrize("words", [("--部门", "示范局"), ("示范局",), ("--department", "示范市示范局")])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk"])
def test_answers_are_counted(words: tuple[str, ...], encoding: str, project: Path, zaizao: Run) -> None:
    """Of the department named, or in whose folder the target is."""
    write(project, papers.CITY)
    (project / "答卷.csv").write_text(TABLE, encoding=encoding)
    ran = zaizao("tally", "答卷.csv", *words)
    assert ran.code == 0, ran.err
    assert "附件9第21栏 邀请服务对象参与评估人数:1\n附件9第22栏 邀请第三方专家参与评估人数:1\n" in ran.out
    assert "备注: 问卷2份中1份反映" in ran.out


def test_bad_rows_are_told_with_their_lines(project: Path, zaizao: Run) -> None:
    """Exit code 1; a secret matter is no matter of the questionnaire."""
    write(project, papers.CITY)
    (project / "答卷.csv").write_text(f"{TABLE}3,路人,甲类许可,\n4,专家,{papers.SECRET},\n", encoding="utf-8")
    ran = zaizao("tally", "答卷.csv", "示范局", "-o", "统计.txt")
    assert ran.code == 1
    assert "答卷.csv 第 4 行:身份“路人”应是服务对象或专家;这一行没有计入。" in ran.err
    assert f"答卷.csv 第 5 行:没有事项“{papers.SECRET}”;这一行没有计入。" in ran.err
    assert (project / "统计.txt").read_text("utf-8").startswith("答卷 2 份:")


@pytest.mark.parametrize("words", [("--空表", "--部门", "示范局"), ("--blank", "示范局")])
def test_an_empty_table(words: tuple[str, ...], project: Path, zaizao: Run) -> None:
    """With a line for each matter; written for WPS, which wants the mark of UTF-8."""
    write(project, papers.CITY)
    for option in ("-o", "--输出", "--output"):
        assert zaizao("tally", *words, option, "表.csv").code == 0
    content = (project / "表.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b",\r\n")
    shown = zaizao("tally", *words).out
    assert shown.split()[1:] == [f"1,服务对象,{name},,,,,,," for name in ("甲类许可", "示范事项", "乙类备案")]
    assert zaizao("tally", "表.csv", "示范局").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("示范局",), "请写明答卷文件"),
        ((), "请写明答卷文件"),
        (("答卷.csv",), "答卷是一个部门的"),
    ],
)
def test_wrong_usage_is_told(words: tuple[str, ...], said: str, project: Path, zaizao: Run) -> None:
    """Exit code 2."""
    write(project, papers.CITY)
    (project / "答卷.csv").write_text(TABLE, encoding="utf-8")
    ran = zaizao("tally", *words)
    assert (ran.code, said in ran.err) == (2, True), ran.err


def test_a_file_that_cannot_be_read_is_told(project: Path, zaizao: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 3, with the reason."""
    (project / "答卷.csv").write_text(TABLE, encoding="utf-8")

    real = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.suffix == ".csv":
            raise PermissionError(13, str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    ran = zaizao("tally", "答卷.csv", "示范局")
    assert (ran.code, "读不了“答卷.csv”" in ran.err) == (3, True), ran.err


def test_a_file_that_is_no_table_is_told(project: Path, zaizao: Run) -> None:
    """Exit code 3."""
    (project / "答卷.csv").write_bytes(b"\x00\xff")
    ran = zaizao("tally", "答卷.csv", "示范局")
    assert (ran.code, "“答卷.csv”读不了" in ran.err) == (3, True), ran.err
