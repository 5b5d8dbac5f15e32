"""What tells an editor which schema is whose."""

from __future__ import annotations

import json
import re

import pytest

from processes.declaration.editor import SCHEMA_FOLDER, editor_settings, modeline
from processes.declaration.schema_files import FILE_NAMES, SHAPES
from tests.schemas import ROOT


def test_the_settings_name_the_schema_of_every_kind_of_file() -> None:
    """Each pattern in both spellings; a matter is what is nothing else."""
    schemas = editor_settings()["yaml.schemas"]
    assert set(schemas) == {f"{SCHEMA_FOLDER}/{name}" for name in FILE_NAMES.values()}
    assert schemas[f"{SCHEMA_FOLDER}/department.json"] == ["*/单位.yaml", "*/%E5%8D%95%E4%BD%8D.yaml"]
    excluded = {pattern[1:] for pattern in schemas[f"{SCHEMA_FOLDER}/matter.json"] if pattern.startswith("!")}
    others = {pattern for name, globs in schemas.items() if "matter" not in name for pattern in globs}
    assert excluded == others
    assert editor_settings()["yaml.format.enable"] is False
    assert json.loads(json.dumps(editor_settings())) == editor_settings()


def test_the_names_of_schema_files_are_latin() -> None:
    """yaml-language-server takes no other for a path inside the project."""
    assert all(re.fullmatch(r"[\w.]+", name, re.ASCII) for name in FILE_NAMES.values())
    assert set(FILE_NAMES) == set(SHAPES)


@pytest.mark.parametrize(
    ("file", "kind", "expected"),
    [
        ("方案.yaml", "方案", "# yaml-language-server: $schema=.vscode/schema/plan.json"),
        ("水务局/01-取水许可.yaml", "事项", "# yaml-language-server: $schema=../.vscode/schema/matter.json"),
    ],
)
def test_a_comment_can_name_the_schema_instead(file: str, kind: str, expected: str) -> None:
    """By the way from the file to it."""
    assert modeline(file, kind) == expected


@pytest.mark.parametrize("kind", SHAPES)
def test_the_guide_shows_that_comment(kind: str) -> None:
    """For every kind of file, with the way to its schema."""
    file = "方案.yaml" if kind == "方案" else "甲/乙.yaml"
    assert f"| {kind} | `{modeline(file, kind)}` |" in (ROOT / "docs" / "guide.md").read_text("utf-8")
