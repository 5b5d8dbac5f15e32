"""Checked matters built by hand: one row a step, ``名称 | 承办 | 工作日 | 程序`` and then marks.

Marks: ``沿自 甲、乙`` (``沿自 无``), ``标识 X``, ``在 并联块`` (inside that named block), ``不计 归档``, ``支线 名称``,
``去向 条件→目标、…``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from processes.model.flow import BranchDeclaration, Procedure
from processes.model.limits import NO_LIMIT, DayKind, TimeLimit
from processes.model.matter import Material, Matter, Outcome, StatutoryLimit, Version, VersionLabel
from processes.model.places import Place, Text
from processes.model.process import (
    END,
    START,
    CheckedMatter,
    Flow,
    FlowKind,
    Holder,
    Node,
    NodeKind,
    Process,
    Step,
    own_offices,
)
from processes.model.vocabulary import MatterType
from tests.engine.diff.telling import BothWays, Told, both_ways, difference_of, told

FILE = "市场监管局/01-样例.yaml"


def days(number: str | int, kind: DayKind = DayKind.WORKING) -> TimeLimit:
    """``number`` days as a limit; 0 is 即时."""
    amount = Fraction(number)
    return TimeLimit(amount, kind if amount else None)


def lineage(text: str | None) -> tuple[Text, ...] | None:
    """沿自 as the model has it: None not written, () 无."""
    return None if text is None else () if text == "无" else tuple(map(Text, text.split("、")))


def named(text: str) -> tuple[str, str | None]:
    """``甲←乙、丙`` → the name and its 沿自."""
    name, arrow, origins = text.partition("←")
    return name, origins.replace("+", "、") if arrow else None


def marks(row: str) -> dict[str, str]:
    """The marks of a row, by their first words."""
    return dict(mark.strip().split(" ", 1) for mark in row.split("|")[4:])


def make_step(row: str, line: int) -> Step:
    """A step from its row."""
    name, holder, number, acts, *_ = (cell.strip() for cell in row.split("|"))
    words = marks(row)
    unit, _, post = holder.partition("/")
    procedures = []
    for column, act in enumerate(filter(None, acts.split("、"))):
        act_name, origins = named(act)
        bare, _, people = act_name.partition("×")
        procedures.append(
            Procedure(
                name=bare, people=int(people or 0), origins=lineage(origins), place=Place(FILE, line, 30 + column)
            )
        )
    branch = words.get("支线", "")
    return Step(
        key=f"{branch}/{name}" if branch else words.get("标识", name),
        name=name,
        number="",
        holders=(Holder(unit=unit, post=post),),
        limit=days(number),
        procedures=tuple(procedures),
        origins=lineage(words.get("沿自")),
        uncounted=words.get("不计", ""),
        block=words.get("在", ""),
        branch=branch,
        place=Place(FILE, line, 7),
    )


def joined(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Steps with those that hold others marked as named blocks, their procedures those of their members too."""
    result = []
    for step in steps:
        inside = [other for other in steps if other.block == step.key]
        acts = {act.name: act for other in (step, *inside) for act in other.procedures}
        result.append(replace(step, composite=bool(inside), procedures=tuple(acts.values())) if inside else step)
    return tuple(result)


Graph = tuple[tuple[Node, ...], tuple[Flow, ...]]


def graph(steps: Sequence[Step], exits: Mapping[str, str]) -> Graph:
    """The main path, one step after the other, the members of a named block side by side (blocks do not nest here).

    Then the side branches, each ending the case, and the ways out: key of a step → ``条件→目标、…``.
    """
    nodes = [Node(START, NodeKind.START)]
    flows: list[Flow] = []
    last = START
    leave: dict[str, str] = {}
    for step in (step for step in steps if not step.block and not step.branch):
        inside = [other for other in steps if other.block == step.key]
        enter = f"{step.key}:分" if inside else step.key
        leave[step.key] = f"{step.key}:合" if inside else step.key
        nodes.append(Node(enter, NodeKind.FORK if inside else NodeKind.STEP, step))
        flows.append(Flow(source=last, target=enter))
        for other in inside:
            nodes.append(Node(other.key, NodeKind.STEP, other))
            flows += [Flow(source=enter, target=other.key), Flow(source=other.key, target=leave[step.key])]
        if inside:
            nodes.append(Node(leave[step.key], NodeKind.JOIN, step))
        last = leave[step.key]
    nodes.append(Node(END, NodeKind.END, name=END))
    flows.append(Flow(source=last, target=END))
    for branch in dict.fromkeys(step.branch for step in steps if step.branch):
        own = [step for step in steps if step.branch == branch]
        nodes += [Node(step.key, NodeKind.STEP, step) for step in own]
        flows += [Flow(source=one.key, target=two.key, kind=FlowKind.SIDE) for one, two in pairwise(own)]
        if own[-1].key not in exits:
            nodes.append(Node(f"结束:{branch}", NodeKind.END, name=branch))
            flows.append(Flow(source=own[-1].key, target=f"结束:{branch}", kind=FlowKind.SIDE))
    order = list(leave)
    for key, said in exits.items():
        for way in said.split("、"):
            condition, _, target = way.rpartition("→")
            side = next((step.key for step in steps if step.branch == target), "")
            loop = key in order and target in order and order.index(target) <= order.index(key)
            kind = FlowKind.SIDE if side or key not in order else FlowKind.LOOP if loop else FlowKind.SKIP
            flows.append(Flow(source=leave.get(key, key), target=side or target, condition=condition, kind=kind))
    return tuple(nodes), tuple(flows)


