"""Slips planted in two real matters: each is reported where it was made, with the way to mend it.

The matters are in ``planted/``: 食品经营许可证核发(新办), a plain one, and 临时占用、挖掘城市道路审批,
with parallel review.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from processes.checking import Checked, check_project
from processes.model.findings import Finding
from tests.declaring import position

PLANTED = Path(__file__).parent / "planted"
FOOD = "市场监管局/01-食品经营许可证核发(新办).yaml"
ROAD = "城管局/01-临时占用、挖掘城市道路审批.yaml"

Slip = dict[int, str]
"""Line → what stands there instead; it may be several lines."""


@pytest.fixture
def plant(tmp_path: Path) -> Callable[[str, Slip], Checked]:
    """Puts slips into a copy of the matters and checks it."""

    def check(file: str, slips: Slip) -> Checked:
        shutil.copytree(PLANTED, tmp_path, dirs_exist_ok=True)
        lines = (PLANTED / file).read_text("utf-8").splitlines()
        for number, text in slips.items():
            lines[number - 1] = text
        (tmp_path / file).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
        checked = check_project(tmp_path)
        assert all(found.place.file == file for found in checked.findings)
        return checked

    return check


def only(checked: Checked) -> Finding:
    """The finding; a slip is reported once, and nothing else is reported because of it."""
    (finding,) = checked.findings
    return finding


@pytest.mark.parametrize(
    ("file", "slips", "place", "code", "said"),
    [
        pytest.param(FOOD, {16: "  时限：20工作日"}, "16:5", "Y202", "冒号是全角的", id="full-width colon"),
        pytest.param(FOOD, {35: "  时线: 13工作日"}, "35:3", "D101", "是不是「时限」?", id="misspelt key"),
        pytest.param(FOOD, {6: "法定时限: 20"}, "6:7", "D106", "要带单位", id="no unit"),
        pytest.param(
            FOOD, {21: "    - 复审 | 食品流通监管股 | 3天 | 股长复核"}, "21:22", "D106", "3工作日 或 3自然日", id="days of no kind"
        ),
        pytest.param(FOOD, {37: "    - 受理 | 形式审查"}, "37:7", "D106", "没有时限", id="row without limit"),
        pytest.param(
            FOOD,
            {22: "    - 审批 | 注册登机股 | 3工作日 | 分管局长审核、局长签批"},
            "22:12",
            "S102",
            "是不是「注册登记股」?",
            id="unknown holder",
        ),
        pytest.param(
            FOOD, {39: "      沿自: 材料审察、现场核查、复审"}, "39:11", "S104", "是不是「材料审查」?", id="unknown origin"
        ),
        pytest.param(
            FOOD,
            {41: "      去向:\n        不符合法定条件: 审察"},
            "42:18",
            "S103",
            "是不是「审查」?",
            id="unknown target",
        ),
        pytest.param(
            FOOD,
            {5: "相对人: 企业、公司"},
            "5:9",
            "D105",
            "公民、个人、机关、企业、事业单位、其他组织、特定人群",
            id="word of no list",
        ),
        pytest.param(FOOD, {35: "  时限: 12工作日"}, "35:7", "R420", "13个工作日,超过总时限 12工作日", id="steps too long"),
        pytest.param(FOOD, {43: "  材料:"}, "43:6", "D103", "不用交写 无", id="nothing behind the key"),
        pytest.param(ROAD, {40: ""}, "38:9", "D104", "并联至少要有两路", id="one branch"),
    ],
)
def test_a_slip_is_reported_where_it_was_made(
    file: str, slips: Slip, place: str, code: str, said: str, plant: Callable[[str, Slip], Checked]
) -> None:
    """Line and column, code, and what is said; one slip, one finding."""
    finding = only(plant(file, slips))
    assert (position(finding.place), finding.code) == (place, code)
    assert said in finding.message + finding.hint


def test_a_key_written_twice_is_reported_with_both_places(plant: Callable[[str, Slip], Checked]) -> None:
    """The second is at fault; the first is shown too."""
    finding = only(plant(FOOD, {13: "出具: 《食品经营许可证》副本"}))
    assert (position(finding.place), finding.code) == ("13:1", "Y218")
    assert [position(place) for place in finding.related] == ["7:1"]
    assert "第 7 行" in finding.message


def test_what_the_input_method_makes_full_width_is_read_all_the_same(plant: Callable[[str, Slip], Checked]) -> None:
    """Bars, brackets and digits."""
    row = "    - 现场核查 ｜ 食品流通监管股｜８工作日 ｜ 制定核查计划、现场核查（２人以上）"
    checked = plant(FOOD, {20: row, 6: "法定时限: ２０工作日（《行政许可法》第四十二条）"})
    assert checked.findings == ()
    untouched = check_project(PLANTED)
    assert untouched.findings == ()
    assert [(one.matter, one.before, one.after) for one in checked.matters] == [
        (one.matter, one.before, one.after) for one in untouched.matters
    ]


def test_the_matters_have_no_slips_of_their_own() -> None:
    """What is found was planted."""
    assert check_project(PLANTED).findings == ()
