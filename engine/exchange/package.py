"""All facts of some matters as data, lossless: what reads it again has equal matters. Its JSON Schema comes with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.exchange.declaring import declared
from processes.declaration.schema_files import schema_of
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

FORMAT, EDITION = "再造事项", "1"
_TEXT = {"type": "string"}


def package(plan: Plan, matters: Iterable[CheckedMatter]) -> dict[str, Any]:
    """The data: what it is, of which plan, and every matter with the keys that come from 默认."""
    return {
        "格式": FORMAT,
        "版本": EDITION,
        "方案": plan.name,
        "城市": plan.city,
        "事项": [_matter(checked) for checked in matters],
    }


def _matter(checked: CheckedMatter) -> dict[str, Any]:
    matter = checked.matter
    whole = declared(matter)
    return {
        "单位": matter.department,
        "文件": matter.file.rpartition("/")[2],
        "沿用默认": list(whole.inherited),
        "申报": whole.tree,
    }


def package_schema() -> dict[str, Any]:
    """The JSON Schema of the data; 申报 is what a matter file may say."""
    matter = schema_of("事项")
    definitions = matter.pop("definitions")
    matter.pop("$schema")
    names = {"type": "array", "items": _TEXT, "description": "申报里取自方案、单位默认值的键"}
    one = {
        "type": "object",
        "properties": {"单位": _TEXT, "文件": _TEXT, "沿用默认": names, "申报": {"$ref": "#/definitions/事项文件"}},
        "required": ["单位", "文件", "沿用默认", "申报"],
        "additionalProperties": False,
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "再造导出的事项",
        "type": "object",
        "properties": {
            "格式": {"const": FORMAT},
            "版本": {"const": EDITION},
            "方案": _TEXT,
            "城市": _TEXT,
            "事项": {"type": "array", "items": one},
        },
        "required": ["格式", "版本", "方案", "城市", "事项"],
        "additionalProperties": False,
        "definitions": {**definitions, "事项文件": matter},
    }
