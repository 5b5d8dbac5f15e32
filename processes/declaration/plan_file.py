"""方案.yaml: the plan of the city."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import fields as dataclass_fields
from typing import Any, cast

from processes.declaration.choices import Flag, Word
from processes.declaration.defaults import DEFAULTS
from processes.declaration.kinds import ABSENT, Absent, OneText, Table, is_empty, place_of
from processes.declaration.matter_keys import Defaults
from processes.declaration.names import Name, Names
from processes.declaration.nodes import Mapping, Node, Sequence
from processes.declaration.properties import PROPERTIES
from processes.declaration.quantities import Day, Limit, Share
from processes.declaration.reporting import Reporter
from processes.declaration.rows import Rows
from processes.declaration.schemas import CELL, Definitions, Schema, free_keys, long_or_short, rows
from processes.declaration.shapes import Key, Shape
from processes.model.places import Place, Text
from processes.model.plan import FormText, Group, OutsideBody, Plan, Stage, Switches, Targets

STAGE = Shape(
    "阶段",
    (
        Key("阶段", "name", Name(), "阶段名称", required=True),
        Key("期限", "due", Day(), "最后一天,如 2017-12-31", required=True),
        Key("成果", "deliverables", Names(new=True), "要报送的成果"),
    ),
    Stage,
    columns=("阶段", "期限", "成果"),
    example="梳理评估阶段 | 2017-12-31 | 附件4、附件5",
)

TARGETS = Shape(
    "目标",
    (
        Key("压缩", "cut", Share(), "要压缩的份额,如 1/3"),
        Key("联审联批", "joint_limit", Limit(), "联审联批的上限,如 15工作日"),
    ),
    Targets,
)


class Groups:
    """部门: ``组名: 甲、乙、丙``."""

    def read(self, node: Node, report: Reporter) -> tuple[Group, ...] | Absent:
        """The groups in the plan's order."""
        if type(node) is not Mapping:
            report.at(place_of(node, report), "D104", "部门应是下一层的“组名: 甲、乙、丙”")
            return ABSENT
        groups: list[Group] = []
        earlier: dict[str, Text] = {}
        for name, (key, value) in node.entries.items():
            members = _MEMBERS.read(value, report)
            if isinstance(members, Absent):
                continue
            for member in members:  # within a group it has been looked at
                if member in earlier:
                    report.at(
                        member.place,
                        "D116",
                        f"单位「{member}」列了两次",
                        related=(earlier[member].place,),
                        width=len(member),
                    )
            earlier |= {member: member for member in members}
            groups.append(Group(name=name, departments=members, place=place_of(key, report)))
        return tuple(groups) or ABSENT

    def schema(self, names: Definitions) -> Schema:
        """Free names, each with names."""
        return free_keys(_MEMBERS.schema(names), "组名: 甲、乙、丙")


_MEMBERS = Names(none=False, new=True)

INTERMEDIARY = Shape(
    "中介",
    (
        Key("名称", "name", Name(), "中介机构或服务的名称", required=True),
        Key("收费", "fee", OneText(), "收费标准"),
        Key("依据", "basis", OneText(), "收费依据"),
        Key("公开", "public", Flag(), "是否公开"),
    ),
    dict,
)

LEVELS = {
    "上级": "会经手环节的上级机构",
    "下级": "会经手环节的下级机构,如镇(乡)、社区(村)",
    "同级": "本级但不在方案部门里的机构",
    "中介": "申请人要自己找的中介机构;可以分开写 名称、收费、依据、公开",
}
"""Word of a level → what stands there."""


class OutsideBodies:
    """外部机构: names under 上级, 下级, 同级, 中介; 中介 may be written out with fee and basis."""

    def read(self, node: Node, report: Reporter) -> tuple[OutsideBody, ...] | Absent:
        """The bodies."""
        if type(node) is not Mapping:
            report.at(place_of(node, report), "D104", "外部机构应是下一层的“上级: …”“下级: …”“同级: …”“中介: …”")
            return ABSENT
        bodies: list[OutsideBody] = []
        for level, (key, value) in node.entries.items():
            if level not in LEVELS:
                report.at(
                    place_of(key, report),
                    "D101",
                    f"外部机构里没有「{level}」",
                    "可以写:上级、下级、同级、中介",
                    width=len(level),
                )
                continue
            if is_empty(value):
                report.at(place_of(value, report), "D103", f"「{level}」空着没填", "写名称,几个用“、”隔开;用不着就删掉")
                continue
            for item in value.items if type(value) is Sequence else [value]:
                bodies += self._bodies(item, level, report, split=type(value) is not Sequence)
        return tuple(bodies)

    @staticmethod
    def _bodies(item: Node, level: str, report: Reporter, *, split: bool) -> list[OutsideBody]:
        if type(item) is Mapping:
            read = INTERMEDIARY.read(item, report)
            if isinstance(read, Absent):
                return []
            return [OutsideBody(level=level, **cast("dict[str, Any]", read))]
        names = (_NAMES if split else Name()).read(item, report)
        if isinstance(names, Absent):
            return []
        texts = names if isinstance(names, tuple) else (Text(names, place_of(item, report)),)
        return [OutsideBody(name=text, level=level, place=text.place) for text in texts]

    def schema(self, names: Definitions) -> Schema:
        """The levels, each with names or bodies written out."""
        return names.share("外部机构", OutsideBodies, lambda: self._definition(names))

    @staticmethod
    def _definition(names: Definitions) -> Schema:
        body = names.share(INTERMEDIARY.name, INTERMEDIARY, lambda: long_or_short(INTERMEDIARY.definition(names), []))
        level = rows(body, CELL, "名称,几个用、隔开或一行一个")
        properties = {word: {**level, "title": word, "description": about} for word, about in LEVELS.items()}
        return {"type": ["object"], "minProperties": 1, "properties": properties, "additionalProperties": False}


