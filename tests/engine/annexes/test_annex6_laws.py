"""Laws of 附件6, tried on generated ledgers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.annexes import annex6
from engine.annexes.annex6 import SUMMED
from engine.annexes.form import Cell, Form
from processes.model.department import Department
from processes.model.matter import VersionLabel
from processes.model.plan import Plan, Switches
from processes.model.process import CheckedMatter, Process

Version = tuple[list[str], str, str]
"""Rows of 环节, materials, limit."""
Matter = tuple[Version, Version | None, str]
"""优化前, 优化后 (None: cancelled), statutory limit."""
Ledger = Callable[[list[Matter], Switches], Form]

LIMITS = st.sampled_from(["无", "即时", "1工作日", "0.5工作日", "20工作日", "7工作日", "3小时", "60自然日", "15自然日"])
STEPS = st.lists(
    st.builds(
        "{} | {} | 1工作日 | {}".format,
        st.sampled_from(["受理", "初审", "复审", "审批", "听证", "送达"]),
        st.sampled_from("甲乙"),
        st.sampled_from(["审核", "审核、签批", "登记、审核、送达"]),
    ),
    max_size=6,
    unique_by=lambda row: row.partition(" ")[0],
)
PAPERS = st.lists(st.sampled_from(["申请表", "照片(6张)", "章程(2份)"]), unique=True).map("、".join)
VERSIONS = st.tuples(STEPS, PAPERS, LIMITS)
LEDGERS = st.lists(st.tuples(VERSIONS, st.none() | VERSIONS, LIMITS), max_size=5)
SWITCHES = st.builds(
    Switches,
    counting=st.sampled_from(["环节与程序", "标准阶段", "交接次数", "法定阶段"]),
    materials=st.sampled_from(["种类", "份数"]),
    totals_with_cancelled=st.booleans(),
    mixed_days=st.sampled_from(["不折算", "折算"]),
)


@pytest.fixture(scope="session")
def ledger(
    a_plan: Callable[..., Plan],
    a_department: Callable[..., Department],
    a_matter: Callable[..., CheckedMatter],
    a_process: Callable[..., Process],
) -> Ledger:
    """The form of a generated ledger."""

    def build(matters: list[Matter], switches: Switches) -> Form:
        def process(version: Version, label: VersionLabel) -> Process:
            rows, papers, limit = version
            return a_process(*rows, materials=papers, limit=limit, label=label)

        checked = [
            a_matter(
                process(before, VersionLabel.BEFORE),
                after and process(after, VersionLabel.AFTER),
                statutory=statutory,
            )
            for before, after, statutory in matters
        ]
        return annex6.fill(a_department("市场监管局"), a_plan(switches=switches), checked)

    return build


def number(cell: Cell) -> Fraction:
    """The number in a cell; 无 counts as no value."""
    return Fraction(0) if isinstance(cell.value, str) else Fraction(cell.value)


@given(matters=LEDGERS, switches=SWITCHES)
def test_reductions_are_differences_in_every_row_and_in_the_total(
    matters: list[Matter], switches: Switches, ledger: Ledger
) -> None:
    """9 = 7 - 8, 14 = 12 - 13, 19 = 17 - 18."""
    form = ledger(matters, switches)
    assert form.total is not None
    for cells in (*form.rows, form.total):
        for first in (7, 12, 17):
            assert number(cells[first + 2]) == number(cells[first]) - number(cells[first + 1])


@given(matters=LEDGERS, switches=SWITCHES)
def test_days_reduced_are_a_difference_wherever_both_are_numbers_of_one_kind(
    matters: list[Matter], switches: Switches, ledger: Ledger
) -> None:
    """25 = 23 - 24, 无 where there is nothing to subtract, all of 23 for cancelled matters."""
    for row in ledger(matters, switches).rows:
        before, after, reduced = row[23].value, row[24].value, row[25].value
        if row[4].value == "是":
            assert (after, reduced) == ("无", before)
        elif isinstance(before, str) or isinstance(after, str):
            assert reduced == "无"
        elif not isinstance(reduced, str):
            assert reduced == before - after
        else:
            assert {"优化前为工作日", "优化前为自然日"} & set(str(row[26].value).split(";"))


@given(matters=LEDGERS, switches=SWITCHES)
def test_totals_are_the_sums_of_their_columns(matters: list[Matter], switches: Switches, ledger: Ledger) -> None:
    """Cancelled matters take part unless the city leaves them out."""
    form = ledger(matters, switches)
    assert form.total is not None
    rows = [row for row in form.rows if switches.totals_with_cancelled or row[4].value == "否"]
    for column in SUMMED:
        assert number(form.total[column]) == sum(number(row[column]) for row in rows)
    assert form.total[1].value == len(matters)
    assert form.total[4].value == sum(after is None for _, after, _ in matters)


@given(matters=LEDGERS, switches=SWITCHES)
def test_counts_equal_the_items_listed_beside_them(matters: list[Matter], switches: Switches, ledger: Ledger) -> None:
    """R419; where copies are counted, no fewer than the items."""
    for row in ledger(matters, switches).rows:
        for count, listed in ((7, 10), (8, 11), (12, 15), (13, 16), (17, 20), (18, 21)):
            text = str(row[listed].value)
            items = 0 if text == "无" else len(text.split(";"))
            assert row[count].value == items or (count >= 17 and switches.materials == "份数" and items > 0)


@given(matters=LEDGERS, switches=SWITCHES)
def test_no_cell_is_blank_and_every_cell_of_a_row_has_a_source(
    matters: list[Matter], switches: Switches, ledger: Ledger
) -> None:
    """注1: 不能空项; exactly seven cells of the total are ——."""
    form = ledger(matters, switches)
    assert form.total is not None
    for cells in (*form.rows, form.total):
        assert len(cells) == 27
        assert all(cell.value != "" for cell in cells)
    assert all(cell.sources for row in form.rows for cell in row)
    assert [index for index, cell in enumerate(form.total) if cell.value == "——"] == [6, 10, 11, 15, 16, 20, 21]


@st.composite
def changes(draw: st.DrawFn) -> tuple[Matter, Matter, range]:
    """A matter, the same with one thing written differently, and the lines on which that stands."""
    (rows, papers, limit), after, statutory = draw(VERSIONS), draw(VERSIONS), draw(LIMITS)
    old = (rows, papers, limit), after, statutory
    what = draw(st.sampled_from(["row", "limit", "papers", "statutory", "cancel"]))
    if what == "row" and rows:
        index = draw(st.integers(0, len(rows) - 1))
        row = draw(STEPS.filter(bool))[0]
        return (
            old,
            (([*rows[:index], row, *rows[index + 1 :]], papers, limit), after, statutory),
            range(101 + index, 102 + index),
        )
    if what == "papers" and papers:
        kept = papers.split("、")[:-1]
        return old, ((rows, "、".join(kept), limit), after, statutory), range(151 + len(kept), 152 + len(kept))
    if what == "limit":
        return old, ((rows, papers, draw(LIMITS)), after, statutory), range(190, 191)
    if what == "statutory":
        return old, ((rows, papers, limit), after, draw(LIMITS)), range(6, 7)
    return old, ((rows, papers, limit), None, statutory), range(200, 300)


@given(change=changes(), switches=SWITCHES)
def test_what_changes_a_cell_is_among_its_sources(
    change: tuple[Matter, Matter, range], switches: Switches, ledger: Ledger
) -> None:
    """“Why is this 38?” has the whole answer: no cell depends on what it does not cite."""
    old, new, lines = change
    before, after = ledger([old], switches), ledger([new], switches)
    assert before.total is not None
    assert after.total is not None
    for one, other in zip((*before.rows[0], *before.total), (*after.rows[0], *after.total), strict=True):
        if one.value != other.value:
            assert any(place.line in lines for place in (*one.sources, *other.sources))


@given(matters=LEDGERS, switches=SWITCHES)
def test_the_remark_names_the_kind_of_day_of_every_number(
    matters: list[Matter], switches: Switches, ledger: Ledger
) -> None:
    """附件6 注2: 工作日 or 自然日, 即时办结 where a limit is 0."""
    for row in ledger(matters, switches).rows:
        numbers = [cell.value for cell in row[22:25] if not isinstance(cell.value, str)]
        remark = str(row[26].value)
        if any(numbers):
            assert "工作日" in remark or "自然日" in remark
        assert ("即时办结" in remark) == (0 in numbers)
