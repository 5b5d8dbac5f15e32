"""One line is written otherwise, 2,000 times: what changes a cell is one of its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.provenance import broken, department_alone

SAMPLES = Path(__file__).parents[1] / "samples"
DEPARTMENTS = (
    *(("edge", name) for name in ("水务局", "公安局", "商务局")),
    *(("hailin", name) for name in ("市场监管局", "民政局", "城管局", "卫计局", "国土局")),
)


@pytest.mark.parametrize(("sample", "department"), DEPARTMENTS)
def test_what_changes_a_cell_is_one_of_its_sources(sample: str, department: str, tmp_path: Path) -> None:
    """250 mutations of each department, other ones than in the suite."""
    found, effective = broken(department_alone(SAMPLES / sample, department, tmp_path / "p"), 2017, 250)
    assert found == []
    assert effective >= 60
