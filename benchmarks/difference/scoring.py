"""How right an engine is over many pairs: pairs exactly right, and precision, recall and F1 of every kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.difference.claims import CODES, Engine
from benchmarks.difference.generator import Sample
from benchmarks.difference.oracle import Verdict, judge


@dataclass(slots=True)
class Score:
    """Counts over the pairs seen; ``failed`` holds their numbers with the verdicts that were not exact."""

    name: str
    pairs: int = 0
    exact: int = 0
    equivalent: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[int, Verdict]] = field(default_factory=list)

    def add(self, verdict: Verdict) -> None:
        """Count one pair."""
        if not verdict.exact:
            self.failed.append((self.pairs, verdict))
        self.pairs += 1
        self.exact += verdict.exact
        self.equivalent += verdict.exact and verdict.equivalent
        self.right.update(one.code for one in verdict.right)
        self.wrong.update(one.code for one in verdict.wrong)
        self.missing.update(one.code for one in verdict.missing)

    @property
    def codes(self) -> list[str]:
        """The kinds that occurred, in the order of the catalogue."""
        return [code for code in CODES if self.right[code] + self.wrong[code] + self.missing[code]]

    def precision(self, code: str) -> float:
        """Right among the claimed; 1 where nothing was."""
        claimed = self.right[code] + self.wrong[code]
        return self.right[code] / claimed if claimed else 1.0

    def recall(self, code: str) -> float:
        """Claimed among the true; 1 where there were none."""
        there = self.right[code] + self.missing[code]
        return self.right[code] / there if there else 1.0

    def f1(self, code: str) -> float:
        """The harmonic mean of both."""
        said = 2 * self.right[code] + self.wrong[code] + self.missing[code]
        return 2 * self.right[code] / said if said else 1.0


def score(engine: Engine, samples: Iterable[Sample]) -> Score:
    """The engine over all samples."""
    found = Score(engine.name)
    for sample in samples:
        found.add(judge(sample.pair, sample.gold, engine.answer(sample.pair)))
    return found


def table(one: Score) -> str:
    """A score as Markdown."""
    lines = [
        f"{one.name}: {one.exact} of {one.pairs} pairs exactly right ({one.exact / one.pairs:.1%})",
        f"of these {one.equivalent} by an explanation as good as the recorded one",
        "",
        "| kind | true | precision | recall | F1 |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for code in one.codes:
        there = one.right[code] + one.missing[code]
        lines.append(f"| {code} | {there} | {one.precision(code):.3f} | {one.recall(code):.3f} | {one.f1(code):.3f} |")
    return "\n".join(lines)


def f1_table(scores: Sequence[Score], codes_of: Sequence[frozenset[str]]) -> str:
    """F1 by kind, one column an engine; – where an engine has no word for a kind."""
    codes = [code for code in CODES if any(code in one.codes for one in scores)]
    lines = [f"| kind | {' | '.join(one.name for one in scores)} |", "| --- |" + " ---: |" * len(scores)]
    for code in codes:
        cells = [f"{one.f1(code):.2f}" if code in known else "–" for one, known in zip(scores, codes_of, strict=True)]
        lines.append(f"| {code} | {' | '.join(cells)} |")
    lines.append(f"| **pairs exactly right** | {' | '.join(f'{one.exact / one.pairs:.1%}' for one in scores)} |")
    return "\n".join(lines)
