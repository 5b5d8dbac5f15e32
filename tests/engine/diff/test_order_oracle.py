"""How the steps of one version stand to each other, held against the block tree from which it was written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given

from engine.diff.compare import compare
from engine.diff.order.relations import Relations, relations
from engine.diff.skeleton import Skeleton, skeleton
from processes.model.plan import Switches
from processes.model.process import CheckedMatter
from tests.engine.diff import trees
from tests.engine.diff.telling import checked_of


def _checked(line: trees.Line) -> CheckedMatter:
    with TemporaryDirectory() as folder:
        return checked_of(f"优化前:\n{trees.written(line)}优化后: 不变\n", Path(folder))


def _outer(found: Skeleton, step: int) -> int:
    """The named block around a step, or the step itself."""
    while found.outer[step] >= 0:
        step = found.outer[step]
    return step


def _related(line: trees.Line, *, blocks: bool) -> tuple[Sequence[str], Relations]:
    """The names of the steps, and what the engine makes of them; with ``blocks`` a named block is one unit."""
    found = skeleton(_checked(line).before)
    unit = [_outer(found, step) if step >= 0 and blocks else step for step in found.owner]
    return [step.name for step in found.steps], relations(found, unit, len(found.steps))


def _said(names: Sequence[str], found: Relations, wanted: set[str]) -> dict[trees.Pair, str]:
    """The relation of each pair of ``wanted`` steps in the words of the oracle."""
    units = [index for index, name in enumerate(names) if name in wanted]
    said: dict[trees.Pair, str] = {}
    for one, other in combinations(units, 2):
        assert not found.unclear[one] >> other & 1, "each unit is one step or one block"
        words = [
            *([f"{names[other]}<{names[one]}"] if found.ahead[one] >> other & 1 else []),
            *([f"{names[one]}<{names[other]}"] if found.behind[one] >> other & 1 else []),
            *(["parallel"] if found.beside[one] >> other & 1 else []),
        ]
        assert len(words) < 2, "no pair stands to each other in two ways"
        said[frozenset((names[one], names[other]))] = words[0] if words else "exclusive"
    return said


@given(line=trees.lines(least=2))
def test_pairs_are_ordered_parallel_or_exclusive_as_the_tree_says(line: trees.Line) -> None:
    """Two steps part in a line, in a block or in a choice; the graph of nodes and flows says the same."""
    names, found = _related(line, blocks=False)
    assert _said(names, found, {leaf.name for leaf in trees.leaves(line)}) == trees.relations(line)


@given(line=trees.lines(least=2, named=True))
def test_a_named_block_stands_to_other_steps_as_one_step(line: trees.Line) -> None:
    """Its own steps are inside it; to all others it stands as they do."""
    names, found = _related(line, blocks=True)
    wanted = {leaf.name for leaf in trees.leaves(line, blocks=True)}
    assert _said(names, found, wanted) == trees.relations(line, blocks=True)


_INSIDE = trees.Beside(
    (
        (trees.Leaf("甲"),),
        (trees.Leaf("乙"), trees.Passable(trees.Leaf("丙"), (trees.Leaf("丁"),)), trees.Leaf("戊")),
    ),
    name="联办",
)
"""A named block in which a step may be passed over; the block itself may not."""


@given(line=trees.lines(named=True))
@example(line=(_INSIDE,))
def test_steps_can_be_passed_over_exactly_where_the_tree_says(line: trees.Line) -> None:
    """What stands on a line that may be passed over, at any depth; alternatives pass over nothing."""
    names, found = _related(line, blocks=True)
    passed = {names[unit] for one in found.passes for unit in range(len(names)) if one.units >> unit & 1}
    assert passed == trees.passable(line, blocks=True)


@given(line=trees.lines(named=True))
def test_the_critical_path_is_the_longest_path_of_networkx(line: trees.Line) -> None:
    """In days; of alternatives and of branches the longest counts, and what may be passed over counts in full."""
    difference = compare(_checked(line), Switches())
    assert difference.critical_path.before.value == trees.longest_days(line)
    days = {leaf.name: leaf.days for leaf in trees.leaves(line)}
    on_path = [str(item) for item in difference.critical_path.before.items]
    # The steps of a named block stand for it here: it is one item and has the days of its longest branch.
    assert {name for name in on_path if name in days} <= set(days)
    if not any(name not in days for name in on_path):
        assert sum(days[name] for name in on_path) == trees.longest_days(line)
