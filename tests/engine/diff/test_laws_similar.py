"""Laws of comparing where names are short, alike or the same, and identifiers are used again for something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.diff.changes.steps import StepKept
from engine.diff.compare import compare
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process, Step
from tests.engine.diff.telling import Told, mirrored, sides, tell

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

_NAMES = ("审核", "审查", "复审", "复核", "材料审核", "审核材料", "现场核查")
_ACTS = st.lists(st.sampled_from(("材料审核", "核对原件", "现场踏勘", "股长复核")), min_size=1, max_size=2, unique=True)
# The fixtures only hold functions, nothing that one example could leave behind for the next.
_tried = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@st.composite
def _rows(draw: st.DrawFn) -> list[str]:
    """1–6 rows; of several steps of one name all but the first have an identifier, now and then others too."""
    rows: list[str] = []
    identifiers = draw(st.permutations("一二三四五六"))
    for name in draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=6)):
        row = (
            f"{name} | {draw(st.sampled_from(('一股', '二股')))} | {draw(st.integers(1, 3))} | {'、'.join(draw(_ACTS))}"
        )
        if any(other.startswith(f"{name} |") for other in rows) or draw(st.integers(0, 4)) == 0:
            row += f" | 标识 {identifiers[len(rows)]}"
        rows.append(row)
    return rows


def _told(pair: CheckedMatter) -> Counter[tuple[Told, bool]]:
    """All that is said, consequences as such, without identifiers; of several names in alphabetical order.

    Which of two steps that are the same but for their 标识 has moved cannot be told without hanging on the 标识.
    """
    found: Counter[tuple[Told, bool]] = Counter()
    for change in compare(pair, Switches()).changes:
        for code, *both in tell(change):
            before, after = ("、".join(sorted(re.sub(r"\[.\]", "", side).split("、"))) for side in both)
            found[(code, before, after), change.direct] += 1
    return found


@_tried
@given(rows=_rows())
def test_steps_of_one_name_are_kept_apart_from_each_other(rows: list[str], process: Build, checked: Check) -> None:
    """A version compared with itself: each step goes on as itself, whatever else is called so."""
    same = process(*rows)
    changes = compare(checked(same, same), Switches()).changes
    assert all(isinstance(change, StepKept) and change.before is change.after for change in changes)
    assert len(changes) == len(rows)


@_tried
@given(before=_rows(), after=_rows())
def test_the_difference_of_steps_that_are_alike_mirrors_itself(
    before: list[str], after: list[str], process: Build, checked: Check
) -> None:
    """What is taken for what does not hang on which version is called 优化前."""
    one, other = process(*before), process(*after)
    there, back = _told(checked(one, other)), _told(checked(other, one))
    assert Counter({(mirrored(said), direct): count for (said, direct), count in there.items()}) == back


@_tried
@given(before=_rows(), after=_rows())
def test_every_step_that_is_like_others_is_in_exactly_one_change(
    before: list[str], after: list[str], process: Build, checked: Check
) -> None:
    """And the counts add up."""
    one, other = process(*before), process(*after)
    difference = compare(checked(one, other), Switches())
    found = [sides(change) for change in difference.changes]
    assert sorted(step.key for old, _ in found for step in old) == sorted(step.key for step in one.steps)
    assert sorted(step.key for _, new in found for step in new) == sorted(step.key for step in other.steps)
    assert sum(len(old) - len(new) for old, new in found) == difference.steps.reduction


@_tried
@given(before=_rows(), after=_rows())
def test_identifiers_spelled_otherwise_say_the_same(
    before: list[str], after: list[str], process: Build, checked: Check
) -> None:
    """Each 标识 of both versions exchanged for another word, in the opposite alphabetical order."""
    one, other = process(*before), process(*after)
    words = dict(zip("一二三四五六", "子丑寅卯辰巳"[::-1], strict=True))
    renamed = [_renamed(version, words) for version in (one, other)]
    assert _told(checked(*renamed)) == _told(checked(one, other))


def _renamed(process: Process, words: dict[str, str]) -> Process:
    """The process with other identifiers on its steps, nodes and flows."""
    steps = {step.key: replace(step, key=words.get(step.key, step.key)) for step in process.steps}

    def again(step: Step | None) -> Step | None:
        return steps[step.key] if step else None

    return replace(
        process,
        steps=tuple(steps.values()),
        counted_steps=tuple(steps[step.key] for step in process.counted_steps),
        nodes=tuple(replace(node, key=words.get(node.key, node.key), step=again(node.step)) for node in process.nodes),
        flows=tuple(
            replace(flow, source=words.get(flow.source, flow.source), target=words.get(flow.target, flow.target))
            for flow in process.flows
        ),
    )
