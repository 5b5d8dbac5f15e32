"""换用新流程: which running cases can be laid to a new definition, and why the others cannot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.cases.attempt import Refusal
from engine.cases.definition import Definition
from engine.cases.history import Stay
from engine.cases.migrating import Migration, Migrator, reachable
from processes.errors import WrongUsage
from processes.model.case import CaseEvent, EventKind
from processes.model.matter import VersionLabel
from tests.declaring import Declared
from tests.living import PERMIT, Living, definition_in, on

Declare = Callable[[str], Declared]
ALL = ("申请书", "平面图", "照片")
NEW = "1" * 64
OLD_AND_NEW = """优化前:
  承办: 综合股
  时限: 20工作日
  材料: 申请书
  流程:
    - 受理 | 1工作日 | 形式审查
    - 初审 | 2工作日 | 材料审核
    - 复审 | 2工作日 | 股长复核
    - 审批 | 局领导 | 2工作日 | 局长签批
    - 送达 | 1工作日 | 送达
优化后:
  时限: 10工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 环节: 审查 | 2工作日 | 材料审核
      沿自: 初审、复审
    - 环节: 研究 | 局领导 | 1工作日 | 集体研究
      沿自: 审批
    - 环节: 决定 | 局领导 | 1工作日 | 局长签批
      沿自: 审批
    - 送达 | 1工作日 | 送达
"""


def advanced(definition: Definition, *deeds: tuple[str, str]) -> Living:
    """A case after somebody of each unit has sent it on."""
    case = Living(definition, *ALL)
    for said, unit in deeds:
        assert isinstance(case.fire(said, unit), CaseEvent)
    return case


def moved(case: Living, new: Definition, plan: Migration) -> Living:
    """The case after its migration."""
    case.definitions[new.digest, new.label] = new
    migrator = Migrator(case.course.definition, new)
    case.add(migrator.event(plan, case.attempt("综合股", 5)))
    return case


def changed(declare: Declare, *changes: tuple[str, str]) -> tuple[Definition, Definition]:
    """The permit, and the permit with changes."""
    text = PERMIT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return definition_in(declare(PERMIT)), definition_in(declare(text), digest=NEW)


def test_a_case_goes_on_where_it_was_when_only_limits_have_changed(declare: Declare) -> None:
    """And its time runs on."""
    old, new = changed(declare, ("业务股/审查岗 | 5工作日", "业务股/审查岗 | 3工作日"))
    case = advanced(old, ("符合受理条件", "综合股"))
    plan = Migrator(old, new).plan(case.course)
    assert plan == Migration(("审查",))
    moved(case, new, plan)
    assert case.course.definition is new
    assert case.course.events[-1].kind is EventKind.MIGRATED
    assert case.course.history.stays == (Stay("受理", on(1), on(2)), Stay("审查", on(2)))
    assert case.fire("下一环节", "业务股/审查岗", 6).node == "审查"


@pytest.mark.parametrize("done", [(), ("公安局",), ("公安局", "业务股")])
def test_branches_keep_how_far_they_are(done: tuple[str, ...], declare: Declare) -> None:
    """In a 并联 the branches that have arrived have arrived in the new one."""
    old, new = changed(declare, ("公安局 | 5工作日", "公安局 | 4工作日"))
    deeds = (("符合受理条件", "综合股"), ("下一环节", "业务股/审查岗"), *(("下一环节", unit) for unit in done))
    case = advanced(old, *deeds)
    before = (case.course.marking, case.course.tokens)
    plan = Migrator(old, new).plan(case.course)
    moved(case, new, plan)
    assert (case.course.marking, case.course.tokens) == before
    assert case.course.on_machine().marking == case.course.tokens


def test_from_before_to_after_the_lineage_that_is_declared_counts(declare: Declare) -> None:
    """初审 and 复审 have become 审查; 审批 has been split, so nobody knows where it is; 送达 has its name."""
    declared = declare(OLD_AND_NEW)
    old, new = definition_in(declared), definition_in(declared, VersionLabel.AFTER)
    case = Living(old, "申请书")
    migrator = Migrator(old, new)
    found = [migrator.plan(case.course)]
    for said, unit in (("符合受理", "综合股"), ("下一环节", "综合股"), ("下一环节", "综合股"), ("符合条件", "局领导")):
        case.fire(said, unit)
        found.append(migrator.plan(case.course))
    assert found == [
        Migration(("受理",)),
        Migration(("审查",)),
        Migration(("审查",)),
        Migration((), "“审批”在新流程里拆成“研究”、“决定”,不知道办到哪一个"),
        Migration(("送达",)),
    ]


def test_a_person_may_say_what_the_declaration_does_not(declare: Declare) -> None:
    """审批 goes on as 决定; what is no step of either is not understood."""
    declared = declare(OLD_AND_NEW)
    old, new = definition_in(declared), definition_in(declared, VersionLabel.AFTER)
    case = Living(old, "申请书")
    for said, unit in (("符合受理", "综合股"), ("下一环节", "综合股"), ("下一环节", "综合股")):
        case.fire(said, unit)
    assert Migrator(old, new, {"审批": "决定"}).plan(case.course) == Migration(("决定",))
    with pytest.raises(WrongUsage, match="优化前流程里没有“会签”这个环节。有:受理、"):
        Migrator(old, new, {"会签": "决定"})
    with pytest.raises(WrongUsage, match="优化后流程里没有“审批”这个环节。有:受理、审查、"):
        Migrator(old, new, {"审批": "审批"})


@pytest.mark.parametrize(
    ("change", "deeds", "why"),
    [
        (("- 审查 |", "- 审核 |"), 1, "“审查”在新流程里没有对应的环节"),
        (("- 甲审 | 公安局", "- 丁审 | 公安局"), 2, "“甲审”在新流程里没有对应的环节"),
        (
            ("- 甲审 | 公安局", "- 丁审 | 公安局"),
            3,
            "并联里已经办完的“甲审”在新流程里不是一路的最后一个环节",
        ),
    ],
)
def test_what_has_no_counterpart_cannot_be_moved(
    change: tuple[str, str], deeds: int, why: str, declare: Declare
) -> None:
    """What is only alike is not enough: 审核 may be something else than 审查."""
    text = (change[0], change[1]), ("不合格: 审查", "不合格: 受理")
    old, new = changed(declare, *text)
    course = (("符合受理条件", "综合股"), ("下一环节", "业务股/审查岗"), ("下一环节", "公安局"))
    case = advanced(old, *course[:deeds])
    plan = Migrator(old, new).plan(case.course)
    assert (plan.places, plan.why) == ((), why)


def test_a_state_to_which_the_new_process_does_not_come_is_refused(declare: Declare) -> None:
    """Side by side once, one after the other now: the file cannot be at both."""
    side_by_side = """    - 环节: 联审 | 综合股 | 6工作日
      并联:
        - 甲审 | 公安局 | 5工作日 | 核查
        - 乙审 | 业务股 | 6工作日 | 核查
      去向:
        不合格: 审查
