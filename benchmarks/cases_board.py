"""The board of many cases, beside a quarter of them, in one run: ``python -m benchmarks.cases_board [cases]``.

10,000 cases unless told otherwise, of all matters of the sample city, each lived at random through its process: three
quarters of them to the end. Prints what the board costs (goal: at most 5 s, and linear): the registry read, the events
made into histories, the clocks and cards, the page; besides, what the whole fold of the same events would have cost.
Best of the rounds, in processor seconds.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from commands._definitions import compiled_from, definition_files
from engine.cases.board import Board, board_of
from engine.cases.course import fold
from engine.cases.definition import Definition
from engine.cases.entries import Seen
from engine.cases.histories import life_of
from engine.cases.times import BEIJING
from engine.cases.timing import accounts_of
from processes.calendars.calendar import calendar_of
from processes.checking import check_project
from processes.model.case import CaseEvent, CaseHead, CaseStatus, EventKind
from processes.model.filing import FiledFile
from processes.model.matter import VersionLabel
from processes.store.batches import Batch
from processes.store.casebook import CaseBook
from renderers.case_boards import html_format, text

ROUNDS = 3
GOAL = 5.0
SAMPLE = Path(__file__).parents[1] / "samples" / "hailin"
BEGIN = datetime(2018, 1, 2, 9, tzinfo=BEIJING)
DAY = date(2018, 3, 20)
AT_ONCE = 1000
FOLDED = 200
"""Cases that are folded as a whole, to compare."""

T = TypeVar("T")
Key = tuple[str, VersionLabel]


@dataclass(frozen=True, slots=True)
class Kind:
    """What cases run on, and its files."""

    definition: Definition
    files: tuple[FiledFile, ...]


def kinds() -> list[Kind]:
    """The new processes of the sample city."""
    found = []
    for one in check_project(SAMPLE).matters:
        if one.after is not None:
            files = definition_files(SAMPLE, one.matter.file)
            found.append(Kind(compiled_from(files, VersionLabel.AFTER), files))
    return found


def events_of(kind: Kind, dice: random.Random) -> Iterator[CaseEvent]:
    """A case that came in on some day of ten weeks, its papers complete, and goes on every day or two."""
    definition = kind.definition
    at = BEGIN + timedelta(hours=dice.randrange(70 * 24))
    names = definition.route.materials

    def event(what: EventKind, node: str = "", said: str = "") -> CaseEvent:
        opened = what is EventKind.OPENED
        return CaseEvent(
            kind=what, at=at, unit="行政审批股", person="张三", key=f"{at}{node}", node=node, event=said,
            names=names if opened else (), definition=definition.digest if opened else "",
        )  # fmt: skip

    yield event(EventKind.OPENED, said=str(definition.label))
    net, marking = definition.net, definition.net.fire(definition.net.initial, "开始", "下一环节")
    while not net.finished(marking):
        if dice.random() < 0.03:
            return
        at += timedelta(hours=dice.choice((1, 20, 40, 120)))
        open_ = [one for one in net.enabled(marking) if not definition.route.corrects(one.flows[0])]
        onward = [one for one in open_ if definition.route.goes_on(one.flows[0])] or open_
        one = dice.choice(onward if dice.random() < 0.9 else open_)
        yield event(EventKind.MOVED, one.node, one.event)
        marking = net.fire(marking, one.node, one.event)


def batches(listed: list[Kind], cases: int) -> Iterator[Batch]:
    """So many cases."""
    dice = random.Random(2018)  # noqa: S311 - a sample, no secret
    for number in range(cases):
        kind = dice.choice(listed)
        events = tuple(events_of(kind, dice))
        matter = kind.definition.matter
        head = CaseHead(
            number=f"{number:06d}", department=matter.department, matter=matter.number or matter.name,
            label=VersionLabel.AFTER, definition=kind.definition.digest, applicant="李四",
            received_on=events[0].at.date(), version=len(events), marking=1, status=CaseStatus.OPEN,
        )  # fmt: skip
        yield Batch(seen_version=0, events=events, head=head, definition=kind.files)


def filled(path: Path, listed: list[Kind], cases: int) -> CaseBook:
    """A registry with so many cases."""
    book = CaseBook.connect(str(path))
    made = list(batches(listed, cases))
    for first in range(0, cases, AT_ONCE):
        book.append_many(made[first : first + AT_ONCE])
    return book


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """The least processor time of several rounds, and what came of it."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        found = work()
        best = min(best, time.process_time() - begun)
    return best, found


def measure(listed: list[Kind], cases: int) -> tuple[dict[str, float], float]:
    """Seconds of each part for so many cases; and how many times longer the whole fold takes than the history."""
    definitions = {(kind.definition.digest, VersionLabel.AFTER): kind.definition for kind in listed}
    calendar = calendar_of()
    accounts = {kind.definition: accounts_of(kind.definition, calendar) for kind in listed}
    with tempfile.TemporaryDirectory() as folder, filled(Path(folder) / "cases.db", listed, cases) as book:
        before = datetime.combine(DAY + timedelta(1), datetime.min.time(), BEIJING)
        read, histories = timed(lambda: book.histories(before))

    def lives() -> list[Seen]:
        found = []
        for head, events in histories:
            life = life_of(events, definitions, DAY)
            assert life is not None
            found.append(
                Seen(
                    number=head.number,
                    department=head.department,
                    matter=life.definition.matter.name,
                    applicant=head.applicant,
                    accounts=accounts[life.definition],
                    history=life.history,
                )
            )
        return found

    some = [events for _, events in histories[:FOLDED]]
    folded, _ = timed(lambda: [fold(events, definitions) for events in some])
    short, _ = timed(lambda: [life_of(events, definitions, DAY) for events in some])
    lived, seen = timed(lives)

    def reckoned() -> Board:
        return board_of(seen, DAY, city="海林市", departments=())

    clocks, board = timed(reckoned)
    shown, _ = timed(lambda: (text.render(board), html_format.render(board)))
    parts = {"registry": read, "histories": lived, "clocks": clocks, "page": shown}
    total = board.total
    print(
        f"{cases:>7} cases, {sum(len(events) for _, events in histories)} events: {total.open} open, {total.red} red, "
        f"{total.yellow} yellow, {total.closed_late} closed late"
    )
    return parts, folded / short


def main() -> None:
    """Print a line for a quarter of the cases and one for all, and how the time has grown."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    listed = kinds()
    sums = []
    for size in (cases // 4, cases):
        parts, ratio = measure(listed, size)
        sums.append(sum(parts.values()))
        print(
            "        " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in parts.items()) + f"; {sums[-1]:.2f} s"
        )
        print(f"        the whole fold of the same events takes {ratio:.0f} times as long as the histories")
    print(
        f"four times the cases: {sums[1] / sums[0]:.1f} times the time; goal {GOAL:.0f} s: {'met' if sums[1] <= GOAL else 'missed'}"
    )


if __name__ == "__main__":
    main()
