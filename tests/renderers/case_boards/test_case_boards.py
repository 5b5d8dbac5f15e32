"""The board of cases as people, spreadsheets and programs see it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from engine.cases.board import Board, board_of
from engine.cases.clocks import clock_of
from engine.cases.history import History, Pause, Stay
from processes.model.limits import DayKind, TimeLimit
from renderers.case_boards import csv_format, html_format, json_format, text
from renderers.case_boards.wording import Group, groups_of, pauses_text, state_text
from renderers.reports.style import Style
from tests.declaring import Declared
from tests.engine.cases.boards import JOINT, accounts, board, on, seen, stay
from tests.engine.cases.test_clocks import RULES, natural, working

Declare = Callable[[str], Declared]


@pytest.fixture
def shown(declare: Declare) -> Board:
    """The board of 15 March."""
    return board(declare(""), declare(JOINT))


@pytest.fixture
def empty() -> Board:
    """Nothing has come in."""
    return board_of((), on(15), city="示范市", departments=())


def state(limit: TimeLimit, today: int, *pauses: Pause, ended: int | None = None) -> str:
    """How a limit that began on 5 March stands."""
    return state_text(clock_of(limit, on(5), None if ended is None else on(ended), pauses, on(today), RULES))


def test_a_terminal_shows_counts_then_what_is_late_and_what_is_due(shown: Board) -> None:
    """Numbers by department, red cases, yellow cases, each with who has it."""
    lines = text.render(shown).splitlines()
    assert lines[0] == "示范市2018-03-15(星期四)办件看板"
    assert re.split(r"\s{2,}", next(line for line in lines if line.startswith("合计"))) == [
        *("合计", "7", "6", "1", "1", "1", "2", "2", "1", "28.6%"),
    ]
    (red,) = (number for number, line in enumerate(lines) if line == "▲ 红牌 2 件")
    assert re.split(r"\s{2,}", lines[red + 3]) == [
        *("甲-1", "示范局 示范事项", "环节“审查”5工作日", "2018-03-13", "超2个工作日", "审查(业务股)"),
    ]
    (yellow,) = (number for number, line in enumerate(lines) if line == "◆ 黄牌 2 件")
    assert [line.split()[0] for line in lines[yellow + 3 : yellow + 5]] == ["甲-6", "甲-2"]


def test_a_long_list_is_cut_and_says_so(declare: Declare) -> None:
    """Twenty-five late cases: twenty are shown, the most urgent first."""
    own = accounts(declare(""))
    cases = [seen(f"{number:02d}", own, stay("审查", 1 + number % 5), accepted=1) for number in range(25)]
    shown = text.render(board_of(cases, on(30), city="示范市", departments=()))
    assert "▲ 红牌 25 件" in shown
    assert "……还有 5 件,用 -o 看板.html 看全部,用 --部门 看一个部门。" in shown
    assert shown.count("法定时限20工作日") == 20


def test_colour_is_only_for_terminals(shown: Board) -> None:
    """The same words with and without."""
    assert "\x1b" not in text.render(shown)
    coloured = text.render(shown, Style(colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == text.render(shown).split()


def test_cases_of_others_are_told_apart(declare: Declare) -> None:
    """公安局 works on one of 住建局."""
    shown = board(declare(""), declare(JOINT), department="公安局")
    assert "别的部门的办件,现在由公安局办环节的 1 件" in text.render(shown)
    assert "住建局 联合事项" in text.render(shown)


def test_without_cases_every_format_says_so(empty: Board) -> None:
    """And does not divide by nothing."""
    assert "到这一天还没有收过办件。" in text.render(empty)
    assert "到这一天还没有收过办件。" in html_format.render(empty)
    assert json.loads(json_format.render(empty))["合计"]["超时率"] == 0
    assert csv_format.render(empty) == ",".join(csv_format.HEADS) + "\n"


def test_the_page_needs_nothing_besides_itself_and_escapes_what_people_write(declare: Declare) -> None:
    """No address but its own, and a name is text."""
    case = replace(
        seen("<b>1", accounts(declare("")), stay("审查", 6), accepted=6), applicant="甲&乙", matter="<script>"
    )
    shown = html_format.render(board_of([case], on(30), city="示范市", departments=()))
    assert "http" not in shown
    assert "<script>" not in shown
    assert all(part in shown for part in ("&lt;b&gt;1", "甲&amp;乙", "&lt;script&gt;"))


def test_every_button_of_the_page_filters_rows_that_there_are(shown: Board) -> None:
    """A choice, its label, and a row that it leaves."""
    page = html_format.render(shown)
    choices = re.findall(r'class="choice" id="([^"]+)"', page)
    assert choices == ["only-all", "only-red", "only-yellow", "only-due", "only-paused", "of-0", "of-1", "of-2"]
    rows = [set(looks.split()) for looks in re.findall(r'<tr class="([^"]+)">', page)]
    for choice in choices:
        assert f'<label for="{choice}">' in page
        look = choice.removeprefix("only-").replace("of-", "of")
        assert look in ("all", "of0") or any(look in looks for looks in rows)
        assert look in ("all", "of0") or f"tr:not(.{look})" in page


def test_the_page_lists_red_then_yellow_then_paused(shown: Board) -> None:
    """Each case once, with all that it is listed for."""
    page = html_format.render(shown)
    assert re.findall(r"<td><b>([^<]+)</b>", page) == ["甲-1", "乙-1", "甲-6", "甲-2", "甲-3"]
    assert "◆ 黄牌<small>今日到期</small>" in page


def test_json_has_every_case_with_all_its_limits(shown: Board) -> None:
    """What is due when, what was taken out and why."""
    content = json.loads(json_format.render(shown))
    assert [one["编号"] for one in content["办件"]] == ["乙-1", "甲-1", "甲-2", "甲-3", "甲-4", "甲-5", "甲-6"]
    paused = next(one for one in content["办件"] if one["编号"] == "甲-3")
    promise = next(one for one in paused["时限"] if one["种类"] == "承诺时限")
    assert (promise["天数"], promise["已用"], promise["剩余"], promise["到期日"]) == (10, 2, 8, None)
    assert promise["暂停"] == [
        {"种类": "听证", "依据": "《行政许可法》第四十五条", "起": "2018-03-08", "止": None, "天数": 5}
    ]


def test_csv_has_a_line_for_each_case_and_no_formula(declare: Declare) -> None:
    """What a person wrote is never reckoned by a spreadsheet; numbers below 0 stay numbers."""
    case = replace(seen("1", accounts(declare("")), stay("审查", 6), accepted=6), applicant='=HYPERLINK("x")')
    (row,) = csv.DictReader(StringIO(csv_format.render(board_of([case], on(30), city="", departments=()))))
    assert (row["编号"], row["申请人"], row["剩余"], row["现在的环节"]) == ("1", '\'=HYPERLINK("x")', "-8", "审查")


@pytest.mark.parametrize(
    ("said", "limit", "today", "pauses", "ended"),
    [
        ("剩3个工作日", working(5), 7, (), None),
        ("今日到期", working(5), 12, (), None),
        ("超1个工作日", working(5), 13, (), None),
        ("超时,未满1个工作日", working(4), 10, (), None),
        ("超2天", natural(4), 11, (), None),
        ("暂停,剩4个工作日", working(5), 13, (Pause("听证", on(6)),), None),
        ("超1个工作日", working(5), 30, (), 13),
        ("", working(5), 30, (), 9),
        ("", TimeLimit(None), 30, (), None),
    ],
)
def test_how_a_limit_stands(
    said: str, limit: TimeLimit, today: int, pauses: tuple[Pause, ...], ended: int | None
) -> None:
    """In the unit of the limit."""
    assert state(limit, today, *pauses, ended=ended) == said


def test_what_was_taken_out_is_told_with_its_article() -> None:
    """An article that is the kind itself is told once."""
    law = "《取水许可和水资源费征收管理条例》第十九条"
    pauses = (Pause("检验", on(6), on(8)), Pause(law, on(9)))
    clock = clock_of(working(9), on(5), None, pauses, on(13), RULES)
    assert pauses_text(clock) == (
        f"检验 2018-03-06~2018-03-08 扣2个工作日(《行政许可法》第四十五条);{law} 2018-03-09~今 扣2个工作日"
    )


def test_days_that_may_change_are_marked(declare: Declare) -> None:
    """2027 has no notice of days off yet."""
    own = accounts(declare(""))
    case = seen("1", own, stay("审查", 6), accepted=6)
    new = replace(
        case, history=History((Stay("审查", date(2026, 12, 25)),), (), date(2026, 12, 25), date(2026, 12, 25))
    )
    shown = board_of([case, replace(new, number="2")], date(2027, 1, 4), city="示范市", departments=())
    for rendered in (text.render(shown), html_format.render(shown)):
        assert "暂定:2027年的放假安排还没有,只扣了周末;通知公布后写 日历/2027.yaml 再看。" in rendered
    late, soon = (line for line in text.render(shown).splitlines() if "审查(业务股)" in line)
    assert ("暂定" in late, "超约" in late) == (False, True)
    assert "2027-01-01(暂定)" in soon


def test_the_same_board_gives_the_same_bytes(declare: Declare) -> None:
    """Made twice, in every format."""
    first, second = (board(declare(""), declare(JOINT)) for _ in range(2))
    for render in (text.render, html_format.render, json_format.render, csv_format.render):
        assert render(first) == render(second)


def test_what_a_case_is_listed_for(shown: Board) -> None:
    """One that is green, running or done in time, is not."""
    assert {one.number: groups_of(one, shown) for one in shown.total.entries} == {
        "甲-1": (Group.RED,),
        "甲-2": (Group.YELLOW,),
        "甲-3": (Group.PAUSED,),
        "甲-4": (),
        "甲-5": (),
        "甲-6": (Group.YELLOW, Group.DUE),
        "乙-1": (Group.RED,),
    }


def test_hours_are_counted_in_working_days() -> None:
    """4小时 from Monday are over on Wednesday by one working day."""
    assert state(TimeLimit(working(4).amount, DayKind.HOUR), 7) == "超1个工作日"
