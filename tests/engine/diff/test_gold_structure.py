"""Pairs judged by hand: what an examiner says was changed where steps, names and branches are hard to follow.

Each pair in ``gold/structure/`` is a declaration (``.yaml``, completed as in ``telling``) and what was changed
(``.txt``): one line a change, ``code before → after``, as in ``benchmarks.difference.claims``; names are joined by 、.
Where explanations are equally good, one line holds all of them: 或 between explanations, 且 between the changes of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from benchmarks.difference.claims import Claim, Pair, claim, labels, main_steps
from benchmarks.difference.ours import Ours
from processes.model.process import END
from tests.engine.diff.telling import MIRROR, checked_of, exchanged

GOLD = Path(__file__).parent / "gold" / "structure"

PAIRS = sorted(path.stem for path in GOLD.glob("*.yaml"))

Claims = frozenset[Claim]


def judged(name: str) -> list[Claims]:
    """The explanations that are right, each as all its claims."""
    lines = (GOLD / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    said = [_explanations(line) for line in lines if line and not line.startswith("#")]
    return [frozenset[Claim]().union(*chosen) for chosen in product(*said)]


def _explanations(line: str) -> list[Claims]:
    return [frozenset(map(_claim, one.split(" 且 "))) for one in line.split(" 或 ")]


def _claim(text: str) -> Claim:
    code, _, names = text.strip().partition(" ")
    before, arrow, after = names.partition("→")
    assert arrow, text
    return claim(code, _names(before), _names(after))


def _names(text: str) -> list[str]:
    return text.strip().split("、") if text.strip() else []


def pair(name: str, folder: Path) -> Pair:
    """The declaration as an engine sees it."""
    text = (GOLD / f"{name}.yaml").read_text(encoding="utf-8")
    return Pair(text, checked_of(text, folder))


def _known(seen: Pair) -> Iterator[tuple[set[str], set[str]]]:
    """What a claim may speak of, before and after: steps; procedures, side branches and the end."""
    for process in (seen.before, seen.after):
        acts = {act.name for step in main_steps(process) for act in step.procedures}
        branches = {step.branch for step in process.steps if step.branch}
        yield set(labels(process).values()), acts | branches | {END}


@pytest.mark.parametrize("name", PAIRS)
def test_what_the_examiner_says_speaks_of_what_is_declared(name: str, tmp_path: Path) -> None:
    """A slip of the pen in the judgement would otherwise pass for a fault of the engine."""
    old, new = _known(pair(name, tmp_path))
    for one in frozenset[Claim]().union(*judged(name)):
        assert set(one.before) <= old[0] | old[1], one
        assert set(one.after) <= new[0] | new[1], one


@pytest.mark.parametrize("name", PAIRS)
def test_the_engine_says_what_the_examiner_says(name: str, tmp_path: Path) -> None:
    """All that was changed, nothing else, in one of the explanations that are right."""
    said = Ours().answer(pair(name, tmp_path)).claims
    best = min(judged(name), key=lambda right: len(right ^ said))
    assert set(map(str, said)) == set(map(str, best))


@pytest.mark.parametrize("name", PAIRS)
def test_of_the_versions_exchanged_it_says_the_mirror_image(name: str, tmp_path: Path) -> None:
    """What was removed is then added, what was merged is split: the judgement holds both ways."""
    text = exchanged((GOLD / f"{name}.yaml").read_text(encoding="utf-8"))
    said = Ours().answer(Pair(text, checked_of(text, tmp_path))).claims
    mirrored = [frozenset(claim(MIRROR[one.code], one.after, one.before) for one in right) for right in judged(name)]
    best = min(mirrored, key=lambda right: len(right ^ said))
    assert set(map(str, said)) == set(map(str, best))
