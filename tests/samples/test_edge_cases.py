"""附件6 of the sample of edge cases, read back from the workbooks: what the head comments of its files promise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from engine.annexes.annex6 import fill
from engine.annexes.form import Form
from processes.checking import Checked

SAMPLE = Path(__file__).parents[2] / "samples" / "edge"
FILES = [path.relative_to(SAMPLE).as_posix() for path in sorted(SAMPLE.glob("*/[0-9]*.yaml"))]
COUNTS = {"环节": 7, "程序": 12, "材料": 17}
"""What is counted → the first column of its group."""

Row = list[Any]


@pytest.fixture(scope="module")
def rows(sample: Callable[[str], Checked], read_back: Callable[[Form], list[Row]]) -> Mapping[str, Row]:
    """File of a matter → its row in the ledger of its department."""
    checked = sample(SAMPLE.name)
    assert checked.workspace is not None
    found: dict[str, Row] = {}
    for department in checked.workspace.departments:
        matters = checked.matters_of(department.name)
        _, *printed = read_back(fill(department, checked.workspace.plan, matters))
        named = {row[1]: row for row in printed}
        found |= {one.matter.file: named[one.matter.name] for one in matters}
    return found


def test_every_file_has_its_row(rows: Mapping[str, Row]) -> None:
    """注4: 全口径, the secret and the cancelled matters too."""
    assert sorted(rows) == FILES


@pytest.mark.parametrize("file", FILES)
def test_the_counts_are_those_of_the_head_comment(file: str, rows: Mapping[str, Row]) -> None:
    """``环节3→2、程序4→3、材料0→0``."""
    lines = (SAMPLE / file).read_text("utf-8").splitlines()
    promised = re.findall(r"(环节|程序|材料)(\d+)→(\d+)", "".join(line for line in lines if line.startswith("#")))
    assert [what for what, _, _ in promised] == [*COUNTS]
    for what, before, after in promised:
        first = COUNTS[what]
        assert rows[file][first : first + 3] == [int(before), int(after), int(before) - int(after)]


@pytest.mark.parametrize(
    ("file", "open_and_given_up", "limits", "remark"),
    [
        # Cancelled: nothing is left to be published, 24 无, 25 the whole of 23.
        ("商务局/01-酒类零售经营备案.yaml", "是 无 是 否 无", ("无", 5, "无", 5), "工作日"),
        (
            "商务局/02-单用途预付卡备案.yaml",
            "是 无 是 否 无",
            ("无", 7, "无", 7),
            "工作日;取消原因:上位法没有规定,县政府2018年第2次常务会议决定取消",
        ),
        # Unchanged.
        (
            "商务局/03-成品油零售经营资格年检.yaml",
            "是 是 否 否 无",
            (30, 15, 15, 0),
            "工作日;上级统一组织年检,本级不能调整",
        ),
        # Devolved, the process of the receiving level unknown: as before.
        ("商务局/04-再生资源回收经营者备案.yaml", "是 是 否 是 镇(乡)", (20, 10, 10, 0), "工作日"),
        # No limit before.
        ("商务局/05-促销活动备案.yaml", "是 是 否 否 无", ("无", "无", 5, "无"), "工作日;原无时限"),
        # Above the law before; parallel branches of which the longest counts.
        ("水务局/01-取水许可延续.yaml", "是 是 否 否 无", (45, 60, 15, 45), "工作日"),
        # The law in natural days, the promise in working days, converted.
        (
            "水务局/02-河道采砂许可(年度).yaml",
            "是 是 否 否 无",
            (30, 28, 14, 14),
            "自然日;法定为自然日,优化前、优化后已按5个工作日折7个自然日折算,不足1日的按1日计",
        ),
        # Secret: not public.
        (
            "公安局/01-警卫目标安全检查.yaml",
            "否 否 否 否 无",
            ("无", 10, 6, 4),
            "工作日;涉密:秘密级,依据《虚构县公安工作国家秘密范围》",
        ),
        # On the spot by law, before and after: 0, which is not 无.
        ("公安局/02-户籍证明（含注销证明）开具.yaml", "是 是 否 否 无", (0, 0, 0, 0), "即时办结"),
        # Hours are parts of a working day.
        ("公安局/03-临时身份证明(住宿、乘车)办理.yaml", "是 是 否 否 无", ("无", 1, 0.5, 0.5), "工作日"),
        # Natural days.
        ("公安局/04-信访事项答复.yaml", "是 是 否 否 无", (60, 60, 40, 20), "自然日"),
    ],
)
def test_the_other_columns_are_filled_as_the_form_wants(
    file: str, open_and_given_up: str, limits: tuple[object, ...], remark: str, rows: Mapping[str, Row]
) -> None:
    """公开, 取消, 下放, 承接层级 (2–6); 时限 (22–25); 备注 (26)."""
    row = rows[file]
    assert (" ".join(row[2:7]), tuple(row[22:26]), row[26]) == (open_and_given_up, limits, remark)


def test_a_process_of_the_edge_cases_may_name_two_steps_alike(rows: Mapping[str, Row]) -> None:
    """Told apart by 标识; both are counted and listed."""
    row = rows["公安局/03-临时身份证明(住宿、乘车)办理.yaml"]
    assert row[10] == "1.受理;2.审核;3.盖章;4.盖章"


def test_what_is_not_counted_is_not_listed(rows: Mapping[str, Row]) -> None:
    """归档 and 通报 are declared 不计环节; 不计时限 does not make a 环节 uncounted."""
    assert rows["水务局/01-取水许可延续.yaml"][11] == (
        "1.受理;2.材料审查;3.现场勘验;4.出具意见;5.水质检测;6.征求意见;7.决定送达"
    )
    assert rows["水务局/02-河道采砂许可(年度).yaml"][11] == "1.受理;2.审查;3.决定送达"


def test_nothing_is_to_be_mended(sample: Callable[[str], Checked]) -> None:
    """Edge cases are no mistakes."""
    assert sample(SAMPLE.name).findings == ()
