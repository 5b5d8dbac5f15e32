"""Processes and matters built by hand; a 环节 is the row ``名称 | 承办 | 时限 | 程序`` of the declaration format.

Places tell what is what: steps of 优化前 stand on lines 101 …, its materials on 151 …; 优化后 has 201 … and 251 ….
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from processes.compilation.dictionary import kinds_of_name
from processes.declaration.cells import material_facts, parse_limit, procedure_facts
from processes.model.department import Department
from processes.model.flow import Procedure
from processes.model.limits import TimeLimit
from processes.model.matter import Material, Matter, Outcome, StatutoryLimit, Version, VersionLabel
from processes.model.places import Place, Text
from processes.model.plan import Group, Plan
from processes.model.process import END, START, CheckedMatter, Flow, Holder, Node, NodeKind, Process, Step, own_offices
from processes.model.vocabulary import MatterType

FILE = "市场监管局/01-样例.yaml"
FIRST_LINES = {VersionLabel.BEFORE: 100, VersionLabel.AFTER: 200}


def the_limit(text: str) -> TimeLimit:
    """A limit as written in a declaration."""
    limit = parse_limit(text)
    assert limit is not None
    return limit


def the_step(row: str, line: int, **facts: Any) -> Step:  # noqa: ANN401 - fields of Step
    """A step from its row; its kinds are those that its name means."""
    name, holder, limit, acts = (cell.strip() for cell in row.split("|"))
    unit, _, post = holder.partition("/")
    procedures = []
    for index, act in enumerate(acts.split("、"), 1):
        read = procedure_facts(act)
        procedures.append(Procedure(name=read.name, people=read.people, place=Place(FILE, line, 20 + index)))
    return Step(
        **{
            "key": name,
            "name": name,
            "number": "",
            "holders": (Holder(unit=unit, post=post),),
            "limit": the_limit(limit),
            "procedures": tuple(procedures),
            "kinds": kinds_of_name(name),
            "place": Place(FILE, line, 7),
            "places": {"limit": Place(FILE, line, 15)},
            **facts,
        }
    )


def in_line(steps: Sequence[Step]) -> tuple[tuple[Node, ...], tuple[Flow, ...]]:
    """The graph of steps one after the other."""
    nodes = (
        Node(START, NodeKind.START),
        *(Node(step.key, NodeKind.STEP, step) for step in steps),
        Node(END, NodeKind.END),
    )
    return nodes, tuple(Flow(source=one.key, target=other.key) for one, other in pairwise(nodes))


@pytest.fixture(scope="session")
def a_step() -> Callable[..., Step]:
    """Builds a step from its row, its line and other fields."""
    return the_step


@pytest.fixture(scope="session")
def a_process() -> Callable[..., Process]:
    """Builds a process: rows or steps, ``materials`` and ``limit`` as declared, ``days`` of the branches of blocks."""

    def build(
        *rows: str | Step,
        materials: str = "",
        limit: str = "20工作日",
        label: VersionLabel = VersionLabel.BEFORE,
        graph: tuple[tuple[Node, ...], tuple[Flow, ...]] | None = None,
        days: Mapping[str, Fraction] | None = None,
        **facts: Any,  # noqa: ANN401 - fields of Version
    ) -> Process:
        first = FIRST_LINES[label]
        steps = tuple(
            the_step(row, first + index) if isinstance(row, str) else row for index, row in enumerate(rows, 1)
        )
        papers = []
        for index, text in enumerate(filter(None, materials.split("、")), 51):
            read = material_facts(text.replace("+", "、"))
            papers.append(Material(name=read.name, copies=read.copies, place=Place(FILE, first + index, 5)))
        version = Version(
            label=label,
            limit=the_limit(limit),
            entries=(),
            materials=tuple(papers),
            place=Place(FILE, first, 1),
            places={
                "limit": Place(FILE, first + 90, 7),
                "entries": Place(FILE, first + 91, 7),
                "materials": Place(FILE, first + 92, 7),
            },
            **facts,
        )
        nodes, flows = graph or in_line([step for step in steps if step.counted])
        return Process(
            version=version,
            steps=steps,
            counted_steps=tuple(step for step in steps if step.counted),
            offices=own_offices(version, steps),
            nodes=nodes,
            flows=flows,
            branch_days=days or {},
        )

    return build


@pytest.fixture(scope="session")
def a_matter() -> Callable[..., CheckedMatter]:
    """Builds a checked matter from its two processes; without the second it is cancelled."""

    def build(
        before: Process,
        after: Process | None = None,
        statutory: str = "20工作日",
        **facts: Any,  # noqa: ANN401 - fields of Matter
    ) -> CheckedMatter:
        matter = Matter(
            **{
                "department": "市场监管局",
                "file": FILE,
                "number": "01",
                "name": "样例",
                "type": MatterType.APPROVAL,
                "kind": "行政许可",
                "bases": (),
                "subjects": (),
                "statutory": StatutoryLimit(limit=the_limit(statutory), place=Place(FILE, 6, 7)),
                "outputs": (),
                "before": before.version,
                "after": after.version if after else None,
                "outcome": Outcome.REWORKED if after else Outcome.CANCELLED,
                "place": Place(FILE, 1, 1),
                "places": {"name": Place(FILE, 1, 5), "after": Place(FILE, 200, 6)},
                **facts,
            }
        )
        return CheckedMatter(matter=matter, before=before, after=after)

    return build


@pytest.fixture(scope="session")
def a_plan() -> Callable[..., Plan]:
    """Builds the plan of a city with two departments."""

    def build(**facts: Any) -> Plan:  # noqa: ANN401 - fields of Plan
        return Plan(
            **{
                "name": "方案",
                "city": "海林市",
                "heading": "海林市",
                "recipient": "市编办",
                "groups": (Group(name="执法监督部门", departments=(Text("市场监管局"), Text("环保局"))),),
                "stages": (),
                "final_levels": (),
                **facts,
            }
        )

    return build


@pytest.fixture(scope="session")
def a_department() -> Callable[..., Department]:
    """Builds a department from its short name."""

    def build(name: str, **facts: Any) -> Department:  # noqa: ANN401 - fields of Department
        return Department(folder=name, name=name, full_name=f"海林市{name}", offices=(), **facts)

    return build
