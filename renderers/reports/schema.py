"""The JSON Schema (draft-07) of the JSON of 优化对比: what ``json_format`` makes of a matter, a department or the city.

Closed: a key or a code that is not here is not written. The ``数据`` of a change are described code by code.
"""

from __future__ import annotations

import json

from engine.diff.groups import Evidence
from engine.reports.path import CHANGED, ENTERED, LEFT

KIND = "优化对比"
DRAFT = "http://json-schema.org/draft-07/schema#"

Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
_TRUTH: Schema = {"type": "boolean"}
_TEXT_OR_NONE: Schema = {"type": ["string", "null"]}
_NUMBER: Schema = {"type": ["number", "null"]}
_MEASURED: Schema = {"type": ["number", "string", "null"]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _object(properties: Schema, optional: Schema | None = None) -> Schema:
    """All of ``properties``, perhaps some of ``optional``, nothing else."""
    return {
        "type": "object",
        "properties": {**properties, **(optional or {})},
        "required": list(properties),
        "additionalProperties": False,
    }


_TEXTS = _list(_TEXT)
_STEPS: Schema = {"环节前": _list(_ref("环节")), "环节后": _list(_ref("环节"))}
_PROCEDURES: Schema = {"程序前": _list(_ref("程序")), "程序后": _list(_ref("程序"))}
_MATERIALS: Schema = {"材料前": _list(_ref("材料")), "材料后": _list(_ref("材料"))}
_STRANDS: Schema = {**_STEPS, "各路": _list(_TEXTS)}
_CASES: Schema = {**_STEPS, "情形": _TEXTS}
_WAY: Schema = {"起点": _TEXT, "去向": _TEXT, "情形": _TEXT}

DATA: dict[str, Schema] = {
    "step-removed": _STEPS,
    "step-added": _STEPS,
    "step-kept": _STEPS,
    "step-changed": {**_STEPS, "变动": _list(_ref("环节变动"))},
    "steps-merged": {**_STEPS, "并联环节": _TEXTS},
    "step-split": _STEPS,
    "steps-regrouped": _STEPS,
    "step-moved": {**_STEPS, "前一环节": _TEXT_OR_NONE, "后一环节": _TEXT_OR_NONE},
    "steps-parallelised": _STRANDS,
    "steps-serialised": _STRANDS,
    "steps-made-exclusive": _STRANDS,
    "steps-made-sequential": _STRANDS,
    "exclusive-made-parallel": _STRANDS,
    "parallel-made-exclusive": _STRANDS,
    "steps-made-optional": _CASES,
    "steps-made-mandatory": _CASES,
    "loop-added": _WAY,
    "loop-removed": _WAY,
    "way-added": _WAY,
    "way-removed": _WAY,
    "way-changed": {f"{key}{side}": _TEXT for key in _WAY for side in "前后"},
    "procedure-removed": _PROCEDURES,
    "procedure-added": _PROCEDURES,
    "procedure-moved": _PROCEDURES,
    "procedure-replaced": _PROCEDURES,
    "procedure-changed": _PROCEDURES,
    "material-removed": _MATERIALS,
    "material-added": _MATERIALS,
    "material-changed": {**_MATERIALS, "方面": _TEXTS},
    "material-replaced": _MATERIALS,
    "limit-changed": {"时限前": _TEXT, "时限后": _TEXT},
    "fact-changed": {"事实": _TEXT, "内容前": _TEXTS, "内容后": _TEXTS},
    "branch-changed": {**_STEPS, "支线": _TEXT, "变动": _list(_ref("内部变化"))},
}
"""Code of a change → the keys of its ``数据``."""

_MATTERS: dict[str, Schema] = {"matter-removed": {}, "matter-added": {}}
"""Matters that only one side has, or only one state."""

_PATH: dict[str, Schema] = {CHANGED: {"时限前": _TEXT, "时限后": _TEXT}, LEFT: {}, ENTERED: {}}

_SIDES: Schema = {"前": _TEXT, "后": _TEXT}
_WAYS = _list(_object({"情形": _TEXT, "去向": _TEXT}))

DETAILS: dict[str, Schema] = {
    "step-renamed": _SIDES,
    "step-holders-changed": {"前": _TEXTS, "后": _TEXTS},
    "step-limit-changed": _SIDES,
    "step-counting-changed": _SIDES,
    "step-procedures-changed": {
        **dict.fromkeys(("取消", "新增", "移出", "移入"), _TEXTS),
        "替换": _list(_object({"前": _TEXTS, "后": _TEXTS})),
    },
    "step-exits-changed": {"前": _WAYS, "后": _WAYS},
    "step-members-changed": {"变动": _list(_ref("内部变化"))},
}
"""Code of what changed about a step → its keys."""


def schema() -> Schema:
    """The whole of it."""
    return {
        "$schema": DRAFT,
        "title": KIND,
        "description": "zaizao diff --格式 json 的结果:一个事项、一个部门或者全市的优化对比;同类对标;和以前的申报对比",
        **_ref("报告"),
        "definitions": {
            "报告": _report(),
            "变化": _change(),
            "内部变化": _by_code({code: _object(keys) for code, keys in DATA.items()}, {"直接": _TRUTH}),
            "环节变动": {"oneOf": [_object({"代码": {"const": code}, **keys}) for code, keys in DETAILS.items()]},
            "位置": _list({"type": "string", "description": "文件:行:列,从 1 数起"}),
            "环节": _object({"标识": _TEXT, "名称": _TEXT, "承办": _TEXTS, "时限": _TEXT, "不计环节": _TEXT}),
            "程序": _object({"名称": _TEXT, "环节": _TEXT, "人数": {"type": "integer"}, "不计时限": _TEXT}),
            "材料": _object(
                {"名称": _TEXT, "份数": _TEXT, "来源": _TEXT, "依据": _TEXT, "可共享": {"type": ["boolean", "null"]}}
            ),
        },
    }


def schema_text() -> str:
    """The same as text, always with the same bytes."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _report() -> Schema:
    quantities = _rows({"项目": _TEXT, "单位": _TEXT_OR_NONE}, ("优化前", "优化后"), ("减少", "压减比例"))
    changes = _list(_ref("变化"))
    tables: Schema = {
        "压减情况": quantities,
        "合计": quantities,
        "变化一览": _rows({"方面": _TEXT}, ("直接变化", "随之变化")),
        "事项对比": _rows(dict.fromkeys(("编号", "事项名称", "结果"), _TEXT), ("环节", "程序", "材料", "时限")),
        "部门对比": _rows(
            {"部门": _TEXT},
            ("环节", "程序", "材料", "时限"),
            ("事项", "优化", "取消", "下放"),
        ),
    }
    lists = dict.fromkeys(("环节变化", "走向变化", "程序变化", "材料变化", "时限与其他", "关键路径变化"), changes)
    inner = dict.fromkeys(("事项", "部门"), _list(_ref("报告")))
    report = _object(
        {"标题": _TEXT, "摘要": _TEXT, "说明": _TEXTS},
        {"汇报": {**_TEXT, "description": "成段的文字"}, **tables, **lists, **inner, **_sided(changes)},
    )
    return {**report, "patternProperties": {"^只在.+的事项$": changes}}


def _sided(changes: Schema) -> Schema:
    """What there is besides where the two sides are not 优化前 and 优化后; they are columns by their own names."""
    quantities = ("环节", "程序", "材料", "时限")
    row = _object({"项目": _TEXT, "来源": _ref("位置")})
    named = _list({**row, "additionalProperties": _MEASURED})
    return {
        "两边": {**_TEXTS, "description": "两边的名称;不写就是优化前和优化后"},
        "数量对比": named,
        "事项本身的变化": named,
        "同类事项": _rows({"事项名称": _TEXT, "差别": {"enum": ["有", "无"]}}, quantities),
        "同类对标": _rows({"单位": _TEXT, "事项名称": _TEXT, "差别": {"enum": ["基准", "有", "无"]}}, quantities),
        "有变化的事项": _rows({"部门": _TEXT, "事项名称": _TEXT, "版本": _TEXT}, quantities),
        **dict.fromkeys(("环节差别", "走向差别", "程序差别", "材料差别"), changes),
        "新增的事项": changes,
        "删去的事项": changes,
        "版本": _list(_ref("报告")),
    }


def _rows(texts: Schema, measured: tuple[str, ...], numbers: tuple[str, ...] = ()) -> Schema:
    """A table: texts; what is a number or says why there is none; what is a number or null; where it comes from."""
    return _list(
        _object(
            {**texts, **dict.fromkeys(measured, _MEASURED), **dict.fromkeys(numbers, _NUMBER), "来源": _ref("位置")}
        )
    )


def _change() -> Schema:
    common: Schema = {
        "类别": _TEXT,
        "直接": {**_TRUTH, "description": "false:随别的变化而来"},
        "优化前": _TEXTS,
        "优化后": _TEXTS,
        "文字": _TEXT,
        "详情": _TEXTS,
        "匹配依据": _list({"enum": [str(one) for one in Evidence]}),
        "相似度": {**_NUMBER, "minimum": 0, "maximum": 1},
        "优化前位置": _ref("位置"),
        "优化后位置": _ref("位置"),
    }
    return _by_code({code: _object(keys) for code, keys in (DATA | _PATH | _MATTERS).items()}, common)


def _by_code(data: dict[str, Schema], common: Schema) -> Schema:
    """An object whose 代码 decides what its 数据 are."""
    return {
        **_object({"代码": {"enum": list(data)}, **common, "数据": {"type": "object"}}),
        "allOf": [
            {"if": {"properties": {"代码": {"const": code}}}, "then": {"properties": {"数据": keys}}}
            for code, keys in data.items()
        ],
    }
