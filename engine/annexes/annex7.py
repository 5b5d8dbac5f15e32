"""附件7 一次性告知单: what an applicant must know of one matter, as it is after the reform; 20 fields in 14 rows.

A cancelled matter has none. A secret one has: like any other it is filed with 市编办 (附件4 注: 全口径). Whoever holds
the sheet must see that it is not to be shown (保守国家秘密法: 国家秘密标志), so its title begins with the 密级, as that
of 附件8 does; to leave such matters out (工作方案 二(五)1: “涉密事项除外”) is up to whoever publishes. 附件4 注1
(不涉及 … 应填“无”) is kept here too: no field is empty. Both limits are printed as declared, with their unit; 附件6
第22、24栏 have the same in days. Behind 承诺时限 stands what it leaves out. The platforms publish these fields, so
附件10 compares them as they are worded here.
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
    from collections.abc import Iterable, Mapping

    from processes.model.department import Department
    from processes.model.matter import Matter, Version
    from processes.model.places import Place, Text
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter, Process

CODE = "附件7"
NAME = "一次性告知单"
NAME_FIELD, BODY, PROMISE, CHARGED, FEES = "事项名称", "实施主体", "承诺时限", "是否收费", "收费依据与标准"
MATERIALS = "申报所需材料(如未标记数量默认为一份)"
YES, NO = "是", "否"


ROWS: tuple[tuple[str] | tuple[str, str], ...] = (
    (NAME_FIELD,),
    ("事项类型", BODY),
    ("事项依据",),
    ("法定时限", PROMISE),
    ("共同实施部门",),
    ("事项相对人",),
    (CHARGED, FEES),
    ("出具的文书或证照名称",),
    ("办理条件",),
    ("办理地点",),
    ("承办内设机构", "咨询电话"),
    ("监督机构", "监督电话"),
    ("邮寄地址", "邮政编码"),
    (MATERIALS,),
)
"""The 20 fields in 14 rows."""


def fill_matter(department: Department, plan: Plan, matter: CheckedMatter) -> Card | None:
    """附件7 of one matter, None when the matter is cancelled."""
    process = matter.after
    if process is None:
        return None
    own = plan.form_texts.get(CODE, FormText())
    title, marking = own.title or NAME, matter.matter.marking
    cells = matter_cells(department, matter.matter) | version_cells(process)
    return Card(
        code=CODE,
        label=CODE,
        title=f"【{marking}】{title}" if marking else title,
        unit_name=department.full_name,
        rows=tuple(_row(labels, cells) for labels in ROWS),
        notes=own.notes,
    )


def _row(labels: tuple[str] | tuple[str, str], cells: Mapping[str, Cell]) -> tuple[Field] | tuple[Field, Field]:
    if len(labels) == 1:
        return (Field(labels[0], cells[labels[0]]),)
    return Field(labels[0], cells[labels[0]]), Field(labels[1], cells[labels[1]])


def matter_cells(department: Department, matter: Matter) -> dict[str, Cell]:
    """The fields that are the same in every version of the matter."""
    return {
        NAME_FIELD: Cell(matter.name, distinct((matter.at("name"),))),
        "事项类型": _type(matter),
        BODY: Cell(body_text(matter, department), body_places(matter, department)),
        "事项依据": Cell(basis_text(matter), basis_places(matter)),
        "法定时限": Cell(matter.statutory.limit.official, distinct((matter.statutory.at("limit"),))),
        "共同实施部门": _joint(matter),
        "事项相对人": _names(matter.subjects, matter.at("subjects")),
        "出具的文书或证照名称": _names(matter.outputs, matter.at("outputs")),
        "咨询电话": _said(matter, "inquiry_phone"),
        "监督机构": _said(matter, "supervisor"),
        "监督电话": _said(matter, "supervision_phone"),
        "邮寄地址": _said(matter, "postal_address"),
        "邮政编码": _said(matter, "postcode"),
    }


def version_cells(process: Process) -> dict[str, Cell]:
    """The fields of one version."""
    version = process.version
    fees = fee_places(version)
    conditions = text_places(version.conditions, version.at("conditions"))
    return {
        PROMISE: Cell(promise_text(process), promise_places(process)),
        CHARGED: Cell(YES if version.fees else NO, fees),
        FEES: Cell(fee_text(version, NONE_TEXT), fees),
        "办理条件": Cell(conditions_text(version), conditions),
        "办理地点": Cell(version.location or NONE_TEXT, distinct((version.at("location"),))),
        "承办内设机构": Cell(listed(office_names(process)), office_places(process)),
        MATERIALS: _materials(version),
    }


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


def _said(matter: Matter, field: str) -> Cell:
    """A fact printed as written."""
    return Cell(getattr(matter, field) or NONE_TEXT, distinct((matter.at(field),)))


def _names(names: Iterable[Text], absent: Place) -> Cell:
    names = tuple(names)
    return Cell(listed(names), text_places(names, absent))
