"""The lists of 附件6, 环节, 程序 and 材料 of each version, held against the numbers that stand beside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from processes.intake.forms.grid import is_formula
from processes.intake.forms.values import FormCell
from processes.intake.matters.amounts import count_in
from processes.intake.matters.copies import papers_in
from processes.intake.matters.facts import Facts, says_nothing
from processes.intake.matters.papers import as_compared, copies
from processes.intake.matters.texts import names_in
from processes.model.folding import fold_name
from processes.model.imported import How

SIDES = {"before": "优化前", "after": "优化后"}
THINGS = {"steps": "环节", "procedures": "程序", "materials": "材料"}


class Names(NamedTuple):
    """The names of a list, None where no form has it; ``mark`` where lists or numbers disagree."""

    names: tuple[str, ...] | None
    mark: str = ""


def read_lists(facts: Facts, sides: tuple[str, ...]) -> dict[tuple[str, str], Names]:
    """Thing and side → what is listed, for these ``sides``."""
    found: dict[tuple[str, str], Names] = {}
    for thing in THINGS:
        for side in sides:
            found[thing, side] = _read(facts, thing, side, found.get((thing, "before")))
    return found


_SAME = re.compile("同左|不变|没有变化|无变化|未变|(?:同|与)(?:优化|改革)?前(?:一致|一样|相同)?|相同")
"""What people write for 优化后 where nothing changed."""


def _read(facts: Facts, thing: str, side: str, before: Names | None) -> Names:
    counts = facts.all(f"{thing}_{side}")
    count = count_in(counts[0].text) if counts else None
    key = f"{SIDES[side]}·{THINGS[thing]}"
    cells = facts.all(f"{thing}_listed_{side}", f"{thing}_listed")
    if before is not None and cells and _SAME.fullmatch(fold_name(cells[0].text)):
        for one in (*cells, *counts):
            facts.use(one, key, why="与优化前一样" if one in cells else "")
        return Names(before.names)

    def items(text: str) -> tuple[str, ...]:
        found = () if says_nothing(text) else names_in(text, count).items
        return papers_in(found, text, count) if thing == "materials" else found

    def same(text: str) -> object:
        return tuple(map(as_compared, items(text)))

    why = "" if not cells or says_nothing(cells[0].text) else names_in(cells[0].text, count).guessed
    cell, mark = facts.agreed(key, cells, same, why)
    if cell is None:
        for number in counts:
            facts.use(number, key, How.LEFT if count else How.USED, "只有个数,没有列出是哪些" if count else "")
        return Names(() if count == 0 else None)
    names, formulas = _without_formulas(items(cell.text), cell)
    mark = mark or formulas
    for number in counts:
        told = count_in(number.text)
        if told == len(names):
            facts.use(number, key, How.CHECKED, f"与{cell.spot}所列个数一致")
        elif thing == "materials" and told == sum(map(copies, names)):
            facts.use(number, key, How.CHECKED, f"与{cell.spot}所列份数之和一致")
        else:
            facts.use(number, key, How.CONFLICT, f"{cell.spot}列了{len(names)}个,按所列的")
            mark = mark or f"核对:{number.spot}写“{number.text}”,{cell.spot}列了{len(names)}个,按所列的"
    return Names(tuple(name.replace("|", "／") for name in names), mark)


def _without_formulas(names: tuple[str, ...], cell: FormCell) -> tuple[tuple[str, ...], str]:
    """The names, and what is told of formulas among them; empty where there are none."""
    formulas = "、".join(filter(is_formula, names))
    told = f"核对:{cell.spot}里的“{formulas}”是公式,没有结果,没有写" if formulas else ""
    return tuple(name for name in names if not is_formula(name)), told
