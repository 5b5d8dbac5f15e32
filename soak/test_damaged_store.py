"""A 登记库 damaged in every way: each command says so in Chinese, none fails, and none writes over what is left."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from processes.store import migrating
from soak.damaging import BY, CASE, DAMAGES, READERS, REVIEW, STAGES, VERIFY, WRITERS, complaints, lay, run
from tests.declaring import MATTER, MATTER_FILE, lay_over, write
from tests.later import write_later
from tests.living import PERMIT

EACH = 20
"""Damages of each kind."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with a registry: two versions of a stage, one reviewed, and a case of several events."""
    root = write(tmp_path_factory.mktemp("damaged") / "project", STAGES)
    matter = root / MATTER_FILE
    matter.write_text(lay_over(MATTER, PERMIT), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.delenv("ZAIZAO_DATABASE", raising=False)
        done = [run("submit", "--部门", "示范局", "--阶段", "2", "--经办", "张三"), run(*REVIEW, "2")]
        matter.write_text(matter.read_text(encoding="utf-8").replace("5工作日", "4工作日"), encoding="utf-8")
        start = ("case", "start", MATTER_FILE, "--申请人", "李四", "--视图", "前", "--材料", "申请书、平面图")
        done += [
            run("submit", "--部门", "示范局", "--阶段", "2", "--经办", "张三"),
            run(*start, *BY, "--日期", "2018-03-01"),
            run("case", "receive", CASE, "照片", *BY, "--日期", "2018-03-01"),
            run("case", "fire", CASE, "符合受理条件", *BY, "--日期", "2018-03-01"),
            run(*VERIFY),
        ]
    assert all(one.code == 0 for one in done), done
    assert not list(root.glob("登记.db-*"))
    return root


@pytest.fixture
def project(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the current folder."""
    root = tmp_path / "project"
    shutil.copytree(whole, root)
    monkeypatch.chdir(root)
    monkeypatch.delenv("ZAIZAO_DATABASE", raising=False)
    return root


# What a library warns developers of is shown to no user (cli.main).
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_file_is_told_by_every_command(
    damage: Callable[[bytes, Random], bytes], project: Path, whole: Path
) -> None:
    """Verified, it is told, or it is as good as whole: then every command says of it what it says of the whole one.

    A command that only looks leaves the file as it is; so does one that could not add.
    """
    file, dice = project / "登记.db", Random(damage.__name__)  # noqa: S311 - nothing secret
    content = file.read_bytes()
    expected = {words: run(*words) for words in READERS}
    wrong: list[str] = []
    told = 0
    for number in range(EACH):
        spoilt = damage(content, dice)
        lay(file, spoilt)
        verdict = run(*VERIFY)
        told += verdict.code != 0
        wrong += [f"{number}: {one}" for one in complaints(VERIFY, verdict)]
        for words in READERS:
            ran = run(*words)
            wrong += [f"{number}: {one}" for one in complaints(words, ran)]
            if file.read_bytes() != spoilt:
                wrong.append(f"{number}: {' '.join(words)}: the file is another one")
                lay(file, spoilt)
            if verdict.code == 0 and ran != expected[words]:
                wrong.append(f"{number}: {' '.join(words)}: verified, but: {ran}")
        for words in WRITERS:
            lay(file, spoilt)
            ran = run(*words)
            wrong += [f"{number}: {one}" for one in complaints(words, ran)]
            if ran.code in (2, 3) and file.read_bytes() != spoilt:
                wrong.append(f"{number}: {' '.join(words)}: could not, but the file is another one")
    assert not wrong, "\n".join(wrong)
    assert told > EACH // 4, told


# ------------------------------------------------------------------------------- what is something else


def a_text(file: Path) -> None:
    """Somebody has saved a note under this name."""
    file.write_text("登记库在老王的电脑上。\n" * 500, encoding="utf-8")


def a_workbook(file: Path) -> None:
    """The beginning of a workbook."""
    file.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 64)


def anothers(file: Path) -> None:
    """A database of another program."""
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.executescript("CREATE TABLE filed (name TEXT); INSERT INTO filed VALUES ('甲'); PRAGMA user_version = 7")


def without_a_table(file: Path) -> None:
    """Ours, from which somebody has taken a table."""
    with closing(sqlite3.connect(file)) as other:
        other.executescript("PRAGMA foreign_keys = OFF; DROP TABLE reviewed; DROP TABLE standing")


def with_another_table(file: Path) -> None:
    """Ours, in which a column has another name."""
    with closing(sqlite3.connect(file)) as other:
        other.executescript(
            "ALTER TABLE filed RENAME COLUMN who TO whoever; ALTER TABLE standing RENAME COLUMN status TO state2"
        )


def without_version(file: Path) -> None:
    """Ours, but nobody knows of which version."""
    with closing(sqlite3.connect(file)) as other:
        other.executescript("DELETE FROM zaizao_version")


def of_unknown_version(file: Path) -> None:
    """A version as nobody writes it."""
    with closing(sqlite3.connect(file)) as other:
        other.executescript("UPDATE zaizao_version SET version_num = '甲'")


OTHERS: tuple[Callable[[Path], None], ...] = (
    *(a_text, a_workbook, anothers, without_a_table, with_another_table, without_version, of_unknown_version),
)


@pytest.mark.parametrize("make", OTHERS, ids=lambda make: make.__name__)
def test_what_is_something_else_is_left_alone(make: Callable[[Path], None], project: Path) -> None:
    """No command adds to it or makes a registry of it; verified, it is told."""
    file = project / "登记.db"
    make(file)
    content = file.read_bytes()
    told = run(*VERIFY)
    assert told.code in (1, 3), told
    wrong = list(complaints(VERIFY, told))
    for words in (*READERS, *WRITERS):
        ran = run(*words)
        wrong += complaints(words, ran)
        if file.read_bytes() != content:
            wrong.append(f"{' '.join(words)}: the file is another one")
            lay(file, content)
    assert not wrong, "\n".join(wrong)


def test_a_newer_registry_is_left_alone(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that needs it says which version it is of."""
    file = project / "登记.db"
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "VERSIONS", (*migrating.VERSIONS, write_later(tmp_path / "later")))
        assert run(*VERIFY).code == 0
    content = file.read_bytes()
    for words in (VERIFY, *READERS, *WRITERS):
        ran = run(*words)
        assert not list(complaints(words, ran))
        assert "是更新版本的 zaizao 建的" in ran.err, (words, ran)
        assert file.read_bytes() == content


def test_a_folder_of_that_name_is_left_alone(project: Path) -> None:
    """Nothing is put into it; a command that can do without a registry may do so."""
    file = project / "登记.db"
    file.unlink()
    file.mkdir()
    wrong: list[str] = []
    for words in (VERIFY, *READERS, *WRITERS):
        ran = run(*words)
        wrong += complaints(words, ran)
        if words != ("check", ".", "--选择", "N212") and "是一个文件夹" not in ran.err:
            wrong.append(f"{words}: {ran}")
    assert not wrong, "\n".join(wrong)
    assert list(file.iterdir()) == []


def test_an_empty_file_is_not_said_to_be_whole(project: Path) -> None:
    """It is an empty registry to SQLite; that it was another one before, nobody can know but whoever looks."""
    file = project / "登记.db"
    for words in (*READERS, *WRITERS):
        lay(file, b"")
        assert not list(complaints(words, run(*words)))
    lay(file, b"")
    told = run(*VERIFY)
    assert "登记库是空的" in told.out
    assert "完好" not in told.out


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no other user to be here")
def test_a_registry_that_may_only_be_read_is_read_and_not_written(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither file nor folder may be written: what looks may look or says why not, what adds says that it cannot."""
    with TemporaryDirectory() as place:
        # Folders of pytest are closed to others.
        Path(place).chmod(0o755)
        project = Path(shutil.copytree(whole, Path(place) / "project"))
        monkeypatch.chdir(project)
        wrong, left = of_read_only_project(project)
        monkeypatch.undo()
    assert wrong == ""
    assert left == ["登记.db"]


def of_read_only_project(project: Path) -> tuple[str, list[str]]:
    """What is wrong with the way in which commands met it, and what of a registry lies there afterwards."""
    file = project / "登记.db"
    content = file.read_bytes()
    file.chmod(0o444)
    project.chmod(0o555)
    try:
        said = as_nobody(lambda: [one for words in (VERIFY, *READERS, *WRITERS) for one in of_read_only(words)])
    finally:
        project.chmod(0o755)
    assert file.read_bytes() == content
    return said, [one.name for one in project.glob("登记.db*")]


def of_read_only(words: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with the way in which a command met a registry that it may not write."""
    ran = run(*words)
    yield from complaints(words, ran)
    if words in WRITERS and (ran.code not in (2, 3) or "只能读" not in ran.err):
        yield f"{' '.join(words)}: {ran}"


def as_nobody(work: Callable[[], list[str]]) -> str:
    """What ``work`` says when done by one who is not the administrator, for whom nothing is forbidden."""
    ear, mouth = os.pipe()
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            said = "\n".join(work())
        except BaseException as error:  # noqa: BLE001 - whatever it is, the parent must read it
            said = repr(error)
        os.write(mouth, said.encode()[:60_000])
        os._exit(0)
    os.close(mouth)
    with os.fdopen(ear, encoding="utf-8") as listening:
        said = listening.read()
    os.waitpid(child, 0)
    return said
