"""环节 and 程序 out of the two lists of 附件6: which act belongs to which 环节 no form says, so it is inferred.

Both lists run in the order of the process, and every 环节 has at least one 程序 (declaration format §3): the acts are
parted into as many runs as there are 环节, those runs being chosen whose acts sound most like their 环节.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from processes.compilation.dictionary import kinds_of_name
from processes.declaration.cells import parse_limit, procedure_facts, split_names
from processes.declaration.names import is_name
from processes.declaration.slips import slip_in_line
from processes.intake.matters.amounts import amount_in
from processes.intake.matters.said import Item, Listed, Said
from processes.model.vocabulary import EXCLUSION_KINDS

_LIMITED = re.compile(r"(.+?)[(（]([^()（）]*(?:日|天|小时|即时|即办|当场)[^()（）]*)[)）]$")
_LEFT_OUT = re.compile(r"(.+?)时间(?:([0-9.]+)个(工作日|自然日|小时))?")


_ALSO = {"鉴定": ("评定", "鉴别"), "专家评审": ("评审", "论证", "评议"), "检验": ("化验",), "检测": ("化验", "监测")}
"""What 环节 are called in which these acts are done."""
_MOST_COMPARED = 3000
"""环节 times 程序 that are compared; no process has sixty of each."""
LAW_UNSAID = "《……》第×条"


class Step(NamedTuple):
    """A 环节 with its acts; ``limit`` as declared, empty where the form does not say."""

    name: str
    acts: tuple[str, ...]
    limit: str = ""


def steps_of(names: Sequence[str], acts: Sequence[str]) -> tuple[Step, ...]:
    """The 环节 with the acts parted among them; one without any act of its own does what it is called."""
    parted = _parted(names, acts) if len(acts) >= len(names) else _scattered(names, acts)
    steps = []
    for name, own in zip(names, parted, strict=True):
        found = _LIMITED.match(name)
        amount = amount_in(found[2]) if found else None
        if found and amount is not None and (amount.unit or amount.number == 0):
            steps.append(Step(found[1], own or (found[1],), amount.declared("")))
        else:
            steps.append(Step(name, own or (name,)))
    return tuple(steps)


def leave_out(steps: tuple[Step, ...], told: str) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """The steps with the time that 承诺时限 leaves out (``不含听证时间、检测时间15个工作日``), and what fits none.

    行政许可法 art. 45: the time of these acts is not counted.
    """
    found = list(steps)
    unplaced = []
    for part in re.sub(r"^不含", "", told).split("、"):
        match = _LEFT_OUT.fullmatch(part.strip())
        act, days = (match[1], f"{match[2]}{match[3]}" if match[2] else "") if match else (part, "")
        index = _holding(found, act) if match else None
        if index is None:
            unplaced.append(part)
            continue
        step = found[index]
        if act in EXCLUSION_KINDS:
            found[index] = step._replace(limit=f"{days}不计时限({act})")
        elif step.name == act:
            # It is not one of those of art. 45, so a special law says so, and its article has to be named.
            found[index] = step._replace(limit=f"{days}不计时限({LAW_UNSAID})")
        elif not days and any(procedure_facts(own).name == act for own in step.acts):
            acts = tuple(_not_counted(own) if procedure_facts(own).name == act else own for own in step.acts)
            found[index] = step._replace(acts=acts)
        else:
            unplaced.append(part)
    return tuple(found), tuple(unplaced)


def _not_counted(act: str) -> str:
    facts = procedure_facts(act)
    return f"{facts.name}({facts.people}人以上、不计时限)" if facts.people else f"{facts.name}(不计时限)"


def _holding(steps: Sequence[Step], act: str) -> int | None:
    """The step that is called so, has an act called so, or at least sounds like it."""
    tests = (
        lambda step: step.name == act,
        lambda step: any(procedure_facts(own).name == act for own in step.acts),
        lambda step: act in step.name,
        lambda step: any(act in own for own in step.acts),
        lambda step: any(word in step.name for word in _ALSO.get(act, ())),
    )
    return next((index for test in tests for index, step in enumerate(steps) if not step.limit and test(step)), None)


def entries(steps: Sequence[Step], holder: str, mark: str) -> Listed:
    """The lines of 流程; ``holder`` is written where the version has not just one office."""
    seen: dict[str, int] = {}
    items = []
    for index, step in enumerate(steps):
        seen[step.name] = seen.get(step.name, 0) + 1
        # Names are unique in a version, or have a 标识 (declaration format §3).
        again = f"{step.name}{seen[step.name]}" if seen[step.name] > 1 else ""
        items.append(_entry(step, holder, mark if index == 0 else "", again))
    return Listed(tuple(items))


def _entry(step: Step, holder: str, mark: str, identifier: str) -> Item:
    limit = step.limit or "无"
    row = " | ".join(filter(None, (step.name, holder, limit)))
    law = "写明规定不计时限的法条" if LAW_UNSAID in limit else ""
    todo = ";".join(filter(None, (mark or ("" if step.limit else "补时限"), law)))
    named = (Said("标识", identifier),) if identifier else ()
    if parse_limit(holder):
        # A row hinges on its only cell that is a limit.
        row, named = step.name, (*named, Said("承办", holder), Said("时限", limit))
    elif all(_fits_a_row(act) for act in step.acts) and not parse_limit(step.acts[0]):
        row = f"{row} | {'、'.join(step.acts)}"
        return Item((Said("环节", row, todo), *named)) if named else Item(row, todo)
    acts = Listed(tuple(Item(act if _as_a_line(act) else (Said("名称", act),)) for act in step.acts))
    return Item((Said("环节", row, todo), *named, Said("程序", acts)))


def _fits_a_row(act: str) -> bool:
    return len(split_names(act)) == 1 and slip_in_line(act) is None and _as_a_line(act)


def _as_a_line(act: str) -> bool:
    facts = procedure_facts(act)
    return not facts.mixed and is_name(facts.name)


def _parted(names: Sequence[str], acts: Sequence[str]) -> list[tuple[str, ...]]:
    """The best way to part the acts into runs, none of them empty: dynamic programming over the cuts."""
    rows, columns = len(names), len(acts)
    if rows * columns > _MOST_COMPARED:
        cuts = [columns * row // rows for row in range(rows + 1)]
        return [tuple(acts[start:end]) for start, end in pairwise(cuts)]
    worst = float("-inf")
    best = [[worst] * (columns + 1) for _ in range(rows + 1)]
    back = [[0] * (columns + 1) for _ in range(rows + 1)]
    best[0][0] = 0.0
    for row in range(1, rows + 1):
        scores = [0.0]
        for act in acts:
            scores.append(scores[-1] + likeness(names[row - 1], act))
        for end in range(row, columns - rows + row + 1):
            for start in range(row - 1, end):
                # Even runs where nothing speaks for another parting.
                value = best[row - 1][start] + scores[end] - scores[start] - 0.01 * (end - start) ** 2
                if value > best[row][end]:
                    best[row][end], back[row][end] = value, start
    runs: list[tuple[str, ...]] = []
    end = columns
    for row in range(rows, 0, -1):
        start = back[row][end]
        runs.append(tuple(acts[start:end]))
        end = start
    return runs[::-1]


def _scattered(names: Sequence[str], acts: Sequence[str]) -> list[tuple[str, ...]]:
    """Fewer acts than 环节: each in order goes to the 环节 it is most like."""
    runs: list[list[str]] = [[] for _ in names]
    least = 0
    for index, act in enumerate(acts):
        last = len(names) - (len(acts) - index)
        chosen = max(range(least, last + 1), key=lambda at: (likeness(names[at], act), -at))
        runs[chosen].append(act)
        least = chosen + 1
    return [tuple(run) for run in runs]


def likeness(step: str, act: str) -> float:
    """How much an act sounds like part of a 环节: the same kind, the same characters."""
    bare = procedure_facts(act).name
    kinds = set(kinds_of_name(step)) & set(kinds_of_name(bare))
    shared = len(set(step) & set(bare)) / len(set(bare) | {""})
    return bool(kinds) + shared + (step in act or bare in step)
