"""r4pm as a peer: the net in its words, the log as XES, its costs and its seconds."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from engine.conformance.letters import Shown
from engine.conformance.moves import Word
from engine.nets.net import Net


def peer_costs(
    net: Net, seen: Shown, words: Sequence[Word], peer: str, seconds: float
) -> tuple[dict[Word, int], float]:
    """Word → cost by r4pm, and how long its quickest round took; rounds for about so many ``seconds``."""
    with tempfile.TemporaryDirectory() as folder:
        model, log = Path(folder) / "net.json", Path(folder) / "log.xes"
        model.write_text(json.dumps(peer_net(net, seen)), encoding="utf-8")
        log.write_text(xes(words), encoding="utf-8")
        worker = str(Path(__file__).with_name("r4pm_worker.py"))
        ran = subprocess.run([peer, worker, str(model), str(log), str(seconds)], capture_output=True, check=True)
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


def xes(words: Sequence[Word]) -> str:
    """A log with one case for each word."""
    cases = "".join(
        f'<trace><string key="concept:name" value="{number}"/>'
        + "".join(f'<event><string key="concept:name" value={quoteattr(letter)}/></event>' for letter in word)
        + "</trace>"
        for number, word in enumerate(words)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><log xes.version="1.0">{cases}</log>'
