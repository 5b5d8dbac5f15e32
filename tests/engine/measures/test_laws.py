"""Laws of counting, tried on generated processes."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from engine.measures import critical_path, handovers, materials, measures, procedures, steps
from engine.measures.measured import Counting
from processes.model.plan import Switches
from processes.model.process import Process

Build = Callable[..., Process]

NAMES = st.lists(
    st.sampled_from(["受理", "初审", "复审", "公示", "听证", "审批", "制证", "送达", "登记", "拟办"]), unique=True
)
ACTS = st.lists(st.sampled_from(["形式审查", "材料审核", "签批", "送达"]), min_size=1, max_size=3)
PAPERS = st.lists(st.sampled_from(["申请表", "照片(6张)", "章程(2份)", "图纸(原件1份+复印件3份)"]), unique=True)
COUNTINGS = st.sampled_from(list(Counting)).map(lambda counting: Switches(counting=counting))


@st.composite
def rows(draw: st.DrawFn) -> list[str]:
    """Rows of 环节 with distinct names."""
    return [
        f"{name} | {draw(st.sampled_from('甲乙丙'))} | {draw(st.integers(1, 9))}工作日 | {'、'.join(draw(ACTS))}"
        for name in draw(NAMES)
    ]


@given(rows=rows(), switches=COUNTINGS)
def test_a_count_is_that_of_its_items(rows: list[str], switches: Switches, a_process: Build) -> None:
    """附件6: column 7 is the number of what column 10 lists, whatever the counting."""
    process = a_process(*rows)
    for measure in (steps, procedures, handovers):
        measured = measure.measure(process, switches)
        assert measured.value == len(measured.items)


@given(rows=rows())
def test_there_are_at_least_as_many_acts_as_steps(rows: list[str], a_process: Build) -> None:
    """Every 环节 has at least one 程序."""
    process = a_process(*rows)
    assert len(procedures.measure(process, Switches()).items) >= len(steps.measure(process, Switches()).items)


@given(rows=rows())
def test_handovers_never_exceed_what_is_declared(rows: list[str], a_process: Build) -> None:
    """No counting finds more changes than there are neighbours."""
    process = a_process(*rows)
    assert handovers.measure(process, Switches()).value == max(
        0, len(steps.measure(process, Switches(counting="交接次数")).items) - 1
    )


@given(rows=rows())
def test_the_critical_path_of_a_list_is_the_sum_of_its_days(rows: list[str], a_process: Build) -> None:
    """Limits add up along the list."""
    process = a_process(*rows)
    expected = sum(step.limit.days for step in process.steps)
    assert critical_path.measure(process, Switches()).value == expected


@given(papers=PAPERS)
def test_copies_are_never_fewer_than_kinds(papers: list[str], a_process: Build) -> None:
    """Each kind is handed in at least once."""
    process = a_process(materials="、".join(papers))
    kinds, copies = (materials.measure(process, Switches(materials=how)).value for how in ("种类", "份数"))
    assert kinds is not None
    assert copies is not None
    assert kinds <= copies
    assert copies == sum(map(materials.copies, process.version.materials))


@given(rows=rows(), papers=PAPERS, switches=COUNTINGS)
def test_every_measure_cites_where_it_comes_from(
    rows: list[str], papers: list[str], switches: Switches, a_process: Build
) -> None:
    """And items stand among the sources of their count."""
    process = a_process(*rows, materials="、".join(papers))
    for measure in measures().values():
        measured = measure.measure(process, switches)
        assert measured.sources
        assert {item.place for item in measured.items} <= set(measured.sources)
