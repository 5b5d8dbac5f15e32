"""Errors planted in forms are found, and clean forms are not suspected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.annexes import Declared
from engine.reconcile.certificate import Certificate, file_city, file_department, reconcile, reconcile_city
from engine.reconcile.values import Filed, Ref
from processes.checking import Checked, check_project
from processes.model.plan import Plan, Switches
from processes.model.process import CheckedMatter
from tests.declaring import write
from tests.effort import tried
from tests.engine.reconcile.handmade import boxes, cards, early_forms
from tests.engine.reconcile.spoiling import spoiled
from tests.flows import matters as flows

SAMPLES = Path(__file__).parents[3] / "samples"
ERRORS = tried(200)


def filed_of(declared: Declared, plan: Plan) -> Filed:
    """All forms of a department: those that have no module yet are made by hand."""
    filed = file_department(declared, plan, boxes(declared[1]))
    return replace(filed, forms={**early_forms(declared[1]), **filed.forms}, cards=filed.cards or cards(declared[1]))


def project(name: str) -> tuple[Plan, list[Declared]]:
    """A sample project as checked."""
    result = check_project(SAMPLES / name)
    assert result.workspace is not None
    pairs = [(one, result.matters_of(one.name)) for one in result.workspace.departments]
    return result.workspace.plan, [pair for pair in pairs if pair[1]]


Check = Callable[[Ref, Random], Certificate]


def departments_to_spoil(plan: Plan, declared: Sequence[Declared]) -> Iterator[tuple[list[Ref], Check]]:
    """The covered cells of each department, and the certificate after an error in one of them."""

    def check_of(filed: Filed) -> Check:
        return lambda ref, dice: reconcile(spoiled(filed, ref, dice), plan.switches)

    for pair in declared:
        filed = filed_of(pair, plan)
        yield covered(reconcile(filed, plan.switches)), check_of(filed)


def city_to_spoil(plan: Plan, declared: Sequence[Declared]) -> tuple[list[Ref], Check]:
    """The covered cells of the roll-ups, and the certificate after an error in one of them."""
    city, departments = file_city(plan, declared), [filed_of(pair, plan) for pair in declared]
    refs = covered(reconcile_city(city, departments, plan.switches))

    def check(ref: Ref, dice: Random) -> Certificate:
        return reconcile_city(spoiled(city, ref, dice), departments, plan.switches)

    return [ref for ref in refs if ref.owner == city.owner], check


def covered(certificate: Certificate) -> list[Ref]:
    """The cells in which an error cannot go unnoticed; without any, nothing contradicts anything."""
    assert certificate.contradictions == ()
    return sorted({ref for one in certificate.identities for ref in one.covered}, key=repr)


def test_every_planted_error_is_found() -> None:
    """Single-cell errors in cells that an identity covers, four fifths in departments, the rest in roll-ups."""
    dice = Random(20171031)  # noqa: S311 - nothing secret
    samples = [project(name) for name in ("hailin", "edge")]
    places = [one for plan, declared in samples for one in departments_to_spoil(plan, declared)]
    roll_ups = [city_to_spoil(plan, declared) for plan, declared in samples]
    missed, kinds = [], set()
    for number in range(ERRORS):
        refs, check = roll_ups[number // 5 % 2] if number % 5 == 0 else dice.choice(places)
        ref = dice.choice(refs)
        kinds.add((ref.code, ref.column))
        if not check(ref, dice).contradictions:
            missed.append(ref)
    assert missed == []
    assert {code for code, _ in kinds} == {f"附件{number}" for number in range(1, 11)}
    assert len(kinds) > 60, "the errors lie in too few columns to mean much"


@st.composite
def projects(draw: st.DrawFn) -> str:
    """The text of a department with one to four matters of any shape, type and fate."""
    text = ""
    for number in range(1, draw(st.integers(1, 4)) + 1):
        matter = draw(flows())
        before, _, _ = matter.partition("优化后:")
        fate = draw(st.sampled_from(("as drawn", "取消", "下放: 镇(乡)", "secret", "public")))
        match fate:
            case "取消":
                matter = f"{before}优化后: 取消\n"
            case "下放: 镇(乡)":
                matter = f"{before}优化后:\n  下放: 镇(乡)\n  时限: 100工作日\n"
            case "secret":
                matter = f"涉密: 秘密级(《保密法》第九条)\n{matter}"
            case "public":
                matter = f"公开: 是\n网上公示:\n  承诺时限: 300工作日\n  咨询电话: 0453-1111111\n{matter}"
            case _:
                pass
        text += f"==> 示范局/{number:02d}-事项.yaml <==\n名称: 第{number}号事项\n{matter}"
    return text + "==> 示范局/01-示范事项.yaml <==\n# 删除\n"


SWITCHES = st.builds(
    Switches,
    counting=st.sampled_from(["环节与程序", "标准阶段", "交接次数", "法定阶段"]),
    annex9_procedures=st.sampled_from(["净减", "变动"]),
    materials=st.sampled_from(["种类", "份数"]),
    totals_with_cancelled=st.booleans(),
    mixed_days=st.sampled_from(["不折算", "折算"]),
)


def checked(text: str) -> Checked:
    """The project as checked."""
    with TemporaryDirectory() as folder:
        result = check_project(write(Path(folder), text))
        assert result.matters is not None
        return result


@settings(max_examples=tried(25), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(text=projects(), switches=SWITCHES)
def test_a_clean_department_raises_no_false_alarm(text: str, switches: Switches) -> None:
    """Random departments, under any reading of the plan (口径): nothing contradicts anything, nor in the city."""
    result = checked(text)
    assert result.workspace is not None
    plan = replace(result.workspace.plan, switches=switches)
    matters: tuple[CheckedMatter, ...] = result.matters_of("示范局")
    department = result.workspace.department("示范局")
    assert department is not None
    filed = filed_of((department, matters), plan)
    certificate = reconcile(filed, switches)
    assert [(one.name, one.left.name, one.expected, one.found) for one in certificate.contradictions] == []
    pairs = [(department, matters)] if matters else []
    assert reconcile_city(file_city(plan, pairs), [filed] if matters else [], switches).contradictions == ()
