"""单位.yaml: a department, its offices and its numbers."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import replace
from typing import cast

from processes.declaration.choices import Answer, Choice, Flag, Word
from processes.declaration.defaults import DEFAULTS
from processes.declaration.kinds import Absent, OneText, Table, place_of
from processes.declaration.matter_keys import Defaults
from processes.declaration.names import Name, Names
from processes.declaration.nodes import Mapping, Node, Scalar
from processes.declaration.plan_file import OutsideBodies
from processes.declaration.quantities import Integer
from processes.declaration.reporting import Reporter
from processes.declaration.rows import Rows
from processes.declaration.schemas import CELL, Definitions, Schema, rows, whole
from processes.declaration.shapes import Key, Shape
from processes.model.department import ApprovalOffice, Department, Evaluation, Headcount, Office
from processes.model.vocabulary import APPROVAL_OFFICE_MODES, OfficeChange, OfficeRole

OFFICE = Shape(
    "内设机构",
    (
        Key("机构", "name", Name(), "规范全称", required=True),
        Key("职能", "role", Choice(OfficeRole), "审批、监管或综合,默认综合"),
        Key("变动", "change", Choice(OfficeChange), "保留、新设或撤销,默认保留"),
        Key("性质", "nature", OneText(), "如 事业单位"),
        Key("加挂", "plates", Names(), "加挂的牌子"),
        Key("人数", "staff", Integer(), "编制人数"),
    ),
    Office,
    columns=("机构", "职能", "变动"),
    example="行政审批股 | 审批 | 新设",
)


class Offices:
    """内设机构: rows 机构 | 职能 | 变动; a one-line text is a list of plain names."""

    def read(self, node: Node, report: Reporter) -> tuple[object, ...] | Absent:
        """The offices in order; none for 无."""
        if type(node) is Scalar and "|" not in node.text.replace("｜", "|"):
            names = _NAMES.read(node, report)
            return names if isinstance(names, Absent) else tuple(Office(name=name, place=name.place) for name in names)
        return _OFFICES.read(node, report)

    def schema(self, names: Definitions) -> Schema:
        """A list of rows, one row, or plain names on one line."""
        message = "一列,每行:机构 | 职能 | 变动;只有名称的可以写成一行,用、隔开"
        return rows(OFFICE.schema(names), f"{CELL}|{OFFICE.row_pattern()}", message)


_NAMES = Names(new=True)
_OFFICES = Rows(OFFICE, none=True)

APPROVAL_OFFICE = Shape(
    "行政审批股",
    (
        Key("方式", "mode", Word(*APPROVAL_OFFICE_MODES), "怎样组建的", required=True),
        Key("原因", "reason", OneText(), "加挂牌子的原因"),
        Key("主管", "head", OneText(), "谁主管(应是一把手)"),
        Key("协管", "deputy", OneText(), "谁协管(班子副职)"),
        Key("窗口", "window", OneText(), "行政服务中心的窗口"),
        Key("窗口人员", "window_staff", OneText(), "人数或姓名"),
        Key("授权", "authority", OneText(), "授权文件"),
        Key("专用章", "seal", OneText(), "审批专用章:是、否或启用日期"),
    ),
    ApprovalOffice,
)

HEADCOUNT = Shape(
    "数量",
    (
        Key("改革前", "before", Integer(), "改革前的数", required=True),
        Key("改革后", "after", Integer(), "改革后的数", required=True),
    ),
    Headcount,
)


class Headcounts:
    """A number (the same before and after), or 改革前 and 改革后."""

    def read(self, node: Node, report: Reporter) -> Headcount | Absent:
        """Both numbers."""
        if type(node) is Mapping:
            return cast("Headcount | Absent", HEADCOUNT.read(node, report))
        number = _INTEGER.read(node, report)
        return (
            number
            if isinstance(number, Absent)
            else Headcount(before=number, after=number, place=place_of(node, report))
        )

    def schema(self, names: Definitions) -> Schema:
        """A number, or two."""
        return names.share(
            HEADCOUNT.name,
            Headcounts,
            lambda: {
                **HEADCOUNT.definition(names),
                "type": ["integer", "string", "object"],
                "pattern": whole(Integer.pattern),
                "patternErrorMessage": "应是整数,前后不同写下一层 改革前、改革后",
                "minimum": 0,
            },
        )


_INTEGER = Integer()

EVALUATION = Shape(
    "评估",
    (
        Key("服务对象", "service_users", Integer(), "邀请服务对象参与评估的人数"),
        Key("专家", "experts", Integer(), "邀请第三方专家参与评估的人数"),
        Key("事项", "matters", Integer(), "评估分析工作流程的事项数"),
    ),
    Evaluation,
)

DEPARTMENT = Shape(
    "单位",
    (
        Key("名称", "name", Name(), "方案里的简称", required=True),
        Key("全称", "full_name", Name(), "规范全称", required=True),
        Key("内设机构", "offices", Offices(), "一列,每行:机构 | 职能 | 变动", required=True),
        Key("行政审批股", "approval_office", APPROVAL_OFFICE, "怎样组建、怎样进驻"),
        Key("编制", "staff", Headcounts(), "人员编制数;前后不同写下一层 改革前、改革后"),
        Key("机构数", "office_count", Headcounts(), "内设机构数,默认按列出的数"),
        Key("领导职数", "leader_posts", Headcounts(), "领导的职数;前后不同写下一层 改革前、改革后"),
        Key("评估", "evaluation", EVALUATION, "附件9第21–23栏"),
        Key("文件", "documents", Table(OneText(), "调整意见: 文号"), "调整意见、工作总结: 文号"),
        Key("核对", "confirmations", Table(Answer(), "R615: 是,…"), "人工核对的规则: 是,…"),
        Key("外部机构", "outside_bodies", OutsideBodies(), "本单位特有的外部机构"),
        Key("范围外", "outside_scope", Flag(), "镇、开发区写 是"),
        Key("默认", "defaults", DEFAULTS, "本单位各事项共用的内容"),
        Key("说明", "acceptances", Table(OneText(), "规则编号: 理由"), "规则编号: 理由"),
    ),
    dict,
)


def read_department(
    root: Mapping, report: Reporter, folder: str
) -> tuple[Department, MappingABC[str, Defaults]] | None:
    """The department and its defaults, or None after reporting."""
    read = DEPARTMENT.read_fields(root, report)
    if read is None:
        return None
    fields, places = read
    defaults = cast("MappingABC[str, Defaults]", fields.pop("defaults", {}))
    department = Department(**fields, folder=folder, place=place_of(root, report), places=places)
    if department.office_count is None:
        department = replace(department, office_count=_counted(department))
    return department, defaults


def _counted(department: Department) -> Headcount:
    offices = department.offices
    return Headcount(
        before=sum(office.change is not OfficeChange.CREATED for office in offices),
        after=sum(office.change is not OfficeChange.ABOLISHED for office in offices),
        place=department.at("offices"),
    )
