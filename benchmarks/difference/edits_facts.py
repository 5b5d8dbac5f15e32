"""Edits of what is said of steps, procedures, materials and the version. Each says whether it could be made."""

from __future__ import annotations

from fractions import Fraction

from benchmarks.difference import words
from benchmarks.difference.draft import HALF, Draft
from benchmarks.difference.edits_steps import holder, special
from benchmarks.difference.tree import Exclusive, Leaf, Optional, Paper, leaves, written

FACTS = {
    "收费": ("不收费", "工本费 | 每证10元"),
    "渠道": ("窗口", "窗口、网上"),
    "地点": ("政务服务中心一楼", "政务服务中心三楼"),
}
"""Facts of a version, each with what most versions say first."""


def change_holder(draft: Draft) -> bool:
    """Another unit holds the file."""
    leaf = draft.dice.choice([*draft.kept(), *_blocks(draft)])
    new = draft.dice.choice((words.OFFICE, holder(draft)))
    if leaf.holders[0].split("/")[0] == new.split("/")[0]:
        return False
    leaf.holders = (new, *(one for one in leaf.holders[1:] if one != new))
    return draft.note("step-holders-changed", [leaf.uid])


def gather_holders(draft: Draft) -> bool:
    """The reform itself: many steps go to the office of approvals at once."""
    found = [leaf for leaf in draft.kept() if leaf.holders != (words.OFFICE,)]
    if len(found) < 3:
        return False
    chosen = draft.dice.sample(found, draft.dice.randint(3, len(found)))
    for leaf in chosen:
        leaf.holders = (words.OFFICE,)
        draft.note("step-holders-changed", [leaf.uid])
    return True


def change_post(draft: Draft) -> bool:
    """Another post of the same unit, or one where none was named."""
    found = [leaf for leaf in draft.kept() if leaf.holders[0].split("/")[0] in (*words.OFFICES, words.OFFICE)]
    if not found:
        return False
    leaf = draft.dice.choice(found)
    new = f"{leaf.holders[0].split('/')[0]}/{draft.dice.choice(words.POSTS)}"
    if new == leaf.holders[0]:
        return False
    leaf.holders = (new, *leaf.holders[1:])
    return draft.note("step-holders-changed", [leaf.uid])


def add_holder(draft: Draft) -> bool:
    """A second unit takes part, or no longer does."""
    leaf = draft.dice.choice(draft.kept())
    if len(leaf.holders) > 1:
        leaf.holders = leaf.holders[:1]
    else:
        second = draft.dice.choice(words.BODIES)
        if leaf.holders[0].startswith(second):
            return False
        leaf.holders = (*leaf.holders, second)
    return draft.note("step-holders-changed", [leaf.uid])


def change_limit(draft: Draft) -> bool:
    """A step takes less time, seldom more."""
    found = [*draft.kept(), *_blocks(draft), *(member for block in _blocks(draft) for member in block.members)]
    leaf = draft.dice.choice(found)
    least = max((member.days for member in leaf.members), default=HALF)
    share = Fraction(draft.dice.randint(20, 80), 100) if draft.dice.random() < 0.85 else Fraction(3, 2)
    new = max(least, HALF * int(leaf.days * 2 * share))
    if new == leaf.days:
        return False
    leaf.days = new
    return draft.note("step-limit-changed", [leaf.uid])


def change_counting(draft: Draft) -> bool:
    """A step is not counted any more, or is."""
    leaf = draft.dice.choice(draft.kept())
    leaf.uncounted = "" if leaf.uncounted else "内部流转"
    return draft.note("step-counting-changed", [leaf.uid])


def remove_procedure(draft: Draft) -> bool:
    """A procedure is dropped, never the last of a step."""
    found = [leaf for leaf in draft.kept() if len(special(leaf.procedures)) > 1 and not leaf.uncounted]
    if not found:
        return False
    leaf = draft.dice.choice(found)
    act = draft.dice.choice(special(leaf.procedures))
    leaf.procedures.remove(act)
    return draft.note("procedure-removed", [leaf.uid], act)


