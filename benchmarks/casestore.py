"""Events added to cases, one by one and in groups, beside the bare rate of the disk, in one run.

    python -m benchmarks.casestore [sqlite|postgresql] …

Bare: 4 KiB appended to a file in the same place and forced to the disk by fsync, one after the other; no database can
acknowledge more transactions one by one. Single: an event of a case, acknowledged before the next one (goal: at least
half of the bare rate). Grouped: an event of each of 4,000 cases in one ``append_many`` (goal: at least 40 times what is
asked of single ones, which is 20 times the bare rate: against the single ones as they are it would be the harder to
reach, the better those are). The sides by turns, bare and single ones every few events, for a disk that others use is
now fast and now slow; of each the median of the rounds, and the medians of the ratios within a round. That the book is
whole is checked at the end.
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
SINGLE, GROUPED = 200, 4000
"""Events in a round."""
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


def round_of(book: CaseBook, file: int, turn: int) -> tuple[float, float, float]:
    """Bare, single and grouped events a second."""
    groups = [gone_on(head, f"{turn} grouped") for head in book.heads()]
    grouped = seconds(partial(book.append_many, groups))
    singles = [gone_on(one.head, f"{turn} single") for one in groups[:SINGLE]]
    bare = single = 0.0
    for begin in range(0, SINGLE, TURN):
        bare += seconds(partial(force, file))
        single += seconds(partial(add, book, singles[begin : begin + TURN]))
    return SINGLE / bare, SINGLE / single, GROUPED / grouped


def measure(book: CaseBook, folder: Path) -> None:
    """Print the rates and their ratios."""
    book.append_many([opened(f"2017-{number:05}") for number in range(GROUPED)])
    file = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    rounds = [round_of(book, file, turn) for turn in range(ROUNDS)]
    os.close(file)
    bare, single, grouped = (median(side) for side in zip(*rounds, strict=True))
    of_bare = median(one / limit for limit, one, _ in rounds)
    of_single = median(many / one for _, one, many in rounds)
    many_of_bare = median(many / limit for limit, _, many in rounds)
    print(f"{'bare, fsync a block':24}{bare:>10.0f} a second")
    print(f"{'single events':24}{single:>10.0f} a second{of_bare:>8.2f} of bare")
    print(f"{'grouped events':24}{grouped:>10.0f} a second{many_of_bare:>8.2f} of bare{of_single:>8.1f} × single")
    events = GROUPED + ROUNDS * (GROUPED + SINGLE)
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
