"""Alignments of all variants of a log, beside r4pm (Rust) in one run: the same costs, and how many times faster.

    python -m benchmarks.replay PYTHON

PYTHON is an interpreter with r4pm (pip install r4pm, in an environment of its own). Logs of 10 to 5,000 variants are
made by random runs of the sample processes, with noise. Timed on both sides: from the net to the moves of every
variant, the log being read already; the best of the rounds, by the clock (r4pm works on all cores). Printed: seconds
of both, their ratio, the ratio for the costs alone (all that fitness needs; r4pm always makes the moves too), and the
geometric means of the ratios (goal: 6 at least; not reached with the moves). It fails where a cost differs.
"""

from __future__ import annotations

import json
import math
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import quoteattr

from engine.conformance.alignment import costs_of
from engine.conformance.automaton import automaton_of
from engine.conformance.letters import Shown, shown, step_names
from engine.conformance.moves import Word
from engine.conformance.replaying import MOST_MARKINGS, aligned_words
from engine.nets.compiling import net_of
from engine.nets.net import Net
from processes.checking import check_project
from processes.model.process import Process

ROUNDS = 3
SIZES = (10, 50, 100, 500, 1000, 5000)
SAMPLES = Path(__file__).parents[2] / "samples" / "hailin"
_LONGEST = 200


