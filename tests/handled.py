"""Logs of cases handled at random: of trees of blocks, of processes, of plain words; with noise where it is wanted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

from engine.discovery.steps import Known, StepFacts
from engine.discovery.tree import Block, Leaf, Operator, Tree
from engine.nets.compiling import net_of
from processes.model.log import Event, Log, Trace
from processes.model.process import NodeKind, Process

Word = tuple[str, ...]

_DEEPEST = 2
_LONGEST = 60
"""Steps of a case; one that goes round longer is left."""


def any_tree(dice: random.Random) -> Tree:
    """A tree of at most three levels, each activity once."""
    return _tree(dice, 0, [])


def _tree(dice: random.Random, depth: int, names: list[str]) -> Tree:
    if depth > _DEEPEST or dice.random() < 0.3:
        names.append(f"环节{len(names) + 1}")
        return Leaf(names[-1])
    operator = dice.choice(list(Operator))
    number = 2 if operator is Operator.LOOP else dice.randint(2, 3)
    return Block(operator, tuple(_tree(dice, depth + 1, names) for _ in range(number)))


def played(tree: Tree, dice: random.Random) -> list[str]:
    """A word of a tree."""
    if isinstance(tree, Leaf):
        return [tree.activity] if tree.activity else []
    if tree.operator is Operator.CHOICE:
        return played(dice.choice(tree.children), dice)
    if tree.operator is Operator.LOOP:
        word = played(tree.children[0], dice)
        while dice.random() < 0.3:
            word += played(dice.choice(tree.children[1:]), dice) + played(tree.children[0], dice)
        return word
    parts = [played(child, dice) for child in tree.children]
    if tree.operator is Operator.SEQUENCE:
        return [name for part in parts for name in part]
    word = []
    while any(parts):
        word.append(dice.choice([part for part in parts if part]).pop(0))
    return word


def run_of(process: Process, dice: random.Random) -> Word | None:
    """The steps of a case that goes through a process at random; None if it does not come to an end soon."""
    net = net_of(process)
    nodes = {node.key: node for node in process.nodes}
    marking, word = net.initial, list[str]()
    while not net.finished(marking) and len(word) < _LONGEST:
        one = dice.choice(net.enabled(marking))
        node = nodes[one.node]
        if node.kind is NodeKind.STEP and node.step:
            word.append(node.step.name)
        marking = one.fire(marking)
    return tuple(word) if net.finished(marking) else None


def disturbed(word: Word, dice: random.Random, noise: float) -> Word:
    """The word, in a share ``noise`` of all calls with a step left out, done twice, or exchanged with the next one."""
    if dice.random() >= noise or not word:
        return word
    at = dice.randrange(len(word))
    middle = dice.choice((word[at + 1 : at + 2], word[at : at + 1] * 2, word[at : at + 2][::-1]))
    return (*word[:at], *middle, *word[at + (1 if len(middle) == 2 and middle[0] == middle[1] else 2) :])


def log_of(words: Iterable[Word]) -> Log:
    """The words as the cases of a log without times."""
    return Log(
        "办理记录.csv", tuple(Trace(f"办件{number}", tuple(map(Event, word))) for number, word in enumerate(words))
    )


def counted(*words: str) -> Counter[Word]:
    """``3 甲乙丙``: three cases 甲, 乙, 丙."""
    return Counter({tuple(word): int(count) for count, word in (one.split() for one in words)})


def known(log: Log) -> Known:
    """Nothing but one day and one office for each step."""
    return Known({name: StepFacts("综合股", 1, "★ 核对") for name in log.activities}, None, "综合股")


def told(tree: Tree) -> str:
    """A tree as a line: ``依次(甲, 择一(乙, τ))``."""
    if isinstance(tree, Leaf):
        return tree.activity or "τ"
    return f"{tree.operator.value}({', '.join(map(told, tree.children))})"


def shape(tree: Tree) -> object:
    """What a tree says: equal for trees that differ in brackets and in the order of choices, ways back, branches."""
    if isinstance(tree, Leaf):
        return tree.activity
    body, *others = map(shape, tree.children)
    if tree.operator is Operator.LOOP:
        back = _opened(others, Operator.CHOICE)
        if isinstance(body, tuple) and body[0] is Operator.LOOP:
            body, back = body[1], [*body[2], *back]
        return tree.operator, body, tuple(sorted(back, key=repr))
    parts = _opened([body, *others], tree.operator)
    return tree.operator, tuple(parts if tree.operator is Operator.SEQUENCE else sorted(parts, key=repr))


def _opened(parts: list[object], operator: Operator) -> list[object]:
    """The parts, those of the same operator opened."""
    found: list[object] = []
    for part in parts:
        found += part[1] if isinstance(part, tuple) and part[0] is operator else [part]
    return found
