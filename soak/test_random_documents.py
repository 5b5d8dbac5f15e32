"""20,000 random documents: every one is read or refused, with findings that a person can use."""

from __future__ import annotations

from pathlib import Path

import pytest

from processes.checking import check_project
from tests.scribbling import complaints, documents, sample_matters, write_project

EACH = 1_000


@pytest.mark.parametrize("seed", range(20))
def test_random_documents_are_read_or_refused(seed: int, tmp_path: Path) -> None:
    """As in the suite, with more documents."""
    file = write_project(tmp_path / "project")
    for number, content in enumerate(documents(sample_matters(), EACH, seed)):
        file.write_bytes(content)
        wrong = complaints(check_project(file.parents[1]))
        assert not wrong, f"document {number}: {wrong}\n{content!r}"
