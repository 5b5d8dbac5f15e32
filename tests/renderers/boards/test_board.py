"""The board for the eye, for paper and for programs."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from engine.campaign.board import Board, board_of
from engine.campaign.owing import Facts
from engine.campaign.standing import Filed, State
from processes.calendars.calendar import calendar_of
from processes.model.filing import Review, ReviewState, Submission
from processes.model.places import NOWHERE, Text
from processes.model.plan import Group, Plan, Stage
from renderers.boards import html_format, json_format, table, text
from renderers.boards.wording import SIGNS


def texts(*names: str) -> tuple[Text, ...]:
    """Names as they are declared."""
    return tuple(Text(name, NOWHERE) for name in names)


PLAN = Plan(
    name="《示范<市>工作方案》",
    city="示范市",
    heading="示范市",
    recipient="市编办",
    groups=(
        Group(name="综合部门", departments=texts("水务局", "林业局"), place=NOWHERE),
        Group(name="执法部门", departments=texts("公安局"), place=NOWHERE),
    ),
    stages=(
        Stage(name="改革", due=date(2017, 12, 31), deliverables=texts("附件1", "附件4"), place=NOWHERE),
        Stage(name="入驻", due=date(2018, 3, 31), deliverables=texts("窗口授权书"), place=NOWHERE),
    ),
    final_levels=(),
    place=NOWHERE,
)
SOUND = Facts(matters=2, kept=2, kept_sound=2, approvals=1, approvals_kept=1, entering=1)
FILED_AT = datetime(2017, 12, 29, 2, tzinfo=UTC)


def filed(state: ReviewState | None = None, day: date = date(2017, 12, 29), changed: tuple[str, ...] = ()) -> Filed:
    """What is known of a submission of the first stage."""
    reviews = () if state is None else (Review(state=state, reviewer="李四", at=FILED_AT, reasons="<缺页>"),)
    one = Submission(
        department="水务局", stage=1, stage_name="改革", version=2, digest="0" * 64, filed_at=FILED_AT, who="张三",
        errors=0, warnings=3, reviews=reviews,
    )  # fmt: skip
    return Filed(latest=one, first_day=day, last_day=day, changed=changed)


def board(day: date = date(2018, 1, 4), *, registry: bool = True, **known: Filed) -> Board:
    """Two departments have declared something, the third has not; ``known``: department → what it filed first."""
    facts = {"水务局": SOUND, "林业局": Facts(matters=1, kept=1, kept_sound=1, errors=1)}
    return board_of(
        PLAN,
        facts,
        {(name, 1): one for name, one in known.items()},
        day=day,
        calendar=calendar_of(),
        has_registry=registry,
    )


def test_a_terminal_shows_who_is_where() -> None:
    """Stages with counts first, then the departments of each stage that is on or over."""
    found = text.render(board(水务局=filed(ReviewState.CONFIRMED, changed=("水务局/01-取水.yaml",))))
    assert found == (
        "示范市2018-01-04(星期四)的进度:3个部门\n"
        "\n"
        "                 1.改革          2.入驻\n"
        "───────────────────────────────────────────────\n"
        "期限             2017-12-31      2018-03-31\n"
        "最后一个工作日   2017-12-29      2018-03-30\n"
        "                 已过3个工作日   还有58个工作日\n"
        "应报部门         3               2\n"
        "● 完成           1               0\n"
        "▲ 逾期           2\n"
        "◇ 需人工确认                     1\n"
        "? 待定                           1\n"
        "－ 不涉及                        1\n"
        "\n"
        "第1阶段 改革\n"
        "  期限2017-12-31(星期日),最后一个工作日2017-12-29(星期五),已过3个工作日\n"
        "  成果:附件1、附件4\n"
        "  ▲ 逾期 1(有问题):林业局\n"
        "  ▲ 逾期 1(未申报):公安局\n"
        "  ● 已报送 1(审核确认,报送后有改动):水务局\n"
        "\n"
        "第2阶段 入驻\n"
        "  期限2018-03-31(星期六),最后一个工作日2018-03-30(星期五),还有58个工作日\n"
        "  成果:窗口授权书\n"
        "  ◇ 需人工确认 1(窗口授权书):水务局\n"
        "  ? 待定 1(没有申报事项,看不出涉及不涉及):公安局\n"
        "  － 不涉及 1(没有行政审批事项):林业局\n"
        "\n"
        "报送后有改动、还没有再报的 1 个部门\n"
        "  水务局:水务局/01-取水.yaml\n"
    )


def test_a_terminal_shows_the_same_by_form() -> None:
    """Copies and departments, and of each deliverable who still has something to do."""
    found = text.render(board(水务局=filed()), by_form=True)
    assert (
        "阶段   成果         份数   应报部门   完成   逾期   需人工确认   待定   不涉及\n"
        "──────────────────────────────────────────────────────────────────────────────\n"
        "1      附件1        1      2          1                          1      1\n"
        "1      附件4        3      3          1      2\n"
        "2      窗口授权书   1      2                        1            1      1\n"
    ) in found
    assert "附件4(第1阶段,已过3个工作日)\n  ▲ 逾期 2:林业局、公安局\n" in found
    assert "附件1(第1阶段" not in found


def test_what_was_sent_back_after_the_last_day_says_why() -> None:
    """So that whoever reads the board can call the department."""
    assert "▲ 逾期 1(退回:<缺页>):水务局" in text.render(board(水务局=filed(ReviewState.RETURNED)))


def test_without_a_registry_it_is_said() -> None:
    """In both formats for the eye."""
    found = board(registry=False)
    assert "还没有登记库" in text.render(found)
    assert "还没有登记库" in html_format.render(found)
    assert "还没有登记库" not in html_format.render(board())


def test_the_page_has_a_cell_for_each_deliverable_and_stands_alone() -> None:
    """Groups of the plan, sign and word of each state, everything in its tip; nothing is fetched, no script."""
    page = html_format.render(board(水务局=filed(ReviewState.CONFIRMED, changed=("水务局/01-取水.yaml",))))
    assert "综合部门(2个)" in page
    assert "执法部门(1个)" in page
    assert len(re.findall(r"<td class=\"(?:overdue|filed|asked|unclear|not_owed)[^>]*title=", page)) == 9
    assert (
        '<td class="filed moved" title="水务局 附件4:已报送;第2版2017-12-29由张三报送,审核确认;&lt;缺页&gt;;'
        '报送时警告3;报送后有改动(水务局/01-取水.yaml)">● 已报送<small>审核确认</small>'
        '<small class="mark">有改动</small></td>'
    ) in page
    assert "示范&lt;市&gt;" in page
    assert "<script" not in page
    assert "//" not in re.sub(r"</?\w+[^>]*>", "", page)
    assert html_format.render(board()) == html_format.render(board())


def test_the_page_offers_only_filters_that_find_something() -> None:
    """One for each state to act on, and for what has changed."""
    page = html_format.render(board(水务局=filed(day=date(2018, 1, 3), changed=("水务局/单位.yaml",))))
    choices = re.findall(r'id="only-(\w+)"', page)
    assert choices == ["all", "overdue", "asked", "unclear", "late", "moved"]


def test_programs_get_all_of_it() -> None:
    """Counts, and every deliverable of every department."""
    found = json.loads(json_format.render(board(水务局=filed(day=date(2018, 1, 3)))))
    assert (found["城市"], found["日期"], found["登记库"]) == ("示范市", "2018-01-04", True)
    assert found["阶段"][0] == {
        "序号": 1, "名称": "改革", "期限": "2017-12-31", "最后一个工作日": "2017-12-29", "剩余工作日": -3,
        "暂定": False, "情况": "已到期", "应报": 3, "完成": 1, "各状态": {"逾期": 2, "逾期报送": 1},
    }  # fmt: skip
    assert found["成果"][1] == {
        "阶段": 1,
        "成果": "附件4",
        "份数": 3,
        "应报": 3,
        "完成": 1,
        "各状态": {"逾期": 2, "逾期报送": 1},
    }
    assert found["部门"][0]["成果"][1] == {
        "阶段": 1, "成果": "附件4", "状态": "逾期报送", "份数": 1, "能出份数": 1, "逾期工作日": 2, "错误": 0, "警告": 3,
        "版次": 2, "报送日期": "2018-01-03", "审核": "草拟",
        "说明": "逾期2个工作日;第2版2018-01-03由张三报送,草拟;报送时警告3",
    }  # fmt: skip


@pytest.mark.parametrize("state", State)
def test_each_state_has_a_sign_and_a_look(state: State) -> None:
    """On a page in grey the sign tells them apart."""
    assert SIGNS[state]
    assert re.search(rf"^[^{{]*\.{state.name.lower()}\b[^{{]*\{{", html_format.render(board()), re.MULTILINE)


def test_a_list_says_what_the_board_says() -> None:
    """A line for each deliverable of each department, with the numbers of what was filed."""
    known = filed(changed=("水务局/01-取水.yaml",))
    rows = list(csv.DictReader(StringIO(table.listed(board(水务局=replace(known, made={"附件4": (1, 2)}))))))
    assert len(rows) == 3 * 3
    first, second = rows[:2]
    assert (first["成果"], first["状态"], first["版次"], first["报送日期"], first["警告"]) == (
        "附件1", "已报送", "2", "2017-12-29", "3",
    )  # fmt: skip
    assert first["报送后有改动"] == "水务局/01-取水.yaml"
    assert (second["成果"], second["状态"], second["应报份数"], second["有几份"], second["逾期工作日"]) == (
        "附件4", "逾期", "2", "1", "3",
    )  # fmt: skip
    assert second["说明"].startswith("逾期3个工作日;缺件;第2版2017-12-29由张三报送,草拟;应报2份,报送了1份")


def test_a_spreadsheet_reckons_nothing_that_was_declared() -> None:
    """A text that looks like a formula is a text."""
    papers = {"窗口授权书": "=1+1"}
    found = board_of(
        PLAN,
        {"水务局": replace(SOUND, papers=papers)},
        {},
        day=date(2018, 1, 4),
        calendar=calendar_of(),
        has_registry=False,
    )
    rows = list(csv.DictReader(StringIO(table.listed(found))))
    assert rows[2]["说明"] == "'=1+1"


def test_what_was_filed_of_some_matters_is_told_everywhere() -> None:
    """How many of how many."""
    known = replace(filed(), made={"附件4": (3, 5)})
    found = board(date(2017, 12, 30), 水务局=known)
    assert "◧ 缺件 1(附件4 3/5份):水务局" in text.render(found)
    assert '<td class="incomplete" title="水务局 附件4:缺件;' in html_format.render(found)
    assert "◧ 缺件<small>3/5份</small>" in html_format.render(found)
    assert "缺件3/5份" in html_format.render(board(水务局=known))
