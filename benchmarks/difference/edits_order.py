"""Edits of the order: moves, blocks made and undone, steps passed over, loops. Each says whether it could be made."""

from __future__ import annotations

from benchmarks.difference import words
from benchmarks.difference.draft import Draft, collapse, holding, index_of
from benchmarks.difference.tree import Exclusive, Leaf, Loop, Optional, Parallel, Sequence, leaves, sequences

FARTHEST = 8
"""Places that a step is moved at most."""


def move(draft: Draft) -> bool:
    """A step goes to another place, near by more often than far off, into and out of blocks."""
    dice = draft.dice
    found = [leaf for leaf in draft.inner() if leaf.origins]
    if not found:
        return False
    leaf = dice.choice(found)
    was = list(leaves(draft.tree)).index(leaf)
    sequence = holding(draft.tree, leaf)
    here = sequence, index_of(sequence, leaf)
    del sequence[here[1]]
    far = min(FARTHEST, 1 + int(dice.expovariate(0.4)))
    slots = [
        (one, index)
        for one in sequences(draft.tree)
        for index in range(1 if one is draft.tree else 0, len(one) + (0 if one is draft.tree else 1))
        if not (one is here[0] and index == here[1]) and abs(_position(draft, one, index) - was) == far
    ]
    if not slots:
        return False
    target, index = dice.choice(slots)
    target.insert(index, leaf)
    collapse(draft.tree)
    leaf.plain = False
    draft.moved.add(leaf.uid)
    return draft.note("step-moved", [leaf.uid])


def _position(draft: Draft, sequence: Sequence, index: int) -> int:
    """How many steps are written before a slot."""
    if index < len(sequence):
        behind = next(leaves(sequence[index:]), None)
        if behind is not None:
            return next(place for place, leaf in enumerate(leaves(draft.tree)) if leaf is behind)
    inside = list(leaves(sequence))
    if not inside:
        return -1
    return next(place for place, leaf in enumerate(leaves(draft.tree)) if leaf is inside[-1]) + 1


def parallelise(draft: Draft) -> bool:
    """Two to four neighbours now run side by side; a parallel block among them takes the others in."""
    for sequence, start, stop in draft.runs(2, 4 if draft.dice.random() < 0.3 else 2):
        run = sequence[start:stop]
        if all(isinstance(node, Leaf) for node in run) or (
            len(run) == 2 and sum(isinstance(node, Parallel) for node in run) == 1
        ):
            branches: list[Sequence] = []
            for group in _grouped(draft, run):
                only = group[0]
                branches += only.branches if len(group) == 1 and isinstance(only, Parallel) else [group]
            if len(branches) > 4:
                return False
            sequence[start:stop] = [Parallel(branches)]
            return draft.note("steps-parallelised", [leaf.uid for leaf in leaves(run)])
    return False


def _grouped(draft: Draft, run: Sequence) -> list[Sequence]:
    """One branch a node, or two branches of one or more each."""
    if len(run) == 2 or draft.dice.random() < 0.5:
        return [[node] for node in run]
    cut = draft.dice.randint(1, len(run) - 1)
    return [run[:cut], run[cut:]]


def name_block(draft: Draft) -> bool:
    """A parallel block becomes one step with a name, its steps those inside (and one window holds the file)."""
    for sequence, index in draft.blocks(Parallel):
        block = sequence[index]
        assert isinstance(block, Parallel)
        inside = [node for branch in block.branches for node in branch]
        members = [node for node in inside if isinstance(node, Leaf) and node.plain and not node.members]
        apart = len(members) == len(inside) == len(block.branches)
        if not apart or _looped(draft, members) or any(member.stop for member in members):
            continue
        acts = [act for member in members for act in member.procedures]
        name = draft.dice.choice(words.BLOCK_NAMES)
        if len(set(acts)) < len(acts) or not draft.free(name):
            return False
        made = Leaf(
            uid=draft.version.fresh(),
            name=name,
            holders=(words.OFFICE,),
            days=max(member.days for member in members),
            procedures=[],
            origins=frozenset().union(*(member.origins for member in members)),
            ident=draft.new_ident(),
            members=tuple(members),
            plain=False,
        )
        sequence[index] = made
        return draft.note("steps-merged", [*(member.uid for member in members), made.uid])
    return False


def dissolve_block(draft: Draft) -> bool:
    """The steps in a named block stand side by side without it."""
    found = [
        leaf for leaf in draft.inner() if leaf.members and leaf.plain and not leaf.stop and not _looped(draft, [leaf])
    ]
    if not found:
        return False
    leaf = draft.dice.choice(found)
    sequence = holding(draft.tree, leaf)
    branches: list[Sequence] = []
    for member in leaf.members:
        member.origins, member.plain = leaf.origins, False
        branches.append([member])
    sequence[index_of(sequence, leaf)] = Parallel(branches)
    return draft.note("step-split", [leaf.uid, *(member.uid for member in leaf.members)])


def _looped(draft: Draft, steps: list[Leaf]) -> bool:
    ends = {end for loop in draft.version.loops for end in (loop.source, loop.target)}
    return any(step.uid in ends for step in steps)


