"""Findings for programs."""

from __future__ import annotations

import json

from processes.model.findings import Finding, Severity
from processes.model.places import Place
from renderers.findings.json_format import render

HERE = Place("局/01.yaml", 3, 5)


def test_a_finding_has_its_documented_keys_in_their_order() -> None:
    """文件, 行, 列, 编号, 级别, 问题, 办法, 另见, 说明; paths as the user would type them."""
    found = Finding(HERE, "S102", Severity.WARNING, "「甲」", "写“乙”", (HERE._replace(line=1),), 2, "理由")
    text = render([found], {"局/01.yaml": "../局/01.yaml"})
    assert text.endswith("]\n")
    (item,) = json.loads(text)
    assert list(item.items()) == [
        ("文件", "../局/01.yaml"),
        ("行", 3),
        ("列", 5),
        ("编号", "S102"),
        ("级别", "警告"),
        ("问题", "「甲」"),
        ("办法", "写“乙”"),
        ("另见", ["../局/01.yaml:1:5"]),
        ("说明", "理由"),
    ]


def test_chinese_stays_readable() -> None:
    """No escapes."""
    assert "「甲」" in render([Finding(HERE, "S102", Severity.ERROR, "「甲」")], {})


def test_nothing_found_is_an_empty_list() -> None:
    """Not an empty text."""
    assert json.loads(render([], {})) == []
