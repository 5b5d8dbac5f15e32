"""下放 and 取消 in a simulation: what 优化后 is, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from engine.simulation.leaving import alone_after, leaving
from tests.declaring import Declared

Declare = Callable[[str], Declared]

KEPT = "优化后:\n  时限: 8工作日\n"
DEVOLVED = "优化后:\n  下放: 镇(乡)\n"
DECLARED = """优化后:
  下放: 镇(乡)
  时限: 2工作日
  流程:
    - 受理 | 村委会 | 1工作日 | 形式审查
    - 决定 | 村委会 | 1工作日 | 审批决定
"""
CANCELLED = "优化后:\n  取消: 无必要\n"


def test_what_the_department_keeps_needs_no_word(declare: Declare) -> None:
    """Its 优化后 is simulated as declared."""
    one = declare(KEPT).checked.matters[0]
    assert alone_after(one) is one.after is not None
    assert leaving(one) == ()


def test_where_the_receiving_level_is_not_declared_there_is_no_after(declare: Declare) -> None:
    """As before would be as if it went on here: it is said what to write."""
    one = declare(DEVOLVED).checked.matters[0]
    assert one.after is not None
    assert alone_after(one) is None
    (said,) = leaving(one)
    assert said.startswith("这个事项优化后下放至镇(乡),本单位不再办理;承接层级的流程没有申报,没有优化后。")


def test_a_limit_alone_does_not_tell_how_it_goes_on(declare: Declare) -> None:
    """The promise of the receiving level, held by the steps of this one, would be neither."""
    assert alone_after(declare(f"{DEVOLVED}  时限: 5工作日\n").checked.matters[0]) is None


def test_a_declared_receiving_level_is_simulated_with_its_own_people(declare: Declare) -> None:
    """Said with the assumption that one place does it all."""
    one = declare(DECLARED).checked.matters[0]
    assert alone_after(one) is one.after
    (said,) = leaving(one)
    assert said.startswith("这个事项优化后下放至镇(乡),优化后是承接层级的流程:不再占用本单位的人员,")


def test_what_is_still_done_here_is_named(declare: Declare) -> None:
    """An office of ours in the process of the receiving level goes on being busy."""
    one = declare(DECLARED.replace("决定 | 村委会", "决定 | 综合股")).checked.matters[0]
    assert "除了流程里写着的综合股,不再占用本单位的人员" in leaving(one)[0]


def test_a_cancelled_matter_has_no_after(declare: Declare) -> None:
    """And that is said."""
    one = declare(CANCELLED).checked.matters[0]
    assert alone_after(one) is None
    assert leaving(one) == ("这个事项优化后取消,不再办理,没有优化后。",)
