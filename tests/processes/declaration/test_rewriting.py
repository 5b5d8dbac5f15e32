"""Rewriting is proven: what is written declares the same, or nothing is written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from processes.declaration.commented import read_commented
from processes.declaration.folder import declaration_files
from processes.declaration.matter_keys import MATTER
from processes.declaration.rewriting import Rewritten, rewrite
from processes.declaration.shapes import Shape
from processes.declaration.writing import format_text
from tests.canonical import data_of
from tests.effort import tried
from tests.scribbling import documents, sample_matters
from tests.untidy import Untidy

SAMPLES = Path(__file__).parents[3] / "samples"
PROJECTS = [root for root in sorted(SAMPLES.iterdir()) if (root / "方案.yaml").is_file()]
FILES = [(root, file, shape) for root in PROJECTS for file, shape in declaration_files(root).items()]


def left_alone(text: str) -> Rewritten:
    """A file that is not rewritten."""
    rewritten = rewrite(text.encode(), "示范局/01-示范事项.yaml", MATTER)
    assert rewritten.after == ""
    assert not rewritten.changed
    return rewritten


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("名称： 甲\n", "Y106"),
        ("名称: 甲\n时限：乙\n丙: 丁\n", "Y202"),
        ("名称: 甲\n名称: 乙\n", "Y218"),
        ("名称: &a 甲\n", "Y210"),
        ("名称: 甲\n---\n名称: 乙\n", "Y215"),
        ("条件:\n  -甲\n", "Y203"),
        ("", "Y105"),
        ("名称: 甲\x00\n", "Y104"),
        ("收费:\n  项目: 甲 | 乙\n  标准: 丙\n", "D110"),
        ("优化前:\n  流程:\n    - 环节：受理 | 即时\n", "Y202"),
    ],
)
def test_what_cannot_be_read_or_says_a_thing_twice_is_left_alone(text: str, code: str) -> None:
    """With its findings."""
    rewritten = left_alone(text)
    assert code in [finding.code for finding in rewritten.findings]
    assert not rewritten.unproven


def test_a_row_that_would_become_too_long_is_left_alone() -> None:
    """The blanks around its bars would take it over the limit: it would not be read any more."""
    assert left_alone("收费: " + "|".join(("甲" * 499, "乙" * 499, "")) + "\n").unproven


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("名称: 示范事项\n".encode("gb18030"), "GB18030"),
        ("名称: 示范事项\n".encode("utf-16"), "UTF-16"),
        ("\ufeff名称: 示范事项\n".encode(), ""),
        ("名称: 示范事项\r\n".encode(), ""),
    ],
)
def test_a_file_becomes_plain_utf8(content: bytes, encoding: str) -> None:
    """Whatever it was; without a mark, with LF."""
    rewritten = rewrite(content, "示范局/01-示范事项.yaml", MATTER)
    assert (rewritten.after, rewritten.encoding, rewritten.changed) == ("名称: 示范事项\n", encoding, True)


@pytest.mark.parametrize(("root", "file", "shape"), FILES, ids=[f"{root.name}/{file}" for root, file, _ in FILES])
def test_the_samples_are_canonical(root: Path, file: str, shape: Shape) -> None:
    """To the byte."""
    content = (root / file).read_bytes()
    rewritten = rewrite(content, file, shape)
    assert rewritten.after.encode() == content
    assert not rewritten.changed


@pytest.mark.parametrize("seed", range(tried(3)))
@pytest.mark.parametrize(("root", "file", "shape"), FILES, ids=[f"{root.name}/{file}" for root, file, _ in FILES])
def test_however_untidy_the_declaration_stays_the_same(root: Path, file: str, shape: Shape, seed: int) -> None:
    """Keys shuffled, any style, comments and empty lines anywhere: proven equal, stable, no comment lost or doubled."""
    data = data_of((root / file).read_text("utf-8"))
    dice = random.Random(f"{file} {seed}")  # noqa: S311 - nothing secret
    untidy = Untidy(dice)
    text = untidy.document(data)
    if dice.random() < 0.3:
        text = "\ufeff" * dice.randrange(2) + text.replace("\n", "\r\n")
    rewritten = rewrite(text.encode(), file, shape)
    assert not rewritten.findings
    assert not rewritten.unproven
    assert format_text(rewritten.after, shape) == rewritten.after
    assert read_commented(rewritten.after).comments() == sorted(untidy.comments)


def test_a_tidied_sample_is_the_sample() -> None:
    """Only its style was lost: where no comment was added and no name was widened, all comes back."""
    for root, file, shape in FILES:
        text = (root / file).read_text("utf-8")
        flow = yaml.dump(data_of(text), allow_unicode=True, default_flow_style=True, width=60, sort_keys=False)
        lines = [line.partition("  # ")[0] for line in text.split("\n") if line.strip() and not line.startswith("#")]
        found = [line for line in format_text(flow, shape).split("\n") if line.strip()]
        assert found == lines, file


def test_no_document_is_rewritten_into_another() -> None:
    """Mutations of good ones and scribbles: read and proven, or left alone."""
    for content in documents(sample_matters(), tried(200), seed=3):
        rewritten = rewrite(content, "示范局/01-示范事项.yaml", MATTER)
        assert not rewritten.unproven, content
        if rewritten.after:
            assert format_text(rewritten.after, MATTER) == rewritten.after
