"""Findings for programs: the same facts as JSON, keys in Chinese, always in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from processes.model.findings import Finding


def render(findings: Iterable[Finding], shown: Mapping[str, str]) -> str:
    """A list of objects 文件, 行, 列, 编号, 级别, 问题, 办法, 另见, 说明; ends in a line break."""
    listed = [
        {
            "文件": shown.get(finding.place.file, finding.place.file),
            "行": finding.place.line,
            "列": finding.place.column,
            "编号": finding.code,
            "级别": finding.severity.chinese,
            "问题": finding.message,
            "办法": finding.hint,
            "另见": [f"{shown.get(place.file, place.file)}:{place.line}:{place.column}" for place in finding.related],
            "说明": finding.accepted,
        }
        for finding in findings
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
