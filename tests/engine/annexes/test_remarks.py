"""What 附件6 says in words: 备注 of a row, and the lines below the table."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.annexes.form import Form
from processes.model.matter import VersionLabel
from processes.model.places import Place, Text
from processes.model.process import Process
from tests.engine.annexes.conftest import AFTER, BEFORE, FILE, Build, Check, printed


def test_on_the_spot_before_and_after(form_of: Callable[..., Form], a_matter: Check, a_process: Build) -> None:
    """附件6 注2: 即时办结 is 0 and 备注 names it; there is no kind of day to name."""
    spot = a_process("查阅 | 利用股 | 即时 | 登记", limit="即时")
    assert printed(form_of(a_matter(spot, spot, statutory="无")).rows[0], 22, 23, 24, 25, 26) == [
        *("无", 0, 0, 0),
        "即时办结",
    ]


def test_a_matter_that_had_no_limit_cannot_have_days_subtracted(
    form_of: Callable[..., Form], a_matter: Check, a_process: Build, after: Process
) -> None:
    """23 无 and 24 n → 25 无, 备注 原无时限; the sums skip it."""
    form = form_of(a_matter(a_process(*BEFORE, limit="无"), after, statutory="无"))
    assert printed(form.rows[0], 22, 23, 24, 25, 26) == ["无", "无", 13, "无", "工作日;原无时限"]
    assert printed(form.total, 23, 24, 25) == [0, 13, 0]


def test_a_limit_given_up_is_remarked(
    form_of: Callable[..., Form], a_matter: Check, before: Process, a_process: Build
) -> None:
    """23 n and 24 无: nothing to subtract either."""
    without = a_process(*AFTER, limit="无", label=VersionLabel.AFTER)
    assert printed(form_of(a_matter(before, without)).rows[0], 24, 25, 26) == ["无", "无", "工作日;优化后无时限"]


def test_half_days_are_printed_exactly(form_of: Callable[..., Form], a_matter: Check, a_process: Build) -> None:
    """0.5工作日 and 4小时 are the same."""
    old, new = a_process(*BEFORE, limit="2工作日"), a_process(*AFTER, limit="4小时", label=VersionLabel.AFTER)
    form = form_of(a_matter(old, new, statutory="无"), a_matter(old, new, statutory="无"))
    assert printed(form.rows[0], 23, 24, 25, 26) == [2, Fraction(1, 2), Fraction(3, 2), "工作日"]
    assert printed(form.total, 24, 25) == [1, 3]
    assert form.total is not None
    assert isinstance(form.total[25].value, int)


def test_working_days_become_natural_days_where_the_city_converts(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """口径.混合日: 折算 — × 7/5, rounded up, and 备注 says so."""
    row = form_of(a_matter(before, after, statutory="60自然日"), mixed_days="折算").rows[0]
    assert printed(row, 22, 23, 24, 25) == [60, 28, 19, 9]
    assert row[26].value == ("自然日;法定为自然日,优化前、优化后已按5个工作日折7个自然日折算,不足1日的按1日计")
    assert row[24].formula == "工作日数×7/5,尾数进一"
    assert row[22].formula == ""


def test_nothing_is_converted_where_all_days_are_of_one_kind(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """即时 and 无 have no kind."""
    row = form_of(a_matter(before, after), mixed_days="折算").rows[0]
    assert printed(row, 22, 23, 24, 26) == [20, 20, 13, "工作日"]


def test_kinds_that_differ_are_named_and_not_subtracted(
    form_of: Callable[..., Form], a_matter: Check, before: Process, a_process: Build
) -> None:
    """Checking refuses this; if the form is wanted all the same, it must not add what cannot be added."""
    natural = a_process(*AFTER, limit="13自然日", label=VersionLabel.AFTER)
    assert printed(form_of(a_matter(before, natural)).rows[0], 25, 26) == [
        "无",
        "法定为工作日;优化前为工作日;优化后为自然日",
    ]


def test_totals_of_both_kinds_of_day_are_explained_below_the_table(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process, a_process: Build
) -> None:
    """26 of the 总计 row is taken, so the line stands under the notes."""
    old, new = a_process(*BEFORE, limit="60自然日"), a_process(*AFTER, limit="20自然日", label=VersionLabel.AFTER)
    form = form_of(a_matter(before, after), a_matter(old, new, statutory="60自然日"))
    assert printed(form.total, 22, 23, 24, 25) == [80, 80, 33, 47]
    assert form.notes[4].startswith("时限合计中,法定含自然日60日、工作日20日;优化前含自然日60日、工作日20日;")
    assert form.notes[4].endswith("优化后含自然日20日、工作日13日;压减含自然日40日、工作日7日。")


def test_one_kind_of_day_needs_no_explanation(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """Only the four notes."""
    assert len(form_of(a_matter(before, after)).notes) == 4


def test_a_secret_matter_says_so_in_the_remark(form_of: Callable[..., Form], a_matter: Check, a_process: Build) -> None:
    """R701: 涉密事项除外; 公开 is 否 because of 涉密, so that is its source."""
    old = a_process(*BEFORE, public=False)
    places = {"after": Place(FILE, 200, 6), "secret": Place(FILE, 9, 5)}
    row = form_of(a_matter(old, old, secret="秘密级", places=places)).rows[0]  # noqa: S106 - a degree, no password
    assert printed(row, 2, 3, 26) == ["否", "否", "工作日;涉密:秘密级"]
    assert row[3].sources == (Place(FILE, 9, 5),)
    assert Place(FILE, 9, 5) in row[26].sources


def test_remarks_and_accepted_reasons_follow_the_kind_of_day(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """Reasons of rules that are not about this row (R411) are no remark."""
    acceptances = {"R701": Text("机关内部运转"), "R411": Text("部门未联网")}
    matter = a_matter(before, after, other_improvement="可网上办理", remark="试行一年", acceptances=acceptances)
    assert form_of(matter).rows[0][26].value == "工作日;其他优化:可网上办理;试行一年;机关内部运转"
