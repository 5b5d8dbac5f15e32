"""A form as a page to look at."""

from __future__ import annotations

import re

from engine.annexes.form import Cell, Column, Form, headings
from processes.model.places import Place
from renderers.forms.html_page import SHOWN_SOURCES, page

HERE = Place("局/01-甲.yaml", 21, 7)
COLUMNS = (Column("index", "序号"), Column("name", "事项名称", "1"), Column("before", "减环节 / 优化前(个)", "2"))


def form(name: str = "甲", sources: tuple[Place, ...] = (HERE,), *, sign_inside: bool = False) -> Form:
    """A small form."""
    return Form(
        code="附件6",
        label="附件6",
        title="台账",
        unit_name="局",
        headings=headings(COLUMNS, 2),
        columns=COLUMNS,
        header_rows=3,
        rows=((Cell(1), Cell(name, sources), Cell(6, sources, "第3栏所列环节数")),),
        total=(Cell("总计"), Cell(1), Cell("——")),
        notes=("注:1.不能空项。",),
        sign_inside=sign_inside,
    )


def body(text: str) -> str:
    """What is shown of the page, without its looks."""
    return text.partition("<body>")[2]


def test_resting_on_a_cell_shows_where_it_comes_from() -> None:
    """The formula first, then each place."""
    assert 'title="算法:第3栏所列环节数\n局/01-甲.yaml:21:7">6</td>' in page(form())
    assert 'title="局/01-甲.yaml:21:7">甲</td>' in page(form())


def test_of_many_places_the_first_are_shown() -> None:
    """And how many there are."""
    many = tuple(Place("局/01-甲.yaml", line, 1) for line in range(1, 41))
    text = page(form(sources=many))
    assert f"局/01-甲.yaml:{SHOWN_SOURCES}:1\n等 40 处" in text
    assert f"局/01-甲.yaml:{SHOWN_SOURCES + 1}:1" not in text


def test_the_page_reads_as_the_form() -> None:
    """Label, title, sign line, headings with merges, numbers, total, rows, notes."""
    text = body(page(form()))
    assert re.sub(r"<[^>]+>", "|", text).replace("\n", "").split("|") != []
    shown = [part for part in re.sub(r"<[^>]+>", "|", text).replace("\n", "").split("|") if part]
    assert shown == [
        *("附件6", "台账", "单位名称(盖章):局", "主要领导签字:"),
        *("序号", "事项名称", "减环节", "优化前", "(个)", "1", "2"),
        *("总计", "1", "——", "1", "甲", "6"),
        "注:1.不能空项。",
    ]
    assert '<th class="heading center" rowspan="3">序号</th>' in text
    assert text.index("<thead>") < text.index("序号") < text.index("</thead>") < text.index("总计")


def test_a_sign_line_inside_is_part_of_the_table() -> None:
    """附件3, 附件4 and 附件5."""
    text = body(page(form(sign_inside=True)))
    assert text.index("<table>") < text.index("单位名称") < text.index("序号")


def test_names_show_as_they_are_written_and_nothing_is_fetched() -> None:
    """Whatever marks they have."""
    text = page(form("<b>&\"'"))
    assert "&lt;b&gt;&amp;&quot;&#x27;</td>" in text
    assert "://" not in text
    assert "<script" not in text
