"""``zaizao case`` in the small project, and a case that has come in there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import cli
from tests.commands.conftest import Ran
from tests.declaring import MATTER, MATTER_FILE, lay_over, write
from tests.living import PERMIT

Zaizao = Callable[..., Ran]
Case = Callable[..., Ran]


@pytest.fixture
def case(zaizao: Zaizao, project: Path) -> Case:
    """``zaizao case`` in the small project, whose matter is the permit of ``tests/living.py``."""
    (project / MATTER_FILE).write_text(lay_over(MATTER, PERMIT), encoding="utf-8")

    def run(*words: str, by: str = "", on: int | str = "") -> Ran:
        who = ("--单位", by, "--人员", "张三") if by else ()
        day = ("--日期", f"2018-03-{on:02d}" if isinstance(on, int) else on) if on else ()
        return zaizao("case", *words, *who, *day)

    return run


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The registry of the small project after a case was received on Thursday 1 March 2018 without 照片."""
    root = write(tmp_path_factory.mktemp("received") / "project", "")
    (root / MATTER_FILE).write_text(lay_over(MATTER, PERMIT), encoding="utf-8")
    start = ("start", MATTER_FILE, "--申请人", "李四", "--视图", "前", "--材料", "申请书、平面图")
    with chdir(root), redirect_stdout(StringIO()):
        assert cli.run(["case", *start, "--单位", "综合股", "--人员", "张三", "--日期", "2018-03-01"]) == 0
    return root / "登记.db"


@pytest.fixture
def number(case: Case, received: Path, project: Path) -> str:
    """That of the case in ``received``, which is in the small project now."""
    shutil.copy(received, project)
    return "20180301-0001"
