"""What is left empty: the way to mend it that is proposed is one that will be accepted there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from processes.declaration.calendar_file import CALENDAR
from processes.declaration.department_file import DEPARTMENT, OFFICE
from processes.declaration.flow_file import STEP
from processes.declaration.matter_keys import AFTER, BEFORE, MATTER
from processes.declaration.matter_parts import FEE, MATERIAL, STATUTORY_LIMIT
from processes.declaration.nodes import Scalar
from processes.declaration.plan_file import PLAN
from processes.declaration.problems import PROBLEM
from processes.declaration.project_file import PROJECT, TASK
from processes.declaration.reporting import Reporter
from processes.declaration.shapes import Key
from tests.declaring import Declared

SHAPES = (MATTER, BEFORE, AFTER, STEP, MATERIAL, FEE, PROBLEM, STATUTORY_LIMIT, DEPARTMENT, OFFICE, PLAN, PROJECT, TASK)
KEYS = [pytest.param(key, id=f"{shape.name} {key.name}") for shape in (*SHAPES, CALENDAR) for key in shape.keys]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("word", ["无", "即时"])
def test_a_word_is_proposed_only_where_it_is_accepted(key: Key, word: str) -> None:
    """即时 is a limit: nobody is told to write it as the name of a document."""
    if not re.search(f"(?<!: ){word}", key.if_empty):
        return  # not proposed; behind a colon it is proposed for a key below
    report = Reporter("")
    value = key.kind.read(Scalar(word, 0, 0, offsets=True), report)
    assert report.findings == []
    assert value != word


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("出具:\n", "文书或证照名称;没有写 无"),
        ("名称:\n", "事项名称,与公布的名称一致"),
        ("法定时限:\n", "20工作日(《…》第×条);没有写 无"),
        ("年办件量:\n", "一年办多少件;用不着就删掉"),
        ("年办件量: null\n", "一年办多少件;用不着就删掉"),
        ("优化后:\n  时限:\n", "20工作日、60自然日、即时、无;用不着就删掉"),
        ("问题: 甲 | | 综合股\n", "整改措施;用不着就删掉"),
        ("问题: []\n", "一行“问题 | 措施 | 承办”;评估了没有问题写 无;用不着就删掉"),
        ("出具: 甲、、乙\n", "补上漏写的名称,或去掉多的“、”"),
    ],
)
def test_the_way_to_mend_it_is_that_of_the_key(text: str, hint: str, declare: Callable[[str], Declared]) -> None:
    """What is needed is to be filled in; what is not may be left out."""
    assert declare(text).found("D103").hint == hint
