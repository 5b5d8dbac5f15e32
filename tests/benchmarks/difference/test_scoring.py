"""Scores: what an engine that knows all, and one that says nothing, get."""

from __future__ import annotations

from benchmarks.difference.claims import CODES, Answer, Engine, Pair
from benchmarks.difference.generator import Sample
from benchmarks.difference.scoring import f1_table, score, table


class Knowing:
    """Says the truth, which it was told beforehand."""

    name, codes = "knowing", frozenset(CODES)

    def __init__(self, samples: tuple[Sample, ...]) -> None:
        self.told = {one.pair.text: one.gold for one in samples}

    def answer(self, pair: Pair) -> Answer:
        """The truth."""
        return self.told[pair.text]


class Silent:
    """Says nothing."""

    name, codes = "silent", frozenset({"step-removed"})

    def answer(self, pair: Pair) -> Answer:  # noqa: ARG002 - the signature of all engines
        """Nothing."""
        return Answer(frozenset())


def test_who_knows_all_is_right(hidden: tuple[Sample, ...]) -> None:
    """All pairs, and every kind in full."""
    engine: Engine = Knowing(hidden)
    found = score(engine, hidden)
    assert (found.exact, found.equivalent) == (len(hidden), 0)
    assert {found.f1(code) for code in found.codes} == {1.0}
    assert f"knowing: {len(hidden)} of {len(hidden)} pairs exactly right (100.0%)" in table(found)


def test_who_says_nothing_is_never_wrong_and_never_right(hidden: tuple[Sample, ...]) -> None:
    """Precision 1, recall and F1 0."""
    found = score(Silent(), hidden)
    assert found.exact == 0
    assert {(found.precision(code), found.recall(code), found.f1(code)) for code in found.codes} == {(1.0, 0.0, 0.0)}


def test_a_kind_that_an_engine_has_no_word_for_has_no_figure(hidden: tuple[Sample, ...]) -> None:
    """The table of all engines shows – there."""
    engines: tuple[Engine, ...] = (Knowing(hidden), Silent())
    shown = f1_table([score(one, hidden) for one in engines], [one.codes for one in engines])
    assert "| step-removed | 1.00 | 0.00 |" in shown
    assert "| steps-merged | 1.00 | – |" in shown
