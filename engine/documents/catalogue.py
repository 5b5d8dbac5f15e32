"""事项目录: what a department, or the city, handles after the reform, to be made public.

工作方案 二(五)1: “向社会公开(涉密事项除外)…公开事项目录”. Listed is what is public after the reform and not secret;
not a word tells that there is more. A devolved matter is listed with the level that handles it now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.annexes.form import Align, Cell
from engine.annexes.order import by_type, in_scope
from engine.annexes.wording import type_text
from engine.documents.common import after_of, named, office_names
from engine.documents.document import (
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
)
from engine.measures.measured import distinct
from processes.model.department import Department
from processes.model.matter import Fee
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

NAME = "事项目录"
PURPOSE = "向社会公开的事项目录(单位、全市)"

_COLUMNS = (
    Column("序号", 3),
    Column("事项名称", 16, Align.LEFT),
    Column("事项类型", 9),
    Column("承办机构", 9),
    Column("法定时限", 6),
    Column("承诺时限", 6),
    Column("收费", 10, Align.LEFT),
    Column("办理地点", 14, Align.LEFT),
    Column("咨询电话", 9),
)


def write(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Document | None:
    """The catalogue of one department; None if it has nothing to make public."""
    shown = _public(matters)
    if not shown:
        return None
    return Document(
        title=f"{department.full_name}事项目录",
        unit_name=department.full_name,
        parts=(Paragraph(_count(len(shown))), _table(shown), *_dated(plan)),
        wide=True,
    )


def write_city(plan: Plan, declared: Sequence[tuple[Department, Sequence[CheckedMatter]]]) -> Document:
    """The catalogues of all departments, one below the other."""
    inside = [(one, _public(matters)) for one, matters in in_scope(plan, declared)]
    shown = [(one, matters) for one, matters in inside if matters]
    parts: list[Part] = [
        Paragraph(f"本目录收录{len(shown)}个部门的{_count(sum(len(matters) for _, matters in shown))}")
    ]
    for number, (department, matters) in enumerate(shown, 1):
        parts += [Heading(f"{number}.{department.full_name}({len(matters)}项)", 2), _table(matters)]
    known = {one.name for one, _ in inside}
    missing = [name for name in plan.departments if name not in known]
    if missing:
        parts.append(Paragraph(f"〔公布前补齐或删去本行:{'、'.join(missing)}尚未申报〕", Setting.NOTE))
    return Document(title=f"{plan.city}事项目录", unit_name=plan.recipient, parts=(*parts, *_dated(plan)), wide=True)


def _public(matters: Iterable[CheckedMatter]) -> tuple[CheckedMatter, ...]:
    return tuple(one for one in by_type(named(matters)) if one.after is not None and one.after.version.public)


def _count(count: int) -> str:
    return f"{count}个事项。承诺时限自受理之日起算,另有规定的除外。"


def _dated(plan: Plan) -> tuple[Paragraph, ...]:
    return (Paragraph(f"依据:《{plan.name.strip('《》')}》。", Setting.NOTE),)


def _table(matters: Sequence[CheckedMatter]) -> Table:
    rows: list[tuple[Cell, ...]] = [_row(one) for one in matters]
    filled: tuple[Row, ...] = numbered(rows)
    return Table("", _COLUMNS, filled)


def _row(one: CheckedMatter) -> tuple[Cell, ...]:
    matter, process = one.matter, after_of(one)
    version = process.version
    devolved = f"(下放至{matter.devolved_to})" if matter.devolved_to else ""
    return (
        Cell(matter.published_name or matter.name, distinct((matter.at("name"),))),
        Cell(type_text(matter), distinct((matter.at("type"),))),
        Cell(matter.devolved_to or office_names(process)),
        Cell(matter.statutory.limit.official, distinct((matter.statutory.at("limit"),))),
        Cell(version.limit.official, distinct((version.at("limit"),))),
        Cell(_fees(version.fees), distinct((version.at("fees"),))),
        Cell(f"{version.location or SHORT_BLANK}{devolved}", distinct((version.at("location"),))),
        Cell(matter.inquiry_phone or SHORT_BLANK, distinct((matter.at("inquiry_phone"),))),
    )


def _fees(fees: Sequence[Fee]) -> str:
    return "\n".join(fee.item + (f":{fee.standard}" if fee.standard else "") for fee in fees) or "不收费"
