"""Laws of comparing, tried on generated processes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.diff.changes.procedures import ProcedureAdded, ProcedureRemoved, ProcedureReplaced
from engine.diff.changes.steps import StepChange, StepKept
from engine.diff.compare import compare
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process, Step
from tests.engine.diff.telling import MIRROR, sides

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

_NAMES = st.sampled_from("甲乙丙丁戊己庚")
_ACTS = st.lists(st.sampled_from("审核查勘签"), min_size=1, max_size=3, unique=True)
_PAPERS = st.lists(st.sampled_from("表证照图"), max_size=4, unique=True)
# The fixtures only hold functions, nothing that one example could leave behind for the next.
_tried = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@st.composite
def _rows(draw: st.DrawFn, lineage: bool = False) -> list[str]:  # noqa: FBT002 - hypothesis passes by name
    """Rows of 1–6 steps with unique names, some of them not counted; with 沿自 to steps that may or may not exist."""
    rows = []
    for name in draw(st.lists(_NAMES, min_size=1, max_size=6, unique=True)):
        row = (
            f"{name} | {draw(st.sampled_from(['一股', '二股']))} | {draw(st.integers(0, 3))} | {'、'.join(draw(_ACTS))}"
        )
        if draw(st.integers(0, 5)) == 0:
            row += " | 不计 归档"
        if lineage and draw(st.booleans()):
            row += f" | 沿自 {'、'.join(draw(st.lists(_NAMES, max_size=3, unique=True))) or '无'}"
        rows.append(row)
    if len(rows) > 2 and draw(st.booleans()):
        # Two neighbours become the branches of a named block.
        start = draw(st.integers(0, len(rows) - 2))
        rows[start : start + 2] = ["块 | 一股 | 3 | ", *(f"{row} | 在 块" for row in rows[start : start + 2])]
    return rows


@_tried
@given(rows=_rows(), papers=_PAPERS)
def test_a_process_compared_with_itself_has_only_kept_steps(
    rows: list[str], papers: list[str], process: Build, checked: Check
) -> None:
    """compare(x, x)."""
    same = process(*rows, materials="、".join(papers))
    difference = compare(checked(same, same), Switches())
    assert all(isinstance(change, StepKept) for change in difference.changes)
    assert len(difference.changes) == len(_outer(same))


@_tried
@given(before=_rows(), after=_rows(), old=_PAPERS, new=_PAPERS)
def test_swapping_the_versions_mirrors_the_difference(
    *, before: list[str], after: list[str], old: list[str], new: list[str], process: Build, checked: Check
) -> None:
    """Without declared lineage, which has a direction, the difference mirrors itself; a merger becomes a split."""
    one, other = process(*before, materials="、".join(old)), process(*after, materials="、".join(new))
    there = compare(checked(one, other), Switches()).changes
    back = compare(checked(other, one), Switches()).changes
    mirrored = Counter(MIRROR[change.code] for change in there)
    assert mirrored == Counter(change.code for change in back)


@_tried
@given(before=_rows(), after=_rows(lineage=True))
def test_every_step_of_both_versions_is_in_exactly_one_change(
    before: list[str], after: list[str], process: Build, checked: Check
) -> None:
    """Removed, kept, changed, merged, split or regrouped; likewise added."""
    one, other = process(*before), process(*after)
    found = [sides(change) for change in _steps(checked(one, other))]
    assert sorted(step.key for old, _ in found for step in old) == _outer(one)
    assert sorted(step.key for _, new in found for step in new) == _outer(other)


@_tried
@given(before=_rows(), after=_rows(lineage=True))
def test_the_changes_account_for_the_counts(
    before: list[str], after: list[str], process: Build, checked: Check
) -> None:
    """Before − removed − Σ(merged − 1) + added + Σ(split − 1) = after, for counted steps and for procedures."""
    pair = checked(process(*before), process(*after))
    difference = compare(pair, Switches())
    lost = sum(_counted(old) - _counted(new) for old, new in map(sides, _steps(pair)))
    assert difference.steps.reduction == lost
    gone = sum(isinstance(change, ProcedureRemoved) for change in difference.changes)
    come = sum(isinstance(change, ProcedureAdded) for change in difference.changes)
    net = sum(
        len(change.before) - len(change.after) for change in difference.changes if isinstance(change, ProcedureReplaced)
    )
    assert difference.procedures.reduction == gone - come + net


@_tried
@given(before=_rows(), after=_rows(), cancelled=st.booleans(), limits=st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_a_reduction_is_before_minus_after(
    *,
    before: list[str],
    after: list[str],
    cancelled: bool,
    limits: tuple[int, int],
    process: Build,
    checked: Check,
) -> None:
    """All four deltas, and their share of before."""
    other = None if cancelled else process(*after, limit=limits[1])
    for delta in compare(checked(process(*before, limit=limits[0]), other), Switches()).deltas:
        assert delta.reduction == (delta.before.value or 0) - (delta.after.value or 0)
        assert delta.percentage == (delta.reduction / delta.before.value if delta.before.value else None)


@_tried
@given(before=_rows(), after=_rows(lineage=True), order=st.randoms(use_true_random=False))
def test_the_order_of_writing_does_not_change_what_is_said(
    before: list[str], after: list[str], order: object, process: Build, checked: Check
) -> None:
    """With unique names, the steps of 优化前 may be written in any order."""
    one = process(*before)
    shuffled = [step for step in one.steps if not step.block]
    order.shuffle(shuffled)  # type: ignore[attr-defined] # a random.Random of hypothesis
    shuffled += [step for step in one.steps if step.block]  # a block stands before its branches
    other = process(*after)
    there = _steps(checked(one, other))
    again = _steps(checked(replace(one, steps=tuple(shuffled)), other))

    def said(changes: list[StepChange]) -> list[tuple[str, list[str], list[str]]]:
        return sorted(
            (change.code, sorted(step.key for step in old), sorted(step.key for step in new))
            for change, (old, new) in zip(changes, map(sides, changes), strict=True)
        )

    kinds = {"step-kept": "step-changed"}  # a procedure of a common name may be found in another step
    assert [(kinds.get(code, code), *sides) for code, *sides in said(there)] == [
        (kinds.get(code, code), *sides) for code, *sides in said(again)
    ]


def _steps(pair: CheckedMatter) -> list[StepChange]:
    return [change for change in compare(pair, Switches()).changes if isinstance(change, StepChange)]


def _outer(process: Process) -> list[str]:
    """Keys of the steps that are compared: those of the main path, each block as one."""
    return sorted(step.key for step in process.steps if not step.block)


def _counted(steps: tuple[Step, ...]) -> int:
    return sum(step.counted for step in steps)
