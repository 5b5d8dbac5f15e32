"""Export and import of BPMN over many more matters, and over drawings of any shape."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, given, seed, settings

from benchmarks.generated import write_project
from processes.checking import check_project
from processes.errors import ZaizaoError
from processes.intake.bpmn import importing
from processes.intake.bpmn.importing import import_bpmn
from processes.intake.bpmn.verbatim import matter_of
from renderers.exchange import bpmn
from tests.drawn import drawing
from tests.flows import checked, matters


@pytest.mark.parametrize("number", range(3))
def test_what_is_exported_is_imported_as_the_same_matter(number: int) -> None:
    """100 declarations a seed, with blocks, loops and side branches; read as if changed they can still be read."""

    @seed(number)
    @settings(max_examples=100, suppress_health_check=list(HealthCheck), database=None, deadline=None)
    @given(matters())
    def check(text: str) -> None:
        matter = checked(text)
        assume(matter is not None)
        assert matter is not None
        content = bpmn.render(matter, "示范市示范局")
        found = import_bpmn(content)
        again = matter_of(found.tree)
        assert found.exact
        assert again
        like = matter.matter
        assert replace(again, file=like.file, department=like.department, number=like.number) == like
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(importing, "told", lambda _: None)
            changed = import_bpmn(content, office="综合股")
            assert not changed.exact
            assert matter_of(changed.tree) is not None, changed.text()

    check()


def test_three_hundred_plausible_matters_come_back() -> None:
    """Also from their texts, as a command writes them."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_project(root, 300)
        project = check_project(root)
        assert len(project.matters) == 300
        for matter in project.matters:
            found = import_bpmn(bpmn.render(matter, "局"))
            assert found.exact, matter.matter.file
            (root / matter.matter.file).write_text(found.text(), encoding="utf-8")
        again = check_project(root)
        assert [one.matter for one in again.matters] == [one.matter for one in project.matters]


def test_drawings_of_any_shape_are_read_or_refused() -> None:
    """3000 graphs of tasks, gateways and events thrown together: nothing else than our own errors, and a text."""
    dice = random.Random(1)  # noqa: S311 - nothing secret
    read = 0
    for _ in range(3000):
        names = [f"{dice.choice(['', '', '', '(', ')', '?', '+', '!'])}{index}" for index in range(dice.randint(2, 14))]
        count = dice.randint(1, 2 * len(names))
        label = ["", ": 是", ": 否"]
        flows = "\n".join(f"{dice.choice(names)} -> {dice.choice(names)}{dice.choice(label)}" for _ in range(count))
        try:
            assert import_bpmn(drawing(flows)).text()
            read += 1
        except ZaizaoError:
            continue
    assert read > 1000