def make_material(text: str, line: int) -> Material:
    """``名称×2份←旧名``: a material with copies and lineage."""
    name, origins = named(text)
    bare, _, copies = name.partition("×")
    return Material(name=bare, copies=copies, origins=lineage(origins), place=Place(FILE, line, 5))


@pytest.fixture
def process() -> Callable[..., Process]:
    """A process from rows of steps, names of materials, a limit in 工作日 and other fields of the version."""

    def build(
        *rows: str,
        materials: str = "",
        limit: TimeLimit | int = 20,
        label: str = "优化前",
        branches: str = "",
        **facts: Any,  # noqa: ANN401 - fields of Version
    ) -> Process:
        start = 100 if label == VersionLabel.BEFORE else 200
        steps = joined([make_step(row, start + 10 + index) for index, row in enumerate(rows)])
        papers = tuple(
            make_material(text, start + 50 + index) for index, text in enumerate(filter(None, materials.split("、")))
        )
        version = Version(
            label=VersionLabel(label),
            limit=days(limit) if isinstance(limit, int) else limit,
            entries=(),
            materials=papers,
            branches={
                name: BranchDeclaration(name=name, place=Place(FILE, start + 70 + index, 5))
                for index, name in enumerate(filter(None, branches.split("、")))
            },
            place=Place(FILE, start, 1),
            places={
                "limit": Place(FILE, start + 1, 7),
                "entries": Place(FILE, start + 9, 3),
                "materials": Place(FILE, start + 49, 3),
            },
            **facts,
        )
        ways = {
            step.key: words["去向"] for row, step in zip(rows, steps, strict=True) if "去向" in (words := marks(row))
        }
        nodes, flows = graph(steps, ways)
        inner = {
            step.key: max((other.limit.days for other in steps if other.block == step.key), default=Fraction(0))
            for step in steps
        }
        return Process(
            version=version,
            steps=steps,
            counted_steps=tuple(step for step in steps if step.counted),
            offices=own_offices(version, steps),
            nodes=nodes,
            flows=flows,
            branch_days=inner,
            place=Place(FILE, start, 1),
        )

    return build


@pytest.fixture
def checked() -> Callable[..., CheckedMatter]:
    """A checked matter from its two processes; without the second it is cancelled."""

    def build(before: Process, after: Process | None = None, **facts: Any) -> CheckedMatter:  # noqa: ANN401
        outcome = Outcome.REWORKED if after else Outcome.CANCELLED
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
                "statutory": StatutoryLimit(limit=NO_LIMIT),
                "outputs": (),
                "before": before.version,
                "after": after.version if after else None,
                "outcome": outcome,
                "place": Place(FILE, 1, 1),
                "places": {"after": Place(FILE, 200, 6)},
                **facts,
            }
        )
        return CheckedMatter(matter=matter, before=before, after=after)

    return build


def _declaration(request: pytest.FixtureRequest) -> str:
    """The docstring of the test; what indents it is taken off."""
    return re.sub("^    ", "", request.function.__doc__.rstrip(), flags=re.MULTILINE) + "\n"


@pytest.fixture
def compared(request: pytest.FixtureRequest, tmp_path: Path) -> BothWays:
    """What is said of the declaration in the docstring of the test, forwards and backwards."""
    return both_ways(_declaration(request), tmp_path)


@pytest.fixture
def found(request: pytest.FixtureRequest, tmp_path: Path) -> set[Told]:
    """What is said of the declaration in the docstring of the test, forwards only: 沿自 has a direction."""
    return told(difference_of(_declaration(request), tmp_path))
