"""优化对比 on paper."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from engine.annexes.form import Align, Cell
from engine.documents.document import DATE_BLANK, Document, Heading, Paragraph, Row, Setting, Table
from engine.reports.report import Column, ColumnKind, Item, Listing, Report, Sign
from engine.reports.report import Table as ReportTable
from processes.model.places import Place
from renderers.documents import docx
from renderers.documents.difference import document


@pytest.fixture
def matter() -> Report:
    """A matter with quantities, kinds and changes."""
    quantities = ReportTable(
        "压减情况",
        (Column("项目"), Column("优化前", ColumnKind.NUMBER), Column("压减比例", ColumnKind.SHARE)),
        ((Cell("环节"), Cell(6, (Place("a", 1, 1),)), Cell("——")),) * 5,
    )
    kinds = ReportTable("变化一览", (Column("方面"),), ((Cell("环节"),),))
    items = (
        Item(code="step-removed", sign=Sign.GONE, before=("复审",), details=("承办 业务股",)),
        Item(code="step-moved", sign=Sign.MOVED, sentence="「缴费」移到「决定」之前", direct=False),
    )
    return Report(
        title="施工许可",
        summary="施工许可:环节 6→4",
        briefing="“施工许可”环节由6个减少到4个。",
        notes=("住建局。",),
        parts=(quantities, kinds, Listing("环节变化", items)),
    )


def said(paper: Document) -> list[str]:
    """Headings and paragraphs."""
    return [part.text for part in paper.parts if isinstance(part, Heading | Paragraph)]


def test_a_matter_can_be_signed_on_its_first_page(matter: Report) -> None:
    """Sentences, quantities, the line to sign on, 署名 and date; all the rest is attached."""
    paper = document(matter, "示范市住建局")
    assert paper.name == "施工许可优化对比情况"
    assert said(paper) == [
        "“施工许可”环节由6个减少到4个。",
        "单位负责人(签字):〔　　〕",
        "示范市住建局",
        DATE_BLANK,
        "附:优化对比明细",
        "住建局。",
    ]
    tables = [part for part in paper.parts if isinstance(part, Table)]
    assert [(table.title, [column.title for column in table.columns]) for table in tables] == [
        ("", ["项目", "优化前", "压减比例"]),
        ("压减情况", ["项目", "优化前", "压减比例"]),
        ("变化清单", ["类别", "内容"]),
    ]
    assert [len(table.rows) for table in tables[:2]] == [4, 5]
    assert [[cell.value for cell in row.cells] for row in tables[2].rows] == [
        ["环节变化"],
        ["取消", "「复审」：承办 业务股"],
        ["随之移动", "「缴费」移到「决定」之前"],
    ]
    assert tables[2].rows[0].is_across(tables[2].columns)
    (attached,) = [part for part in paper.parts if isinstance(part, Heading)]
    assert attached.new_page


def test_many_sentences_leave_the_numbers_to_what_is_attached(matter: Report) -> None:
    """They say the quantities themselves, and 署名 and date stay on the first page."""
    paper = document(replace(matter, briefing="环节减少。" * 70), "局")
    assert [part.title for part in paper.parts if isinstance(part, Table)] == ["压减情况", "变化清单"]


def test_a_matter_without_changes_has_nothing_attached(matter: Report) -> None:
    """The notes go with the changes; without either there is one page."""
    paper = document(replace(matter, parts=matter.parts[:1], notes=()), "局")
    assert not [part for part in paper.parts if isinstance(part, Heading)]


def test_numbers_keep_their_places_and_stand_in_the_middle(matter: Report) -> None:
    """Names stand on the left, if they are long."""
    (table, *_) = [part for part in document(matter, "局").parts if isinstance(part, Table)]
    assert table.rows[0] == Row((Cell("环节"), Cell("6", (Place("a", 1, 1),)), Cell("——")))
    assert {column.align for column in table.columns} == {Align.CENTRE}
    long = replace(matter, parts=(ReportTable("甲", (Column("名称"),), ((Cell("临时占用、挖掘城市道路审批"),),)),))
    (table, *_) = [part for part in document(long, "局").parts if isinstance(part, Table)]
    assert table.columns[0].align is Align.LEFT


def test_a_department_has_its_sums_and_then_its_matters(matter: Report) -> None:
    """一、总体情况, 二、the first matter; signed at the end."""
    whole = Report(
        title="住建局工作流程优化对比",
        summary="住建局 1 项",
        briefing="住建局共梳理1项。",
        notes=("合计含取消事项 1 项。",),
        parts=matter.parts[:2],
        inner_title="事项",
        inner=(matter,),
    )
    paper = document(whole, "示范市住建局")
    assert said(paper) == [
        "一、总体情况",
        "住建局共梳理1项。",
        "合计含取消事项 1 项。",
        "二、施工许可",
        "“施工许可”环节由6个减少到4个。",
        "住建局。",
        "单位负责人(签字):〔　　〕",
        "示范市住建局",
        DATE_BLANK,
    ]
    city = replace(whole, title="示范市工作流程优化对比", inner_title="部门", inner=(whole,))
    assert said(document(city, "市编办"))[3:8] == [
        "二、住建局工作流程优化对比",
        "住建局共梳理1项。",
        "合计含取消事项 1 项。",
        "(一)施工许可",
        "“施工许可”环节由6个减少到4个。",
    ]
    assert [part.title for part in document(city, "市编办").parts if isinstance(part, Table)] == [
        *("压减情况", "变化一览"),  # of the city
        "变化一览",  # of the department, whose sums are in the table of the city
        *("压减情况", "变化清单"),  # of the matter
    ]


def test_a_report_without_sentences_begins_with_its_line(matter: Report) -> None:
    """Something is always said."""
    paper = document(replace(matter, briefing=""), "局")
    assert paper.parts[0] == Paragraph("施工许可:环节 6→4", Setting.BODY)


def test_the_paper_is_a_word_document(matter: Report) -> None:
    """With every text in it, the same bytes each time."""
    content = docx.render(document(matter, "示范市住建局"))
    assert content == docx.render(document(matter, "示范市住建局"))
    with ZipFile(BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    for text in ("施工许可优化对比情况", "随之移动", "单位负责人", "「缴费」移到「决定」之前"):
        assert text in xml


def test_the_line_to_sign_on_never_stands_on_a_page_alone(matter: Report) -> None:
    """The table above it goes with it to the next page (GB/T 9704-2012: no page without text bears a seal)."""
    with ZipFile(BytesIO(docx.render(document(matter, "局")))) as archive:
        xml = archive.read("word/document.xml").decode()
    above, _, _ = xml.partition("单位负责人")
    paragraphs = above[above.index("<w:tbl>") :].split("<w:p>")[1:]
    assert len(paragraphs) > 12
    assert all("<w:keepNext/>" in one for one in paragraphs)
