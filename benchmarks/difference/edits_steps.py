"""Edits of the steps themselves: remove, add, rename, merge, split. Each says whether it could be made."""

from __future__ import annotations

from fractions import Fraction

from benchmarks.difference import words
from benchmarks.difference.draft import HALF, Draft, collapse, holding, index_of
from benchmarks.difference.tree import Leaf, Node, Parallel, Sequence, leaves, sequences

FEWEST = 7
"""Steps that are always left."""


def make(draft: Draft, kind: words.Kind, *, new: bool) -> Leaf:
    """A step of a kind, with 1–3 of its procedures and a holder."""
    dice, uid = draft.dice, draft.version.fresh()
    count = dice.choices((1, 2, 3), (25, 55, 20))[0]
    acts = dice.sample(words.POOL, count) if draft.vague else kind.procedures[:count]
    return Leaf(
        uid=uid,
        name=kind.name,
        holders=(holder(draft),),
        days=HALF * dice.choices((1, 2, 4, 6, 10, 14, 20, 40), (8, 20, 20, 18, 16, 10, 6, 2))[0],
        procedures=list(acts),
        origins=frozenset() if new else frozenset({uid}),
        ident=draft.new_ident(),
        near=kind.near,
        far=kind.far,
        parts=kind.parts,
        plain=not new,
    )


def holder(draft: Draft) -> str:
    """An own office, a third of them with a post; the leaders; another department."""
    dice = draft.dice
    unit = dice.choices((dice.choice(words.OFFICES), words.LEADERS, dice.choice(words.BODIES)), (75, 13, 12))[0]
    return f"{unit}/{dice.choice(words.POSTS)}" if unit in words.OFFICES and dice.random() < 0.3 else unit


def remove(draft: Draft) -> bool:
    """A step goes, with its loops."""
    found = [leaf for leaf in draft.inner() if leaf.plain]
    if not found or sum(1 for _ in leaves(draft.tree)) <= FEWEST:
        return False
    leaf = draft.dice.choice(found)
    sequence = holding(draft.tree, leaf)
    del sequence[index_of(sequence, leaf)]
    collapse(draft.tree)
    draft.version.loops = [loop for loop in draft.version.loops if leaf.uid not in (loop.source, loop.target)]
    return draft.note("step-removed", [leaf.uid])


def add(draft: Draft) -> bool:
    """A step that was not there: in a line, beside another, or as one more branch."""
    dice = draft.dice
    kind = next((one for one in draft.spare if one.name not in draft.taken), None)
    if kind is None:
        return False
    draft.taken.add(kind.name)
    leaf = make(draft, kind, new=True)
    blocks = draft.blocks(Parallel)
    how = dice.random()
    if how < 0.15 and blocks:
        sequence, index = blocks[0]
        block = sequence[index]
        assert isinstance(block, Parallel)
        block.branches.append([leaf])
    elif how < 0.3 and draft.inner():
        other = dice.choice(draft.inner())
        sequence = holding(draft.tree, other)
        sequence[index_of(sequence, other)] = Parallel([[other], [leaf]])
    else:
        sequence = dice.choice(list(sequences(draft.tree)))
        outer = sequence is draft.tree
        sequence.insert(dice.randint(1, len(sequence) - 1) if outer else dice.randint(0, len(sequence)), leaf)
    return draft.note("step-added", [leaf.uid])


def rename(draft: Draft) -> bool:
    """Another name, mostly one that keeps words of the old."""
    found = [leaf for leaf in draft.kept() if leaf.near]
    if not found:
        return False
    leaf = draft.dice.choice(found)
    far = leaf.far and draft.dice.random() < 0.35
    name = draft.dice.choice(leaf.far if far else leaf.near)
    if not draft.free(name):
        return False
    leaf.name = name
    return draft.note("step-renamed", [leaf.uid])


def merge(draft: Draft) -> bool:
    """Two to four neighbours, or all branches of a parallel block, become one step."""
    dice = draft.dice
    sequence, start, members, width = _mergeable(draft)
    if not members:
        return False
    uids = {leaf.uid for leaf in members}
    within = any(loop.source in uids and loop.target in uids for loop in draft.version.loops)
    if within or any(leaf.stop for leaf in members):
        return False
    acts = [act for leaf in members for act in leaf.procedures]
    if len(set(acts)) < len(acts):
        return False
    name, keeps_name = _merged_name(draft, members)
    if not name:
        return False
    total = sum((leaf.days for leaf in members), Fraction(0))
    merged = Leaf(
        uid=draft.version.fresh(),
        name=name,
        holders=dice.choice([leaf.holders for leaf in members] + [(words.OFFICE,)]),
        days=max(HALF, HALF * int(total * 2 * Fraction(dice.randint(40, 90), 100))),
        procedures=_merged_procedures(draft, members),
        origins=frozenset().union(*(leaf.origins for leaf in members)),
        ident=next((leaf.ident for leaf in members if keeps_name and leaf.name == name), draft.new_ident()),
        plain=False,
    )
    sequence[start : start + width] = [merged]
    for loop in draft.version.loops:
        loop.source = merged.uid if loop.source in uids else loop.source
        loop.target = merged.uid if loop.target in uids else loop.target
    return draft.note("steps-merged", [*sorted(uids), merged.uid])


