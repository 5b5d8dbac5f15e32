"""The package of measures: one a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import engine.measures
from engine.measures import measures
from processes.model.plan import Switches
from processes.model.process import Process

NAMES = {
    "critical_path": "关键路径",
    "handovers": "交接次数",
    "materials": "材料",
    "procedures": "程序",
    "steps": "环节",
    "time_limit": "时限",
}


def test_every_file_that_measures_is_found_under_its_own_name() -> None:
    """The walk and the folder agree; a file without ``measure`` helps the others."""
    folder = Path(str(engine.measures.__file__)).parent
    files = {path.stem for path in folder.glob("*.py") if "\ndef measure(" in path.read_text("utf-8")}
    assert set(measures()) == files
    assert {name: measure.NAME for name, measure in measures().items()} == NAMES


@pytest.mark.parametrize("name", measures())
def test_a_measure_is_documented_under_its_name_with_its_source(name: str) -> None:
    """The docstring starts with NAME and cites where the measure comes from."""
    measure = measures()[name]
    documentation = sys.modules[f"engine.measures.{name}"].__doc__ or ""
    assert documentation.startswith(f"{measure.NAME}: ")
    assert "\nSource: " in documentation
    assert measure.UNIT in {"个", "件", "次", "天"}


@pytest.mark.parametrize("name", measures())
def test_a_measure_of_an_empty_version_still_cites_a_place(name: str, a_process: Callable[..., Process]) -> None:
    """Nothing to count is a statement of the declaration too."""
    measured = measures()[name].measure(a_process(limit="即时"), Switches())
    assert measured.value == 0
    assert measured.items == ()
    assert len(measured.sources) == 1
