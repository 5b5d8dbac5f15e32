"""Charts from declarations written in the tests: after its first line, a docstring says what 优化前 is.

Lines that begin with 类型, 种类 or 出具 are facts of the matter; 时限, 材料 and 承办 have defaults.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from textwrap import dedent, indent

import pytest

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
from tests.declaring import Declared

FACTS = {"名称": "样例事项核发", "条件": "符合条件", "出具": "《许可证》"}
VERSION = {"时限": "20工作日", "承办": "行政审批股", "材料": "申请书、营业执照复印件"}
UNITS = ("行政审批股", "公安局交警大队", "社区(村)", "食品流通监管股")
LIMIT = TimeLimit(Fraction(20), DayKind.WORKING)


@pytest.fixture
def checked(request: pytest.FixtureRequest, declare: Callable[[str], Declared]) -> CheckedMatter:
    """The matter in the docstring of the test, in the small project of ``tests/declaring.py``."""
    said = dedent(request.function.__doc__.partition("\n")[2]).strip().splitlines()
    facts = dict(FACTS)
    facts |= {
        key: value for line in said for key, _, value in [line.partition(": ")] if key in ("类型", "种类", "出具")
    }
    version = [line for line in said if line.partition(": ")[0] not in facts]
    version += [f"{key}: {value}" for key, value in VERSION.items() if not any(one.startswith(key) for one in version)]
    head = [f"{key}: {value}" for key, value in facts.items()]
    return declare("\n".join((*head, "优化前:", indent("\n".join(version), "  "), "优化后: 取消"))).checked_matter


@pytest.fixture
def chart(checked: CheckedMatter) -> Chart:
    """The chart of the 优化前 in the docstring of the test."""
    return chart_of(checked, VersionLabel.BEFORE, "示范市示范局")


@pytest.fixture(scope="session")
def compiled() -> Callable[..., Chart]:
    """The chart of entries, side branches and materials that were made without a file."""
    plan = Plan(name="方案", city="海林市", heading="海林市", recipient="市编办", groups=(), stages=(), final_levels=())
    offices = tuple(Office(name=name) for name in UNITS)
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
        return chart_of(checked, VersionLabel.BEFORE, "示范市示范局")

    return build


def joined(chart: Chart) -> set[tuple[str, str, str]]:
    """The flow lines as (source, label, target)."""
    return {(arrow.source, arrow.label, arrow.target) for arrow in chart.arrows if not arrow.bare}
