"""Tests of alignments: as cheap as a search over everything finds, and their moves are a run and the word."""

from __future__ import annotations

import random
from heapq import heappop, heappush
from pathlib import Path

import pytest

from engine.conformance import alignment
from engine.conformance.alignment import costs_of
from engine.conformance.automaton import automaton_of
from engine.conformance.letters import Shown, shown, step_names
from engine.conformance.moves import Alignment, Word
from engine.conformance.replaying import aligned_words
from engine.conformance.searching import searched
from engine.nets.compiling import net_of
from engine.nets.net import Net
from processes.checking import check_project
from processes.model.process import Process
from tests.noisy import UNKNOWN, noisy, noisy_words, random_run

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="module")
def processes() -> list[Process]:
    """Both versions of every sample matter."""
    matters = check_project(SAMPLES / "hailin").matters
    return [process for one in matters for process in (one.before, one.after) if process is not None]


def _cost(net: Net, seen: Shown, word: Word) -> int | None:
    """The least cost, by a search over places in the word and markings that shares nothing with what is tested."""
    heap, met = [(0, 0, net.initial)], set()
    while heap:
        cost, at, marking = heappop(heap)
        if (at, marking) in met:
            continue
        met.add((at, marking))
        if at == len(word) and net.finished(marking):
            return cost
        if at < len(word):
            heappush(heap, (cost + 1, at + 1, marking))
        for one in net.enabled(marking):
            letter, after = seen.letter(one), one.fire(marking)
            heappush(heap, (cost + (letter is not None), at, after))
            if at < len(word) and letter == word[at]:
                heappush(heap, (cost, at + 1, after))
    return None


def _plays(net: Net, word: Word, one: Alignment) -> bool:
    """Whether the moves of the model are a run to an end, those of the log the word, and the cost what they cost."""
    marking = net.initial
    for move in one.moves:
        if move.arc is not None:
            assert move.arc.transition.enabled(marking)
            marking = move.arc.transition.fire(marking)
    return (
        net.finished(marking)
        and tuple(move.letter for move in one.moves if move.logged) == word
        and one.cost == sum(move.costs for move in one.moves)
    )


@pytest.mark.parametrize("searching", [False, True], ids=["arrays", "search"])
def test_alignments_are_the_cheapest_on_every_sample(processes: list[Process], *, searching: bool) -> None:
    """Of runs with noise, by either way of finding them."""
    dice = random.Random(3)  # noqa: S311 - no secret
    for process in processes:
        net, seen = net_of(process), shown(process, ())
        runs = [run for _ in range(12) if (run := random_run(net, seen, dice)) is not None]
        words = sorted({noisy(run, dice, step_names(process)) for run in runs})
        found = [searched(net, seen, word) for word in words] if searching else list(aligned_words(net, seen, words))
        for word, one in zip(words, found, strict=True):
            assert one is not None
            assert one.cost == _cost(net, seen, word)
            assert _plays(net, word, one)


def test_nothing_changes_when_states_are_forgotten(processes: list[Process], monkeypatch: pytest.MonkeyPatch) -> None:
    """They are kept to be quick only; here none is kept from one word to the next."""
    process = max(processes, key=lambda one: len(one.nodes))
    net, seen = net_of(process), shown(process, ())
    words = noisy_words(net, seen, step_names(process), 40, seed=1)
    kept = list(aligned_words(net, seen, words))
    monkeypatch.setattr(alignment, "_MOST_BITS", 1)
    assert list(aligned_words(net, seen, words)) == kept
    assert list(costs_of(automaton_of(net, seen.letter, 1000), words)) == [one.cost for one in kept if one]


def test_a_very_long_word_costs_what_is_too_much_in_it(processes: list[Process]) -> None:
    """Costs may be as large as they like: no case has so many steps, but a broken export may."""
    process = processes[0]
    net, seen = net_of(process), shown(process, ())
    (run, *_) = noisy_words(net, seen, step_names(process), 1, seed=2)
    short, long = aligned_words(net, seen, [run, (UNKNOWN,) * 70_000 + run])
    assert short is not None
    assert long is not None
    assert long.cost == 70_000 + short.cost


def test_a_search_that_is_not_allowed_enough_says_so(processes: list[Process]) -> None:
    """It gives nothing, and no alignment that may not be the cheapest."""
    process = processes[0]
    net, seen = net_of(process), shown(process, ())
    assert searched(net, seen, ("别的",), most=2) is None
