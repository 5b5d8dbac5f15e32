"""Ours over generated pairs: pairs exactly right, and each kind's precision, recall and F1.

    python -m benchmarks.difference accuracy [--pairs 500] [--seed 1] [--hidden] [--show N]

With ``--hidden`` no step has a 标识 that says who is who. ``--show`` prints the first N pairs that failed. Goals: at
least 97 % exactly right with the 标识 kept, 95 % hidden; every kind's F1 at least 0.95.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence

from benchmarks.difference.generator import Sample, outline, samples
from benchmarks.difference.oracle import Verdict
from benchmarks.difference.ours import Ours
from benchmarks.difference.scoring import score, table


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.difference accuracy")
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hidden", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args(words)
    made = list(samples(asked.pairs, asked.seed, hidden=asked.hidden))
    found = score(Ours(), made)
    for number, verdict in found.failed[: asked.show]:
        print(explained(f"{asked.seed}/{number}", made[number], verdict))
    sizes = [len(sample.gold.claims) for sample in made]
    print(
        f"seed {asked.seed}, 标识 {'hidden' if asked.hidden else 'kept'}, {sum(sizes) / len(sizes):.1f} changes a pair"
    )
    print(table(found))


def explained(seed: str, sample: Sample, verdict: Verdict) -> str:
    """A failed pair for looking at."""
    lines = [f"== {seed}{'' if verdict.matched else '  (steps matched wrongly)'}"]
    lines += [f"   {outline(sample.before.tree)}", f"   {outline(sample.after.tree)}"]
    sides = {"wrong": verdict.wrong, "missing": verdict.missing, "right": verdict.right}
    lines += [f"   {side:8} {one}" for side, claims in sides.items() for one in sorted(claims)]
    return "\n".join(lines)
