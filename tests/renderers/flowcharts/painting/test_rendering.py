"""The graphviz program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from renderers.flowcharts.painting import rendering
from renderers.flowcharts.painting.failures import DrawingError


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """The program is looked for anew."""
    rendering.program.cache_clear()
    yield
    rendering.program.cache_clear()


def test_the_program_is_the_one_that_came_with_us(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A dot on the path is not used."""
    (tmp_path / "dot").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tmp_path / "dot").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    (picture,) = rendering.drawn(["digraph { a }\n"])
    assert isinstance(picture, str)
    assert "graphviz-pure" in picture
    assert rendering.program().is_absolute()


@pytest.mark.parametrize("left", [None, [PurePosixPath("licenses/LICENSE")]])
def test_an_installation_without_the_program_is_told(
    left: list[PurePosixPath] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which package to install again."""
    monkeypatch.setattr(rendering, "files", lambda _: left)
    with pytest.raises(RuntimeError, match="没有找到画图程序 graphviz-pure"):
        rendering.program()


def test_a_text_that_cannot_be_drawn_costs_no_other() -> None:
    """Its place has the reason; the others are the pictures that they are alone."""
    good = ["digraph { a }\n", "digraph { b -> c }\n"]
    first, bad, last = rendering.drawn([good[0], "digraph { a [label=< ] }\n", good[1]])
    assert isinstance(bad, DrawingError)
    assert (first, last) == rendering.drawn(good)


def test_a_program_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By its answer."""
    broken = tmp_path / "dot"
    broken.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(rendering, "program", lambda: broken)
    (failed,) = rendering.drawn(["digraph { a }\n"])
    assert isinstance(failed, DrawingError)
    assert "画图程序返回 3" in str(failed)
