"""The catalogue of refusals: every one has its example, and every example is what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import processes.declaration
from processes.declaration.refusals import REFUSALS, Refusal
from renderers.findings.explanation import explain
from tests.declaring import Declared

WITH_EXAMPLES = [refusal for refusal in REFUSALS.values() if refusal.good]

BEFORE = """优化前:
  时限: {limit}
  流程:
    {row}
  材料:{papers}
"""
FITTING = {"limit": "1工作日", "row": "- 受理 | 综合股 | 1工作日 | 形式审查", "papers": " 无"}


def lay(example: str) -> str:
    """An example where it belongs: the whole file, a line of 优化前, a row, a paper, a key of matter or plan."""
    if re.fullmatch(r"|[^:]*证核发|名称: [^\n]*", example):
        return f"# 全文\n{example}" if example else "# 全文"
    if example.startswith("性质"):
        return f"==> 方案.yaml <==\n{example}\n"
    parts = dict(FITTING)
    if example.startswith(("时限", "时线")):
        return BEFORE.format(**parts).replace("时限: 1工作日", example)
    if example.startswith("材料"):
        return BEFORE.format(**parts).replace("材料: 无", example)
    if example.startswith("- 申请书"):
        parts["papers"] = f"\n    {example}"
    elif example.startswith("-"):
        example = example.replace("\n", "\n    ")
        parts["row"] = example if "|" in example else f"{example} | 综合股 | 1工作日 | 形式审查"
    else:
        return f"{example}\n"
    return BEFORE.format(**parts)


@pytest.mark.parametrize("refusal", WITH_EXAMPLES, ids=lambda refusal: refusal.code)
def test_the_bad_example_is_refused(refusal: Refusal, declare: Callable[[str], Declared]) -> None:
    """What ``zaizao explain`` shows as wrong is reported, with a message and a way to mend it."""
    found = [finding for finding in declare(lay(refusal.bad)).findings if finding.code == refusal.code]
    assert found
    assert all(finding.message and finding.hint and finding.severity is refusal.severity for finding in found)


@pytest.mark.parametrize("refusal", WITH_EXAMPLES, ids=lambda refusal: refusal.code)
def test_the_good_example_is_not_refused(refusal: Refusal, declare: Callable[[str], Declared]) -> None:
    """What ``zaizao explain`` shows as right is not reported under that code."""
    assert refusal.code not in declare(lay(refusal.good)).codes


def test_codes_are_in_order_and_named_after_what_they_are_about() -> None:
    """Y: the file and its YAML; D: keys and values; F: files and folders."""
    for kind in "YDF":
        codes = [code for code in REFUSALS if code.startswith(kind)]
        assert codes == sorted(codes)
    assert all(re.fullmatch(r"[YDF]\d{3}", code) for code in REFUSALS)


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=lambda refusal: refusal.code)
def test_every_refusal_can_be_explained(refusal: Refusal) -> None:
    """Code, name, why and how to mend it."""
    page = explain(refusal)
    assert page.startswith(f"{refusal.code} {refusal.name}({refusal.severity.chinese})\n")
    assert refusal.why in page
    assert refusal.mend in page


def test_every_refusal_is_used_and_every_used_one_is_in_the_catalogue() -> None:
    """No code is explained that nothing reports, and the other way round."""
    folder = Path(processes.declaration.__path__[0])
    files = [*folder.glob("*.py"), *folder.with_name("intake").glob("*.py"), folder.parent / "judging.py"]
    sources = "\n".join(file.read_text("utf-8") for file in files)
    assert set(re.findall(r'"([YDF]\d{3})"', sources)) == REFUSALS.keys()
