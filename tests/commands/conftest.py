"""Command lines run in a small project of their own."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

import cli
from commands import _registry
from tests.declaring import write

TWO = """==> 示范局/01-示范事项.yaml <==
名称: 并联许可(试办)/甲
支线:
  整改:
    - 环节: 告知 | 业务股 | 1工作日 | 告知
      去向: 联审
优化前:
  承办: 综合股
  时限: 20工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 环节: 联审 | 6工作日
      并联:
        - 甲审 | 公安局 | 5工作日 | 联合踏勘
        - 乙审 | 业务股 | 6工作日 | 联合踏勘
      去向:
        不合格: 整改
    - 送达 | 即时 | 送达
  材料: 申请书、身份证(可共享)
优化后:
  时限: 10工作日
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
"""
"""Two departments with a matter each, one of them with whatever a name and a process can have."""

STAGES = """阶段:
  - “两集中三到位”改革阶段 | 2017-12-31 | 调整意见、附件1
  - 流程再造梳理评估阶段 | 2017-12-31 | 附件4、附件5
  - 优化作风流程阶段 | 2018-01-31 | 附件6、附件7、附件8
"""
"""Of a plan: three stages, the first two of which end on the same day."""


class Ran(NamedTuple):
    """What a command line did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def text_of(document: bytes) -> str:
    """All that is in a Word document."""
    with ZipFile(BytesIO(document)) as archive:
        return re.sub("<[^>]+>", "", archive.read("word/document.xml").decode())


def flat(shown: str) -> str:
    """What is shown without the room between its columns."""
    return re.sub(" +", " ", shown)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project of ``tests/declaring.py``, which is the current folder."""
    root = write(tmp_path / "project", "")
    monkeypatch.chdir(root)
    return root


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


@pytest.fixture
def zaizao(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command line; nothing may go wrong that is not told in one sentence."""

    def run(*words: str | Path) -> Ran:
        capsys.readouterr()
        code = cli.run([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "程序出错" not in err, err
        return Ran(code, out, err)

    return run


@pytest.fixture
def git(project: Path) -> Callable[..., None]:
    """Runs git in the small project, which is a folder inside a repository and committed once."""

    def run(*words: str) -> None:
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        names = ("-c", "user.name=甲", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
        command = ["git", "-C", str(project), *names, *words]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, **own})

    subprocess.run(["git", "init", "-q", str(project.parent)], check=True)  # noqa: S607 - git as the user has it
    run("add", ".")
    run("commit", "-qm", "最初的申报")
    return run
