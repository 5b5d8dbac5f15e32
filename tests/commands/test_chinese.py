"""Nothing that click says reaches an analyst in English."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import click
import pytest
from rich.cells import cell_len

import cli
from commands import all_acts, all_commands
from commands._chinese import plainly, translate

FOR_DEVELOPERS = (
    "Arguments take exactly one",
    "Boolean option",
    "Choice({choices})",
    "Could not determine name",
    "DeprecationWarning",
    "Error: The two entered values do not match.",
    "Invalid start character",
    "Name '{name}' defined twice",
    "No options defined",
    "Repeat for confirmation",
    "Confirm the action",
    "Unknown color",
    "Unknown standard stream",
    "Value must be an iterable",
    "deprecated",
    "(dynamic)",
    "{editor}",
    "{len_type} values",
    "{value!r} does not match the format",
    "{value!r} is not a valid UUID",
)
"""How texts begin that need a kind of option, or a mistake in the declaration of a command, that we do not have."""

SIGNS = ("d", "%(prog)s, version %(version)s")
"""No words: the key for days in a progress bar, and the version."""


def words_of_click() -> set[str]:
    """Every text that click passes to its look-up functions."""
    texts: set[str] = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext"):
                texts.update(a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
    return texts


def test_every_word_of_click_has_its_chinese() -> None:
    """All but what only developers of commands can be told."""
    words = words_of_click()
    assert "No such command {name!r}." in words
    english = {word for word in words if translate(word) == word and not word.startswith(FOR_DEVELOPERS)}
    assert english <= {*SIGNS}


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        ("缺少选项 '--输出' / '--output' / '-o'.", "缺少选项 --输出。"),
        ("缺少参数 '事项文件'.", "缺少参数 事项文件。"),
        ("缺少参数 '终端'. 可以写:\n\tbash,\n\tzsh", "缺少参数 终端。可以写:\n\tbash,\n\tzsh"),
        ("缺少参数 '文件…'.", "缺少参数 文件。"),
        ("'文件…' 不对:没有“甲.xlsx”这个文件或文件夹。", "文件 不对:没有“甲.xlsx”这个文件或文件夹。"),
        ("'[目标]...' 不对:没有“甲's.yaml”这个文件或文件夹。", "目标 不对:没有“甲's.yaml”这个文件或文件夹。"),
        ("'--格式' / '--format' 不对:“x”不是这些之一:'text', 'json'。", "--格式 不对:“x”不是这些之一:text、json。"),
        ("没有“chek”这个命令。 是不是其中一个:'check', 'schema'?", "没有“chek”这个命令。是不是其中一个:check、schema?"),
    ],
)
def test_what_is_wrong_is_told_without_english_quotes(message: str, plain: str) -> None:
    """An option in one spelling, names between 、, a sentence that ends in 。."""
    assert plainly(message) == plain


@pytest.mark.parametrize("name", sorted({*all_commands(), *all_acts()}))
def test_the_help_is_broken_into_lines_as_chinese_is(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No line is wider than the page, begins with a mark, or has a blank where the docstring had a line end."""
    assert cli.run([*name.split(), "--help"]) == 0
    said, _, examples = capsys.readouterr().out.partition("\n  例:\n")
    assert examples
    for line in said.splitlines():
        assert cell_len(line) <= 80, line
        assert line.lstrip()[:1] not in {*",。;:、)”"}, line
        assert not re.search(r"[。,;、] [一-龥]", line), line
