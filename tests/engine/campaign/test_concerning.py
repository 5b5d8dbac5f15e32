"""Which findings concern what is due up to a stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.campaign.concerning import concern_later, said
from processes.model.findings import Finding, Severity
from processes.model.places import Place
from tests.declaring import MATTER_FILE, Declared

STAGES = """==> 方案.yaml <==
阶段:
  - 改革 | 2017-12-31 | 调整意见、附件1
  - 梳理 | 2017-12-31 | 附件4、附件5
  - 优化 | 2018-01-31 | 附件6、附件7
  - 入驻 | 2018-03-31 | 进驻清单
  - 总结 | 2018-03-31 | 工作总结、附件9、附件10
"""


@pytest.fixture
def city(declare: Callable[[str], Declared]) -> Declared:
    """Five stages, one matter with both versions."""
    return declare(f"{STAGES}==> {MATTER_FILE} <==\n优化后:\n  时限: 5工作日\n")


def first_stage(city: Declared, code: str, line: int, file: str = MATTER_FILE) -> int:
    """The first stage at which the finding counts."""
    workspace = city.checked.workspace
    assert workspace is not None
    finding = Finding(Place(file, line, 1), code, Severity.ERROR, "错")
    for stage in range(1, 6):
        (is_later,) = concern_later([finding], {said(finding)}, workspace.plan, city.checked.sound, stage)
        if not is_later:
            return stage
    return 0


def test_a_family_counts_from_the_stage_that_brings_its_form(city: Declared) -> None:
    """R3 from 附件4 on, R4 from 附件6 on unless it is about 优化前, R5 to R7 likewise; all others at once."""
    (matter,) = city.checked.sound
    assert matter.after is not None
    after, before = matter.after.place.line, matter.before.place.line
    assert after < before
    found = {code: first_stage(city, code, after + 1) for code in ("R302", "R420", "R503", "R601", "R703")}
    assert found == {"R302": 2, "R420": 3, "R503": 3, "R601": 4, "R703": 5}
    assert first_stage(city, "R420", before + 1) == 2
    assert [first_stage(city, code, 1) for code in ("D101", "L32", "R206", "N212", "R901")] == [1] * 5


def test_what_is_wrong_in_a_matter_without_a_process_counts_at_once(city: Declared) -> None:
    """Nothing at all can be made of it."""
    assert first_stage(city, "R420", 3, "示范局/02-取水.yaml") == 1
    assert first_stage(city, "R601", 3, "示范局/单位.yaml") == 4


def test_what_the_rule_book_does_not_find_by_then_is_later(city: Declared) -> None:
    """Rules that wait for the last day of their stage."""
    workspace = city.checked.workspace
    assert workspace is not None
    finding = Finding(Place(MATTER_FILE, 1, 1), "R206", Severity.WARNING, "错")
    assert concern_later([finding], set(), workspace.plan, city.checked.sound, 1) == (True,)
