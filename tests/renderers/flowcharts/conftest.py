"""Charts from declarations written in the tests: what a docstring says after its first line is 优化前, without the head.

Lines that begin with 类型, 种类 or 出具 are facts of the matter; 时限, 材料 and 承办 have defaults.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from textwrap import dedent, indent

import pytest

from processes.checking import check_project

from processes.compilation.build import compile_process
from processes.compilation.holders import HolderBook
from processes.model.department import Department, Office
from processes.model.flow import BranchDeclaration, Entry
from processes.model.limits import DayKind, TimeLimit
from processes.model.matter import Material, Matter, Outcome, StatutoryLimit, Version, VersionLabel
from processes.model.places import Text
from processes.model.plan import Plan
from processes.model.process import CheckedMatter
from processes.model.vocabulary import MatterType
from renderers.flowcharts import Chart, chart_of

PLAN = """\
名称: 方案
城市: 海林市
报送: 市编办
部门:
  各部门: 甲局、公安局、规划局、环保局
阶段:
  - 第一阶段 | 2017-12-31 | 附件1
终审: 省终审、市终审、海林终审
"""
DEPARTMENT = """\
名称: 甲局
全称: 海林市甲局
内设机构:
  - 行政审批股 | 审批
  - 监管股 | 监管
行政审批股:
  方式: 已建立
"""
FACTS = {"类型": "行政审批事项", "出具": "《许可证》"}
VERSION = {"时限": "20工作日", "承办": "行政审批股", "材料": "申请书、营业执照复印件"}

LIMIT = TimeLimit(Fraction(20), DayKind.WORKING)


@pytest.fixture
def checked(request: pytest.FixtureRequest, tmp_path: Path) -> CheckedMatter:
    """The matter in the docstring of the test."""
    said = dedent(request.function.__doc__.partition("\n")[2]).strip().splitlines()
    facts = FACTS | {line.split(": ")[0]: line.split(": ")[1] for line in said if line.startswith(("类型", "种类", "出具"))}
    version = [line for line in said if line.split(": ")[0] not in facts]
    version += [f"{key}: {value}" for key, value in VERSION.items() if not any(one.startswith(key) for one in version)]
    head = [f"{key}: {value}" for key, value in facts.items() if value != "无" or key == "出具"]
    text = "\n".join(
        (
            "名称: 样例事项核发",
            *head,
            "依据:\n  法律: 《中华人民共和国行政许可法》第十二条",
            "相对人: 企业",
            "法定时限: 20工作日(《行政许可法》第四十二条)",
            "条件: 符合条件",
            "优化前:",
            indent("\n".join(version), "  "),
            "优化后: 取消",
            "",
        )
    )
    folder = tmp_path / "甲局"
    folder.mkdir()
    (tmp_path / "方案.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "单位.yaml").write_text(DEPARTMENT, encoding="utf-8")
    (folder / "01-样例.yaml").write_text(text, encoding="utf-8")
    result = check_project(tmp_path)
    assert result.matters, [(str(finding.place), finding.message) for finding in result.findings]
    return result.matters[0]


@pytest.fixture
def chart(checked: CheckedMatter) -> Chart:
    """The chart of the 优化前 in the docstring of the test."""
    return chart_of(checked, VersionLabel.BEFORE, "海林市甲局")


@pytest.fixture(scope="session")
def compiled() -> Callable[..., Chart]:
    """The chart of entries, side branches and materials that were made without a file."""
    plan = Plan(name="方案", city="海林市", heading="海林市", recipient="市编办", groups=(), stages=(), final_levels=())
    units = ("行政审批股", "公安局交警大队", "社区(村)", "食品流通监管股")
    offices = tuple(Office(name=name) for name in units)
    book = HolderBook(plan, Department(folder="甲局", name="甲局", full_name="甲局", offices=offices))

    def build(written: tuple[tuple[Entry, ...], dict[str, BranchDeclaration], tuple[Material, ...]]) -> Chart:
        entries, branches, materials = written
        version = Version(
            label=VersionLabel.BEFORE, limit=LIMIT, entries=entries, materials=materials, branches=branches
        )
        matter = Matter(
            department="甲局",
            file="甲局/01-样例.yaml",
            number="01",
            name="样例",
            type=MatterType.APPROVAL,
            kind="行政许可",
            bases=(),
            subjects=(),
            statutory=StatutoryLimit(limit=LIMIT),
            outputs=(Text("《许可证》"),),
            before=version,
            after=None,
            outcome=Outcome.CANCELLED,
        )
        checked = CheckedMatter(matter=matter, before=compile_process(matter, version, book), after=None)
        return chart_of(checked, VersionLabel.BEFORE, "海林市甲局")

    return build
