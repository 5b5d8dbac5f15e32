"""附件7 一次性告知单: what an applicant must know of one matter, as it is after the reform; 20 fields in 14 rows.

A cancelled matter has none. A secret one has: like any other it is filed with 市编办, and no field tells its secrecy;
to leave such matters out is up to whoever publishes. 附件4 注1 (不涉及 … 应填“无”) is kept here too: no field is
empty. Both limits are printed as declared, with their unit; 附件6 第22、24栏 have the same in days. Behind 承诺时限
stands what it leaves out. The platforms publish these fields, so 附件10 compares them as they are worded here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.form import NONE_TEXT, Card, Cell, Field
from engine.annexes.wording import (
    basis_places,
    basis_text,
    body_places,
    body_text,
    conditions_text,
    fee_places,
    fee_text,
    listed,
    numbered,
    office_names,
    office_places,
    promise_places,
    promise_text,
    text_places,
    type_text,
)
from engine.measures.measured import distinct
from processes.model.plan import FormText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from processes.model.department import Department
    from processes.model.matter import Matter, Version
    from processes.model.places import Place, Text
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter, Process

CODE = "附件7"
NAME = "一次性告知单"
BODY, PROMISE, CHARGED, FEES = "实施主体", "承诺时限", "是否收费", "收费依据与标准"
MATERIALS = "申报所需材料(如未标记数量默认为一份)"
YES, NO = "是", "否"


def fill_matter(department: Department, plan: Plan, matter: CheckedMatter) -> Card | None:
    """附件7 of one matter, None when the matter is cancelled."""
    process = matter.after
    if process is None:
        return None
    own = plan.form_texts.get(CODE, FormText())
    return Card(
        code=CODE,
        label=CODE,
        title=own.title or NAME,
        unit_name=department.full_name,
        rows=field_rows(department, matter.matter, process),
        notes=own.notes,
    )


def field_rows(
    department: Department, matter: Matter, process: Process
) -> tuple[tuple[Field] | tuple[Field, Field], ...]:
    """The 20 fields in 14 rows, of one version of the matter."""
    version = process.version
    return (
        (Field("事项名称", Cell(matter.name, distinct((matter.at("name"),)))),),
        (
            Field("事项类型", _type(matter)),
            Field(BODY, Cell(body_text(matter, department), body_places(matter, department))),
        ),
        (Field("事项依据", Cell(basis_text(matter), basis_places(matter))),),
        (
            Field("法定时限", Cell(matter.statutory.limit.official, distinct((matter.statutory.at("limit"),)))),
            Field(PROMISE, Cell(promise_text(process), promise_places(process))),
        ),
        (Field("共同实施部门", _joint(matter)),),
        (Field("事项相对人", _names(matter.subjects, matter.at("subjects"))),),
        (
            Field(CHARGED, Cell(YES if version.fees else NO, fee_places(version))),
            Field(FEES, Cell(fee_text(version, NONE_TEXT), fee_places(version))),
        ),
        (Field("出具的文书或证照名称", _names(matter.outputs, matter.at("outputs"))),),
        (
            Field(
                "办理条件",
                Cell(conditions_text(version), text_places(version.conditions, version.at("conditions"))),
            ),
        ),
        (Field("办理地点", Cell(version.location or NONE_TEXT, distinct((version.at("location"),)))),),
        (
            Field("承办内设机构", Cell(listed(office_names(process)), office_places(process))),
            _said(matter, "咨询电话", "inquiry_phone"),
        ),
        (_said(matter, "监督机构", "supervisor"), _said(matter, "监督电话", "supervision_phone")),
        (_said(matter, "邮寄地址", "postal_address"), _said(matter, "邮政编码", "postcode")),
        (Field(MATERIALS, _materials(version)),),
    )


def _type(matter: Matter) -> Cell:
    """事项类型 with 具体种类 in brackets, 附件4 第2、3栏."""
    return Cell(type_text(matter), distinct((matter.at("type"), matter.at("kind", matter.at("type")))))


def _joint(matter: Matter) -> Cell:
    """共同实施, and whatever department of 并联部门 (附件4 第10栏) it does not name."""
    names = tuple(dict.fromkeys((*matter.joint_departments, *matter.parallel_departments)))
    return _names(names, matter.at("joint_departments", matter.at("parallel_departments")))


def _materials(version: Version) -> Cell:
    """Every paper with the copies as written; none written means 1份, as the label of the cell says."""
    papers = [f"{paper.name}({paper.copies})" if paper.copies else paper.name for paper in version.materials]
    places = distinct(paper.place for paper in version.materials) or distinct((version.at("materials"),))
    return Cell(numbered(papers), places)


def _said(matter: Matter, label: str, field: str) -> Field:
    """A fact printed as written."""
    return Field(label, Cell(getattr(matter, field) or NONE_TEXT, distinct((matter.at(field),))))


def _names(names: Iterable[Text], absent: Place) -> Cell:
    names = tuple(names)
    return Cell(listed(names), text_places(names, absent))
