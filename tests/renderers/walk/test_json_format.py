"""A walk as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from engine.walk.script import understand
from engine.walk.walk import Walk
from renderers.walk.json_format import render
from tests.declaring import Declared

BLOCK = """类型: 其他事项
优化前:
  时限: 20工作日
  流程:
    - 受理 | 综合股 | 0.5工作日 | 审
    - 并联:
        - 甲 | 综合股 | 2工作日 | 审
        - 环节: 乙 | 业务股 | 1工作日 | 审、验(2人以上)
          出具: 意见
    - 送达 | 综合股 | 即时 | 送
  材料: 申请书
"""


def content(declared: Declared, *lines: str) -> dict[str, Any]:
    """The object after some lines of a script."""
    walk = Walk.begin(declared.before)
    for line in lines:
        walk = understand(walk, line)
    text = render(declared.checked_matter.matter, walk)
    assert text.endswith("}\n")
    result = json.loads(text)
    assert isinstance(result, dict)
    return result


def test_where_a_case_stands(declare: Callable[[str], Declared]) -> None:
    """Places, choices with the line that chooses them, and reasons."""
    assert content(declare(BLOCK), "收到 全部", "下一环节", "甲: 下一环节")["现在"] == [
        {
            "环节": "乙",
            "承办": "业务股",
            "时限": "1工作日",
            "程序": ["审", "验"],
            "到此已用": 0.5,
            "缺少材料": [],
            "可选": [{"脚本": "乙: 下一环节", "去处": "并联汇合"}],
            "不可选": [],
        },
        {
            "环节": "并联汇合",
            "承办": "",
            "时限": "",
            "程序": [],
            "到此已用": 2.5,
            "缺少材料": [],
            "可选": [],
            "不可选": [{"脚本": "并联汇合: 下一环节", "去处": "送达", "原因": "等乙办完"}],
        },
    ]


def test_the_choice_of_materials_leads_nowhere(declare: Callable[[str], Declared]) -> None:
    """And what is missing is told."""
    (place,) = content(declare(BLOCK))["现在"]
    assert place["缺少材料"] == ["申请书"]
    assert place["可选"] == [{"脚本": "收到 全部", "去处": None}]
    assert place["不可选"] == [{"脚本": "下一环节", "去处": "并联", "原因": "还缺1件材料:申请书"}]


def test_what_has_happened_and_how_it_ended(declare: Callable[[str], Declared]) -> None:
    """Forks and joins that the file only passed are no places that it came to."""
    told = content(declare(BLOCK), "收到 全部", "下一环节", "甲: 下一环节", "下一环节", "下一环节")
    assert told["经过"][0] == {"序号": 1, "脚本": "收到 全部", "收到": ["申请书"]}
    assert [(event["环节"], event["去处"], event["累计"]) for event in told["经过"][1:]] == [
        ("受理", ["甲", "乙"], 0.5),
        ("甲", ["并联汇合"], 2.5),
        ("乙", ["送达"], 1.5),
        ("送达", ["办结"], 2.5),
    ]
    assert told["经过"][3] == {
        "序号": 4,
        "脚本": "乙: 下一环节",
        "环节": "乙",
        "承办": "业务股",
        "时限": "1工作日",
        "选择": None,
        "去处": ["送达"],
        "计入": True,
        "累计": 1.5,
        "出具": ["意见"],
        "交接": [{"从": "业务股", "到": "综合股"}],
    }
    assert {key: told[key] for key in ("事项", "版本", "总时限", "现在", "结果", "累计", "交接次数", "出具")} == {
        "事项": "示范事项",
        "版本": "优化前",
        "总时限": 20,
        "现在": [],
        "结果": "办结",
        "累计": 2.5,
        "交接次数": 2,
        "出具": ["意见"],
    }
    assert (told["收到材料"], told["未收到材料"]) == (["申请书"], [])


def test_no_limit_is_null_and_at_once_is_zero(declare: Callable[[str], Declared]) -> None:
    """They are two things; an end of a side branch says which."""
    text = "优化前:\n  时限: {}\n  流程: 受理 | 综合股 | 即时 | 审\n  材料: 申请书\n"
    assert content(declare(text.format("无")))["总时限"] is None
    assert content(declare(text.format("即时")))["总时限"] == 0
    assert content(declare(text.format("无")), "不予受理", "下一环节")["结果"] == "结束(不予受理)"
