"""The generator: the same for the same seed, clean declarations, and a truth whose accounts balance."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from benchmarks.difference import edits_order, edits_steps
from benchmarks.difference.claims import CODES, Claim, labels, main_steps
from benchmarks.difference.decidable import decidable
from benchmarks.difference.draft import Draft
from benchmarks.difference.generator import FEWEST_STEPS, MOST_STEPS, Sample, sample, samples
from benchmarks.difference.gold import Truth
from benchmarks.difference.lineage import names
from benchmarks.difference.tree import Leaf, Optional, Parallel, Version, leaves, sound, written
from benchmarks.difference.writing import read

RARE = {
    "steps-regrouped",  # nobody regroups
    "way-added",
    "way-removed",
    "branch-changed",  # no declared 支线
    "procedure-replaced",
    "procedure-changed",
    "step-counting-changed",
    "fact-changed",
    "parallel-made-exclusive",
    "exclusive-made-parallel",
}
"""Kinds that the generator never makes, or so seldom that few samples need not have them."""


def claims(all_samples: tuple[Sample, ...], code: str) -> list[Claim]:
    """The claims of a code over all samples."""
    return [one for sample in all_samples for one in sample.gold.claims if one.code == code]


def test_a_seed_gives_the_same_pair_again() -> None:
    """Text and truth are those of the seed."""
    one, other = sample("7/3", hidden=True), sample("7/3", hidden=True)
    assert one.pair.text == other.pair.text
    assert one.gold == other.gold


def test_the_first_samples_are_the_same_however_many_are_made() -> None:
    """Two of five are the first two."""
    few = [one.pair.text for one in samples(2, 3, hidden=False)]
    more = [one.pair.text for one in samples(3, 3, hidden=False)]
    assert more[:2] == few


def test_the_texts_are_read_without_errors(hidden: tuple[Sample, ...], kept: tuple[Sample, ...]) -> None:
    """``read`` raises on the first error; the steps come out as they went in, in written order."""
    for one in (*hidden, *kept):
        pair = read(one.pair.text)
        for tree, process in ((one.before.tree, pair.before), (one.after.tree, pair.after)):
            assert list(names(tree).values()) == list(labels(process).values())


def test_a_version_has_8_to_30_steps(hidden: tuple[Sample, ...]) -> None:
    """优化前, blocks counted as one step."""
    counts = [sum(1 for _ in leaves(one.before.tree)) for one in hidden]
    assert min(counts) >= FEWEST_STEPS
    assert max(counts) <= MOST_STEPS + 1


def test_the_kinds_all_occur(hidden: tuple[Sample, ...], kept: tuple[Sample, ...]) -> None:
    """Every kind that is edited is in the truth of some pair."""
    missing = {code for code in CODES if not claims((*hidden, *kept), code)}
    assert missing <= RARE


def test_the_steps_balance(hidden: tuple[Sample, ...]) -> None:
    """Before − removed − Σ(merged − 1) + added + Σ(split − 1) = after."""
    for one in hidden:
        balance = sum(1 for _ in leaves(one.before.tree))
        for claim in one.gold.claims:
            balance -= claim.code == "step-removed"
            balance += claim.code == "step-added"
            if claim.code in {"steps-merged", "step-split"}:
                balance += len(claim.after) - len(claim.before)
        assert balance == sum(1 for _ in leaves(one.after.tree))


def test_the_materials_balance(hidden: tuple[Sample, ...]) -> None:
    """Before − removed + added = after."""
    for one in hidden:
        codes = [claim.code for claim in one.gold.claims]
        change = codes.count("material-added") - codes.count("material-removed")
        assert len(one.before.papers) + change == len(one.after.papers)


def test_hidden_steps_have_a_标识_only_where_they_share_a_name(hidden: tuple[Sample, ...]) -> None:
    """And it is another one on the other side."""
    for one in hidden:
        idents = []
        for version in (one.before, one.after):
            shared = [leaf.name for leaf in written(version.tree)]
            assert all(shared.count(leaf.name) > 1 for leaf in written(version.tree) if leaf.ident)
            idents.append({leaf.ident for leaf in written(version.tree) if leaf.ident})
        assert not idents[0] & idents[1]


def test_kept_steps_have_one_标识_on_both_sides(kept: tuple[Sample, ...]) -> None:
    """What goes on as one step is called the same."""
    for one in kept:
        old = {leaf.uid: leaf.ident for leaf in leaves(one.before.tree)}
        new = [leaf for leaf in leaves(one.after.tree) if leaf.uid in old]
        assert new
        assert all(leaf.ident == old[leaf.uid] for leaf in new)
        assert all(step.key != step.name for step in main_steps(one.pair.after))


# --- edits on top of edits


def leaf(uid: int, name: str, *acts: str, days: int = 1, holder: str = "综合股") -> Leaf:
    """A step."""
    return Leaf(uid, name, (holder,), Fraction(days), list(acts or (f"{name}事",)), frozenset({uid}), "")


def version(*nodes: Leaf | Parallel | Optional) -> Version:
    """A version of these nodes and nothing else."""
    return Version([*nodes], [], [], Fraction(30), last=50)


def draft_of(made: Version) -> Draft:
    """The version under an editor with dice."""
    return Draft(made, random.Random(1), {one.name for one in leaves(made.tree)}, [])  # noqa: S311 - nothing secret


def line() -> Version:
    """受理 → 审查 → 勘查 → 送达."""
    return version(leaf(1, "受理"), leaf(2, "审查"), leaf(3, "勘查"), leaf(4, "送达"))


def test_what_is_edited_and_edited_back_leaves_no_trace() -> None:
    """Side by side, then one after the other again."""
    draft = draft_of(line())
    assert edits_order.parallelise(draft)
    assert isinstance(draft.tree[1], Parallel)
    assert edits_order.serialise(draft)
    assert Truth(line(), draft.version, draft.moved).answer().claims == frozenset()


def test_what_happens_to_a_merged_step_is_said_of_it() -> None:
    """审查 and 勘查 are merged, and the merged step moved behind 公示."""
    before = version(leaf(1, "受理"), leaf(2, "审查"), leaf(3, "勘查"), leaf(5, "公示"), leaf(4, "送达"))
    merged = leaf(9, "综合审查", "审查事", "勘查事")
    merged.origins = frozenset({2, 3})
    after = version(leaf(1, "受理"), leaf(5, "公示"), merged, leaf(4, "送达"))
    assert Truth(before, after, [9]).answer().claims == {
        Claim("steps-merged", ("勘查", "审查"), ("综合审查",)),
        Claim("step-moved", ("勘查", "审查"), ("综合审查",)),
    }


def test_a_loop_within_a_merger_is_not_made() -> None:
    """A step cannot send the file back to itself."""
    for seed in range(20):
        made = line()
        draft = draft_of(made)
        draft.dice = random.Random(seed)  # noqa: S311 - nothing secret
        if edits_order.add_loop(draft) and edits_steps.merge(draft):
            assert all(loop.source != loop.target for loop in draft.version.loops)
            assert sound(draft.version)


@pytest.mark.parametrize(
    ("after", "known"),
    [
        (leaf(2, "技术把关", "审查事", days=1), True),
        (leaf(2, "技术把关", "另一事", days=1), False),
        (leaf(2, "技术把关", "审查事", days=9, holder="法规股"), False),
        (leaf(2, "对材料审查", "审查事", days=9, holder="法规股"), True),
    ],
    ids=["what is done stays", "all else is done", "only what is done stays", "the name is near"],
)
def test_a_renamed_step_must_be_known_by_something(after: Leaf, known: bool) -> None:
    """审查 of 综合股, 1 day, 审查事."""
    changed = version(leaf(1, "受理"), after, leaf(3, "勘查"), leaf(4, "送达"))
    truth = Truth(line(), changed, [])
    assert decidable(truth, draft_of(changed)) is known
