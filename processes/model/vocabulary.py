"""The closed lists of the plan, the forms and the declaration format.

Sources: 附件4 注3, 注4, 注6, 注7 (types, kinds, ranks of basis, subjects); design of the declaration format for
the rest. Values are the Chinese words as printed.
"""

from __future__ import annotations

from enum import StrEnum


class MatterType(StrEnum):
    """事项类型 (附件4 注3)."""

    APPROVAL = "行政审批事项"
    OTHER_POWER = "其他行政权力事项"
    PUBLIC_SERVICE = "公共服务事项"
    OTHER = "其他事项"


POWERS = (MatterType.APPROVAL, MatterType.OTHER_POWER)
"""行政权力: what 权力清单 lists and the law grants; a service and the rest are none."""


class BasisRank(StrEnum):
    """效力层级, in the order in which 附件4 注6 has them listed."""

    LAW = "法律"
    ADMINISTRATIVE_REGULATION = "行政法规"
    LOCAL_REGULATION = "地方性法规"
    LOCAL_RULE = "地方政府规章"
    MINISTRY_RULE = "国家部委规章"
    NORMATIVE_DOCUMENT = "规范性文件"
    ORGANISATION_DOCUMENT = "机构编制文件"


KINDS: dict[MatterType, tuple[str, ...]] = {
    MatterType.APPROVAL: ("行政许可",),
    MatterType.OTHER_POWER: (
        "行政处罚",
        "行政强制",
        "行政征收",
        "行政征用",
        "行政给付",
        "行政确认",
        "行政奖励",
        "行政监督检查",
        "年检",
        "行政裁决",
        "行政复议",
        "税费减免",
        "其他",
    ),
    MatterType.PUBLIC_SERVICE: (
        "政策支持",
        "法律和信息咨询",
        "知识产权保护",
        "就业技能培训",
        "公共教育",
        "劳动就业",
        "社会保障",
        "医疗卫生",
        "住房保障",
        "文化体育",
        "扶贫脱贫",
        "其他",
    ),
    MatterType.OTHER: (),
}
"""具体种类 by 事项类型 (附件4 注4); 其他事项 takes free text."""

SUBJECTS = ("公民", "个人", "机关", "企业", "事业单位", "其他组织", "特定人群")
"""事项相对人 (附件4 注7); 公民 and 个人 are separate values there."""


class StepKind(StrEnum):
    """种类 of a 环节."""

    ACCEPT = "受理"
    REVIEW = "审查"
    SECOND_REVIEW = "复审"
    DECIDE = "决定"
    PRODUCE = "制证"
    SEAL = "盖章"
    DELIVER = "送达"
    FORWARD = "转报"
    PUBLICISE = "公示"
    HEAR = "听证"
    EXPERT_REVIEW = "评审"
    PAY = "缴费"


EXCLUSION_KINDS = ("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审")
"""Acts whose time is not counted (行政许可法 art. 45)."""


class OfficeRole(StrEnum):
    """职能 of an 内设机构."""

    APPROVAL = "审批"
    SUPERVISION = "监管"
    GENERAL = "综合"


class OfficeChange(StrEnum):
    """变动 of an 内设机构 in the reform."""

    KEPT = "保留"
    CREATED = "新设"
    ABOLISHED = "撤销"


APPROVAL_OFFICE_MODES = ("已建立", "撤一建一", "加挂牌子")
"""方式 in which a 行政审批股 was formed, in the plan's order (R203)."""

COUNTER, ONLINE, MAIL, PHONE = CHANNELS = ("窗口", "网上", "邮寄", "电话")
"""办理渠道."""

RESERVED_NAMES = ("无", "不变", "取消", "即时", "结束", "下一环节")
"""Words of the format that cannot name anything."""
