"""``zaizao case`` itself: the acts there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from commands._case import NAMES, options
from tests.commands.conftest import Ran

Zaizao = Callable[..., Ran]


def test_every_act_is_a_file_and_an_unknown_one_is_told(zaizao: Zaizao) -> None:
    """With what it may have been."""
    files = {path.stem for path in Path(options.__file__).parent.glob("*.py")} - {"__init__", "options"}
    assert files == set(NAMES)
    ran = zaizao("case", "shw")
    assert (ran.code, "没有“shw”这个命令。是不是 show?" in ran.err) == (2, True)
    assert zaizao("case").err.startswith("用法: zaizao case [选项] 动作")
