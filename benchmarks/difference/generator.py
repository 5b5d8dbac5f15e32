"""Realistic pairs with what was really changed: the same for the same seed.

A plain line of steps is first given blocks, optional steps and loops (with the edits that change it later); that is
优化前. Then 3–11 edits, each on top of the others, make 优化后. A pair is thrown away, and the next made from the same
dice, if the format cannot say it, if nothing much is left of its edits, or if a clerk who reads both versions could
not tell what became of a step (``decidable``).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from benchmarks.difference import edits_facts, edits_order, edits_steps, words
from benchmarks.difference.claims import Answer, Pair
from benchmarks.difference.decidable import decidable
from benchmarks.difference.draft import Draft, Edit
from benchmarks.difference.gold import Truth
from benchmarks.difference.lineage import names
from benchmarks.difference.ordering import Emergent
from benchmarks.difference.tree import Leaf, Node, Paper, Version, copied, days, leaves, sound, written
from benchmarks.difference.writing import declaration, read

EditFunction = Callable[[Draft], bool]

EDITS: tuple[tuple[EditFunction, int], ...] = (
    (edits_steps.remove, 10),
    (edits_steps.add, 8),
    (edits_steps.rename, 8),
    (edits_steps.merge, 12),
    (edits_steps.split, 5),
    (edits_order.move, 9),
    (edits_order.parallelise, 7),
    (edits_order.serialise, 5),
    (edits_order.name_block, 2),
    (edits_order.dissolve_block, 2),
    (edits_order.make_exclusive, 4),
    (edits_order.make_sequential, 4),
    (edits_order.exclusive_to_parallel, 2),
    (edits_order.parallel_to_exclusive, 2),
    (edits_order.make_optional, 5),
    (edits_order.make_mandatory, 4),
    (edits_order.add_loop, 4),
    (edits_order.remove_loop, 4),
    (edits_order.add_stop, 1),
    (edits_order.remove_stop, 2),
    (edits_facts.change_holder, 5),
    (edits_facts.gather_holders, 2),
    (edits_facts.change_post, 3),
    (edits_facts.add_holder, 1),
    (edits_facts.change_limit, 9),
    (edits_facts.change_counting, 1),
    (edits_facts.remove_procedure, 5),
    (edits_facts.add_procedure, 3),
    (edits_facts.move_procedure, 3),
    (edits_facts.remove_paper, 5),
    (edits_facts.add_paper, 3),
    (edits_facts.replace_paper, 3),
    (edits_facts.change_paper, 4),
    (edits_facts.change_condition, 4),
    (edits_facts.change_matter_limit, 5),
    (edits_facts.change_fact, 1),
)
"""Edits with their weights: a reform removes, merges, moves and shortens more than it makes alternatives."""

SHAPES: tuple[tuple[EditFunction, int], ...] = (
    (edits_order.parallelise, 8),
    (edits_order.make_exclusive, 5),
    (edits_order.make_optional, 5),
    (edits_order.add_loop, 6),
    (edits_order.add_stop, 2),
)
"""What gives the line of steps its shape, with weights."""

KINDS = ("类型: 行政审批事项\n种类: 行政许可", "类型: 公共服务事项\n种类: 其他", "类型: 其他事项")
FEWEST_EDITS, MOST_EDITS = 3, 11
FEWEST_STEPS, MOST_STEPS = 8, 30
VAGUE = 0.3
"""Share of the pairs in which many steps do the same things, so that they are told apart by all else."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A pair and the truth about it. ``edits`` are as made, those undone or absorbed later included."""

    pair: Pair
    gold: Answer
    edits: tuple[Edit, ...]
    before: Version
    after: Version


def samples(count: int, seed: int, *, hidden: bool) -> Iterator[Sample]:
    """So many samples; each has its own dice, so that the first ten of a hundred are the same as ten."""
    for number in range(count):
        yield sample(f"{seed}/{number}", hidden=hidden)


