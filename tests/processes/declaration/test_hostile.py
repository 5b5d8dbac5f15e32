"""Hostile documents: each is answered soon, in little memory, with findings that a person can read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.declaring import write
from tests.processes.declaration.hostile import documents

ROOT = Path(__file__).parents[3]
HARMLESS = {"blocks"}
"""Large, and nothing wrong with them."""

CODES = {
    "nested brackets": "Y206",
    "nested braces": "Y216",
    "nested lists": "Y216",
    "nested mappings": "Y216",
    "alias bomb": "Y210",
    "many anchors": "Y210",
    "complex keys": "Y213",
    "merge keys unanchored": "Y218",
    "long key": "Y217",
    "many documents": "Y215",
    "many directives": "Y214",
    "texts on many lines": "Y217",
    "digits": "D106",
    "quote never closed": "Y206",
    "comments": "Y105",
    "tabs": "Y219",
}
"""Document → a code by which it is told what is wrong, and not only that something is."""


class Answer(NamedTuple):
    """What reading a document cost and gave."""

    seconds: float
    memory: int
    findings: int
    longest: int
    codes: frozenset[str]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """Document → answer, all from one process whose memory is limited."""
    folder = write(tmp_path_factory.mktemp("hostile"), "")
    command = [sys.executable, "-X", "utf8", "-m", "tests.processes.declaration.hostile", str(folder)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, f"{result.stdout[-300:]}\n{result.stderr[-3000:]}"
    found = {}
    for line in result.stdout.splitlines():
        name, seconds, memory, findings, longest, codes = line.split("\t")
        found[name] = Answer(float(seconds), int(memory), int(findings), int(longest), frozenset(codes.split(",")))
    return found


# One test: two workers of the suite would otherwise read them all twice.
def test_every_hostile_document_is_answered(answers: dict[str, Answer]) -> None:
    """In a second of computing and 300 MiB, with one finding at least, none of them endless; it says what is wrong."""
    assert answers.keys() == documents().keys()
    assert {name: one.seconds for name, one in answers.items() if one.seconds >= 1} == {}
    assert {name: one.memory for name, one in answers.items() if one.memory >= 300} == {}
    assert {name for name, one in answers.items() if not one.findings} <= HARMLESS
    assert {name: one.longest for name, one in answers.items() if one.longest >= 1_500} == {}
    assert {name: answers[name].codes for name, code in CODES.items() if code not in answers[name].codes} == {}
