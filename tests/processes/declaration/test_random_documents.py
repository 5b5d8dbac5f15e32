"""Random documents: every one is read or refused, with findings that a person can use."""

from __future__ import annotations

from pathlib import Path

import pytest

from processes.checking import check_project
from tests.scribbling import CHANGES, complaints, documents, sample_matters, write_project

COUNT = 400
"""``soak/`` reads more."""


def test_random_documents_are_read_or_refused(tmp_path: Path) -> None:
    """No exception; places inside the file, words in Chinese, no matter lost in silence."""
    file = write_project(tmp_path / "project")
    for number, content in enumerate(documents(sample_matters(), COUNT, seed=20171031)):
        file.write_bytes(content)
        wrong = complaints(check_project(file.parents[1]))
        assert not wrong, f"document {number}: {wrong}\n{content!r}"


def test_what_was_changed_are_good_documents(tmp_path: Path) -> None:
    """All samples hold together in the project in which their mutations are read."""
    file = write_project(tmp_path / "project")
    for text in sample_matters():
        file.write_text(text, encoding="utf-8")
        checked = check_project(file.parents[1])
        assert len(checked.matters) == 1, checked.findings


@pytest.mark.parametrize("count", [8, 40])
def test_the_documents_follow_from_the_seed(count: int) -> None:
    """And every kind of change is among them."""
    samples = sample_matters()
    assert documents(samples, count, 1) == documents(samples, count, 1) != documents(samples, count, 2)
    assert count >= len(CHANGES)
