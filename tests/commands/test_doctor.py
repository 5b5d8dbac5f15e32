"""``zaizao doctor``: what works on this computer, and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renderers import trial
from tests.commands.conftest import Ran


def test_everything_works_here(zaizao: Callable[..., Ran]) -> None:
    """Versions, fonts, a chart, a workbook."""
    ran = zaizao("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("一切正常。\n")
    for name in trial.TRIALS:
        assert f"{name}  正常" in ran.out


@pytest.mark.parametrize(
    "error", [RuntimeError("没有字体"), OSError("没有权限"), ImportError("没有组件"), ValueError("坏了")]
)
def test_what_does_not_work_is_named(
    error: Exception, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 3; the others are tried all the same."""

    def fail() -> str:
        raise error

    monkeypatch.setattr(trial, "TRIALS", {"甲": fail, "乙": lambda: "好"})
    ran = zaizao("doctor")
    assert ran.code == 3
    assert f"甲  不行:{error}" in ran.out
    assert "乙  正常(好)" in ran.out
    assert "甲" in ran.err


def test_a_package_that_is_missing_is_named(zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Not installed, or under another name."""
    monkeypatch.setattr("commands.doctor._PACKAGES", ("click", "no-such-package"))
    ran = zaizao("doctor")
    assert ran.code == 3
    assert "no-such-package 没有找到" in ran.out
    assert "no-such-package" in ran.err