def _mergeable(draft: Draft) -> tuple[Sequence, int, list[Leaf], int]:
    """List, start, steps and width (in nodes) of what may be merged; no steps if nothing may."""
    dice = draft.dice
    if dice.random() < 0.3:
        for sequence, index in draft.blocks(Parallel):
            block = sequence[index]
            assert isinstance(block, Parallel)
            inside = [node for branch in block.branches for node in branch]
            steps = _plain(inside)
            if steps and len(steps) == len(block.branches) <= 4:
                return sequence, index, steps, 1
    size = dice.choices((2, 3, 4), (60, 28, 12))[0]
    found = [
        (sequence, start, steps, size)
        for sequence in sequences(draft.tree)
        for start in range(len(sequence) - size + 1)
        if (steps := _plain(sequence[start : start + size]))
    ]
    return dice.choice(found) if found else ([], 0, [], 0)


def _plain(nodes: Sequence) -> list[Leaf]:
    """The nodes as steps that may be merged, none if one of them may not."""
    steps = [node for node in nodes if isinstance(node, Leaf) and node.plain and not node.members]
    return steps if len(steps) == len(nodes) else []


def _merged_name(draft: Draft, members: list[Leaf]) -> tuple[str, bool]:
    """Joined names, the name of one of them, or a new one; and whether it is that of one."""
    dice = draft.dice
    how = dice.choices(("joined", "one", "new"), (45, 30, 25))[0]
    if how == "joined" and sum(len(leaf.name) for leaf in members) <= 10:
        name = (
            dice.choice(("", "与")).join(leaf.name for leaf in members)
            if len(members) == 2
            else "".join(leaf.name for leaf in members)
        )
        return (name, False) if draft.free(name) else ("", False)
    if how == "one":
        names = [leaf.name for leaf in members]
        everywhere = [leaf.name for leaf in leaves(draft.tree)]
        own = [name for name in names if everywhere.count(name) == 1]
        return (dice.choice(own), True) if own else ("", False)
    name = dice.choice(words.GENERAL)
    return (name, False) if draft.free(name) else ("", False)


def _merged_procedures(draft: Draft, members: list[Leaf]) -> list[str]:
    """All procedures, or of each step only some: one at least, by which it is still known."""
    if draft.dice.random() < 0.6:
        return [act for leaf in members for act in leaf.procedures]
    kept = []
    for leaf in members:
        acts = special(leaf.procedures)
        kept += acts[: draft.dice.randint(1, len(acts))]
    return kept


def special(acts: list[str]) -> list[str]:
    """The procedures by which a step is known."""
    return [act for act in acts if act not in words.COMMON]


def split(draft: Draft) -> bool:
    """One step becomes two that share out its procedures and days."""
    dice = draft.dice
    found = [
        leaf
        for leaf in draft.kept()
        if leaf.plain and leaf.parts and not leaf.stop and len(special(leaf.procedures)) > 1
    ]
    if not found:
        return False
    leaf = dice.choice(found)
    first, second = leaf.parts
    alone = [one.name for one in leaves(draft.tree)].count(leaf.name) == 1
    if alone and dice.random() < 0.3:
        first = leaf.name
    elif not draft.free(first):
        return False
    if not draft.free(second):
        return False
    cut = dice.randint(1, len(special(leaf.procedures)) - 1)
    days = max(HALF, HALF * int(leaf.days))
    other = leaf.holders if dice.random() < 0.6 else (holder(draft),)
    keeps = dice.random() < 0.5
    parts = [
        _part(
            draft, leaf, first, leaf.procedures[:cut], days, leaf.holders, leaf.ident if keeps else draft.new_ident()
        ),
        _part(draft, leaf, second, leaf.procedures[cut:], max(HALF, leaf.days - days), other, draft.new_ident()),
    ]
    sequence = holding(draft.tree, leaf)
    index = index_of(sequence, leaf)
    apart = 0 < index < len(sequence) - 1 and dice.random() < 0.15
    placed: list[Node] = [Parallel([[part] for part in parts])] if apart else [*parts]
    sequence[index : index + 1] = placed
    for loop in draft.version.loops:
        loop.source = parts[1].uid if loop.source == leaf.uid else loop.source
        loop.target = parts[0].uid if loop.target == leaf.uid else loop.target
    return draft.note("step-split", [leaf.uid, parts[0].uid, parts[1].uid])


def _part(  # noqa: PLR0913 - all that a step is
    draft: Draft, leaf: Leaf, name: str, acts: list[str], days: Fraction, holders: tuple[str, ...], ident: str
) -> Leaf:
    return Leaf(draft.version.fresh(), name, holders, days, list(acts), leaf.origins, ident, plain=False)
