"""调整意见: how 行政审批股 is formed and the 内设机构 are adjusted, for 市编办 to examine (工作方案 二(一)3).

“将组建行政审批股、内设机构的调整意见以正式文件上报市编办审核,同时上报附件1、附件2、附件3”; “确保人员编制、内设机构、
领导职数“三不增””.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.annexes import annex1, annex2, annex3
from engine.annexes.form import NONE_TEXT, NOT_SUMMED, Align, Cell
from engine.documents.common import after_of, approval_office_name, approvals, kept, named, office_names
from engine.documents.document import (
    BLANK,
    NUMBER_BLANK,
    SHORT_BLANK,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    Setting,
    Table,
    numbered,
    signature,
)
from engine.measures.measured import distinct
from processes.model.department import ApprovalOffice, Department, Headcount, Office
from processes.model.plan import FormText, Plan
from processes.model.process import CheckedMatter
from processes.model.vocabulary import APPROVAL_OFFICE_MODES, OfficeChange

NAME = "调整意见"
PURPOSE = "组建行政审批股和调整内设机构的意见(单位)"

_FORMED = (
    "{office}已经建立,将本部门及所属事业单位的行政审批事项全面梳理、归并集中到{office}。",
    "按照“撤一建一”的原则组建{office},将本部门及所属事业单位的行政审批事项归并集中到{office}。",
    "单设行政审批股确有困难,将行政审批事项归并集中到{office},并加挂牌子。",
)
"""The three ways of 工作方案 二(一)3, in its words and order."""


def write(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Document | None:
    """The opinion of one department; None without 行政审批事项."""
    concerned = approvals(matters)
    if not concerned:
        return None
    said = department.documents.get(NAME)
    return Document(
        title=f"{department.full_name}\n关于组建行政审批股和调整内设机构的意见",
        subtitle=str(said) if said else NUMBER_BLANK,
        unit_name=department.full_name,
        parts=(
            Paragraph(f"{plan.recipient}:", Setting.FLUSH),
            Paragraph(f"按照《{plan.name.strip('《》')}》要求,结合本部门实际,提出如下调整意见,请审核。"),
            Heading("一、组建行政审批股"),
            *_formation(department),
            Heading("二、调整内设机构"),
            _office_table(department),
            Heading("三、人员编制、内设机构、领导职数"),
            *_headcounts(department),
            Heading("四、归并的行政审批事项"),
            *_matters(concerned),
            *_annexes(plan),
            *signature(department.full_name),
        ),
    )


def _formation(department: Department) -> Iterator[Part]:
    office, name = department.approval_office, approval_office_name(department)
    if office is None:
        yield Paragraph(f"组建方式:{BLANK}(已建立、撤一建一、加挂牌子)。")
        return
    text = _FORMED[APPROVAL_OFFICE_MODES.index(office.mode)].format(office=name)
    yield Paragraph(text + (f"原因:{office.reason}。" if office.reason else ""))
    yield Paragraph(f"{name}由{_leader(office, 'head')}主管,{_leader(office, 'deputy')}协管。")


def _leader(office: ApprovalOffice, field: str) -> str:
    text: str = getattr(office, field)
    return text.partition(",")[0].partition("，")[0] or BLANK


def _office_table(department: Department) -> Table:
    columns = (
        Column("序号", 3),
        Column("调整前", 12, Align.LEFT),
        Column("调整后", 14, Align.LEFT),
        Column("职能", 5),
        Column("变动", 5),
        Column("性质", 7),
        Column("人数", 5),
    )
    rows: list[tuple[Cell, ...]] = [_office_row(one) for one in department.offices]
    return Table("", columns, numbered(rows))


def _office_row(office: Office) -> tuple[Cell, ...]:
    plates = f"(挂{'、'.join(office.plates)}牌子)" if office.plates else ""
    before = NOT_SUMMED if office.change is OfficeChange.CREATED else office.name
    after = NOT_SUMMED if office.change is OfficeChange.ABOLISHED else office.name + plates
    return (
        Cell(before, distinct((office.at("name"),))),
        Cell(after, distinct((office.at("name"),))),
        Cell(str(office.role), distinct((office.at("role"),))),
        Cell(str(office.change), distinct((office.at("change"),))),
        Cell(office.nature or "内设机构"),
        Cell(SHORT_BLANK if office.staff is None else office.staff),
    )


def _headcounts(department: Department) -> Iterator[Part]:
    columns = (Column("项目", 10), Column("改革前", 8), Column("改革后", 8), Column("增减", 8))
    counts = (
        ("人员编制", department.staff),
        ("内设机构", department.office_count),
        ("领导职数", department.leader_posts),
    )
    yield Table("", columns, tuple(_headcount_row(name, count) for name, count in counts))
    grown = [name for name, count in counts if count and count.after > count.before]
    unknown = [name for name, count in counts if count is None]
    if grown:
        yield Paragraph(f"{'、'.join(grown)}有增加,与“三不增”的要求不符,请说明:{BLANK}。")
    elif not unknown:
        yield Paragraph("人员编制、内设机构、领导职数均不增加,符合“三不增”的要求。")


def _headcount_row(name: str, count: Headcount | None) -> Row:
    if count is None:
        return Row((Cell(name), *(Cell(BLANK) for _ in range(3))))
    sources = distinct((count.place,))
    change = count.after - count.before
    said = f"+{change}" if change > 0 else str(change)
    return Row((Cell(name), Cell(count.before, sources), Cell(count.after, sources), Cell(said, sources)))


def _matters(concerned: Sequence[CheckedMatter]) -> Iterator[Part]:
    shown = named(concerned)
    columns = (
        Column("序号", 3),
        Column("事项名称", 20, Align.LEFT),
        Column("原承办机构", 14, Align.LEFT),
        Column("现承办机构", 14, Align.LEFT),
    )
    staying = {one.matter.file for one in kept(shown)}
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(one.matter.name, distinct((one.matter.at("name"),))),
            Cell(office_names(one.before)),
            Cell(office_names(after_of(one)) if one.matter.file in staying else _gone(one)),
        )
        for one in shown
    ]
    yield Table("", columns, numbered(rows)) if rows else Paragraph(f"{NONE_TEXT}。")
    if len(shown) < len(concerned):
        yield Paragraph("涉密事项不列入本表,另行报送。", Setting.NOTE)


def _gone(one: CheckedMatter) -> str:
    return f"下放至{one.matter.devolved_to}" if one.matter.devolved_to else "取消"


def _annexes(plan: Plan) -> Iterator[Paragraph]:
    """附件说明: what is reported together with the opinion."""
    for number, form in enumerate((annex1, annex2, annex3), 1):
        title = plan.form_texts.get(form.CODE, FormText()).title or plan.heading + form.NAME
        yield Paragraph(f"{'附件:' if number == 1 else '　　　'}{number}.{title}")
