"""Costs of alignments beside r4pm and pm4py: every variant of noisy logs.

The processes are those of the samples, declarations at random and nets at random. Neither peer is a dependency (pm4py
is AGPL). ``ZAIZAO_ALIGNERS`` names an interpreter that has both; without it they are installed into an environment of
their own.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from benchmarks.replay.peer import peer_net, xes
from engine.conformance.automaton import TooManyMarkings, automaton_of
from engine.conformance.letters import Shown, shown, step_names
from engine.conformance.moves import Word
from engine.conformance.replaying import aligned_words
from engine.conformance.searching import searched
from engine.nets.compiling import net_of
from engine.nets.net import Net, NetTransition
from engine.soundness.faults import Outcome
from engine.soundness.verdicts import outcome_of
from processes.checking import check_project
from processes.model.process import Process
from tests.flows import checked, matters
from tests.noisy import noisy_words
from tests.random_nets import Draft

ROOT = Path(__file__).parents[1]
DECLARED, NETS, WORDS = 60, 200, 25
"""Random declarations, random nets, words of each log."""
LEAST, MOST = 3, 12
"""Transitions of a random net, about."""
MOST_MARKINGS = 200
"""Of a random declaration."""
INSTALLING = 900
"""Seconds at most: pm4py brings scipy, pandas and matplotlib."""

Task = tuple[Net, Shown, list[Word]]


@pytest.fixture(scope="module")
def aligners(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An interpreter that has r4pm and pm4py."""
    if named := os.environ.get("ZAIZAO_ALIGNERS"):
        return named
    folder = tmp_path_factory.mktemp("aligners")
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    command = [python, "-m", "pip", "install", "--quiet", "r4pm", "pm4py"]
    try:
        subprocess.run(command, capture_output=True, text=True, timeout=INSTALLING, check=True)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"no network? r4pm and pm4py cannot be installed: {error.stderr.strip().splitlines()[-1:]}")
    except subprocess.TimeoutExpired:
        pytest.skip(f"r4pm and pm4py are not installed after {INSTALLING} seconds; name an interpreter that has them")
    return python


def _of_process(process: Process, seed: int) -> Task:
    net, seen = net_of(process), shown(process, step_names(process))
    return net, seen, noisy_words(net, seen, step_names(process), WORDS, seed)


def of_samples() -> Iterator[Task]:
    """Both versions of every sample matter."""
    for one in check_project(ROOT / "samples" / "hailin").matters:
        yield from (_of_process(process, seed) for seed, process in enumerate((one.before, one.after)) if process)


def of_declarations() -> Iterator[Task]:
    """流程 of any shape that is sound and has few enough markings for pm4py."""
    texts: list[str] = []

    @settings(max_examples=DECLARED, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(matters(), st.just(texts))
    def drawn(text: str, into: list[str]) -> None:
        into.append(text)

    drawn()
    for seed, text in enumerate(texts):
        matter = checked(text)
        if matter is not None and _small(net_of(matter.before)):
            yield _of_process(matter.before, seed)


def _small(net: Net) -> bool:
    if outcome_of(net) is not Outcome.SOUND:
        return False
    try:
        automaton_of(net, lambda _: None, MOST_MARKINGS)
    except TooManyMarkings:
        return False
    return True


def of_nets() -> Iterator[Task]:
    """Safe nets in which letters are shared by transitions and some transitions have none."""
    dice = random.Random(11)  # noqa: S311 - a sample, no secret
    for seed in range(NETS):
        draft = Draft(dice)
        draft.grow(dice.randint(LEAST, MOST))
        net = draft.net()
        letters = {one.node: dice.choice(("", *"甲乙丙丁戊己")) for one in net.transitions}

        def letter(one: NetTransition, letters: dict[str, str] = letters) -> str | None:
            return letters[one.node] or None

        seen = Shown({}, (), letter)
        if any(letters.values()):
            yield net, seen, noisy_words(net, seen, tuple("甲乙丙丁戊己"), WORDS, seed)


def peer_costs(tasks: list[Task], python: str, folder: Path) -> list[dict[str, list[int]]]:
    """By task: the costs of its words by each peer."""
    said = []
    for number, (net, seen, words) in enumerate(tasks):
        log = folder / f"{number}.xes"
        log.write_text(xes(words), encoding="utf-8")
        said.append({"net": peer_net(net, seen), "log": str(log), "words": words})
    asked, answered = folder / "tasks.json", folder / "costs.json"
    asked.write_text(json.dumps(said), encoding="utf-8")
    worker = str(Path(__file__).with_name("aligning_peers.py"))
    ran = subprocess.run([python, worker, str(asked), str(answered)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    costs: list[dict[str, list[int]]] = json.loads(answered.read_text(encoding="utf-8"))
    return costs


@pytest.mark.parametrize("drawn", [of_samples, of_declarations, of_nets])
def test_every_variant_costs_what_r4pm_and_pm4py_say(
    drawn: Callable[[], Iterator[Task]], aligners: str, tmp_path: Path
) -> None:
    """By states as by searching; four costs of one word are equal."""
    tasks = list(drawn())
    assert len(tasks) > 20
    for (net, seen, words), theirs in zip(tasks, peer_costs(tasks, aligners, tmp_path), strict=True):
        ours = [one.cost for one in aligned_words(net, seen, words) if one is not None]
        assert ours == theirs["r4pm"]
        assert ours == theirs["pm4py"]
        assert ours == [one.cost for word in words if (one := searched(net, seen, word)) is not None]
