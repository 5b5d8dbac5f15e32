"""The JSON Schema of the JSON of 优化对比."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from benchmarks.difference.generator import samples
from engine.diff.compare import compare
from engine.reports.difference import city_report, department_report, matter_report
from processes.checking import check_project
from processes.model.plan import Switches
from renderers.reports.json_format import render
from renderers.reports.schema import schema, schema_text

ROOT = Path(__file__).parents[3] / "samples"
VALIDATOR = Draft7Validator(schema())


def test_it_is_a_schema() -> None:
    """Draft 7, and all of its references lead somewhere."""
    Draft7Validator.check_schema(schema())
    assert json.loads(schema_text()) == schema()
    names = set(json.loads(schema_text())["definitions"])
    assert {part.split('"')[0] for part in schema_text().split("#/definitions/")[1:]} == names


@pytest.mark.parametrize("root", ["hailin", "edge"])
def test_the_reports_of_the_samples_fit(root: str) -> None:
    """A matter, a department, the city; cancelled, devolved, secret, unchanged."""
    checked = check_project(ROOT / root)
    assert checked.workspace is not None
    differences = [compare(matter, Switches()) for matter in checked.matters]
    names = dict.fromkeys(one.matter.department for one in differences)
    reports = [
        city_report(checked.workspace.plan, differences, with_matters=True),
        *(
            department_report(name, [one for one in differences if one.matter.department == name], Switches())
            for name in names
        ),
        *(matter_report(one, masked=True) for one in differences),
    ]
    for report in reports:
        assert [error.message for error in VALIDATOR.iter_errors(json.loads(render(report)))] == []


def test_the_reports_of_generated_reforms_fit() -> None:
    """All kinds of changes, as the engine finds them."""
    for sample in samples(15, 3, hidden=True):
        report = matter_report(compare(sample.pair.checked, Switches()))
        assert [error.message for error in VALIDATOR.iter_errors(json.loads(render(report)))] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("代码", "step-vanished"),
        ("直接", "是"),
        ("相似度", 83),
        ("匹配依据", ["直觉"]),
        ("数据", {}),
        ("数据", {"环节前": [], "环节后": [], "变动": [{"代码": "step-renamed", "前": "甲"}]}),
        ("备注", ""),
    ],
)
def test_what_is_not_so_does_not_fit(key: str, value: object) -> None:
    """The schema refuses unknown codes, keys, and data that belong to another change."""
    report = matter_report(compare(check_project(ROOT / "hailin").matters[0], Switches()))
    good: dict[str, Any] = json.loads(render(report))
    assert VALIDATOR.is_valid(good)
    bad = copy.deepcopy(good)
    changed = next(one for one in bad["环节变化"] if one["代码"] == "step-changed")
    changed[key] = value
    assert not VALIDATOR.is_valid(bad)
