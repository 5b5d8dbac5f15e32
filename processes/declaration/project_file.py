"""联审联批: rows 办理 | 部门 | 时限 | 先办, the network of a project before and after."""

from __future__ import annotations

from processes.declaration.choices import Word
from processes.declaration.kinds import OneText, Table, place_of
from processes.declaration.names import Name, Names
from processes.declaration.nodes import Mapping
from processes.declaration.quantities import Limit
from processes.declaration.reporting import Reporter
from processes.declaration.rows import Rows
from processes.declaration.shapes import Key, Shape
from processes.model.project import Project, Task

TASK = Shape(
    "办理",
    (
        Key("办理", "name", Name(), "办什么", required=True),
        Key("事项", "matter", OneText(), "单位/事项名称,时限和材料从那个文件取"),
        Key("部门", "departments", Names(none=False), "谁办,牵头的在前"),
        Key("时限", "limit", Limit(), "要多久"),
        Key("先办", "predecessors", Names(), "要先办完哪几行;不写就从头开始"),
    ),
    Task,
    columns=("办理", "部门", "时限", "先办"),
    example="项目备案 | 发改局 | 2工作日 | 无",
)

PROJECT = Shape(
    "联审联批",
    (
        Key("名称", "name", Name(), "项目名称", required=True),
        Key("类别", "category", Word("重点项目", "一件事"), "重点项目或一件事"),
        Key("牵头", "lead", Name(), "牵头部门", required=True),
        Key("前置要件", "prerequisites", Names(new=True), "一开始就已齐备的要件"),
        Key("上限", "ceiling", Limit(), "默认同方案的联审联批目标"),
        Key("优化前", "before", Rows(TASK), "一列,每行:办理 | 部门 | 时限 | 先办", required=True),
        Key("优化后", "after", Rows(TASK), "一列,每行:办理 | 部门 | 时限 | 先办", required=True),
        Key("备注", "remark", OneText(), "这个项目要说明的"),
        Key("说明", "acceptances", Table(OneText(), "规则编号: 理由"), "规则编号: 理由"),
    ),
    dict,
)


def read_project(root: Mapping, report: Reporter) -> Project | None:
    """The project, or None after reporting."""
    read = PROJECT.read_fields(root, report)
    if read is None:
        return None
    fields, places = read
    return Project(**fields, file=report.file, place=place_of(root, report), places=places)
