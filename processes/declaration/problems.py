"""问题: what is wrong with a matter, and what is to be done about it; a row of 附件5."""

from __future__ import annotations

from processes.declaration.kinds import OneText
from processes.declaration.names import Names
from processes.declaration.shapes import Key, Shape
from processes.model.matter import Problem

PROBLEM = Shape(
    "问题",
    (
        Key("问题", "text", OneText(), "问题内容", required=True),
        Key("措施", "measure", OneText(), "整改措施"),
        Key("承办", "offices", Names(none=False), "负责整改的内设机构"),
        Key("备注", "remark", OneText(), "印在附件5备注栏"),
    ),
    Problem,
    columns=("问题", "措施", "承办", "备注"),
    example="材料重复提交 | 内部共享,不再要 | 行政审批股",
)
