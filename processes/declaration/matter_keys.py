"""事项: the keys of a matter file and of its two versions."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace
from typing import Any

from processes.declaration.choices import Choice, Flag
from processes.declaration.flow_file import Branches, Entries
from processes.declaration.kinds import ABSENT, Absent, OneText, Table, place_of
from processes.declaration.matter_parts import Bases, Fees, Materials, StatutoryLimits
from processes.declaration.names import Name, Names
from processes.declaration.nodes import Node, Scalar
from processes.declaration.problems import PROBLEM
from processes.declaration.quantities import Integer, Limit
from processes.declaration.reporting import Reporter
from processes.declaration.rows import Rows
from processes.declaration.schemas import Definitions, Schema, choice, missing, snippet, whole
from processes.declaration.shapes import Fields, Key, Places, Shape, arranged
from processes.model.limits import NO_LIMIT
from processes.model.matter import Outcome, StatutoryLimit
from processes.model.places import NOWHERE, Place
from processes.model.vocabulary import CHANNELS, KINDS, SUBJECTS, MatterType


@dataclass(frozen=True, slots=True)
class Half:
    """One version as written: only what it says."""

    fields: Fields
    places: Places
    place: Place


def _half(*, place: Place, places: Places, **fields: object) -> Half:
    return Half(fields, places, place)


_TEXT = OneText()
_TEXT_OR_NONE = OneText(none=True)

VERSION_KEYS = (
    Key("承办", "offices", Names(), "承办内设机构,牵头的在前;不写就从流程里找"),
    Key("条件", "conditions", Names(sentences=True), "办理条件,一行一条;没有写 无", needed=True),
    Key("公开", "public", Flag(), "是否对外公开:是 或 否;默认 是,涉密的默认 否"),
    Key("收费", "fees", Fees(), "不收费,或一行“项目 | 标准 | 依据”"),
    Key("地点", "location", _TEXT, "办理地点,写到门牌或楼层"),
    Key("渠道", "channels", Names(*CHANNELS, none=False), "办理渠道:窗口、网上、邮寄、电话;默认 窗口"),
    Key("支线", "branches", Branches(), "主路以外的路:补正、不予受理…;标准支线不用写,不要的写 不予受理: 无 的样子"),
)
"""Keys that may stand outside (both versions) or in 优化前/优化后, never in both places."""

PROCESS_KEYS = (
    Key("时限", "limit", Limit(), "20工作日、60自然日、即时、无"),
    Key("流程", "entries", Entries(), "一列,每行:环节 | 承办 | 时限 | 程序"),
    Key("材料", "materials", Materials(), "要交的材料;不用交写 无"),
    Key("出处", "source", _TEXT, "这些数字从哪里来"),
)

_VERSION_ORDER = "取消 下放 出处 承办 条件 公开 收费 地点 渠道 时限 流程 支线 材料"
"""As in the forms: what fits on a line first, what is long last."""

_ONCE = (
    "名称 公布名称 编码 类型 种类 依据 相对人 法定时限 终审 并联部门 共同实施 出具 涉密 公开方式 平台 咨询电话 监督机构 监督电话 "
    "问题 未行使原因 监管措施 未进驻原因 其他优化 重点项目 年办件量 网上公示 备注 说明"
)
"""What is said once of the whole matter."""
_OUTSIDE = {name: f"「{name}」写在最外层,与“优化前”“优化后”对齐" for name in _ONCE.split()}

BEFORE = Shape(
    "优化前",
    arranged(_VERSION_ORDER, *(replace(key, required=key.name != "出处") for key in PROCESS_KEYS), *VERSION_KEYS),
    _half,
    misplaced=_OUTSIDE,
    stand_ins={"limit": NO_LIMIT, "materials": ()},
)
AFTER = Shape(
    "优化后",
    arranged(
        _VERSION_ORDER,
        *PROCESS_KEYS,
        *(replace(key, needed=False) for key in VERSION_KEYS),
        Key("下放", "devolved_to", _TEXT, "承接层级,如 镇(乡)"),
        Key("取消", "cancel_reason", _TEXT, "取消的原因"),
    ),
    _half,
    misplaced=_OUTSIDE,
)


class _After:
    """优化后: 不变, 取消, or a mapping of what changed."""

    shape = AFTER

    def read(self, node: Node, report: Reporter) -> Half | Absent:
        if type(node) is Scalar:
            word = node.text.strip()
            if word in ("不变", "取消"):
                return Half({"outcome": Outcome(word)}, {}, place_of(node, report))
            report.at(place_of(node, report), "D105", f"「{word}」不能作优化后", "写 不变、取消,或在下一层写改了什么")
            return ABSENT
        read = AFTER.read(node, report)
        if not isinstance(read, Half):
            return ABSENT
        # What was refused is not what was left out: it must not be taken over from 优化前.
        return read if read.places.keys() <= read.fields.keys() else ABSENT

    def schema(self, names: Definitions) -> Schema:
        """A word, or the keys that changed."""
        return names.share(
            AFTER.name,
            AFTER,
            lambda: {
                **AFTER.definition(names),
                "type": ["object", "string"],
                "pattern": whole("不变|取消"),
                "patternErrorMessage": "写 不变、取消,或在下一层写改了什么",
                "defaultSnippets": [
                    snippet("不变", "不变", "与优化前一样"),
                    snippet("取消(不再办理)", "取消", "这个事项不再办理"),
                    snippet("时限: 10工作日", {"时限": "${1:10工作日}"}, "在下一层只写改了的"),
                ],
            },
        )


DEFAULT_KEYS = (
    *(key for key in VERSION_KEYS if key.name not in ("承办", "条件")),
    Key("终审", "final_level", _TEXT_OR_NONE, "省终审、市终审或本级终审;没有写 无"),
    Key("公开方式", "publicity", Names(new=True), "公开渠道和范围"),
    Key("平台", "platforms", Names(), "在哪些平台公布"),
    Key(
        "网上公示",
        "published",
        Table(_TEXT, "承诺时限: 15工作日"),
        "平台上现在写的,只写与优化前不同的,如 承诺时限: 15工作日",
    ),
    Key("实施主体", "implementing_body", _TEXT, "默认是单位全称"),
    Key("咨询电话", "inquiry_phone", _TEXT, "对外公布的咨询电话,印在附件7"),
    Key("监督机构", "supervisor", _TEXT, "受理投诉的机构,印在附件7"),
    Key("监督电话", "supervision_phone", _TEXT, "投诉电话,印在附件7"),
    Key("邮寄地址", "postal_address", _TEXT, "邮寄材料的地址,印在附件7"),
    Key("邮政编码", "postcode", _TEXT, "六位邮政编码"),
)
"""Keys that may stand in 默认."""

_MATTER_ORDER = (
    "名称 公布名称 编码 类型 种类 依据 相对人 法定时限 终审 并联部门 共同实施 出具 收费 条件 公开 涉密 地点 渠道 公开方式 平台 "
    "实施主体 咨询电话 监督机构 监督电话 邮寄地址 邮政编码 问题 未行使原因 监管措施 未进驻原因 其他优化 重点项目 年办件量 "
    "网上公示 备注 承办 支线 说明 优化前 优化后"
)
"""What it is, who may apply for what, how it is published, what was found, and what leads over to the versions."""


def _kinds(matter_type: MatterType) -> Schema:
    """JSON Schema: the 种类 that go with a type (附件4 注4); those of 行政审批事项 need not be written."""
    words = KINDS[matter_type]
    demanded = {} if matter_type is MatterType.APPROVAL else missing("种类", f"可以写:{'、'.join(words)}")
    return {
        "if": {"properties": {"类型": {"const": matter_type.value}}, "required": ["类型"]},
        "then": {**demanded, "properties": {"种类": choice(words)}},
    }


_CONDITIONS: Schema = {
    "if": {"properties": {"优化前": {"not": {"required": ["条件"]}}}},
    "then": missing("条件", "办理条件,一行一条;没有写 无"),
}
"""JSON Schema: 条件 stands outside of both versions or in 优化前."""

MATTER = Shape(
    "事项",
    arranged(
        _MATTER_ORDER,
        Key("名称", "name", Name(), "事项名称,与公布的名称一致", required=True),
        Key("公布名称", "published_name", _TEXT, "公布的名称与此不同时写"),
        Key("编码", "code", _TEXT, "事项的实施编码"),
        Key("类型", "type", Choice(MatterType), "、".join(MatterType), required=True),
        Key("种类", "kind", _TEXT_OR_NONE, "具体种类(附件4注4);行政审批事项不写即 行政许可"),
        Key("依据", "bases", Bases(), "按效力层级写;没有写 无", required=True),
        Key("相对人", "subjects", Names(*SUBJECTS), "、".join(SUBJECTS) + ";没有写 无", required=True),
        Key("法定时限", "statutory", StatutoryLimits(), "20工作日(《…》第×条);没有写 无", required=True),
        Key("出具", "outputs", Names(new=True), "文书或证照名称;没有写 无", required=True),
        *VERSION_KEYS,
        *(key for key in DEFAULT_KEYS if key not in VERSION_KEYS),
        Key("并联部门", "parallel_departments", Names(), "联审联批的其他部门"),
        Key("共同实施", "joint_departments", Names(), "共同实施部门,默认同并联部门"),
        Key("涉密", "secret", _TEXT, "密级和依据"),
        Key("问题", "problems", Rows(PROBLEM, none=True), "一行“问题 | 措施 | 承办”;评估了没有问题写 无"),
        Key("未行使原因", "unexercised", _TEXT_OR_NONE, "行政权力未行使的原因"),
        Key("监管措施", "supervision", _TEXT_OR_NONE, "取消、下放后的监管措施"),
        Key("未进驻原因", "not_in_centre", _TEXT_OR_NONE, "没有进驻行政服务中心的原因"),
        Key("其他优化", "other_improvement", _TEXT_OR_NONE, "环节、程序、材料、时限以外的优化"),
        Key("重点项目", "key_project", Flag(), "是否市级重点工程项目:是 或 否;默认 否"),
        Key("年办件量", "yearly_volume", Integer(), "一年办多少件"),
        Key("备注", "remark", _TEXT, "印在附件6备注栏"),
        Key("说明", "acceptances", Table(_TEXT, "规则编号: 理由"), "规则编号: 理由"),
        Key("优化前", "before", BEFORE, "改革前的时限、流程、材料", required=True),
        Key("优化后", "after", _After(), "不变、取消,或改了什么", required=True),
    ),
    dict,
    stand_ins={
        "type": MatterType.OTHER,
        "bases": (),
        "subjects": (),
        "statutory": StatutoryLimit(),
        "outputs": (),
        "after": Half({"outcome": Outcome.UNCHANGED}, {}, NOWHERE),
    },
    also=(*(_kinds(matter_type) for matter_type in MatterType if KINDS[matter_type]), _CONDITIONS),
    misplaced={name: f"「{name}」写在 优化前 或 优化后 里" for name in ("时限", "流程", "材料", "出处", "下放")},
)

Defaults = MappingABC[str, tuple[Any, Place]]
"""Field → default value and the place where it was declared."""
