"""Two versions that are not 优化前 and 优化后, which matter is which elsewhere, and what became of a matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.diff.changes.steps import StepChanged, StepKept, StepRemoved
from engine.diff.differing import differs
from engine.diff.groups import Evidence
from engine.diff.history import history
from engine.diff.pairing import most_like, namesakes, pair_matters
from engine.diff.peers import Peer, compare_peers
from engine.diff.versions import compare_versions
from processes.checking import check_project
from processes.model.matter import VersionLabel
from processes.model.plan import Switches
from processes.model.process import CheckedMatter
from tests.declaring import write

SAMPLE = check_project(Path(__file__).resolve().parents[3] / "samples" / "hailin")
SIDES = ("甲", "乙")
Read = Callable[..., tuple[CheckedMatter, ...]]

MERGED = """优化后:
  时限: 8工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: {name} | 局领导 | 6工作日 | 材料审核、局长签批
      沿自: 审查、决定
"""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The matters of the small project with a text laid over it."""

    def matters(text: str, name: str = "甲") -> tuple[CheckedMatter, ...]:
        checked = check_project(write(tmp_path / name, text))
        assert checked.matters, checked.findings
        return checked.matters

    return matters


@pytest.mark.parametrize("checked", SAMPLE.matters, ids=lambda checked: checked.matter.name)
@pytest.mark.parametrize("label", list(VersionLabel))
def test_a_version_does_not_differ_from_itself(checked: CheckedMatter, label: VersionLabel) -> None:
    """Although 沿自 says that its steps come from others: those are not of the other side."""
    compared = compare_peers(Peer("甲", checked), Peer("乙", checked), label, Switches())
    assert not compared.differs
    if compared.difference:
        assert {type(change) for change in compared.difference.changes} <= {StepKept}
        assert compared.difference.sides == SIDES


def test_two_steps_that_continue_the_same_steps_are_one(read: Read) -> None:
    """Declared on both sides, each of its own 优化前: 审核 is what 审批 is on the other side."""
    (one,), (other,) = read(MERGED.format(name="审批")), read(MERGED.format(name="核定"), "乙")
    assert one.after
    assert other.after
    found = compare_versions(other.matter, one.after, other.after, Switches(), SIDES)
    (change,) = (change for change in found.changes if isinstance(change, StepChanged))
    assert (change.before.name, change.after.name) == ("审批", "核定")
    assert Evidence.DECLARED in change.evidence


def test_what_is_new_beside_its_own_past_may_be_old_beside_another(read: Read) -> None:
    """沿自: 无 parts 审查 from 审查 of 优化前, not from the same step of the other side."""
    text = "优化后:\n  时限: 8工作日\n  流程:\n    - 环节: 审查 | 综合股 | 1工作日 | 形式审查\n      沿自: 无\n"
    (one,), (other,) = read(text), read(text, "乙")
    assert one.after
    assert other.after
    assert not differs(compare_versions(other.matter, one.after, other.after, Switches(), SIDES))


NATURAL = """==> 方案.yaml <==
口径:
  混合日: 折算
==> 示范局/01-示范事项.yaml <==
优化后:
  时限: 9自然日
  流程:
    - 受理 | 综合股 | 9自然日 | 形式审查
"""


def test_limits_of_two_kinds_of_days_are_not_subtracted(read: Read) -> None:
    """As in one matter; the sides have their own numbers."""
    (one,), (other,) = read("优化后:\n  时限: 8工作日\n"), read(NATURAL, "乙")
    assert one.after
    assert other.after
    limit = compare_versions(other.matter, one.after, other.after, Switches(), SIDES).time_limit
    assert (limit.before.value, limit.after.value, limit.reduction) == (8, 9, None)


def test_a_removed_step_is_removed_from_the_first_side(read: Read) -> None:
    """The first side has 送达, the second has not."""
    (one,), (other,) = read(""), read(MERGED.format(name="决定"), "乙")
    assert other.after
    found = compare_versions(other.matter, one.before, other.after, Switches(), SIDES)
    assert [change.step.name for change in found.changes if isinstance(change, StepRemoved)] == ["送达"]


TWO = """==> 示范局/02-取水.yaml <==
名称: 取水许可证核发
==> 示范局/03-采砂.yaml <==
名称: 河道采砂许可(年度)
"""


def names(pairs: tuple[tuple[CheckedMatter, CheckedMatter], ...]) -> list[tuple[str, str]]:
    """The names of both."""
    return [(one.matter.name, other.matter.name) for one, other in pairs]


def test_matters_are_paired_by_name_then_without_brackets_then_by_likeness(read: Read) -> None:
    """What is left on one side is of that side alone."""
    other = """==> 示范局/01-示范事项.yaml <==
名称: 示范事项
==> 示范局/07-砂.yaml <==
名称: 河道采砂许可
==> 示范局/08-烟花.yaml <==
名称: 烟花爆竹零售
==> 示范局/09-水.yaml <==
名称: 取水许可
"""
    found = pair_matters(read(TWO), read(other, "乙"), by_file=False)
    assert names(found.pairs) == [
        ("示范事项", "示范事项"),
        ("河道采砂许可(年度)", "河道采砂许可"),
        ("取水许可证核发", "取水许可"),
    ]
    assert [one.matter.name for one in found.only_second] == ["烟花爆竹零售"]
    assert found.only_first == ()


def test_in_states_of_one_project_a_file_is_a_matter(read: Read) -> None:
    """Whatever it is called now; a file of another project may be anything."""
    other = TWO.replace("取水许可证核发", "完全另一回事")
    assert ("取水许可证核发", "完全另一回事") in names(pair_matters(read(TWO), read(other, "乙"), by_file=True).pairs)
    assert [one.matter.name for one in pair_matters(read(TWO), read(other, "丙"), by_file=False).only_second] == [
        "完全另一回事"
    ]


def test_namesakes_are_those_of_the_very_name_first(read: Read) -> None:
    """A bracket or 核发 more is a namesake only where there is no other."""
    matters = read(f"{TWO}==> 示范局/04-采砂.yaml <==\n名称: 河道采砂许可(临时)\n")
    assert [one.matter.name for one in namesakes("河道采砂许可(年度)", matters)] == ["河道采砂许可(年度)"]
    assert len(namesakes("河道采砂许可", matters)) == 2
    assert namesakes("没有", matters) == ()


def test_what_is_most_like_is_one_or_none(read: Read) -> None:
    """A matter that shares papers and steps alone is not like it."""
    matters = read(TWO)
    (other,) = read("名称: 取水许可\n", "乙")
    assert [one.matter.name for one in most_like(other, matters)] == ["取水许可证核发"]
    (other,) = read("名称: 烟花爆竹零售\n", "丙")
    assert most_like(other, matters) == ()


def test_only_what_became_otherwise_is_in_a_history(read: Read) -> None:
    """优化前 is as it was, 优化后 is not; the limit of the law is said once a matter."""
    then, now = read(""), read(f"法定时限: 15工作日\n{MERGED.format(name='决定')}", "乙")
    (one,) = history(then, now, Switches(), SIDES).changed
    assert [(fact.name, fact.then, fact.now) for fact in one.facts] == [
        ("法定时限", "20工作日(《行政许可法》第四十二条)", "15工作日")
    ]
    assert [label for label, _ in one.versions] == [VersionLabel.AFTER]
    assert not one.is_renamed


def test_the_same_state_has_no_history() -> None:
    """Of the whole sample city."""
    found = history(SAMPLE.matters, SAMPLE.matters, Switches(), SIDES)
    assert not found.differs
    assert len(found.matters) == len(SAMPLE.matters)
