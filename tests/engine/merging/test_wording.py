"""What people type into the cells of a form is understood as the form would have put it."""

from __future__ import annotations

import pytest

from engine.merging.wording import as_printed, cannot_be_parted

LEDGER, CARD = "1.申请书;2.身份证", "1.申请书\n2.身份证"


@pytest.mark.parametrize(
    "typed",
    [
        "1.申请书;2.章程",
        "1.申请书；2.章程",
        "1、申请书；2、章程",
        "1．申请书\n2．章程",
        "（1）申请书（2）章程",
        "①申请书②章程",
        "申请书；章程",
        "申请书\n章程",
    ],
)
def test_a_list_has_the_marks_of_its_form(typed: str) -> None:
    """附件6 has one line, 附件7 a line each."""
    assert as_printed("materials_listed_after", typed, LEDGER) == "1.申请书;2.章程"
    assert as_printed("materials_listed_after", typed, CARD) == "1.申请书\n2.章程"


@pytest.mark.parametrize(
    ("key", "typed", "printed", "expected"),
    [
        ("materials_listed_after", "1、申请书2份；2、照片两张", LEDGER, "1.申请书(2份);2.照片(2张)"),
        ("materials_listed_after", "1.申请书", CARD, "申请书"),
        ("materials_listed_after", "无。", LEDGER, "无"),
        ("materials_listed_after", "申请书、章程", LEDGER, "申请书、章程"),
        ("steps_listed_before", "1、受理；2、审核、复核", "1.受理", "1.受理;2.审核、复核"),
        ("conditions_after", "1、年满60周岁；\n2、本县户籍", "1.甲\n2.乙", "1.年满60周岁\n2.本县户籍"),
        ("offices_after", "1、综合股", "综合股", "1、综合股"),
    ],
)  # fmt: skip
def test_what_is_certain_is_put_so_and_nothing_else(key: str, typed: str, printed: str, expected: str) -> None:
    """甲、乙 without numbers stays as it is: it may be one name."""
    assert as_printed(key, typed, printed) == expected


@pytest.mark.parametrize(
    ("typed", "printed", "remark", "expected"),
    [
        ("15", "20", "工作日", "15"),
        ("１５个工作日", "20", "工作日", "15"),
        ("15天", "20", "自然日;试行", "15"),
        ("15个工作日", "20", "自然日", "15个工作日"),
        ("15个工作日", "20", "法定自然日;承诺工作日", "15个工作日"),
        ("当场办结", "20", "工作日", "0"),
        ("15天", "20个工作日", "", "15个工作日"),
        ("15自然日", "20个工作日", "", "15个自然日"),
        ("即办", "20个工作日", "", "即时办结"),
        ("半个月", "20", "工作日", "半个月"),
    ],
)
def test_a_limit_is_in_the_unit_that_stands_there(typed: str, printed: str, remark: str, expected: str) -> None:
    """附件6 has numbers and the unit in 备注; a unit that is another one is never dropped."""
    assert as_printed("limit_after", typed, printed, remark) == expected


@pytest.mark.parametrize(
    ("typed", "printed", "expected"),
    [
        ("工作日；优化后即时办结；窗口办理", "工作日;优化后即时办结", "工作日;优化后即时办结;窗口办理"),
        ("工作日。窗口办理", "工作日", "工作日;窗口办理"),
        ("工作日；", "工作日", "工作日"),
        ("窗口办理", "工作日", "窗口办理"),
        ("窗口；办理", "无", "窗口；办理"),
    ],
)
def test_what_is_added_to_a_remark_is_told_from_what_the_form_put_there(
    typed: str, printed: str, expected: str
) -> None:
    """Only the marks of the form's own part are put right."""
    assert as_printed("remark", typed, printed) == expected


def test_a_list_without_any_mark_of_its_own_is_asked_about() -> None:
    """One name with 、 or two names."""
    assert cannot_be_parted("materials_listed_after", "申请书、章程")
    assert not cannot_be_parted("materials_listed_after", "1.申请书、章程")
    assert not cannot_be_parted("publicity", "网站、窗口")