def serialise(draft: Draft) -> bool:
    """The branches of a parallel block, or two of three, run one after the other."""
    for sequence, index in draft.blocks(Parallel):
        block = sequence[index]
        assert isinstance(block, Parallel)
        if len(block.branches) > 2 and draft.dice.random() < 0.5:
            first, second, *rest = block.branches
            block.branches = [first + second, *rest]
            return draft.note("steps-serialised", [leaf.uid for leaf in leaves(first + second)])
        sequence[index : index + 1] = [node for branch in block.branches for node in branch]
        return draft.note("steps-serialised", [leaf.uid for leaf in leaves([block])])
    return False


def make_exclusive(draft: Draft) -> bool:
    """Two or three neighbours become alternatives."""
    for sequence, start, stop in draft.runs(2, 3 if draft.dice.random() < 0.3 else 2):
        run = sequence[start:stop]
        if not start or stop == len(sequence) or not all(isinstance(node, Leaf) for node in run):
            continue
        if not isinstance(sequence[start - 1], Leaf) or not isinstance(sequence[stop], Leaf):
            continue
        branches = _grouped(draft, run)
        sequence[start:stop] = [Exclusive(branches, draft.conditions(words.CASES, len(branches)))]
        return draft.note("steps-made-exclusive", [leaf.uid for leaf in leaves(run)])
    return False


def make_sequential(draft: Draft) -> bool:
    """Alternatives run one after the other."""
    for sequence, index in draft.blocks(Exclusive):
        block = sequence[index]
        assert isinstance(block, Exclusive)
        sequence[index : index + 1] = [node for branch in block.branches for node in branch]
        return draft.note("steps-made-sequential", [leaf.uid for leaf in leaves([block])])
    return False


def exclusive_to_parallel(draft: Draft) -> bool:
    """Alternatives run side by side."""
    for sequence, index in draft.blocks(Exclusive):
        block = sequence[index]
        assert isinstance(block, Exclusive)
        sequence[index] = Parallel(block.branches)
        return draft.note("exclusive-made-parallel", [leaf.uid for leaf in leaves([block])])
    return False


def parallel_to_exclusive(draft: Draft) -> bool:
    """Steps side by side become alternatives."""
    for sequence, index in draft.blocks(Parallel):
        block = sequence[index]
        assert isinstance(block, Parallel)
        sequence[index] = Exclusive(block.branches, draft.conditions(words.CASES, len(block.branches)))
        return draft.note("parallel-made-exclusive", [leaf.uid for leaf in leaves([block])])
    return False


def make_optional(draft: Draft) -> bool:
    """One or two neighbours can be passed over."""
    for sequence, start, stop in draft.runs(1, 2 if draft.dice.random() < 0.25 else 1):
        run = sequence[start:stop]
        if not start or stop == len(sequence) or not all(isinstance(node, Leaf) and node.origins for node in run):
            continue
        if not isinstance(sequence[start - 1], Leaf) or not isinstance(sequence[stop], Leaf):
            continue
        sequence[start:stop] = [Optional([run], draft.dice.choice(words.SKIPS))]
        return draft.note("steps-made-optional", [leaf.uid for leaf in leaves(run)])
    return False


def make_mandatory(draft: Draft) -> bool:
    """Nobody passes over a step any more."""
    for sequence, index in draft.blocks(Optional):
        block = sequence[index]
        assert isinstance(block, Optional)
        sequence[index : index + 1] = block.branches[0]
        return draft.note("steps-made-mandatory", [leaf.uid for leaf in leaves([block])])
    return False


def add_loop(draft: Draft) -> bool:
    """A step may send the file back."""
    dice = draft.dice
    known = [leaf for leaf in leaves(draft.tree) if leaf.origins]
    busy = {loop.source for loop in draft.version.loops} | draft.quiet
    sources = [leaf for leaf in known[1:] if leaf.uid not in busy]
    if not sources:
        return False
    source = dice.choice(sources)
    target = dice.choice(known[: known.index(source)])
    draft.version.loops.append(Loop(source.uid, target.uid, dice.choice(words.RETURNS)))
    draft.quiet.add(source.uid)
    return draft.note("loop-added", [source.uid, target.uid])


def remove_loop(draft: Draft) -> bool:
    """A step no longer sends the file back."""
    if not draft.version.loops:
        return False
    loop = draft.dice.choice(draft.version.loops)
    draft.version.loops.remove(loop)
    draft.quiet.add(loop.source)
    return draft.note("loop-removed", [loop.source, loop.target])


def add_stop(draft: Draft) -> bool:
    """In some case the matter ends at a step."""
    found = [leaf for leaf in draft.kept() if not leaf.stop and leaf.uid not in draft.quiet]
    if not found:
        return False
    leaf = draft.dice.choice(found)
    leaf.stop = draft.dice.choice(words.STOPS)
    draft.quiet.add(leaf.uid)
    return draft.note("way-added", [leaf.uid])


def remove_stop(draft: Draft) -> bool:
    """The matter no longer ends at a step."""
    found = [leaf for leaf in draft.kept() if leaf.stop]
    if not found:
        return False
    leaf = draft.dice.choice(found)
    leaf.stop = ""
    draft.quiet.add(leaf.uid)
    return draft.note("way-removed", [leaf.uid])
