"""Declarations → forms → import → declarations: what the forms hold comes back as it was, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from processes.checking import Checked, check_project
from processes.model.findings import Severity
from processes.model.imported import How
from tests.forms_again import declared_anew, differences, forms_of, imported

SAMPLES = Path(__file__).parents[4] / "samples"
DEPARTMENTS = [(path.parents[1].name, path.parent.name) for path in sorted(SAMPLES.glob("*/*/单位.yaml"))]


@pytest.fixture(scope="module")
def samples() -> dict[str, Checked]:
    """Name of a sample → what it declares."""
    return {name: check_project(SAMPLES / name) for name in ("hailin", "edge")}


@pytest.mark.parametrize(("sample", "department"), DEPARTMENTS)
def test_the_forms_of_a_sample_come_back_as_they_were(
    sample: str, department: str, samples: dict[str, Checked], tmp_path: Path
) -> None:
    """附件4, 5, 6 and 7: no cell differs, no cell was left, nothing contradicts, and nothing declared is an error.

    The tables of one sample go through workbooks, the rest through Word documents.
    """
    forms = forms_of(samples[sample], department)
    found = imported(samples[sample], forms, workbooks=sample == "hailin")
    assert [use for use in found.uses if use.how in (How.LEFT, How.CONFLICT)] == []
    assert (found.notes, found.unitless) == ([], [])
    again = declared_anew(SAMPLES / sample, tmp_path / "again", department, found)
    errors = [one for one in again.findings if one.severity is Severity.ERROR and one.place.file.startswith(department)]
    assert errors == []
    assert list(differences(forms, forms_of(again, department))) == []
