"""Several matters with the same officers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.simulation.assumptions import Assumptions, Spread
from engine.simulation.joining import joined
from engine.simulation.naming import names_of
from engine.simulation.queued import serve
from engine.simulation.routing import Duration, Kind, Law, Node, Routes, routes_of
from engine.simulation.simulate import simulate
from engine.simulation.together import Member, run_together
from processes.errors import WrongUsage
from tests.declaring import Declared

PLAIN = """
==> 示范局/01-示范事项.yaml <==
名称: 甲证
优化前:
  承办: 综合股
  时限: 9工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 会审 | 公安局 | 5工作日 | 联合踏勘
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 申请书
优化后:
  时限: 8工作日
"""


def members(declare: Callable[[str], Declared]) -> tuple[Member, Member]:
    """Two matters of the same process, the second gone after the reform."""
    checked = declare(PLAIN.lstrip("\n")).checked
    assert checked.matters, [finding.message for finding in checked.findings]
    one = checked.matters[0]
    return Member("甲证", one.before, one.after), Member("乙证", one.before, None)


def lasting(days: float, post: int) -> Routes:
    """One step of so many days at a post."""
    step = Node("办", Kind.STEP, (("完", 1.0),), Duration(Law.FIXED, days), post)
    return routes_of((step, Node("完", Kind.END)), "办")


def test_files_of_different_matters_stand_in_one_queue() -> None:
    """One officer, 甲 takes 2 days and 乙 3: 甲 at 0, 乙 at 1, 甲 at 1.5 end at 2, 5 and 7; 丙 waits for nobody."""
    table = joined([lasting(2, 0), lasting(3, 0), lasting(3, 0)], [np.array([0]), np.array([0]), np.array([1])])
    begins = table.starts[[0, 1, 2, 0]]
    served = serve(table.routes, np.array([0.0, 1.0, 1.0, 1.5]), (1, 1), 1, begins)
    assert served.ended.tolist() == [2.0, 5.0, 4.0, 7.0]
    assert served.waited[table.starts].tolist() == [3.5, 1.0, 0.0]
    assert served.longest.tolist() == [2, 0]


@pytest.mark.parametrize("officers", [1, None])
def test_a_matter_alone_gives_its_own_numbers(declare: Callable[[str], Declared], officers: int | None) -> None:
    """The same seed, with queues and without: every case as by ``simulate``."""
    member, _ = members(declare)
    assumptions = Assumptions(cases=80, officers=officers)
    assert member.after is not None
    for whole, process in zip(run_together([member], assumptions), (member.before, member.after), strict=True):
        alone = simulate(process, assumptions)
        assert np.array_equal(whole.counted, alone.counted)
        assert whole.posts == alone.posts
        assert whole.kept == alone.kept


def test_what_posts_are_asked_for_adds_up(declare: Callable[[str], Declared]) -> None:
    """A post's load is the sum of what both matters ask of it; with both it is waited for longer than with one."""
    first, second = members(declare)
    both, _ = run_together([first, second], Assumptions(cases=60))
    for post in both.posts:
        own = [one.load for _, outcome in both.matters for one in outcome.posts if one.name == post.name]
        assert post.load == pytest.approx(sum(own))
    alone, _ = run_together([first], Assumptions(cases=60))
    assert both.matters[0][1].whole_took.mean > alone.whole_took.mean


def test_what_is_gone_asks_nothing_afterwards_and_is_not_compared(declare: Callable[[str], Declared]) -> None:
    """乙证 is cancelled: its 60 cases fill the posts before, not after; days before are those of 甲证 alone."""
    before, after = run_together(members(declare), Assumptions(cases=60))
    assert [name for name, _ in after.matters] == ["甲证"]
    assert before.cases == after.cases == 60
    assert before.posts[0].load > 1.5 * after.posts[0].load
    _, second = members(declare)
    (only,) = run_together([second], Assumptions(cases=60))
    assert only.cases == 60


def test_posts_of_two_departments_are_two_pools(declare: Callable[[str], Declared]) -> None:
    """综合股 of each; 公安局, which is another department to both, is the same for both."""
    first, _ = members(declare)
    other = replace(first, name="丙证", department="住建局")
    names = names_of([replace(first, department="示范局"), other])
    assert set(names.posts) == {"示范局/综合股", "示范局/业务股", "住建局/综合股", "住建局/业务股", "公安局"}


def test_a_step_may_be_meant_in_one_matter_only(declare: Callable[[str], Declared]) -> None:
    """会审 in 2 days everywhere, in 乙证 in 20; applications of each as said of it."""
    pair = members(declare)
    assert names_of(pair).step("乙证/会审") == "乙证/会审"
    with pytest.raises(WrongUsage, match="没有叫「丙证/会审」的环节"):
        names_of(pair).step("丙证/会审")
    assumptions = Assumptions(
        officers=None, spread=Spread(1, 1, 1), limits={"会审": 2.0, "乙证/会审": 20.0}, volumes={"乙证": 7}, growth=2.0
    )
    matters = dict(run_together(pair, assumptions)[0].matters)
    works = {name: {step.name: step.work for step in outcome.steps}["会审"] for name, outcome in matters.items()}
    assert works == pytest.approx({"甲证": 2.0, "乙证": 20.0})
    assert [outcome.cases for outcome in matters.values()] == [400, 14]
