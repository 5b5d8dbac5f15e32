"""The table, the worst pictures and the watch over the stages, on two or three charts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from benchmarks.flowcharts import quality, time, worst
from benchmarks.flowcharts.generator import charts
from benchmarks.flowcharts.metrics import Measure
from benchmarks.flowcharts.peers.task import Failed, Task
from benchmarks.flowcharts.picture import Picture
from benchmarks.flowcharts.stages import STAGES, watched
from renderers.flowcharts import pictures_of, to_dot
from renderers.flowcharts.painting import pictures


@dataclass(slots=True)
class Pile:
    """A peer that puts every box on the same place, and fails on the first chart it is asked for."""

    name: str = "pile"
    asked: int = 0

    def drawn(self, task: Task) -> Picture:
        """Boxes, lines and labels at one place."""
        self.asked += 1
        if self.asked == 1:
            raise Failed("not today")
        labelled = {index: (0.0, 0.0) for index, way in enumerate(task.ways) if way.label}
        middles = dict.fromkeys(range(len(task.nodes)), (0.0, 0.0))
        return task.picture(middles, {index: [(-90.0, 0.0), (90.0, 0.0)] for index in range(len(task.ways))}, labelled)


def test_a_chart_that_a_peer_fails_on_is_counted_and_left_out_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    """Two of three are compared; what the peer puts on each other is found."""
    found = quality.compared(charts(3, "test"), [Pile()])
    assert (found.charts, found.failures["pile"], len(found.measures["pile"])) == (2, 1, 2)
    assert "pile failed on" in capsys.readouterr().err
    assert min(one.through for one in found.measures["pile"]) > 0
    assert {one.faults for one in found.measures[quality.OURS]} == {0}
    rows = quality.table(found).splitlines()
    assert rows[0] == "| 2 charts | ours | pile |"
    assert "| lines through boxes | 0 |" in rows[2]
    assert rows[-2] == "| charts failed on | 0 | 1 |"


def test_the_worst_are_those_with_faults_and_then_those_with_most_crossings() -> None:
    """One of the clean ones is asked for."""
    found = {
        "1/0": Measure(crossings=3),
        "1/1": Measure(rims=1),
        "1/2": Measure(crossings=9),
        "1/3": Measure(shared=1, labels_on_lines=1, length=10.4),
    }
    assert worst.worst(found, 1) == ["1/3", "1/1", "1/2"]
    assert worst.said(found["1/3"]) == "labels_on_lines=1 shared=1 length=10"


def test_the_stages_are_watched_and_left_as_they_were() -> None:
    """The texts are those that graphviz gets; every stage but the rasteriser takes some time."""
    drawn = vars(pictures)["drawn"]
    made = list(charts(2, "test"))
    with watched() as watch:
        svgs = pictures_of(made)
    assert watch.texts == [to_dot(chart) for chart in made]
    assert all(isinstance(svg, str) for svg in svgs)
    assert [stage for stage in STAGES if watch.own()[stage] <= 0] == ["PNG"]
    assert vars(pictures)["drawn"] is drawn


def test_the_share_of_a_worker_is_timed_against_the_floor() -> None:
    """Of four charts, every second from the second on, in two batches."""
    spent = time.work(4, (1, 2), 1, "test")
    assert (spent.charts, spent.failed) == (2, 0)
    assert spent.clock > spent.floor_clock > 0
    assert sum(spent.stages.values()) <= spent.clock
    assert "2 charts, 1 workers" in time.table([spent])
