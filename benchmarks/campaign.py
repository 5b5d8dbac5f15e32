"""The progress of a campaign with many submissions in its registry, beside a quarter of them, in one run.

    python -m benchmarks.campaign [submissions]

10,000 submissions unless told otherwise: 62 departments, five stages, version after version, each third one reviewed.
Prints what the board costs once the declarations are read (goal: at most 1 s, and linear): reading the registry, laying
it beside the declarations, the board, and the page. Best of the rounds, in processor seconds.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from engine.campaign.board import Board, board_of
from engine.campaign.filed import Digests, filed_by
from engine.campaign.owing import Facts
from processes.calendars.calendar import calendar_of
from processes.checking import check_project
from processes.model.filing import FiledFile, Filing, Review, ReviewState
from processes.model.plan import Plan
from processes.store.registry import Registry
from renderers.boards import html_format, text

ROUNDS = 5
STAGES = 5
BEGIN = datetime(2017, 11, 1, 8, tzinfo=UTC)
DAY = date(2018, 1, 20)
GOAL = 1.0
MATTERS = 10
"""Matter files in a filing."""


def filled(path: Path, plan: Plan, submissions: int) -> Registry:
    """A registry with so many submissions."""
    registry = Registry.open(str(path))
    names = [(name, stage) for stage in range(1, STAGES + 1) for name in plan.departments]
    for number in range(submissions):
        name, stage = names[number % len(names)]
        version = number // len(names)
        files = [FiledFile("方案.yaml", b"plan"), FiledFile(f"{name}/单位.yaml", name.encode())]
        files += [FiledFile(f"{name}/{place:02d}.yaml", f"{name}{place}".encode()) for place in range(MATTERS - 1)]
        files.append(FiledFile(f"{name}/{MATTERS:02d}.yaml", f"{name} {version}".encode()))
        filing = Filing(
            department=str(name),
            stage=stage,
            stage_name=str(plan.stages[stage - 1].name),
            at=BEGIN + timedelta(minutes=10 * number),
            who="张三",
            declarations=tuple(files),
        )
        registry.submit(filing)
        if number % 3 == 0:
            event = Review(state=ReviewState.CONFIRMED, reviewer="李四", at=filing.at + timedelta(minutes=5))
            registry.review(filing.department, stage, event)
    return registry


def board(registry: Registry, plan: Plan, facts: Mapping[str, Facts], present: Mapping[str, Digests]) -> Board:
    """What ``zaizao status`` does after the declarations are read."""
    filed = filed_by(
        registry.history(), date(2030, 1, 1), lambda at: at.astimezone().date(), registry.declared(), present
    )
    return board_of(plan, facts, filed, day=DAY, calendar=calendar_of(), has_registry=True)


def measured(registry: Registry, plan: Plan) -> tuple[float, float]:
    """Processor seconds of the board, and of showing it as a page and as text; each its best."""
    facts = {str(name): Facts(matters=MATTERS, kept=MATTERS, kept_sound=MATTERS) for name in plan.departments}
    present = {
        str(name): {f"{name}/{place:02d}.yaml": "0" * 64 for place in range(MATTERS)} for name in plan.departments
    }
    made, shown = [], []
    for _ in range(ROUNDS):
        start = time.process_time()
        found = board(registry, plan, facts, present)
        middle = time.process_time()
        assert len(html_format.render(found)) > len(text.render(found))
        made.append(middle - start)
        shown.append(time.process_time() - middle)
    return min(made), min(shown)


def main() -> None:
    """Measure and print."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    sample = check_project(Path(__file__).resolve().parents[1] / "samples/hailin", lambda _: False).workspace
    assert sample is not None
    plan = sample.plan
    times = {}
    for number in (most // 4, most):
        with tempfile.TemporaryDirectory() as folder, filled(Path(folder) / "登记.db", plan, number) as registry:
            times[number] = measured(registry, plan)
        made, shown = times[number]
        print(f"{number:,} submissions: board {made:.3f} s, shown as page and text {shown:.3f} s")
    made, shown = times[most]
    growth = made / times[most // 4][0]
    print(f"together {made + shown:.3f} s  (goal <= {GOAL:g}); four times as many take {growth:.1f} times as long")


if __name__ == "__main__":
    main()
