"""Events added to cases, one by one and in groups, beside the bare rate of the disk, in one run.

    python -m benchmarks.casestore [sqlite|postgresql] …

Bare: 4 KiB appended to a file in the same place and forced to the disk by fsync, one after the other; no database can
acknowledge more transactions one by one. Single: an event of a case, acknowledged before the next one (goal: at least
half of the bare rate). Grouped: an event of each of 4,000 cases in one ``append_many``; gathered: ten events of each of
400 cases, as when what happened in a week is entered (goal: at least 40 times the single ones; a disk that forces a
block in half a millisecond leaves 15 µs an event for that). The sides by turns, bare and single ones every few events,
for a disk that others use is now fast and now slow; of each the median of the rounds, and the medians of the ratios
within a round. That the book is whole is checked at the end.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from statistics import median

from processes.store.batches import Batch
from processes.store.casebook import CaseBook
from tests.happenings import gone_on, opened
from tests.postgres import Server, running

ROUNDS = 9
SINGLE, GROUPED, DEPTH = 200, 4000, 10
"""Events in a round; events of a case that are gathered."""
TURN = 10
"""Single events after which it is the other side's turn."""
BLOCK = b"\0" * 4096


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def force(file: int) -> None:
    """Blocks, each forced to the disk."""
    for _ in range(TURN):
        os.write(file, BLOCK)
        os.fsync(file)


def add(book: CaseBook, batches: Sequence[Batch]) -> None:
    """One after the other."""
    for one in batches:
        book.append(one.number, one.seen_version, one.events, one.head)


def round_of(book: CaseBook, file: int, turn: int) -> tuple[float, float, float, float]:
    """Bare, single, grouped and gathered events a second."""
    groups = [gone_on(head, f"{turn} grouped") for head in book.heads()]
    grouped = seconds(partial(book.append_many, groups))
    keys = [f"{turn} gathered {number}" for number in range(DEPTH)]
    gathers = [gone_on(one.head, *keys) for one in groups[: GROUPED // DEPTH]]
    gathered = seconds(partial(book.append_many, gathers))
    singles = [gone_on(one.head, f"{turn} single") for one in gathers[:SINGLE]]
    bare = single = 0.0
    for begin in range(0, SINGLE, TURN):
        bare += seconds(partial(force, file))
        single += seconds(partial(add, book, singles[begin : begin + TURN]))
    return SINGLE / bare, SINGLE / single, GROUPED / grouped, GROUPED / gathered


def measure(book: CaseBook, folder: Path) -> None:
    """Print the rates and their ratios."""
    book.append_many([opened(f"2017-{number:05}") for number in range(GROUPED)])
    file = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    rounds = [round_of(book, file, turn) for turn in range(ROUNDS)]
    os.close(file)
    print(f"{'bare, fsync a block':24}{median(limit for limit, *_ in rounds):>10.0f} a second")
    for place, name in enumerate(("single", "grouped", "gathered"), 1):
        rate = median(one[place] for one in rounds)
        of_bare, of_single = (median(one[place] / one[other] for one in rounds) for other in (0, 1))
        print(f"{f'{name} events':24}{rate:>10.0f} a second{of_bare:>8.2f} of bare{of_single:>8.1f} × single")
    events = GROUPED + ROUNDS * (2 * GROUPED + SINGLE)
    print(f"{'verified':24}{events / seconds(partial(check, book)):>10.0f} events a second")


def check(book: CaseBook) -> None:
    """The book is whole."""
    assert book.verify() == ()


def main() -> None:
    """Measure the databases that are named, or both."""
    for kind in sys.argv[1:] or ("sqlite", "postgresql"):
        print(kind)
        place: AbstractContextManager[Server | None] = running(durable=True) if kind == "postgresql" else nullcontext()
        with tempfile.TemporaryDirectory() as folder, place as server:
            url = str(Path(folder) / "登记.db") if server is None else server.database()
            with CaseBook.connect(url) as book:
                measure(book, Path(folder))


if __name__ == "__main__":
    main()
