"""代码表 of the 实施清单 (GB/T 39554): what stands for what, and how sure we are of it.

Sure are codes seen in published data of provincial platforms; the others are the usual ones, to be checked against the
text of the standard before they are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from processes.model.vocabulary import MatterType


@dataclass(frozen=True, slots=True)
class Code:
    """A code and its word; ``sure`` if seen in published data."""

    code: str
    word: str
    sure: bool = True

    def __str__(self) -> str:
        """``01 行政许可``, with 待核 behind what is not sure."""
        return f"{self.code} {self.word}" if self.sure else f"{self.code} {self.word}(待核)"


def _codes(*pairs: tuple[str, str], unsure: str = "") -> Mapping[str, Code]:
    return {word: Code(code, word, code not in unsure.split()) for code, word in pairs}


TYPES = _codes(
    *(("01", "行政许可"), ("02", "行政处罚"), ("03", "行政强制"), ("04", "行政征收"), ("05", "行政给付")),
    *(("06", "行政检查"), ("07", "行政确认"), ("08", "行政奖励"), ("09", "行政裁决"), ("10", "其他行政权力")),
    ("20", "公共服务"),
)
LEVELS = _codes(
    *(("1", "国家级"), ("2", "省级"), ("3", "市级"), ("4", "县级")),
    *(("5", "镇(乡、街道)级"), ("6", "村(社区)级")),
    unsure="1 2 3 5 6",
)
PROJECT_TYPES = _codes(("1", "即办件"), ("2", "承诺件"))
POWER_SOURCES = _codes(
    *(("1", "法定本级行使"), ("2", "上级下放"), ("3", "上级授权")),
    *(("4", "同级授权"), ("5", "上级委托"), ("6", "同级委托")),
)
BODY_KINDS = _codes(("1", "法定机关"), ("2", "授权组织"), ("3", "受委托组织"))
SUBJECTS = _codes(
    *(("1", "自然人"), ("2", "企业法人"), ("3", "事业法人"), ("4", "社会组织法人")),
    *(("5", "非法人企业"), ("6", "行政机关"), ("9", "其他组织")),
)
UNITS = _codes(("1", "工作日"), ("2", "自然日"), unsure="1 2")
"""Platforms differ (1 and 2, W and N, workday and naturalday)."""

CODE_LISTS: Mapping[str, Mapping[str, Code]] = {
    "事项类型": TYPES,
    "行使层级": LEVELS,
    "办件类型": PROJECT_TYPES,
    "权力来源": POWER_SOURCES,
    "实施主体性质": BODY_KINDS,
    "服务对象": SUBJECTS,
    "时限单位": UNITS,
}

_KINDS = {
    "行政征用": "行政征收",
    "行政监督检查": "行政检查",
    **dict.fromkeys(("年检", "行政复议", "税费减免", "其他"), "其他行政权力"),
}
_PEOPLE = {
    **dict.fromkeys(("公民", "个人", "特定人群"), "自然人"),
    "企业": "企业法人",
    "事业单位": "事业法人",
    "机关": "行政机关",
    "其他组织": "其他组织",
}


def type_code(matter_type: MatterType, kind: str) -> Code | None:
    """事项类型 of a matter by 附件4's 具体种类; None for 其他事项, which the 实施清单 does not list."""
    if matter_type is MatterType.PUBLIC_SERVICE:
        return TYPES["公共服务"]
    return None if matter_type is MatterType.OTHER else TYPES.get(_KINDS.get(kind, kind))


def subject_codes(subjects: tuple[str, ...]) -> tuple[Code, ...]:
    """服务对象 of the 相对人 of 附件4, each once."""
    return tuple(dict.fromkeys(SUBJECTS[_PEOPLE[one]] for one in subjects if one in _PEOPLE))
