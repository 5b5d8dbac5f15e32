"""The Chinese of a chart."""

from __future__ import annotations

from fractions import Fraction

import pytest

from processes.model.limits import IMMEDIATE, NO_LIMIT, DayKind, TimeLimit
from processes.model.matter import Matter, Outcome, StatutoryLimit, Version, VersionLabel
from processes.model.process import Process, Step
from processes.model.vocabulary import MatterType
from renderers.flowcharts.drafting.wording import documents_text, limit_text, notes, question, start_text


@pytest.mark.parametrize(
    ("main", "others", "asked"),
    [
        ("符合受理条件", ("材料不齐全", "不属于受理范围"), "是否符合受理条件？"),
        ("同意", ("不同意",), "是否同意？"),
        ("材料齐全", ("材料不齐全",), "材料是否齐全？"),
        ("总量符合", ("总量不足",), "总量是否符合？"),
        ("无异议", ("有异议",), "是否有异议？"),
        ("不涉嫌犯罪", ("涉嫌犯罪",), "是否涉嫌犯罪？"),
        ("不动产已抵押", (), "是否不动产已抵押？"),
        ("其他情形", ("需要补正", "不同意"), "会审结果？"),
        ("其他情形", ("需要补正",), "是否需要补正？"),
        ("", ("不予许可",), "是否许可？"),
        ("", (), "会审结果？"),
        ("情况复杂且需要征求其他部门意见并且组织专家论证", (), "会审结果？"),
    ],
)
def test_a_diamond_asks_for_what_its_normal_exit_says(main: str, others: tuple[str, ...], asked: str) -> None:
    """One question for all exits; the result is asked for where no exit tells it."""
    assert question("会审", main, others) == asked


def test_a_name_too_long_for_a_diamond_is_not_asked_for() -> None:
    """The question stays readable whatever the step is called."""
    assert question("对申请材料的真实性合法性进行实质审查并组织会审", "", ()) == "办理结果？"


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (TimeLimit(Fraction(1, 2), DayKind.WORKING), "0.5个工作日"),
        (TimeLimit(Fraction(4), DayKind.HOUR), "4个小时"),
        (IMMEDIATE, "即时办理"),
        (NO_LIMIT, "未设时限"),
    ],
)
def test_a_number_nothing_and_at_once_are_three_things(limit: TimeLimit, text: str) -> None:
    """无 ≠ 即时 ≠ a number (declaration format §0)."""
    assert limit_text(limit) == text


def test_more_than_two_documents_are_counted() -> None:
    """A symbol names two at most."""
    assert documents_text(("甲书", "乙书")) == "甲书、乙书"
    assert documents_text(("甲书", "乙书", "丙书")) == "甲书等3件"


def process_with(*limits: TimeLimit) -> Process:
    """A process whose version and steps have these limits."""
    version = Version(label=VersionLabel.AFTER, limit=limits[0], entries=())
    steps = tuple(Step(key="", name="", number="", holders=(), limit=limit, procedures=()) for limit in limits[1:])
    return Process(version=version, steps=steps, counted_steps=steps, offices=(), nodes=(), flows=())


WORKING, NATURAL, HOURS = (TimeLimit(Fraction(5), kind) for kind in DayKind)


@pytest.mark.parametrize(
    ("limits", "lines"),
    [
        ((WORKING, WORKING), ("图中时限均为工作日，不含法定节假日。",)),
        ((NATURAL, NO_LIMIT), ("图中时限均为自然日，含法定节假日。",)),
        ((HOURS,), ("图中时限均为小时，8小时为1个工作日。",)),
        ((WORKING, NATURAL), ("图中时限按所注单位计算：工作日不含法定节假日；自然日含法定节假日。",)),
        ((IMMEDIATE, NO_LIMIT), ()),
        ((IMMEDIATE, TimeLimit(None, excluded="听证")), ("“不计时限”的环节所需时间不计入办理时限。",)),
    ],
)
def test_the_foot_says_what_kind_of_days_are_meant(limits: tuple[TimeLimit, ...], lines: tuple[str, ...]) -> None:
    """工作日 or 自然日 is said once if it holds for all, else for each."""
    assert notes(NO_LIMIT, process_with(*limits)) == lines


@pytest.mark.parametrize(
    ("type_", "kind", "text"),
    [
        (MatterType.APPROVAL, "行政许可", "申请人提出申请"),
        (MatterType.OTHER_POWER, "行政确认", "申请人提出申请"),
        (MatterType.OTHER_POWER, "行政监督检查", "开始"),
        (MatterType.OTHER, "机关内部运转", "开始"),
    ],
)
def test_only_an_application_has_an_applicant(type_: MatterType, kind: str, text: str) -> None:
    """What the authority does of its own accord, and its internal matters, just begin."""
    version = Version(label=VersionLabel.BEFORE, limit=NO_LIMIT, entries=())
    matter = Matter(
        department="甲局",
        file="",
        number="01",
        name="样例",
        type=type_,
        kind=kind,
        bases=(),
        subjects=(),
        statutory=StatutoryLimit(),
        outputs=(),
        before=version,
        after=None,
        outcome=Outcome.CANCELLED,
    )
    assert start_text(matter) == text
