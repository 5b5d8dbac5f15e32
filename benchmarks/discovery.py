"""Trees found in logs of random trees, beside the inductive miner of pm4py, which lives in an environment of its own.

    python -m benchmarks.discovery PYTHON [trees]

``PYTHON``: the interpreter of an environment in which ``pip install pm4py`` was done; it is no dependency of ours.
Each tree is played 200 times. Prints how many trees come back as they were (in other brackets or another order, it is
the same tree) and how long the mining took, ours and theirs, nothing left out.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator

from engine.discovery.mining import mined
from engine.discovery.tree import SKIP, Block, Leaf, Operator, Tree
from tests.handled import any_tree, played, shape

CASES = 200
_PEER = """
import json, sys, time
import pandas, pm4py
for words in json.load(sys.stdin):
    rows = [(str(case), name, pandas.Timestamp(2018, 3, 1) + pandas.Timedelta(minutes=at))
            for case, word in enumerate(words) for at, name in enumerate(word)]
    frame = pandas.DataFrame(rows, columns=["case:concept:name", "concept:name", "time:timestamp"])
    begin = time.process_time()
    tree = pm4py.discover_process_tree_inductive(frame)
    # A tree of one activity is printed without the quotes.
    print(json.dumps([time.process_time() - begin, repr(tree.label) if tree.label else str(tree)]))
"""
_SIGNS = {"->": Operator.SEQUENCE, "X": Operator.CHOICE, "+": Operator.PARALLEL, "*": Operator.LOOP}
_TOKEN = re.compile(r"'([^']*)'|(tau)|(->|X|\+|\*)\(|(\))|,")


def read(tokens: Iterator[re.Match[str]]) -> Tree | None:
    """The next tree in pm4py's notation, ``->( 'a', X( tau, 'b' ) )``; None at a closing bracket."""
    for token in tokens:
        name, nothing, sign, closing = token.groups()
        if closing:
            return None
        if name is not None:
            return Leaf(name)
        if nothing:
            return SKIP
        if sign:
            children: list[Tree] = []
            while (child := read(tokens)) is not None:
                children.append(child)
            return Block(_SIGNS[sign], tuple(children))
    return None


def main(peer: str, trees: int = 200) -> None:
    """Both on the same logs."""
    made, logs = list[Tree](), list[list[list[str]]]()
    for seed in range(trees):
        dice = random.Random(seed)  # noqa: S311 - a sample, no secret
        made.append(any_tree(dice))
        logs.append([word for _ in range(CASES) if (word := played(made[-1], dice))])
    ours, again = 0.0, 0
    for tree, words in zip(made, logs, strict=True):
        begin = time.process_time()
        found = mined(Counter(map(tuple, words)), 0)
        ours += time.process_time() - begin
        again += shape(found) == shape(tree)
    said = subprocess.run([peer, "-c", _PEER], input=json.dumps(logs), check=True, capture_output=True, text=True)
    lines = [json.loads(line) for line in said.stdout.splitlines() if line.startswith("[")]
    theirs = sum(seconds for seconds, _ in lines)
    theirs_again = sum(
        shape(read(_TOKEN.finditer(text)) or SKIP) == shape(tree) for tree, (_, text) in zip(made, lines, strict=True)
    )
    print(f"found again: {again} of {trees}, pm4py {theirs_again}")
    print(f"mining: {ours:.2f} s, pm4py {theirs:.2f} s, {theirs / ours:.1f} times as long")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
