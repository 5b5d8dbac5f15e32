"""``zaizao demo``: the sample, copied and built."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from commands._files import write as write_file
from processes.errors import CannotBeDone
from tests.commands.conftest import Ran
from tests.declaring import write


@pytest.fixture
def small_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample with one matter in place of the real one, whose build takes its time."""
    samples = tmp_path / "samples"
    write(samples / "hailin", "")
    (samples / "hailin" / "expected").mkdir()
    (samples / "hailin" / "expected" / "甲.txt").write_text("甲", encoding="utf-8")
    monkeypatch.setattr("commands.demo.files", lambda _: samples)
    monkeypatch.chdir(tmp_path)
    return samples


def test_the_sample_is_copied_and_built(small_sample: Path, tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """And it is said where everything is."""
    ran = zaizao("demo")
    assert ran.code == 0, ran.err
    assert (tmp_path / "demo-output" / "申报" / "方案.yaml").exists()
    assert not (tmp_path / "demo-output" / "申报" / "expected").exists()
    assert (tmp_path / "demo-output" / "成果" / "全市" / "附件6-工作流程优化对比台账.xlsx").exists()
    assert "zaizao build" in ran.out


def test_a_copy_that_was_interrupted_is_gone_on_with(
    small_sample: Path, tmp_path: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was full: it is told; 方案.yaml comes last, so the next demo does not take half a copy for a project."""
    full = CannotBeDone("写不了“方案.yaml”:磁盘满了。")

    def fail(path: Path, content: bytes) -> None:
        if path.name == "方案.yaml":
            raise full
        write_file(path, content)

    monkeypatch.setattr("commands.demo.write", fail)
    ran = zaizao("demo")
    assert (ran.code, ran.err) == (3, "错误:写不了“方案.yaml”:磁盘满了。\n")
    assert (tmp_path / "demo-output" / "申报" / "示范局" / "单位.yaml").exists()
    monkeypatch.undo()
    monkeypatch.setattr("commands.demo.files", lambda _: small_sample)
    monkeypatch.chdir(tmp_path)
    assert zaizao("demo").code == 0
    assert (tmp_path / "demo-output" / "申报" / "方案.yaml").exists()


def test_what_was_changed_in_the_copy_is_kept(small_sample: Path, tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """A second demo builds from it."""
    zaizao("demo", "-o", "试一试")
    write(tmp_path / "试一试" / "申报", "名称: 改过的事项\n")
    assert zaizao("demo", "-o", "试一试").code == 0
    assert (tmp_path / "试一试" / "成果" / "示范局" / "附件8" / "01-改过的事项-前.svg").exists()


def test_a_folder_of_somebody_else_is_left_alone(
    small_sample: Path, tmp_path: Path, zaizao: Callable[..., Ran]
) -> None:
    """Exit code 2, nothing is written."""
    (tmp_path / "别人的").mkdir()
    (tmp_path / "别人的" / "甲.txt").write_text("甲", encoding="utf-8")
    ran = zaizao("demo", "-o", "别人的")
    assert ran.code == 2
    assert [path.name for path in (tmp_path / "别人的").iterdir()] == ["甲.txt"]


def test_the_sample_travels_with_the_program() -> None:
    """It is a resource of the package ``samples``."""
    assert (files("samples") / "hailin" / "方案.yaml").is_file()