def sample(seed: str, *, hidden: bool, steps: int = 0) -> Sample:
    """One sample; ``steps`` of 优化前, if not left to the dice; ``hidden``: without 标识 that say who is who."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    while True:
        vague = dice.random() < VAGUE
        before = grow(dice, steps or dice.randint(FEWEST_STEPS, MOST_STEPS), vague=vague)
        found = reform(before, dice, vague=vague)
        if found is None:
            continue
        draft, gold = found
        old, new = copied(before), copied(draft.version)
        kind = dice.choice(KINDS)
        if hidden:
            _hide(old, dice)
            _hide(new, dice)
        return Sample(read(declaration(old, new, kind)), gold, tuple(draft.record), old, new)


def reform(before: Version, dice: random.Random, *, vague: bool) -> tuple[Draft, Answer] | None:
    """The draft of 优化后 and the truth, or None if it came to little or cannot be told."""
    taken = {leaf.name for leaf in written(before.tree)}
    spare = [kind for kind in words.MIDDLE if kind.name not in taken]
    dice.shuffle(spare)
    draft = Draft(copied(before), dice, taken, spare, vague)
    dice.shuffle(draft.acts)
    wanted = dice.randint(FEWEST_EDITS, MOST_EDITS)
    done = 0
    for _ in range(40 * wanted):
        if done == wanted:
            break
        tried = attempt(draft, EDITS)
        if tried is not None:
            draft, done = tried, done + 1
    after = draft.version
    count = sum(1 for _ in leaves(after.tree))
    if done < wanted or not count >= FEWEST_STEPS - 2 or days(after.tree) > after.limit:
        return None
    truth = Truth(before, after, draft.moved)
    try:
        gold = truth.answer()
    except Emergent:
        return None
    ways = [one for one in gold.claims if one.code == "way-changed"]
    edited = [edit for edit in draft.record if edit.code == "way-changed"]
    # A step carried from one alternative to another is not also a changed condition.
    if len(gold.claims) < FEWEST_EDITS or len(ways) > len(edited):
        return None
    if not decidable(truth, draft):
        return None
    return draft, gold


def attempt(draft: Draft, edits: tuple[tuple[EditFunction, int], ...]) -> Draft | None:
    """The draft after one edit more, None if it could not be made or written."""
    functions, weights = zip(*edits, strict=True)
    function = draft.dice.choices(functions, weights)[0]
    trial = draft.copied()
    return trial if function(trial) and sound(trial.version) else None


def grow(dice: random.Random, count: int, *, vague: bool) -> Version:
    """A version of so many steps."""
    version = Version([], [], [], Fraction(0))
    draft = Draft(version, dice, set(), [], vague)
    kinds = list(words.MIDDLE)
    dice.shuffle(kinds)
    middle = _more(kinds, count - 2)
    if dice.random() < 0.3:
        twins = dice.choice(words.TWINS)
        middle = [kind for kind in middle if kind.name != twins[0].name][: count - 4]
        middle += twins
        dice.shuffle(middle)
    first, last = dice.choice(words.FIRST), dice.choice(words.LAST)
    steps = [edits_steps.make(draft, kind, new=False) for kind in (first, *middle, last)]
    if not vague:
        _blur(steps, dice)
    version.tree = [*steps]
    if dice.random() < 0.2:
        version.tree.insert(dice.randint(1, len(version.tree) - 2), _block(draft))
    version.papers = [Paper(version.fresh(), name) for name in dice.sample(words.MATERIALS, dice.randint(3, 9))]
    for paper in version.papers:
        paper.copies = dice.choices((1, 2, 3), (80, 15, 5))[0]
        paper.shared = dice.choices((None, True, False), (60, 20, 20))[0]
    version.facts = {key: said[0] for key, said in edits_facts.FACTS.items()}
    for _ in range(dice.randint(0, 2 + count // 4)):
        draft = attempt(draft, SHAPES) or draft
    version = draft.version
    version.limit = Fraction(int(days(version.tree)) + dice.randint(5, 30))
    return version


def _more(kinds: list[words.Kind], count: int) -> list[words.Kind]:
    """So many kinds; from the second round on with a word before the name and the procedures, so that all differ."""
    found: list[words.Kind] = []
    for prefix in ("", "县级", "镇级", "市级", "省级", "二次", "三次", "补充", "专项"):
        for kind in kinds:
            if len(found) == count:
                return found
            acts = tuple(f"{prefix}{act}" for act in kind.procedures)
            found.append(words.Kind(f"{prefix}{kind.name}", acts) if prefix else kind)
    assert len(found) == count, "no words for so many steps"
    return found


def _blur(steps: list[Leaf], dice: random.Random) -> None:
    """Some steps do what they are called and no more (公示 | 公示); some do what others do as well."""
    names = [leaf.name for leaf in steps]
    for leaf in steps:
        if dice.random() < 0.15 and names.count(leaf.name) == 1:
            leaf.procedures = [leaf.name]
        elif dice.random() < 0.2:
            leaf.procedures.append(dice.choice(words.COMMON))


def _block(draft: Draft) -> Leaf:
    """A named parallel block."""
    dice = draft.dice
    name, inside = dice.choice(words.BLOCKS)
    members = []
    for step, act in inside:
        member = edits_steps.make(draft, words.Kind(step, (act,)), new=False)
        member.procedures = [act]
        members.append(member)
    leaf = edits_steps.make(draft, words.Kind(name, ("",)), new=False)
    leaf.procedures, leaf.members = [], tuple(members)
    leaf.days = max(member.days for member in members) + dice.randint(0, 3)
    return leaf


def _hide(version: Version, dice: random.Random) -> None:
    """No 标识 but where two steps of a version share a name, and there one that means nothing."""
    label = names(version.tree)
    for leaf in written(version.tree):
        # One of several of a name may do without: it is spoken of by the name.
        alone = "#" not in label[leaf.uid] or (label[leaf.uid].endswith("#1") and dice.random() < 0.5)
        leaf.ident = "" if alone else f"Z{dice.randrange(16**5):05X}"


def outline(nodes: list[Node]) -> str:
    """A tree on one line, for looking at."""
    parts = []
    for node in nodes:
        if isinstance(node, Leaf):
            parts.append(node.name)
        else:
            inner = " ; ".join(outline(branch) for branch in node.branches)
            parts.append(f"{type(node).__name__}[{inner}]")
    return " ".join(parts)