def main() -> None:
    """All sizes, on a small, a middling and the largest sample process."""
    peer = sys.argv[1]
    matters = check_project(SAMPLES).matters
    ordered = sorted(
        (process for one in matters for process in (one.before, one.after) if process), key=lambda one: len(one.nodes)
    )
    chosen = (ordered[len(ordered) // 4], ordered[len(ordered) // 2], ordered[-1])
    ratios, of_costs = list[float](), list[float]()
    print(f"{'transitions':>11} {'variants':>8} {'ours s':>9} {'r4pm s':>9} {'ratio':>7} {'costs':>7}")
    for process in chosen:
        for size in SIZES:
            ours, alone, theirs, transitions, variants = compared(process, size, peer)
            ratios.append(theirs / ours)
            of_costs.append(theirs / alone)
            print(
                f"{transitions:>11} {variants:>8} {ours:>9.4f} {theirs:>9.4f} {ratios[-1]:>7.1f} {of_costs[-1]:>7.1f}",
                flush=True,
            )
    print(f"geometric mean {mean(ratios):.1f}, worst {min(ratios):.1f}; of costs alone {mean(of_costs):.1f}")


def mean(ratios: list[float]) -> float:
    """The geometric one."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def compared(process: Process, size: int, peer: str) -> tuple[float, float, float, int, int]:
    """Our seconds, those for costs alone, theirs, transitions and variants; raises where a cost differs."""
    net, seen = net_of(process), shown(process, ())
    words = sorted(noisy_words(net, seen, step_names(process), size))
    best, alone, costs = float("inf"), float("inf"), dict[Word, int]()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        found = list(aligned_words(net_of(process), shown(process, ()), words))
        best = min(best, time.perf_counter() - began)
        began = time.perf_counter()
        list(costs_of(automaton_of(net_of(process), shown(process, ()).letter, MOST_MARKINGS), words))
        alone = min(alone, time.perf_counter() - began)
        costs = {word: one.cost for word, one in zip(words, found, strict=True) if one is not None}
    theirs, seconds = peer_costs(net, seen, words, peer)
    different = [word for word in words if costs.get(word) != theirs.get(word)]
    if different:
        raise SystemExit(f"{len(different)} costs differ, first {different[0]}")
    return best, alone, seconds, len(net.transitions), len(words)


def noisy_words(net: Net, seen: Shown, names: tuple[str, ...], size: int) -> set[Word]:
    """So many different words: random runs with up to four steps left out, added, exchanged or unknown."""
    dice = random.Random(size)  # noqa: S311 - a sample, no secret
    words: set[Word] = set()
    while len(words) < size:
        if word := noisy(random_run(net, seen, dice), dice, names):
            words.add(word)
    return words


def random_run(net: Net, seen: Shown, dice: random.Random) -> list[str]:
    """What a log shows of a run; what is done after very many steps is left out."""
    marking, word = net.initial, list[str]()
    for _ in range(_LONGEST):
        if net.finished(marking):
            break
        one = dice.choice(net.enabled(marking))
        if (letter := seen.letter(one)) is not None:
            word.append(letter)
        marking = one.fire(marking)
    return word


def noisy(steps: list[str], dice: random.Random, names: tuple[str, ...]) -> Word:
    """With noise."""
    for _ in range(dice.randint(0, 4)):
        what = dice.randint(0, 3)
        if what == 0 and steps:
            steps.pop(dice.randrange(len(steps)))
        elif what == 1 and len(steps) > 1:
            at = dice.randrange(len(steps) - 1)
            steps[at], steps[at + 1] = steps[at + 1], steps[at]
        else:
            steps.insert(dice.randint(0, len(steps)), dice.choice(names) if what == 2 else "别的")
    return tuple(steps)


def peer_costs(net: Net, seen: Shown, words: list[Word], peer: str) -> tuple[dict[Word, int], float]:
    """Word → cost by r4pm, and its seconds."""
    with tempfile.TemporaryDirectory() as folder:
        model, log = Path(folder) / "net.json", Path(folder) / "log.xes"
        model.write_text(json.dumps(peer_net(net, seen)), encoding="utf-8")
        log.write_text(xes(words), encoding="utf-8")
        worker = str(Path(__file__).with_name("r4pm_worker.py"))
        ran = subprocess.run([peer, worker, str(model), str(log), str(ROUNDS)], capture_output=True, check=True)
    said = json.loads(ran.stdout)
    return {tuple(activities): cost for activities, cost in said["costs"]}, said["seconds"]


def peer_net(net: Net, seen: Shown) -> dict[str, object]:
    """The net in the words of r4pm: places, transitions and arcs by UUIDs.

    It goes by the first final marking alone: every end leads to one more place by a transition that no log shows.
    """
    places = [f"00000000-0000-4000-8000-{number:012d}" for number in range(len(net.places))]
    moves = [f"00000000-0000-4000-9000-{number:012d}" for number in range(len(net.transitions))]
    over = "00000000-0000-4000-a000-000000000000"

    def marked(mask: int) -> list[str]:
        return [place for number, place in enumerate(places) if mask >> number & 1]

    arcs: list[dict[str, object]] = []
    for name, one in zip(moves, net.transitions, strict=True):
        into = [("PlaceTransition", [place, name]) for place in marked(one.takes)]
        out = [("TransitionPlace", [name, place]) for place in marked(one.gives)]
        arcs += [{"from_to": {"type": kind, "nodes": nodes}, "weight": 1} for kind, nodes in (*into, *out)]
    labels = {name: seen.letter(one) for name, one in zip(moves, net.transitions, strict=True)}
    for place in marked(net.ends):
        name = place.replace("-8000-", "-b000-")
        labels[name] = None
        arcs.append({"from_to": {"type": "PlaceTransition", "nodes": [place, name]}, "weight": 1})
        arcs.append({"from_to": {"type": "TransitionPlace", "nodes": [name, over]}, "weight": 1})
    return {
        "places": {place: {"id": place} for place in (*places, over)},
        "transitions": {name: {"id": name, "label": label} for name, label in labels.items()},
        "arcs": arcs,
        "initial_marking": dict.fromkeys(marked(net.initial), 1),
        "final_markings": [{over: 1}],
    }


def xes(words: list[Word]) -> str:
    """A log with one case for each word."""
    cases = "".join(
        f'<trace><string key="concept:name" value="{number}"/>'
        + "".join(f'<event><string key="concept:name" value={quoteattr(letter)}/></event>' for letter in word)
        + "</trace>"
        for number, word in enumerate(words)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><log xes.version="1.0">{cases}</log>'


if __name__ == "__main__":
    main()
