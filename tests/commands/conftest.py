"""Command lines run in a small project of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

import cli
from tests.declaring import write


class Ran(NamedTuple):
    """What a command line did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def text_of(document: bytes) -> str:
    """All that is in a Word document."""
    with ZipFile(BytesIO(document)) as archive:
        return re.sub("<[^>]+>", "", archive.read("word/document.xml").decode())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project of ``tests/declaring.py``, which is the current folder."""
    root = write(tmp_path / "project", "")
    monkeypatch.chdir(root)
    return root


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