def add_procedure(draft: Draft) -> bool:
    """A procedure that was asked for nowhere."""
    found = [leaf for leaf in draft.kept() if not leaf.uncounted]
    if not draft.acts or not found:
        return False
    leaf, act = draft.dice.choice(found), draft.acts.pop()
    leaf.procedures.insert(draft.dice.randint(0, len(leaf.procedures)), act)
    return draft.note("procedure-added", [leaf.uid], act)


def move_procedure(draft: Draft) -> bool:
    """A procedure is performed in another step."""
    found = [leaf for leaf in draft.kept() if not leaf.uncounted]
    rich = [leaf for leaf in found if len(special(leaf.procedures)) > 1]
    if not rich or len(found) < 2:
        return False
    source = draft.dice.choice(rich)
    target = draft.dice.choice([leaf for leaf in found if leaf is not source])
    act = draft.dice.choice(special(source.procedures))
    if act in target.procedures:
        return False
    source.procedures.remove(act)
    target.procedures.append(act)
    return draft.note("procedure-moved", [source.uid, target.uid], act)


def remove_paper(draft: Draft) -> bool:
    """A material is not asked for any more."""
    papers = draft.version.papers
    if len(papers) < 3:
        return False
    paper = draft.dice.choice(papers)
    papers.remove(paper)
    return draft.note("material-removed", thing=paper.name)


def add_paper(draft: Draft) -> bool:
    """A material newly asked for."""
    free = [name for name in words.NEW_MATERIALS if name not in draft.taken]
    if not free:
        return False
    name = draft.dice.choice(free)
    draft.taken.add(name)
    papers = draft.version.papers
    papers.insert(draft.dice.randint(0, len(papers)), Paper(draft.version.fresh(), name))
    return draft.note("material-added", thing=name)


def replace_paper(draft: Draft) -> bool:
    """A material that is almost the same takes the place of another."""
    found = [one for one in draft.version.papers if one.name in words.NEAR_MATERIALS and one.copies == 1]
    if not found:
        return False
    paper = draft.dice.choice(found)
    paper.name = words.NEAR_MATERIALS[paper.name]
    return draft.note("material-replaced", thing=paper.name)


def change_paper(draft: Draft) -> bool:
    """Other copies, or shared from now on."""
    found = [one for one in draft.version.papers if one.name in words.MATERIALS]
    if not found:
        return False
    paper = draft.dice.choice(found)
    if paper.shared is not None and draft.dice.random() < 0.7:
        paper.shared = not paper.shared
    else:
        paper.copies = draft.dice.choice([copies for copies in (1, 2, 3, 4) if copies != paper.copies])
    return draft.note("material-changed", thing=paper.name)


def change_condition(draft: Draft) -> bool:
    """Another case for a loop, for passing over a step, or for an alternative but the first."""
    dice, holders = draft.dice, []
    for kind in (Exclusive, Optional):
        holders += [sequence[index] for sequence, index in draft.blocks(kind)]
    chosen = dice.choice([*holders, *draft.version.loops, None])
    if chosen is None or isinstance(chosen, Leaf):
        return False
    if isinstance(chosen, Exclusive):
        place = dice.randrange(1, len(chosen.conditions))
        chosen.conditions[place] = dice.choice([one for one in words.CASES if one not in chosen.conditions])
        return draft.note("way-changed", [leaf.uid for leaf in leaves(chosen.branches[place])])
    source = words.SKIPS if isinstance(chosen, Optional) else words.RETURNS
    assert isinstance(chosen, Optional) or hasattr(chosen, "condition")
    chosen.condition = dice.choice([one for one in source if one != chosen.condition])
    return draft.note("way-changed")


def change_matter_limit(draft: Draft) -> bool:
    """The promise of the whole matter."""
    new = Fraction(int(draft.version.limit * draft.dice.randint(60, 95) / 100))
    if new == draft.version.limit:
        return False
    draft.version.limit = new
    return draft.note("limit-changed")


def change_fact(draft: Draft) -> bool:
    """收费, 渠道 or 地点."""
    key = draft.dice.choice(list(FACTS))
    one, other = FACTS[key]
    facts = draft.version.facts
    facts[key] = other if facts[key] == one else one
    return draft.note("fact-changed", thing=key)


def _blocks(draft: Draft) -> list[Leaf]:
    return [leaf for leaf in written(draft.tree) if leaf.members]
