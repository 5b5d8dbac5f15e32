"""The JSON Schema of each kind of declaration file, made from the shapes that read it."""

from __future__ import annotations

import json

from processes.declaration.calendar_file import CALENDAR
from processes.declaration.department_file import DEPARTMENT
from processes.declaration.matter_keys import MATTER
from processes.declaration.plan_file import PLAN
from processes.declaration.project_file import PROJECT
from processes.declaration.schemas import Definitions, Schema

DRAFT = "http://json-schema.org/draft-07/schema#"

SHAPES = {"事项": MATTER, "方案": PLAN, "单位": DEPARTMENT, "联审联批": PROJECT, "日历": CALENDAR}
"""Kind of file → the shape of the whole of it."""

FILE_NAMES = {
    "事项": "matter.json",
    "方案": "plan.json",
    "单位": "department.json",
    "联审联批": "project.json",
    "日历": "calendar.json",
}
"""Kind of file → the name under which its schema is kept. Not in Chinese: in its settings, yaml-language-server 2.0.0
takes a path for one inside the project only when the name of the file is Latin."""


def schema_of(kind: str) -> Schema:
    """The schema of one kind of file, with all its definitions."""
    names = Definitions()
    root = SHAPES[kind].definition(names)
    return {
        "$schema": DRAFT,
        **root,
        "description": f"再造的{kind}文件",
        "definitions": dict(sorted(names.made.items())),
    }


def schema_text(kind: str) -> str:
    """The same as text, always with the same bytes; keys stand in the order of the guide, definitions by name."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"