"""
    in_a_row = "    - 甲审 | 公安局 | 5工作日 | 核查\n    - 乙审 | 业务股 | 6工作日 | 核查\n"
    old, new = changed(declare, (side_by_side, in_a_row))
    case = advanced(old, ("符合受理条件", "综合股"), ("下一环节", "业务股/审查岗"))
    assert Migrator(old, new).plan(case.course).why == "新流程走不到这样的状态:文件同时在“甲审”、“乙审”"


def test_what_is_over_or_stands_still_is_not_moved(declare: Declare) -> None:
    """A pause was granted by the old definition."""
    old, new = changed(declare, ("业务股/审查岗 | 5工作日", "业务股/审查岗 | 3工作日"))
    case = advanced(old, ("符合受理条件", "综合股"))
    case.pause("检验", "业务股/审查岗")
    assert Migrator(old, new).plan(case.course).why == "因“检验”暂停计时,恢复计时以后再换"
    over = advanced(old, ("不予受理", "综合股"), ("下一环节", "综合股"))
    assert Migrator(old, new).plan(over.course).why == "已经办结"


def test_what_was_told_and_handed_in_goes_with_the_case(declare: Declare) -> None:
    """A second notice is a second one in the new definition as well; a new material is missing there."""
    old, new = changed(declare, ("申请书、平面图、照片", "申请书、平面图、照片、承诺书"))
    case = Living(old, "申请书")
    case.fire("补正")
    case.fire("下一环节", day=5)
    moved(case, new, Migrator(old, new).plan(case.course))
    case.receive("平面图", "照片", day=6)
    assert case.fire("符合受理条件", day=6) == Refusal("还缺1件材料:承诺书", violation=False)
    assert case.fire("补正", day=6).violation


def test_markings_beyond_a_number_are_not_looked_for(declare: Declare) -> None:
    """A net that is too large gives no verdict rather than a wrong one; what is about to join lies nowhere."""
    net = definition_in(declare(PERMIT)).net
    found = reachable(net)
    assert found is not None
    assert all(net.settled(marking) == marking for marking in found)
    assert reachable(net, len(found) - 1) is None


def test_a_step_that_is_renamed_after_its_origin_goes_on_under_the_new_name(declare: Declare) -> None:
    """Nothing said where 送达 comes from: 优化前 has one of that name, and 寄送 has begun as that."""
    old = definition_in(declare(OLD_AND_NEW), VersionLabel.AFTER)
    head, sign, tail = OLD_AND_NEW.rpartition("    - 送达 | 1工作日 | 送达\n")
    renamed = f"{head}    - 环节: 寄送 | 1工作日 | 送达\n      沿自: 送达\n{tail}"
    new = definition_in(declare(renamed), VersionLabel.AFTER, NEW)
    assert sign
    case = Living(old, "申请书")
    for said, unit in (("符合受理条件", "综合股"), ("下一环节", "综合股"), ("下一环节", "局领导"), ("符合", "局领导")):
        case.fire(said, unit)
    assert case.places == ["送达"]
    assert Migrator(old, new).plan(case.course) == Migration(("寄送",))
