"""What of 优化前 goes on as what of 优化后: steps, procedures and materials.

An item is matched by the first of three that applies: its declared lineage (沿自), its identifier (标识), its name
with brackets and spaces folded (declaration format §3, Identity). A name counts even where another item claims the
same ancestor by 沿自, because an item goes on under its own name unless it says 无: ``审核`` beside
``决定 ← 审核`` is a split of 审核, not a new 审核.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from engine.diff.groups import Evidence, Group, Item, Links
from engine.diff.owned import OwnedProcedure
from processes.model.flow import Procedure
from processes.model.folding import fold_name
from processes.model.matter import Material
from processes.model.process import Process, Step


def main_steps(process: Process) -> tuple[Step, ...]:
    """The steps of the main path, those inside named blocks and those not counted included."""
    return tuple(step for step in process.steps if not step.branch)


def members(process: Process, block: Step) -> tuple[Step, ...]:
    """The steps inside the named block ``block``, at any depth."""
    inside = {block.key}
    found = []
    for step in process.steps:  # a block stands before the steps in it
        if step.block in inside:
            inside.add(step.key)
            found.append(step)
    return tuple(found)


def match_steps(before: Sequence[Step], after: Sequence[Step]) -> tuple[Group[Step], ...]:
    """Groups of the outermost steps of both sequences; a named block goes on whatever the steps in it go on."""
    old_tops, new_tops = _tops(before), _tops(after)
    old = [step for step in before if old_tops[step.key] == step.key]
    new = [step for step in after if new_tops[step.key] == step.key]
    old_index = {step.key: index for index, step in enumerate(old)}
    new_index = {step.key: index for index, step in enumerate(new)}
    links = Links()
    for one, other, evidence in _continued(before, after):
        links.add(old_index[old_tops[one.key]], new_index[new_tops[other.key]], evidence)
    return links.groups(old, new)


def match_procedures(
    before: Sequence[OwnedProcedure], after: Sequence[OwnedProcedure], steps: Sequence[Group[Step]]
) -> tuple[Group[OwnedProcedure], ...]:
    """Groups of procedures; of several with one name, those go together whose steps do (``steps``)."""
    old_home = {step.key: index for index, group in enumerate(steps) for step in group.before}
    new_home = {step.key: index for index, group in enumerate(steps) for step in group.after}

    def near(old: OwnedProcedure, new: OwnedProcedure) -> bool:
        return old_home.get(old.step.key) == new_home.get(new.step.key)

    return _match_named(before, after, lambda owned: owned.procedure, near)


def match_materials(before: Sequence[Material], after: Sequence[Material]) -> tuple[Group[Material], ...]:
    """Groups of materials."""
    return _match_named(before, after, lambda material: material, lambda _old, _new: True)


def is_replacement(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether matched items are not one and the same going on: several, or of another name."""
    return [fold_name(name) for name in before] != [fold_name(name) for name in after] or len(before) > 1


def _tops(steps: Sequence[Step]) -> dict[str, str]:
    """Key of a step → key of the outermost step of ``steps`` around it (itself, if none)."""
    tops: dict[str, str] = {}
    for step in steps:
        tops[step.key] = tops.get(step.block, step.key)
    return tops


def _continued(before: Sequence[Step], after: Sequence[Step]) -> Iterator[tuple[Step, Step, Evidence]]:
    """Pairs of a step and what goes on with it, at any depth."""
    by_key = {fold_name(step.key): step for step in before}
    by_name: dict[str, list[Step]] = defaultdict(list)
    for step in before:
        by_name[fold_name(step.name)].append(step)
    for step in after:
        for origin in map(fold_name, step.origins or ()):
            if origin in by_key:
                yield by_key[origin], step, Evidence.DECLARED
            elif by_name[origin]:
                yield by_name[origin][0], step, Evidence.DECLARED
    others = []
    for step in _undeclared(after):
        same = by_key.get(fold_name(step.key))
        if same and same in by_name[fold_name(same.name)]:
            by_name[fold_name(same.name)].remove(same)
            identified = same.key != same.name or step.key != step.name
            yield same, step, Evidence.IDENTIFIER if identified else Evidence.NAME
        else:
            others.append(step)
    for step in others:
        if candidates := by_name[fold_name(step.name)]:
            yield candidates.pop(0), step, Evidence.NAME


def _undeclared(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps that do not say where they come from; what stands inside a block that is new (无) is new with it."""
    renewed: set[str] = set()
    for step in steps:
        if step.origins == () or step.block in renewed:
            renewed.add(step.key)
        elif step.origins is None:
            yield step


def _match_named(
    before: Sequence[Item],
    after: Sequence[Item],
    named: Callable[[Item], Procedure | Material],
    near: Callable[[Item, Item], bool],
) -> tuple[Group[Item], ...]:
    """Groups by 沿自, then by name; of several of one name the near ones first, then in written order."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(before):
        by_name[fold_name(named(item).name)].append(index)
    links = Links()
    claimed: set[int] = set()

    def best(candidates: Sequence[int], item: Item) -> int:
        return min(candidates, key=lambda index: (not near(before[index], item), index in claimed, index))

    for position, item in enumerate(after):
        for origin in named(item).origins or ():
            if candidates := by_name[fold_name(origin)]:
                index = best(candidates, item)
                claimed.add(index)
                links.add(index, position, Evidence.DECLARED)
    free = [position for position, item in enumerate(after) if named(item).origins is None]
    for only_near in (True, False):
        left = []
        for position in free:
            item = after[position]
            same = by_name[fold_name(named(item).name)]
            if candidates := [index for index in same if not only_near or near(before[index], item)]:
                index = best(candidates, item)
                same.remove(index)
                links.add(index, position, Evidence.NAME)
            else:
                left.append(position)
        free = left
    return links.groups(before, after)
