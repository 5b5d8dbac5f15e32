"""答卷: what service users and experts say of the present processes (工作方案 二(二)2四, 附件9 columns 21–23)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PROBLEMS = ("要件多", "环节多", "程序多", "时限长", "效率低", "无谓证明")
"""What may be ticked, in the plan's words: five of 行政审批事项和其他行政权力事项, and 无谓证明 of 公共服务事项, whose
程序繁琐 and 办理时限长 are 程序多 and 时限长."""


class Role(StrEnum):
    """身份 of who answers."""

    USER = "服务对象"
    EXPERT = "专家"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person says of one matter; ``sheet`` (答卷编号) tells persons apart. ``line`` of the file."""

    line: int
    sheet: str
    role: Role
    matter: str
    problems: tuple[str, ...] = ()
    opinion: str = ""
