"""Charts from declarations written in the tests."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

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

LIMIT = TimeLimit(Fraction(20), DayKind.WORKING)


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
