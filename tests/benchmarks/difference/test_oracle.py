"""The oracle: it accepts the truth and explanations as good, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from benchmarks.difference.claims import Answer, Group, Pair, claim
from benchmarks.difference.generator import Sample
from benchmarks.difference.oracle import judge


def test_the_truth_is_right(hidden: tuple[Sample, ...], kept: tuple[Sample, ...]) -> None:
    """What the generator knows from its trees, the oracle finds in the compiled processes."""
    for one in (*hidden, *kept):
        verdict = judge(one.pair, one.gold, one.gold)
        assert verdict.exact
        assert not verdict.equivalent


def test_the_truth_less_one_claim_is_wrong(hidden: tuple[Sample, ...]) -> None:
    """Whichever claim is left out."""
    for one in hidden:
        for left_out in one.gold.claims:
            given = replace(one.gold, claims=one.gold.claims - {left_out})
            assert not judge(one.pair, one.gold, given).exact, left_out


def test_the_truth_and_one_claim_more_is_wrong(hidden: tuple[Sample, ...]) -> None:
    """Of a step that goes on: renamed, moved, made optional, put beside another, as far as it is not true."""
    for one in hidden:
        groups = sorted(one.gold.groups)
        (old, new), (other_old, other_new) = groups[0], groups[-1]
        for more in (
            claim("step-renamed", old, new),
            claim("step-moved", old, new),
            claim("steps-made-optional", old, new),
            claim("steps-parallelised", (*old, *other_old), (*new, *other_new)),
            claim("step-removed", old),
            claim("material-added", (), ["没有的材料"]),
        ):
            if more not in one.gold.claims:
                verdict = judge(one.pair, one.gold, replace(one.gold, claims=one.gold.claims | {more}))
                assert not verdict.exact, more
                assert more in verdict.wrong or more.code == "step-moved", more


def test_steps_matched_crosswise_are_wrong(hidden: tuple[Sample, ...]) -> None:
    """Two steps that go on, each taken for the other."""
    for one in hidden:
        first, second = [group for group in sorted(one.gold.groups) if len(group[0]) == len(group[1]) == 1][:2]
        crossed: frozenset[Group] = frozenset({(first[0], second[1]), (second[0], first[1])})
        given = Answer(one.gold.claims, one.gold.groups - {first, second} | crossed)
        assert not judge(one.pair, one.gold, given).matched


SWAPPED = """\
优化前:
  时限: 10工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 1工作日 | 材料审核
    - 勘查 | 业务股 | 1工作日 | 现场勘验
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 勘查 | 业务股 | 1工作日 | 现场勘验
    - 审查 | 业务股 | 1工作日 | 材料审核
    - 送达 | 综合股 | 1工作日 | 送达
"""


def same(*names: str) -> frozenset[Group]:
    """Steps that go on under their names."""
    return frozenset(((name,), (name,)) for name in names)


@pytest.mark.parametrize(
    ("moved", "right"),
    [(["审查"], True), (["勘查"], True), (["审查", "勘查"], False), (["送达"], False), ([], False)],
    ids=["the one", "the other", "both", "a third", "none"],
)
def test_of_two_neighbours_exchanged_either_was_moved(
    pair: Callable[[str], Pair], moved: list[str], right: bool
) -> None:
    """受理 审查 勘查 送达 → 受理 勘查 审查 送达, edited by moving 审查."""
    groups = same("受理", "审查", "勘查", "送达")
    gold = Answer(frozenset({claim("step-moved", ["审查"], ["审查"])}), groups)
    given = Answer(frozenset(claim("step-moved", [name], [name]) for name in moved), groups)
    assert judge(pair(SWAPPED), gold, given).exact is right


ASIDE = """\
优化前:
  时限: 10工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 1工作日 | 材料审核
    - 并联:
        - 勘查 | 业务股 | 1工作日 | 现场勘验
        - 公示 | 综合股 | 1工作日 | 公示
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 并联:
        - 审查 | 业务股 | 1工作日 | 材料审核
        - 勘查 | 业务股 | 1工作日 | 现场勘验
        - 公示 | 综合股 | 1工作日 | 公示
    - 送达 | 综合股 | 1工作日 | 送达
"""


def test_a_move_into_a_block_may_be_called_side_by_side(pair: Callable[[str], Pair]) -> None:
    """审查 was moved into the block of 勘查 and 公示; or 审查, 勘查 and 公示 now run side by side."""
    groups = same("受理", "审查", "勘查", "公示", "送达")
    three = ["审查", "勘查", "公示"]
    gold = Answer(frozenset({claim("step-moved", ["审查"], ["审查"])}), groups)
    given = Answer(frozenset({claim("steps-parallelised", three, three)}), groups)
    verdict = judge(pair(ASIDE), gold, given)
    assert verdict.exact
    assert verdict.equivalent
    fewer = Answer(frozenset({claim("steps-parallelised", three[:2], three[:2])}), groups)
    assert not judge(pair(ASIDE), gold, fewer).exact


def test_more_changes_than_were_made_are_wrong(pair: Callable[[str], Pair]) -> None:
    """勘查 and 公示 may have been moved, but 审查 alone explains it."""
    groups = same("受理", "审查", "勘查", "公示", "送达")
    gold = Answer(frozenset({claim("step-moved", ["审查"], ["审查"])}), groups)
    both = frozenset(claim("step-moved", [name], [name]) for name in ("勘查", "公示"))
    assert not judge(pair(ASIDE), gold, Answer(both, groups)).exact


TWINS = """\
优化前:
  时限: 10工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 复核 | 业务股 | {days}工作日 | 复核要件
      标识: A
    - 审查 | 业务股 | 1工作日 | 材料审核
    - 环节: 复核 | 业务股 | 1工作日 | 复核要件
      标识: B
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 1工作日 | 材料审核
    - 复核 | 业务股 | {days}工作日 | 复核要件
    - 送达 | 综合股 | 1工作日 | 送达
"""


@pytest.mark.parametrize(("days", "right"), [(1, True), (2, False)], ids=["alike", "not alike"])
def test_steps_of_which_the_same_is_said_may_be_exchanged(pair: Callable[[str], Pair], days: int, right: bool) -> None:
    """The first 复核 was moved behind 审查 and the second removed; or the first was removed, if they are alike."""
    rest = same("受理", "审查", "送达")
    gold = Answer(
        frozenset({claim("step-removed", ["复核#2"]), claim("step-moved", ["复核#1"], ["复核"])}),
        rest | {(("复核#1",), ("复核",))},
    )
    given = Answer(frozenset({claim("step-removed", ["复核#1"])}), rest | {(("复核#2",), ("复核",))})
    verdict = judge(pair(TWINS.format(days=days)), gold, given)
    assert verdict.exact is right
    assert verdict.matched is right
