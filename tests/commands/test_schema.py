"""``zaizao schema``: one schema shown, or all written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands.schema import write_schemas
from processes.declaration.schema_files import FILE_NAMES, SHAPES, schema_text
from renderers.reports.schema import schema_text as difference_schema_text
from tests.commands.conftest import Ran


@pytest.mark.parametrize("kind", SHAPES)
def test_one_schema_is_shown(kind: str, zaizao: Callable[..., Ran]) -> None:
    """As it is made, nothing besides."""
    assert zaizao("schema", kind) == Ran(0, schema_text(kind), "")


def test_that_of_matters_is_shown_when_none_is_named(zaizao: Callable[..., Ran]) -> None:
    """Matters are what is written most."""
    assert zaizao("schema") == Ran(0, schema_text("事项"), "")


@pytest.mark.parametrize("option", ["--输出", "--output", "-o"])
def test_all_are_written_into_a_folder(option: str, tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """The folder is made; every file is named on standard error."""
    folder = tmp_path / "甲" / "schema"
    ran = zaizao("schema", option, folder)
    assert (ran.code, ran.out) == (0, "")
    assert [line.split()[-1] for line in ran.err.splitlines()] == [str(folder / name) for name in FILE_NAMES.values()]
    assert {file.name: file.read_text("utf-8") for file in folder.iterdir()} == {
        name: schema_text(kind) for kind, name in FILE_NAMES.items()
    }


def test_one_is_written_when_one_is_named(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """And no other."""
    assert zaizao("schema", "日历", "-o", tmp_path).code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["calendar.json"]


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    """The same bytes, with Unix line ends."""
    first = [(file, file.read_bytes()) for file in write_schemas(tmp_path)]
    assert [(file, file.read_bytes()) for file in write_schemas(tmp_path)] == first
    assert all(b"\r" not in content for _, content in first)
    assert len(first) == len(SHAPES)


def test_a_kind_that_is_none(zaizao: Callable[..., Ran]) -> None:
    """Exit code 2, and the five that there are."""
    ran = zaizao("schema", "台账")
    assert (ran.code, ran.out) == (2, "")
    assert all(kind in ran.err for kind in SHAPES)


def test_a_folder_that_is_a_file(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """Nothing is written over it."""
    file = tmp_path / "甲"
    file.write_text("乙", encoding="utf-8")
    assert zaizao("schema", "-o", file).code == 2
    assert file.read_text("utf-8") == "乙"


def test_the_help_is_chinese_with_examples(zaizao: Callable[..., Ran]) -> None:
    """As with every command."""
    ran = zaizao("schema", "--help")
    assert ran.code == 0
    assert "zaizao schema 方案" in ran.out
    assert all(kind in ran.out for kind in SHAPES)


def test_that_of_a_result_is_shown_and_written_when_it_is_named(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """优化对比: what ``diff --格式 json`` gives. It does not stand among those of the files that people write."""
    assert zaizao("schema", "优化对比") == Ran(0, difference_schema_text(), "")
    assert zaizao("schema", "优化对比", "-o", tmp_path).code == 0
    assert (tmp_path / "difference.json").read_text("utf-8") == difference_schema_text()
