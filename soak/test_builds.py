"""Builds that go on, and builds that are killed, many times over."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from benchmarks.generated import write_project
from tests.rebuilding import outputs, rebuild

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("seed", range(10))
def test_going_on_equals_starting_from_nothing(seed: int, tmp_path: Path) -> None:
    """500 random edits in all, an incremental and a clean build after each."""
    assert rebuild(tmp_path / "p", 50, seed) >= 20


def build(project: Path, output: Path, said: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """A build in a process of its own, which starts workers of its own."""
    command = [sys.executable, "-m", "cli", "build", str(project), "-o", str(output)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=said, stderr=subprocess.STDOUT)


def workers() -> list[str]:
    """The processes that were spawned as workers and still live."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if "multiprocessing.spawn" in command and sys.executable in command:
            found.append(command)
    return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_a_build_killed_anywhere_is_taken_up(tmp_path: Path) -> None:
    """100 kills at random moments, each while the declarations have just changed; then the bytes of a clean build."""
    assert multiprocessing.active_children() == []
    random = Random(9)  # noqa: S311 - no secret
    project, output = tmp_path / "p", tmp_path / "out"
    write_project(project, 12)
    begun = time.monotonic()
    whole = build(project, output)
    assert whole.wait() == 0
    usual = time.monotonic() - begun
    matters = sorted(path for path in project.rglob("*.yaml") if path.name[0].isdigit())
    killed = half = 0
    while killed < 100:
        file = random.choice(matters)
        text = file.read_text("utf-8")
        file.write_text(text.replace("管理制度", f"制度{killed}", 1), encoding="utf-8", newline="\n")
        if random.random() < 0.2:
            for path in output.rglob("*.svg"):
                path.unlink()
        running = build(project, output)
        time.sleep(random.uniform(0.2, usual))
        if running.poll() is None:
            running.kill()
            running.wait()
            killed += 1
            half += any(output.rglob(".清单*"))
        else:
            assert running.returncode == 0
    assert half > 20, "many of the kills came while files were being written"
    last = build(project, output, subprocess.PIPE)
    said = last.communicate()[0].decode("utf-8")
    assert last.returncode == 0
    assert "手工改过" not in said
    clean = tmp_path / "clean"
    assert build(project, clean).wait() == 0
    assert outputs(output) == outputs(clean)
    time.sleep(2)
    assert workers() == [], "a worker does not outlive its parent"
