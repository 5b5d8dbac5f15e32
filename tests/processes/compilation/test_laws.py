"""The laws of ``tests/laws.py`` hold over declarations of any shape, and over the samples."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from processes.checking import check_project
from tests.effort import tried
from tests.flows import checked, matters
from tests.laws import LAWS

SAMPLES = Path(__file__).parents[3] / "samples"


@settings(max_examples=tried(30), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(matters())
def test_every_law_holds(text: str) -> None:
    """Of what holds together; the rest is passed over."""
    matter = checked(text)
    assume(matter is not None)
    assert matter is not None
    for process in (matter.before, matter.after):
        for law in LAWS if process else ():
            assert process is not None
            law(process, text)


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_every_law_holds_of_the_samples(sample: str) -> None:
    """Before and after."""
    found = check_project(SAMPLES / sample)
    for matter in found.matters:
        for process in (matter.before, matter.after):
            for law in LAWS if process else ():
                assert process is not None
                law(process, found.texts[matter.matter.file])
