"""A project folder as it was in a version kept by git: a commit, a branch, a tag. Only the ``git`` command is used."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath

from processes.errors import CannotBeDone, WrongUsage, reason

_FILE = ("100644", "100755")
"""Modes of plain files in git: links and folders of other repositories are not followed."""
_DEEPEST = 1
"""Declarations stand in the project folder or in a folder in it."""
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks: with it, it would look at the repository of the hook, from the top of that repository."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A version: ``name`` as the user wrote it, the commit it is, the day and the first line of its message."""

    name: str
    commit: str
    day: str
    subject: str

    @property
    def note(self) -> str:
        """Which commit it is, as a sentence."""
        said = f"({self.subject})" if self.subject else ""
        return f"{self.name} 是 {self.day} 提交的版本 {self.commit[:7]}{said}。"


def find_revision(folder: Path, name: str) -> Revision:
    """The version ``name`` of the repository around ``folder``.

    Raises ``CannotBeDone`` without git or a repository, ``WrongUsage`` when there is no such version.
    """
    around = _git(folder, "rev-parse", "--show-toplevel")
    if around.returncode:
        if b"dubious ownership" in around.stderr:
            raise CannotBeDone(
                f"“{folder}”的属主是别的用户,git 不肯读。确认可信以后运行:"
                f'git config --global --add safe.directory "{_refused(around.stderr) or folder}"'
            )
        raise CannotBeDone(f"没有“{name}”这个文件或文件夹;要和以前的版本比,“{folder}”又不在 git 仓库里。")
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = found.stdout.decode().strip()
    if found.returncode or not commit:
        raise WrongUsage(
            f"“{name}”不是已有的文件或文件夹,git 里也没有这个版本。版本写作 HEAD~3、分支名、标签或提交号。"
        )
    told = _git(folder, "show", "-s", "--no-show-signature", "--encoding=UTF-8", "--format=%cs%n%s", commit).stdout
    day, _, subject = told.decode("utf-8", "replace").partition("\n")
    return Revision(name, commit, day.strip(), subject.strip())


def _refused(said: bytes) -> str:
    """The repository that git names when it refuses to read it."""
    found = re.search(r"repository at '(.+)'", said.decode("utf-8", "replace"))
    return found[1] if found else ""


@contextmanager
def state_of(root: Path, revision: Revision) -> Iterator[Path]:
    """A temporary folder with the declarations of the project folder ``root`` as they were.

    Raises ``CannotBeDone`` when the folder was not there, or the repository has lost a part of it.
    """
    import tempfile

    blobs = _blobs(root, revision)
    if not blobs:
        raise CannotBeDone(f"版本 {revision.name} 里还没有“{root.name}”这个项目文件夹(没有 .yaml 文件)。")
    with tempfile.TemporaryDirectory(prefix="zaizao-") as folder:
        top = Path(folder) / root.name
        try:
            for name, content in zip(blobs, _contents(root, revision, list(blobs.values())), strict=True):
                path = top / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        except OSError as error:
            raise CannotBeDone(f"版本 {revision.name} 取不出来:{reason(error)}。") from error
        yield top


def _blobs(root: Path, revision: Revision) -> dict[str, str]:
    """Path relative to ``root`` → object name. ``ls-tree`` lists the folder it is run in, ``-z`` quotes nothing."""
    listed = _git(root, "ls-tree", "-r", "-z", revision.commit)
    if listed.returncode:
        raise _incomplete(revision)
    found = {}
    for entry in listed.stdout.split(b"\0")[:-1]:
        about, _, name = entry.partition(b"\t")
        mode, _, blob = about.decode().split()
        path = name.decode("utf-8", "replace")
        if mode in _FILE and path.count("/") <= _DEEPEST and _is_declared(path) and _stays_inside(path):
            found[path] = blob
    return found


def _is_declared(path: str) -> bool:
    from processes.intake.lists import LISTS_FOLDER

    return path.endswith(".yaml") or path.startswith(f"{LISTS_FOLDER}/")


def _stays_inside(path: str) -> bool:
    """Whether it is a path within the folder on this system too: git keeps what others would call ``C:`` or ``..``."""
    parts = PurePath(path).parts
    return len(parts) == path.count("/") + 1 and not PurePath(path).anchor and ".." not in parts


def _incomplete(revision: Revision) -> CannotBeDone:
    return CannotBeDone(f"版本 {revision.name} 取不出来:git 仓库不完整,少了这个版本的内容。用 git fsck 看缺什么。")


def _contents(root: Path, revision: Revision, blobs: list[str]) -> Iterator[bytes]:
    """The bytes of each object, as they were committed: nothing is turned into other line breaks."""
    output = _git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode()).stdout
    start = 0
    for blob in blobs:
        end = output.find(b"\n", start)
        said = output[start:end].split()
        # ``<name> missing`` for an object that is not there; nothing more behind one that cannot be read.
        if end < 0 or said[:2] != [blob.encode(), b"blob"]:
            raise _incomplete(revision)
        size = int(said[2])
        yield output[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _git(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - the words are ours; a version is given behind --end-of-options
            ["git", "-C", str(folder), *words],  # noqa: S607 - git is found as the user's own is
            input=given,
            # What git says is searched for words, so it must not be translated.
            env={**{name: value for name, value in os.environ.items() if name not in _ELSEWHERE}, "LC_ALL": "C"},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise CannotBeDone(
            "没有找到 git,不能和以前的版本比。请先安装 git;没有用 git 的,把以前的文件放在另一个文件夹里,"
            "再用 zaizao diff 以前的文件夹 现在的文件夹。"
        ) from error
