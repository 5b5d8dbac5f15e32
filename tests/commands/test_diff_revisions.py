"""``zaizao diff`` with versions in git, and what can be wrong with the repository."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from commands._revisions import find_revision, state_of
from tests.commands.conftest import Ran
from tests.declaring import write

Zaizao = Callable[..., Ran]
Git = Callable[..., None]


def test_inside_a_hook_the_repository_around_the_project_is_meant(
    git: Git, project: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git tells its hooks where their repository is; from there the project would not be found."""
    write(project, "优化后:\n  时限: 5工作日\n")
    monkeypatch.setenv("GIT_DIR", str(project.parent / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(project.parent / ".git" / "index"))
    assert zaizao("diff", "HEAD").out.startswith("示范市 HEAD→现在:修改 1 项")


@pytest.mark.parametrize("lost", ["HEAD:./方案.yaml", "HEAD:./"])
def test_a_repository_that_lost_a_part_is_no_project_without_it(
    lost: str, git: Git, project: Path, zaizao: Zaizao
) -> None:
    """Of a file or a folder: neither an error of the program nor a project that was not there yet."""
    words = ["git", "-C", str(project), "rev-parse", lost]
    name = subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
    (project.parent / ".git" / "objects" / name[:2] / name[2:]).unlink()
    ran = zaizao("diff", "HEAD")
    assert (ran.code, ran.out) == (3, "")
    assert "版本 HEAD 取不出来:git 仓库不完整" in ran.err


def test_a_repository_of_somebody_else_is_named_alone(
    git: Git, zaizao: Zaizao, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What git refuses to read is not made up for by trusting every folder there is."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    ran = zaizao("diff", "HEAD")
    assert (ran.code, ran.out) == (3, "")
    assert f'git config --global --add safe.directory "{project.parent}"' in ran.err


def test_nothing_is_written_beside_the_folder_of_the_version(git: Git, project: Path) -> None:
    """A forged tree may hold names that lead out of it; git itself refuses to check them out."""
    repository = ["git", "-C", str(project)]

    def made(*words: str, given: bytes) -> str:
        return (
            subprocess.run([*repository, *words], input=given, check=True, capture_output=True).stdout.decode().strip()
        )

    blob = made("hash-object", "-w", "--stdin", given=b"a: b\n")
    rows = b"".join(f"100644 {name}\0".encode() + bytes.fromhex(blob) for name in ("../out.yaml", "in.yaml"))
    tree = made("hash-object", "-t", "tree", "--literally", "-w", "--stdin", given=rows)
    whole = made("mktree", given=f"040000 tree {tree}\t{project.name}\n".encode())
    git("tag", "forged", made("-c", "user.name=a", "-c", "user.email=a@example.com", "commit-tree", whole, given=b""))
    with state_of(project, find_revision(project, "forged")) as folder:
        assert [path.relative_to(folder).as_posix() for path in folder.parent.rglob("*.yaml")] == ["in.yaml"]
