"""The elements of the 实施清单 as JSON: English fields with Chinese names, origins, and the code lists."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from engine.exchange.code_lists import CODE_LISTS
from engine.exchange.elements import TABLES, Listed

ENDING = ".json"


def render(matters: Sequence[Listed]) -> bytes:
    """The list of these matters."""
    data = {
        "格式": "实施清单要素",
        "标准": "GB/T 39554.2-2020(字段名取自公开数据,代码后注“待核”的请对照标准原文)",
        "事项": [_matter(one) for one in matters],
        "代码表": {
            name: {code.code: {"名称": code.word, "待核": not code.sure} for code in codes.values()}
            for name, codes in CODE_LISTS.items()
        },
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _matter(one: Listed) -> dict[str, Any]:
    return {
        "部门": one.department,
        "要素": {
            element.key: {
                "名称": element.name,
                "必填": element.required,
                "值": element.value,
                "来源": element.origin.value,
            }
            for element in one.elements
        },
        **{
            name: [{TABLES[name][key]: text for key, text in row.items()} for row in rows]
            for name, rows in one.tables.items()
        },
    }
