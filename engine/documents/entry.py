"""进驻清单: matters, staff and authorisation with which 行政审批股 enters the hall (“三到位”; 工作方案 二(一)、二(四)).

“各部门进驻中心的审批事项、审批人员和窗口授权到位”. Cancelled and devolved matters do not enter; secret ones are dealt
with elsewhere and not named here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.annexes.form import Align, Cell
from engine.annexes.order import in_scope
from engine.documents.common import (
    after_of,
    approval_office_name,
    approvals,
    centre_name,
    kept,
    named,
    people_text,
    seal_text,
)
from engine.documents.document import (
    BLANK,
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
from processes.model.department import ApprovalOffice, Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

NAME = "进驻清单"
PURPOSE = "进驻服务中心的事项、人员、授权(单位、全市)"

_ENTERING = (
    Column("序号", 3),
    Column("进驻事项", 20, Align.LEFT),
    Column("承诺时限", 7),
    Column("办理地点", 18, Align.LEFT),
)
_STAYING = (Column("序号", 3), Column("暂不进驻的事项", 18, Align.LEFT), Column("原因", 26, Align.LEFT))
_STAFF = (
    Column("序号", 3),
    Column("姓名", 8),
    Column("职务", 10),
    Column("岗位", 12),
    Column("联系电话", 12),
)

_LINES, _MOST_LINES = 3, 20
"""Lines for the staff: where their number is not said, and at most."""


def write(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Document | None:
    """The list of one department; None without 行政审批事项."""
    concerned = approvals(kept(matters))
    if not concerned:
        return None
    return Document(
        title=f"{department.full_name}进驻\n{centre_name(plan)}清单",
        unit_name=department.full_name,
        parts=(
            Heading("一、进驻事项"),
            *_matters(concerned),
            Heading("二、进驻人员"),
            *_staff(department),
            Heading("三、窗口授权"),
            *_authority(department, plan),
            *signature(department.full_name),
        ),
    )


def write_city(plan: Plan, declared: Sequence[tuple[Department, Sequence[CheckedMatter]]]) -> Document:
    """The lists of all departments joined: who enters with what, who does not, who is missing."""
    inside = [(one, approvals(kept(matters))) for one, matters in in_scope(plan, declared)]
    concerned = [(one, matters) for one, matters in inside if matters]
    columns = (
        Column("序号", 3),
        Column("部门", 8),
        Column("进驻事项", 5),
        Column("暂不进驻", 5),
        Column("窗口", 16, Align.LEFT),
        Column("窗口人员", 6),
        Column("授权文件", 12),
        Column("审批专用章", 6),
    )
    rows = [_city_row(one, matters) for one, matters in concerned]
    sums = [sum(int(row[column].value) for row in rows) for column in (1, 2)]
    total = Row((Cell(""), Cell("合计"), *map(Cell, sums), *(Cell("") for _ in range(4))), strong=True)
    known = {one.name for one, _ in inside}
    without = [one.name for one, matters in inside if not matters]
    missing = [name for name in plan.departments if name not in known]
    notes = [f"没有行政审批事项的部门:{'、'.join(without)}。"] if without else []
    notes += [f"未申报的部门:{'、'.join(missing)}。"] if missing else []
    details: list[Part] = []
    for number, (department, matters) in enumerate(concerned, 1):
        details += [Heading(f"{number}.{department.full_name}", 2), *_matters(matters)]
    return Document(
        title=f"进驻{centre_name(plan)}清单",
        unit_name=plan.recipient,
        parts=(
            Heading("一、各部门进驻情况"),
            Table("", columns, (*numbered(rows), total)),
            *(Paragraph(note, Setting.NOTE) for note in notes),
            Heading("二、进驻事项"),
            *details,
        ),
    )


def _entering(matters: Sequence[CheckedMatter]) -> tuple[CheckedMatter, ...]:
    return tuple(one for one in named(matters) if not one.matter.not_in_centre)


def _staying(matters: Sequence[CheckedMatter]) -> tuple[CheckedMatter, ...]:
    return tuple(one for one in named(matters) if one.matter.not_in_centre)


def _matters(matters: Sequence[CheckedMatter]) -> Iterator[Part]:
    entering, staying = _entering(matters), _staying(matters)
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(one.matter.name, distinct((one.matter.at("name"),))),
            Cell(after_of(one).version.limit.official),
            Cell(after_of(one).version.location or SHORT_BLANK),
        )
        for one in entering
    ]
    if rows:
        yield Table("", _ENTERING, numbered(rows))
    if staying:
        reasons: list[tuple[Cell, ...]] = [
            (Cell(one.matter.name), Cell(one.matter.not_in_centre, distinct((one.matter.at("not_in_centre"),))))
            for one in staying
        ]
        yield Table("", _STAYING, numbered(reasons))
    if len(entering) + len(staying) < len(matters):
        yield Paragraph("涉密事项不列入本清单,另行报送。", Setting.NOTE)


def _staff(department: Department) -> Iterator[Part]:
    office = department.approval_office
    staff = office.window_staff if office else ""
    leaders = f"主管领导:{_said(office, 'head')};协管领导:{_said(office, 'deputy')}。"
    yield Paragraph(f"{approval_office_name(department)}派驻窗口人员{people_text(staff)}。{leaders}")
    lines = min(int(staff), _MOST_LINES) if staff.isdecimal() else _LINES
    yield Table("", _STAFF, numbered([tuple(Cell("") for _ in _STAFF[1:]) for _ in range(lines)]))


def _authority(department: Department, plan: Plan) -> Iterator[Part]:
    office = department.approval_office
    yield Paragraph(
        f"窗口:{_said(office, 'window')}。授权文件:{_said(office, 'authority')}。审批专用章:{seal_text(office)}。"
    )
    yield Paragraph(
        f"按照《{plan.name.strip('《》')}》要求,授权{approval_office_name(department)}及窗口审批人员对上列进驻事项行使审批权,"
        f"由窗口代表{department.full_name}对外统一受理、办理、送达。授权书附后:{BLANK}。"
    )


def _said(office: ApprovalOffice | None, field: str) -> str:
    text: str = getattr(office, field) if office else ""
    return text or BLANK


def _city_row(department: Department, matters: Sequence[CheckedMatter]) -> tuple[Cell, ...]:
    office = department.approval_office
    return (
        Cell(department.name, distinct((department.at("name"),))),
        Cell(len(_entering(matters))),
        Cell(len(_staying(matters))),
        Cell(_said(office, "window")),
        Cell(people_text(office.window_staff if office else "")),
        Cell(_said(office, "authority")),
        Cell(seal_text(office)),
    )
