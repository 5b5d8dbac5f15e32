"""Cases as integers do what the machine does that people step through, guards and all."""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, given, settings

from engine.cases.definition import Definition, definition_of
from engine.cases.kernel import WORD, Kernel
from engine.cases.route import CaseTokens
from processes.checking import Checked, check_project
from processes.model.process import NodeKind
from tests.declaring import Declared, write
from tests.effort import tried
from tests.flows import matters
from tests.living import DIGEST, PERMIT, Living, definition_in

SAMPLES = Path(__file__).parents[3] / "samples"


def definitions_in(checked: Checked) -> list[Definition]:
    """Every version of every matter."""
    assert checked.workspace is not None
    switches = checked.workspace.plan.switches
    versions = ((matter, version.label) for matter in checked.matters for version in matter.matter.versions)
    return [definition_of(matter, label, DIGEST, switches) for matter, label in versions]


def tokens(kernel: Kernel, case: int) -> dict[str, int]:
    """The marking of a case as the machine has it: node → tokens."""
    definition = kernel.definition
    found: dict[str, int] = {}
    for place in definition.net.marked(kernel.marking(case)):
        joined = definition.route.nodes[place.node].kind is NodeKind.JOIN and not place.arrived_from
        found[place.node] = found.get(place.node, 0) + (definition.route.machine.branches(place.node) if joined else 1)
    return found


def play(definition: Definition, dice: random.Random, most: int = 40) -> None:
    """Run a case at random on both: ways taken, materials handed in, materials sent back by a notice."""
    kernel = Kernel(definition)
    route = definition.route
    cases = kernel.many(1)
    machine = CaseTokens()
    route.machine.fire(machine, "开始")
    for _ in range(most):
        case = cases[0]
        assert tokens(kernel, case) == machine.marking
        # At a join after which nobody decides there is nothing to choose.
        ways = [way for way in route.ways(machine) if (way.place, way.name) in kernel.numbers]
        numbers = {kernel.numbers[way.place, way.name]: way for way in ways}
        for number in range(len(kernel.rows)):
            allowed = number in numbers and numbers[number].hindrance is None
            assert kernel.allowed(case, number) is allowed
        if not ways:
            assert definition.net.finished(kernel.marking(case))
            return
        if route.materials and dice.random() < 0.4:
            name = dice.choice(route.materials)
            machine.received |= {name}
            cases[0] |= kernel.material(name)
            continue
        way = dice.choice(ways)
        refused = kernel.fire(cases, [(0, kernel.numbers[way.place, way.name])])
        assert bool(refused) is (way.hindrance is not None)
        if refused:
            assert cases[0] == case
            continue
        assert route.machine.fire(machine, way.place, way.name)
        machine.told |= route.corrects(way.flow)
        machine.accepted |= route.accepting(way.flow)


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_random_cases_of_the_samples_run_alike(sample: str) -> None:
    """All matters, before and after."""
    for definition in definitions_in(check_project(SAMPLES / sample)):
        for seed in range(3):
            play(definition, random.Random(seed))  # noqa: S311 - nothing secret


@settings(max_examples=tried(15), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(matters())
def test_random_cases_of_any_process_run_alike(text: str) -> None:
    """Blocks in blocks, loops, skips, side branches."""
    with TemporaryDirectory() as folder:
        checked = check_project(write(Path(folder), text))
    assume(checked.matters)
    for definition in definitions_in(checked):
        for seed in range(2):
            play(definition, random.Random(seed))  # noqa: S311 - nothing secret


def test_a_case_that_was_lived_is_the_same_integer(declare: Callable[[str], Declared]) -> None:
    """After a notice, the way back and acceptance."""
    case = Living(definition_in(declare(PERMIT)), "申请书")
    kernel = Kernel(case.course.definition)
    cases = kernel.many(1)
    cases[0] |= kernel.material("申请书")
    case.fire("补正")
    case.fire("下一环节", day=5)
    case.receive("平面图", "照片", day=5)
    case.fire("符合受理条件", day=6)
    names = [("受理", "材料不齐全或不符合法定形式"), ("一次告知补正/一次告知补正", "下一环节")]
    assert kernel.fire(cases, [(0, kernel.numbers[name]) for name in names]) == []
    cases[0] |= kernel.materials(["平面图", "照片"])
    assert kernel.fire(cases, [(0, kernel.numbers["受理", "符合受理条件"])]) == []
    assert cases[0] == kernel.of(case.course)


def test_a_case_takes_eight_bytes_where_it_fits_into_a_word(declare: Callable[[str], Declared]) -> None:
    """And is an integer of any size where it does not."""
    kernel = Kernel(definition_in(declare(PERMIT)))
    cases = kernel.many(1000)
    assert isinstance(cases, array)
    assert (kernel.bits <= WORD, cases.itemsize * len(cases)) == (True, 8000)
    names = "、".join(f"材料{number}" for number in range(WORD))
    large = Kernel(definition_in(declare(PERMIT.replace("申请书、平面图、照片", names))))
    assert large.bits > WORD
    many = large.many(2)
    many[1] |= large.materials(large.definition.route.materials)
    number = large.numbers["受理", "符合受理条件"]
    assert large.fire(many, [(0, number), (1, number)]) == [(0, number)]
    assert [tokens(large, one) for one in many] == [{"受理": 1}, {"审查": 1}]


def test_a_refused_event_leaves_its_case_and_the_others_go_on(declare: Callable[[str], Declared]) -> None:
    """Of three cases the second lacks a material."""
    kernel = Kernel(definition_in(declare(PERMIT)))
    cases = kernel.many(3)
    for at in (0, 2):
        cases[at] |= kernel.materials(kernel.definition.route.materials)
    number = kernel.numbers["受理", "符合受理条件"]
    assert kernel.fire(cases, ((at, number) for at in range(3))) == [(1, number)]
    assert [list(tokens(kernel, case)) for case in cases] == [["审查"], ["受理"], ["审查"]]
