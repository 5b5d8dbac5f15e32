"""What is due only by a day is not asked for before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from engine.examining import examine
from processes.checking import check_project
from tests.declaring import DEPARTMENT_FILE, Declared

NO_MATTER = "==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n"
NO_OPINION = f"==> {DEPARTMENT_FILE} <==\n# 不要: 文件\n"
OF_STAGES = {"R216", "R901", "R902", "R903", "R904", "R905"}

BEFORE_ANY = date(2017, 12, 30)
FIRST_TWO = date(2017, 12, 31)
THREE = date(2018, 1, 31)
ALL = date(2018, 3, 31)


@pytest.mark.parametrize(
    ("text", "day", "codes"),
    [
        (NO_MATTER, BEFORE_ANY, set()),
        (NO_MATTER, FIRST_TWO, {"R901", "R902"}),
        (NO_MATTER, THREE, {"R901", "R902", "R903"}),
        (NO_MATTER, ALL, {"R901", "R902", "R903", "R904", "R905"}),
        (NO_OPINION, BEFORE_ANY, set()),
        (NO_OPINION, FIRST_TWO, {"R216"}),
    ],
)
def test_a_stage_is_asked_about_from_its_last_day_on(
    examined: Callable[[str], Declared], text: str, day: date, codes: set[str]
) -> None:
    """Stages with the same day are due together."""
    checked = check_project(examined(text).root)
    found = examine(checked, day=day, wanted=OF_STAGES.__contains__).findings
    assert {finding.code for finding in found} == codes
