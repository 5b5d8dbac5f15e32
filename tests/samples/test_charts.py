"""What the views show of the samples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes import annex6
from processes.checking import Checked
from renderers.flowcharts import Chart, Comparison, View, view_of
from renderers.flowcharts.chart import Status


def discs(chart: Chart | Comparison, *, removed: bool = False) -> set[str]:
    """The whole numbers in the discs, of what is removed only if asked for; 3a and 3b are one 环节."""
    assert isinstance(chart, Chart)
    return {
        box.number for box in chart.boxes if box.number.isdecimal() and (removed or box.status is not Status.REMOVED)
    }


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_discs_with_whole_numbers_are_as_many_as_the_steps_counted(
    project: str, sample: Callable[[str], Checked]
) -> None:
    """附件6 columns 8 and 14 (环节数), in every view that shows the version."""
    checked = sample(project)
    workspace = checked.workspace
    assert workspace is not None
    seen = 0
    for department in workspace.departments:
        matters = checked.matters_of(department.name)
        form = annex6.fill(department, workspace.plan, matters) if matters else None
        if form is None:
            continue
        columns = (form.column(key) for key in ("name", "steps_before", "steps_after"))
        counts = {name.sources[0].file: counted for name, *counted in zip(*columns, strict=True) if name.sources}
        for matter in matters:
            before, after = counts[matter.matter.file]
            shown = {
                view: view_of(view, matter, workspace.plan.switches, department.full_name)
                for view in View
                if matter.after is not None or view is not View.AFTER
            }
            assert len(discs(shown[View.BEFORE])) == before.value
            both = shown[View.SIDE]
            assert isinstance(both, Comparison)
            assert len(discs(both.before, removed=True)) == before.value
            seen += 1
            if matter.after is None:
                continue
            for chart in (shown[View.AFTER], shown[View.DIFFERENCE], both.after):
                assert len(discs(chart)) == after.value, (matter.matter.name, chart.title)
    assert seen > 10


def test_a_cancelled_matter_has_no_chart_of_after(sample: Callable[[str], Checked]) -> None:
    """Asking for it is a mistake of the caller."""
    checked = sample("edge")
    workspace = checked.workspace
    assert workspace is not None
    gone = next(matter for matter in checked.matters if matter.after is None)
    with pytest.raises(ValueError, match="没有优化后流程"):
        view_of(View.AFTER, gone, workspace.plan.switches, "示范局")
