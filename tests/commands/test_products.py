"""What is made of a declaration is the same wherever and whenever it is made."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Self

import pytest

from commands import _products
from processes.errors import CannotBeDone
from renderers import fonts
from tests.commands.conftest import TWO, Ran
from tests.declaring import write
from tests.rebuilding import outputs, start

ROOT = Path(__file__).parents[2]
SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LANG": "de_DE.ISO-8859-1", "LC_ALL": "C"},
]


def test_the_same_declarations_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the hash seed, the time zone, the language, the fonts, the folder and the place of the project."""
    # One of them has a font of the same family at home, all in bold.
    (tmp_path / "home" / ".fonts").mkdir(parents=True)
    shutil.copy(fonts.bold_path(), tmp_path / "home" / ".fonts" / "NotoSansSC-Regular.ttf")
    results = []
    for number, surroundings in enumerate(SURROUNDINGS):
        project = write(tmp_path / ("项目" if number else "elsewhere") / "p", TWO)
        output = tmp_path / f"out {number}"
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
        if number:
            environment["HOME"] = str(tmp_path / "home")
        command = [sys.executable, "-m", "cli", "build", str(project), "-o", str(output)]
        subprocess.run(command, env=environment, cwd=tmp_path if number else project, capture_output=True, check=True)
        results.append(
            {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
        )
    one, other = results
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_workers_make_what_one_process_makes(
    project: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, however many cores there are."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    start(project)
    part = ("build", ".", "--部门", "住建局", "-o")
    assert zaizao(*part, "一个").code == 0
    began: list[int] = []

    def pool(workers: int, **given: Any) -> ProcessPoolExecutor:  # noqa: ANN401 - whatever the pool takes
        began.append(workers)
        return ProcessPoolExecutor(workers, **given)

    monkeypatch.setattr(_products, "ProcessPoolExecutor", pool)
    monkeypatch.setattr(_products, "FEW", 2)
    monkeypatch.setattr(_products, "BATCH", 2)
    assert zaizao(*part, "几个").code == 0
    assert began == [2]
    assert outputs(project / "几个") == outputs(project / "一个")


def test_a_worker_is_deaf_to_ctrl_c_from_its_first_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that is still loading would show where it is; this process listens as before, whatever happened."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    heard: list[object] = []

    class Pool:
        def __init__(self, *_: object, **__: object) -> None: ...

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None: ...

        def shutdown(self, **_: object) -> None: ...

        def map(self, *_: object) -> Iterator[list[object]]:
            heard.append(signal.getsignal(signal.SIGINT))
            raise CannotBeDone("没有内存起新的程序。")

    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(_products, "ProcessPoolExecutor", Pool)
    units: list[Any] = [None] * 200
    with pytest.raises(CannotBeDone):
        list(_products.make_all(units))
    assert heard == [signal.SIG_IGN]
    assert signal.getsignal(signal.SIGINT) is before