SWITCHES = Shape(
    "口径",
    (
        Key("三分之一", "one_third", Word("按部门", "按事项"), "三分之一按部门合计还是逐项"),
        Key("环节程序", "counting", Word("环节与程序", "标准阶段", "交接次数", "法定阶段"), "环节和程序怎样数"),
        Key("附件3环节数", "annex3_steps", Word("环节", "程序", "两者"), "附件3办理程序环节数取哪个"),
        Key("附件3收费", "annex3_fees", Word("项目", "事项", "金额"), "附件3收费总数取哪个"),
        Key("附件9程序", "annex9_procedures", Word("净减", "变动"), "附件9优化调整工作程序取哪个"),
        Key("材料计数", "materials", Word("种类", "份数"), "材料按种类还是份数"),
        Key("合计含取消", "totals_with_cancelled", Flag(), "合计是否含取消事项"),
        Key("混合日", "mixed_days", Word("不折算", "折算"), "工作日与自然日是否折算"),
        Key("等于法定", "equal_to_statutory", Word("错误", "允许"), "承诺等于法定时限怎样看"),
        Key("承诺计至", "promise_until", Word("送达", "决定"), "承诺时限计到哪一步"),
        Key("到期顺延", "natural_end", Word("顺延", "不顺延"), "自然日的时限在休息日到期,顺延不顺延"),
        Key("预警", "warning", Share(), "时限剩下几分之几亮黄牌,如 1/5"),
    ),
    Switches,
)

FORM_TEXT = Shape(
    "附件的字",
    (
        Key("标题", "title", OneText(), "表的标题"),
        Key("注", "notes", Names(none=True, sentences=True), "表下的注,一行一条"),
    ),
    FormText,
)


def _form_texts(*, place: Place, places: MappingABC[str, Place], **texts: FormText) -> dict[str, FormText]:  # noqa: ARG001 - the shape's call
    return dict(texts)


FORM_TEXTS = Shape(
    "附件",
    tuple(Key(f"附件{number}", f"附件{number}", FORM_TEXT, f"附件{number}的标题和注") for number in range(1, 11)),
    _form_texts,
)

SEVERITY_WORDS = ("错误", "警告", "提示", "忽略")

_NAMES = Names(new=True)

PLAN = Shape(
    "方案",
    (
        Key("名称", "name", Name(), "方案名称", required=True),
        Key("城市", "city", Name(), "城市名称", required=True),
        Key("表头", "heading", OneText(), "各表标题的开头,默认同城市"),
        Key("印发", "issued", Day(), "印发日期"),
        Key("报送", "recipient", OneText(), "各表报给谁", required=True),
        Key("部门", "groups", Groups(), "下一层:组名: 甲、乙、丙", required=True),
        Key("阶段", "stages", Rows(STAGE), "一列,每行:阶段 | 期限 | 成果", required=True),
        Key("目标", "targets", TARGETS, "压缩份额和联审联批上限"),
        Key("平台", "platforms", _NAMES, "公布事项的平台"),
        Key("承接层级", "receiving_levels", _NAMES, "下放给哪些层级"),
        Key("终审", "final_levels", Names(none=False, new=True), "从上级到本级", required=True),
        Key("外部机构", "outside_bodies", OutsideBodies(), "方案以外、会经手环节的机构"),
        Key("口径", "switches", SWITCHES, "几处可选的算法"),
        Key("性质", "properties", PROPERTIES, "一列,一行一句对流程的要求,如 决定 之前必有 受理"),
        Key("规则", "severities", Table(Word(*SEVERITY_WORDS), "R413: 忽略"), "规则编号: 错误/警告/提示/忽略"),
        Key("附件", "form_texts", FORM_TEXTS, "只在标题或注与本方案不同时写"),
        Key("默认", "defaults", DEFAULTS, "各事项共用的内容"),
        Key("说明", "acceptances", Table(OneText(), "规则编号: 理由"), "规则编号: 理由"),
    ),
    dict,
)


def read_plan(root: Mapping, report: Reporter) -> tuple[Plan, MappingABC[str, Defaults]] | None:
    """The plan and its defaults, or None after reporting."""
    read = PLAN.read_fields(root, report)
    if read is None:
        return None
    fields, places = read
    defaults = cast("MappingABC[str, Defaults]", fields.pop("defaults", {}))
    fields.setdefault("heading", fields["city"])
    known = {field.name for field in dataclass_fields(Plan)}
    plan = Plan(
        **{name: value for name, value in fields.items() if name in known}, place=place_of(root, report), places=places
    )
    return plan, defaults
