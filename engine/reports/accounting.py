"""What the number of 环节 is made of: each change of the steps with what it takes away or adds.

before − removed − Σ(merged − 1) + added + Σ(split − 1) = after, where only counted 环节 are counted: a step inside a
named block, on a side branch or declared 不计环节 is none, so that taking one in or leaving one out is an entry too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.diff.changes import Change
from engine.diff.changes.steps import (
    StepAdded,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.compare import Difference
from processes.model.process import Step

REMOVED, ADDED, MERGED, SPLIT, REGROUPED, LEFT_OUT, TAKEN_IN = "删", "增", "并", "拆", "重组", "不计", "计入"
_ORDER = (REMOVED, MERGED, SPLIT, REGROUPED, ADDED, LEFT_OUT, TAKEN_IN)


@dataclass(frozen=True, slots=True)
class Entry:
    """Counted 环节 that go on as so many others; ``word`` says how."""

    word: str
    before: int
    after: int

    @property
    def change(self) -> int:
        """What it adds to the number, negative for what it takes away."""
        return self.after - self.before


def entries(changes: Sequence[Change]) -> tuple[Entry, ...]:
    """The entries of the account, in the order in which they are said."""
    found = [entry for change in changes for entry in _entries(change)]
    return tuple(sorted(found, key=lambda entry: (_ORDER.index(entry.word), -entry.before, entry.after)))


def account_text(difference: Difference) -> str:
    """``删2 并2→1``; nothing where it does not add up, because 环节 are counted otherwise (口径.环节程序)."""
    found = entries(difference.changes)
    steps = difference.steps
    if int(steps.before.value or 0) + sum(entry.change for entry in found) != steps.after.value:
        return ""
    return " ".join(_said(word, [entry for entry in found if entry.word == word]) for word in _words(found))


def _words(found: Sequence[Entry]) -> dict[str, None]:
    return dict.fromkeys(entry.word for entry in found)


def _said(word: str, found: Sequence[Entry]) -> str:
    """``删2``, ``并3→1``, ``并2→1×2 3→1``."""
    if word in (MERGED, SPLIT, REGROUPED):
        each = Counter(f"{entry.before}→{entry.after}" for entry in found)
        return word + " ".join(text if number == 1 else f"{text}×{number}" for text, number in each.items())
    return f"{word}{sum(abs(entry.change) for entry in found)}"


def _entries(change: Change) -> Iterator[Entry]:
    match change:
        case StepRemoved(step=step) if step.counted:
            yield Entry(REMOVED, 1, 0)
        case StepAdded(step=step) if step.counted:
            yield Entry(ADDED, 0, 1)
        case StepKept(before=old, after=new) | StepChanged(before=old, after=new):
            yield from _through(MERGED, [old], [new])
        case StepsMerged(before=olds, after=new):
            yield from _through(MERGED, olds, [new])
        case StepSplit(before=old, after=news):
            yield from _through(SPLIT, [old], news)
        case StepsRegrouped(before=olds, after=news):
            yield from _through(REGROUPED, olds, news)
        case _:
            pass


def _through(word: str, before: Sequence[Step], after: Sequence[Step]) -> Iterator[Entry]:
    """What goes on; uncounted steps that go on as counted ones come in as one, and the other way round."""
    old, new = (sum(step.counted for step in side) for side in (before, after))
    if not old and new:
        yield Entry(TAKEN_IN, 0, 1)
        old = 1
    elif old and not new:
        yield Entry(LEFT_OUT, 1, 0)
        new = 1
    if old != new:
        yield Entry(word, old, new)
