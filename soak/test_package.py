"""Packing that is killed, many times over: no zip is ever torn, and the end is as if nothing had been."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from benchmarks.generated import write_project
from commands.verify_package import verified
from processes.model.package import COVER
from renderers.packages.archive import manifest_of, render

ROOT = Path(__file__).parents[1]
KILLS = 100
STAGE = "优化作风流程阶段 | 2018-01-31 | 附件6"

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three departments of a matter each, of which form, card and charts are due: a run takes a few seconds."""
    root = tmp_path / "p"
    write_project(root, 3, per_department=1)
    plan = root / "方案.yaml"
    plan.write_text(plan.read_text("utf-8").replace(STAGE, f"{STAGE}、附件7、附件8"), encoding="utf-8")
    return root


def packing(project: Path, output: Path, said: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """The whole city packed in a process of its own, which starts workers of its own."""
    command = [sys.executable, "-m", "cli", "package", str(project), "--全市", "--阶段", "1", "-o", str(output)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=said, stderr=subprocess.STDOUT)


def packages(output: Path) -> dict[str, bytes]:
    """All zips, by name."""
    return {path.name: path.read_bytes() for path in output.rglob("*.zip")}


def left(output: Path) -> set[str]:
    """Everything else in the folder of the stage: what a run left behind."""
    return {path.name for path in output.rglob("*") if path.is_file() and path.suffix != ".zip"}


def test_packing_killed_anywhere_is_taken_up(project: Path, tmp_path: Path) -> None:
    """100 kills at random moments, some in a row before it may finish; then the bytes of an undisturbed run."""
    assert multiprocessing.active_children() == []
    random = Random(18)  # noqa: S311 - no secret
    begun = time.monotonic()
    assert packing(project, tmp_path / "一次").wait() == 0
    usual = time.monotonic() - begun
    whole = packages(tmp_path / "一次")
    assert len(whole) == 4
    output = tmp_path / "out"
    killed = half = 0
    while killed < KILLS:
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            running = packing(project, output)
            time.sleep(random.uniform(0.3, usual))
            if running.poll() is not None:
                assert running.returncode == 0
                continue
            running.kill()
            running.wait()
            killed += 1
            half += any(name.endswith(".未完成") for name in left(output))
            for name, content in packages(output).items():
                assert content == whole[name], "what has its final name is whole"
                assert verified(content)[1] == ()
        last = packing(project, output, subprocess.PIPE)
        said = last.communicate()[0].decode()
        assert last.returncode == 0, said
        assert "手工改过" not in said
        assert packages(output) == whole
        assert left(output) == {"清单.json"}
        shutil.rmtree(output)
    assert half > KILLS // 10, "zips are written in the last quarter of a run: kills came there as well"


def test_a_second_run_at_the_same_time_does_no_harm(project: Path, tmp_path: Path) -> None:
    """Two clerks start it in the same folder: whatever they tell, what is there is whole, and the next run agrees."""
    assert packing(project, tmp_path / "一次").wait() == 0
    output = tmp_path / "out"
    for wait in (0.0, 0.5, 1.0, 2.0):
        first = packing(project, output)
        time.sleep(wait)
        second = packing(project, output)
        first.wait()
        second.wait()
        assert all(verified(content)[1] == () for content in packages(output).values())
        assert packing(project, output).wait() == 0
        assert packages(output) == packages(tmp_path / "一次")
        shutil.rmtree(output)


def test_every_bit_of_a_package_that_is_turned_is_told() -> None:
    """One after the other; a package cut off anywhere is told as well."""
    files = ((COVER, b"PK cover"), ("附件6-台账.xlsx", b"PK form" * 9), ("附件7/01-示范事项.docx", b""))
    content = render(manifest_of("示范局", 3, "优化作风流程阶段", files), files)
    assert verified(content)[1] == ()
    for place in range(len(content)):
        assert verified(content[:place])[1]
        for bit in range(8):
            turned = bytearray(content)
            turned[place] ^= 1 << bit
            assert verified(bytes(turned))[1], (place, bit)
