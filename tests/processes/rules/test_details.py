"""Where the rules draw the line: what is just wrong, and what is just right, beyond their examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.model.findings import Severity
from tests.declaring import DEPARTMENT_FILE, MATTER_FILE, PLAN_FILE, PROJECT_FILE, Declared, position


def before(rows: str, *, limit: str = "20工作日", more: str = "") -> str:
    """优化前 with these lines as 流程."""
    lines = "".join(f"    {line}\n" for line in rows.strip("\n").split("\n"))
    return f"优化前:\n  承办: 综合股\n  时限: {limit}\n  流程:\n{lines}  材料: 无\n{more}"


BLOCK = "- 受理 | 1工作日 | 审\n- 环节: 联审\n  并联:\n    - 甲 | 5工作日 | 审\n    - 依次:\n        - 乙 | 2工作日 | 审\n        - 丙 | 2工作日 | 审"
TWO_LEVELS = f"==> {PLAN_FILE} <==\n# 不要: 承接层级\n==> {MATTER_FILE} <==\n"
MIXED = f"==> {PLAN_FILE} <==\n口径:\n  混合日: 折算\n==> {MATTER_FILE} <==\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # S101: names are compared with brackets and spaces folded, inside blocks and per 支线; 标识 tells apart.
        (before("- 受理(一) | 1工作日 | 审\n- 受理 （一） | 1工作日 | 审"), ["S101 6:7"]),
        (before("- 并联:\n    - 甲 | 1工作日 | 审\n    - 乙 | 1工作日 | 审\n- 甲 | 1工作日 | 审"), ["S101 8:7"]),
        (before("- 甲 | 1工作日 | 审\n- 环节: 甲 | 1工作日 | 审\n  标识: 甲2"), []),
        (before("- 甲 | 1工作日 | 审\n- 环节: 乙 | 1工作日 | 审\n  标识: 甲"), ["S101 7:11"]),
        ("支线:\n  补:\n    - 甲 | 综合股 | 即时 | 审\n    - 甲 | 综合股 | 即时 | 审\n", ["S101 4:7"]),
        (
            "支线:\n  补:\n    - 受理 | 综合股 | 即时 | 审\n"
            + before("- 环节: 受理 | 1工作日 | 审\n  去向:\n    缺: 补\n- 送达 | 无 | 送"),
            [],
        ),
        # S102: every holder of a step, in blocks and branches too; a post does not matter.
        (before("- 受理 | 综合股/甲岗、业务谷/乙岗 | 1工作日 | 审"), ["S102 5:19"]),
        (before("- 并联:\n    - 甲 | 税务所 | 1工作日 | 审\n    - 乙 | 综合股 | 1工作日 | 审"), ["S102 6:15"]),
        ("支线:\n  不予受理: 告知 | 窗口 | 即时 | 告知\n", ["S102 2:14"]),
        # Names are compared with brackets and blanks folded, whoever is named.
        (
            f"==> {PLAN_FILE} <==\n外部机构:\n  下级: 社区(村)\n平台: 甲(新)\n终审: 省(市)终审\n部门:\n  组: 示范局、城管局(执法局)\n"
            f"==> {DEPARTMENT_FILE} <==\n内设机构: 综合(法制)股\n==> {MATTER_FILE} <==\n平台: 甲（新）\n终审: 省（市）终审\n"
            "并联部门: 城管局（执法局）\n"
            + before("- 受理 | 综合（法制）股、社区（村） | 1工作日 | 审").replace("综合股", "综合 (法制)股"),
            [],
        ),
        # S102, S108: 承办 of the version counts for the steps that name nobody, in 优化后 too.
        (before("- 受理 | 1工作日 | 审").replace("承办: 综合股", "承办: 综合谷"), ["S102 2:7"]),
        (before("- 受理 | 1工作日 | 审", more="优化后:\n  承办: 综合谷\n"), ["S102 8:7"]),
        (before("- 受理 | 1工作日 | 审", more="优化后:\n  承办: 综合股、业务股\n"), ["S108 5:7"]),
        # S103: 补正 has no place when there is nothing to hand in, in 优化后 too.
        (
            before("- 环节: 受理 | 1工作日 | 审\n  去向:\n    缺: 一次告知补正\n- 送达 | 无 | 送").replace("材料: 无", "材料: 申请书")
            + "优化后:\n  材料: 无\n",
            ["S103 7:12"],
        ),
        # S103: nothing outside of the list; 支线 that are switched off or have no place here.
        (before("- 环节: 受理 | 1工作日 | 审\n  去向: 受理 \n- 乙 | 1工作日 | 审"), ["S106 5:11", "S105 7:7"]),
        (before("- 环节: 受理 | 1工作日 | 审\n  去向:\n    缺: 一次告知补正\n- 乙 | 1工作日 | 审"), ["S103 7:12"]),
        (
            "支线:\n  不予受理: 无\n"
            + before("- 环节: 受理 | 1工作日 | 审\n  去向:\n    缺: 不予受理\n- 乙 | 1工作日 | 审"),
            ["S103 9:12"],
        ),
        # S104: steps of 优化前, those in blocks and branches too; not in 优化前 itself.
        (before("- 环节: 受理 | 1工作日 | 审\n  沿自: 受理"), ["S104 6:11"]),
        (before(BLOCK, more="优化后:\n  流程:\n    - 环节: 办 | 20工作日 | 审\n      沿自: 联审、 乙、受理\n"), []),
        (
            before(
                "- 受理 | 1工作日 | 审",
                more="优化后:\n  流程:\n    - 环节: 办 | 1工作日 | 审\n      沿自: 受理、审查\n",
            ),
            ["S104 10:14"],
        ),
        # S106: no way to 办结, though the case can be refused.
        (
            before("- 环节: 受理 | 1工作日 | 审\n  去向:\n    一: 不予受理\n    其他情形: 受理\n- 乙 | 1工作日 | 审"),
            ["S106 5:11", "S105 9:7"],
        ),
        # S107: hours are parts of working days; side branches and unlimited steps do not count.
        (before("- 受理 | 4小时 | 审\n- 乙 | 无 | 审\n- 丙 | 即时 | 审\n- 丁 | 5自然日不计时限(听证) | 审"), []),
        (MIXED + "法定时限: 60自然日\n", []),
        (MIXED + "优化后:\n  时限: 10自然日\n", ["S107 13:18", "S107 14:18", "S107 15:18", "S107 16:18"]),
        # S108: a named block takes limit and procedures from its branches, not its holder.
        (before(BLOCK), []),
        (
            before(BLOCK)
            .replace("  承办: 综合股\n", "")
            .replace("受理 |", "受理 | 综合股 |")
            .replace("甲 |", "甲 | 综合股 |")
            .replace("乙 |", "乙 | 综合股 |")
            .replace("丙 |", "丙 | 综合股 |"),
            ["S108 5:11"],
        ),
        # S109: other departments of the plan or bodies from outside; never one's own.
        ("并联部门: 公安局、省示范厅\n共同实施: 税务局\n", []),
        ("并联部门: 公安局、示范局\n共同实施: 农业局\n", ["S109 1:11", "S109 2:7"]),
        # S111: in the branches of 优化后 too.
        (
            "优化后:\n  支线:\n    听证:\n      - 并联:\n          - 甲 | 综合股 | 即时 | 审\n          - 乙 | 综合股 | 即时 | 审\n",
            ["S111 4:9"],
        ),
        # R309, R402: what the plan lists; nothing to compare with when it lists nothing.
        ("终审: 无\n", []),
        ("优化后:\n  下放: 镇（乡）\n", []),
        (TWO_LEVELS + "优化后:\n  下放: 随便哪里\n", []),
        # R420: the longest branch, excluded time left out, hours as eighths; 无 has no sum.
        (before(BLOCK, limit="6工作日"), []),
        (before(BLOCK, limit="5工作日"), ["R420 3:7", "R420 3:7"]),
        (before("- 受理 | 8小时 | 审\n- 乙 | 20工作日不计时限(招标) | 审\n- 丙 | 1工作日 | 审", limit="2工作日"), []),
        (before("- 受理 | 8小时 | 审\n- 丙 | 9小时 | 审", limit="2工作日"), ["R420 3:7", "R420 3:7"]),
        (before("- 受理 | 99工作日 | 审", limit="无"), []),
        (before("- 受理 | 1小时 | 审", limit="即时"), ["R420 3:7", "R420 3:7"]),
        # R420: 工作日 and 自然日 cannot be added up; S107 says so.
        (before("- 受理 | 4工作日 | 审\n- 丙 | 9自然日 | 审", limit="5工作日"), ["S107 6:11"]),
        # R420: a parallel block with a limit of its own, too; one that is not counted, or absent, limits nothing.
        (before(BLOCK.replace("环节: 联审", "环节: 联审 | 5工作日")), []),
        (before(BLOCK.replace("环节: 联审", "环节: 联审 | 4工作日")), ["R420 6:16"]),
        (before(BLOCK.replace("环节: 联审", "环节: 联审 | 无")), []),
        # R701: only after the reform, only what is neither secret nor cancelled.
        (before("- 受理 | 1工作日 | 审").replace("时限:", "公开: 否\n  时限:", 1) + "优化后:\n  公开: 是\n", []),
        ("公开: 否\n优化后: 取消\n", []),
    ],
)
def test_the_line(text: str, places: list[str], declare: Callable[[str], Declared]) -> None:
    """Code and place of all that is found."""
    found = declare(text).findings
    assert [f"{finding.code} {position(finding.place)}" for finding in found] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("优化前:\n  - 甲 | 发改局 | 1工作日 | 无\n  - 乙 | 发改局、公安局交警大队、省示范厅 | 1工作日 | 甲\n", []),
        ("优化前:\n  - 甲 | 发改局 | 1工作日 | 甲\n", ["S120 2:22"]),
        ("优化前:\n  - 甲(一) | 发改局 | 1工作日\n  - 乙 | 发改局 | 1工作日 | 甲（一）\n", []),
        ("优化前:\n  - 甲(一) | 发改局 | 1工作日\n  - 甲（一） | 发改局 | 1工作日\n", ["S121 3:5"]),
        ("优化后:\n  - 甲 | 发改局 | 1工作日\n  - 乙 | 发改局 | 1工作日 | 丙、甲\n", ["S120 3:22"]),
        (
            "优化前:\n  - 甲 | 发改局 | 1工作日 | 丙\n  - 乙 | 发改局 | 1工作日 | 甲\n  - 丙 | 发改局 | 1工作日 | 乙\n",
            ["S122 2:22"],
        ),
        ("优化前:\n  - 甲 | 发改局 | 1工作日\n  - 办理: 甲\n    部门: 发改局\n    时限: 1工作日\n", ["S121 3:9"]),
        ("优化前:\n  - 办理: 甲\n    事项: 示范局/示范事项\n", []),
        ("优化前:\n  - 办理: 甲\n    事项: 示范事项\n", ["S123 3:9"]),
        ("优化前:\n  - 甲\n", ["S123 2:5"]),
        ("牵头: 农业局\n", ["S123 1:5"]),
    ],
)
def test_the_line_in_a_project(text: str, places: list[str], declare: Callable[[str], Declared]) -> None:
    """Likewise for 联审联批."""
    found = declare(f"==> {PROJECT_FILE} <==\n{text}").findings
    assert [f"{finding.code} {position(finding.place)}" for finding in found] == places


@pytest.mark.parametrize(
    ("rows", "limit", "said"),
    [
        ("- 受理 | 2工作日 | 审", "即时", "各环节相加是 2个工作日,超过总时限 即时"),
        ("- 受理 | 9自然日 | 审", "5自然日", "各环节相加是 9个自然日,超过总时限 5自然日"),
        ("- 受理 | 3小时 | 审\n- 丙 | 2小时 | 审", "4小时", "各环节相加是 5小时,超过总时限 4小时"),
        ("- 受理 | 4小时 | 审\n- 丙 | 1工作日 | 审", "1工作日", "各环节相加是 1.5个工作日,超过总时限 1工作日"),
    ],
)
def test_days_that_are_too_many_are_said_in_their_unit(
    rows: str, limit: str, said: str, declare: Callable[[str], Declared]
) -> None:
    """R420, also where the limit itself has none (即时)."""
    found = [finding.message for finding in declare(before(rows, limit=limit)).findings if finding.code == "R420"]
    assert found == [f"优化前{said}", f"优化后{said}"]


def test_what_was_is_only_mentioned_and_what_will_be_is_wrong(declare: Callable[[str], Declared]) -> None:
    """R420 warns of 优化前, which is history."""
    declared = declare(
        "优化前:\n  时限: 1工作日\n  流程: 受理 | 综合股 | 2工作日 | 审\n  材料: 无\n优化后:\n  时限: 1工作日\n"
    )
    assert [(found.severity, position(found.place)) for found in declared.findings] == [
        (Severity.WARNING, "2:7"),
        (Severity.ERROR, "6:7"),
    ]
    assert len(declared.checked.matters) == 1, "it is reported, not refused"


def test_the_same_name_is_found_in_one_department_only(declare: Callable[[str], Declared]) -> None:
    """R313: brackets and spaces folded; two departments may have a matter of one name."""
    declared = declare(
        "名称: 许可(新办)\n==> 示范局/02-乙.yaml <==\n名称: 许可 （新办）\n==> 住建局/单位.yaml <==\n名称: 住建局\n"
        "==> 住建局/01-甲.yaml <==\n名称: 许可(新办)\n"
    )
    found = declared.found("R313")
    assert (str(found.place), [str(place) for place in found.related]) == (
        "示范局/02-乙.yaml:1:5",
        ["示范局/01-示范事项.yaml:1:5"],
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [("名称: 某镇\n", ["R101"]), ("名称: 某镇\n范围外: 是\n", []), ("名称: 某镇\n范围外: 否\n", ["R101"])],
)
def test_a_body_outside_of_the_plan_says_so(text: str, codes: list[str], declare: Callable[[str], Declared]) -> None:
    """R101."""
    assert declare(f"==> {DEPARTMENT_FILE} <==\n{text}").codes == codes
