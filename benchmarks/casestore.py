"""Events added to cases, one by one and in groups, beside the bare rate of the disk, in one run.

    python -m benchmarks.casestore [sqlite|postgresql] …

Bare: 4 KiB appended to a file in the same place and forced to the disk by fsync, one after the other; no database can
acknowledge more transactions one by one. Single: an event of a case, acknowledged before the next one (goal: at least
half of the bare rate). Grouped: an event of each of 4,000 cases in one ``append_many`` (goal: at least 40 times the
rate of single ones). The sides by turns, the best of the rounds of each; that the book is whole is checked at the end.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from processes.model.case import CaseHead
from processes.store.casebook import CaseBook
from tests.happenings import gone_on, opened
from tests.postgres import Server, running

ROUNDS = 5
SINGLE, GROUPED = 200, 4000
"""Events in a round."""
BLOCK = b"\0" * 4096


def rate(work: Callable[[], object], times: int) -> float:
    """How many a second, if ``work`` does so many."""
    begun = time.perf_counter()
    work()
    return times / (time.perf_counter() - begun)


def bare(file: Path) -> None:
    """As many blocks as single events, each forced to the disk."""
    number = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    try:
        for _ in range(SINGLE):
            os.write(number, BLOCK)
            os.fsync(number)
    finally:
        os.close(number)


def single(book: CaseBook, heads: Sequence[CaseHead], key: str) -> None:
    """An event of each of the first cases, one after the other."""
    for head in heads:
        one = gone_on(head, key)
        book.append(head.number, head.version, one.events, one.head)


def measure(book: CaseBook, folder: Path) -> None:
    """Print the rates and their ratios."""
    book.append_many([opened(f"2017-{number:05}") for number in range(GROUPED)])
    best = {"bare": 0.0, "single": 0.0, "grouped": 0.0}
    for turn in range(ROUNDS):
        heads = book.heads()
        batches = [gone_on(head, f"{turn} grouped") for head in heads]
        after = [one.head for one in batches[:SINGLE]]
        key = f"{turn} single"
        found = {
            "bare": rate(lambda: bare(folder / "bare"), SINGLE),
            "grouped": rate(lambda these=batches: book.append_many(these), GROUPED),
            "single": rate(lambda these=after, key=key: single(book, these, key), SINGLE),
        }
        best = {side: max(one, found[side]) for side, one in best.items()}
    print(f"{'bare, fsync a block':24}{best['bare']:>10.0f} a second")
    print(f"{'single events':24}{best['single']:>10.0f} a second{best['single'] / best['bare']:>8.2f} of bare")
    print(f"{'grouped events':24}{best['grouped']:>10.0f} a second{best['grouped'] / best['single']:>8.1f} × single")
    begun = time.perf_counter()
    assert book.verify() == ()
    events = GROUPED + ROUNDS * (GROUPED + SINGLE)
    print(f"{'verified':24}{events / (time.perf_counter() - begun):>10.0f} events a second")


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
