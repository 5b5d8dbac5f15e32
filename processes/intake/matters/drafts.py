"""The rows of any number of forms, matter by matter, as drafts of declarations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from processes.intake.forms.units import Units
from processes.intake.forms.values import FormReading, FormRow
from processes.intake.matters.facts import Facts, used
from processes.intake.matters.limits import Limits
from processes.intake.matters.remarks import remark_in
from processes.intake.matters.said import Said, marks_in, text_of
from processes.intake.matters.simple import (
    bases,
    matter_name,
    name_of,
    outputs,
    problems,
    publishing,
    subjects,
    type_and_kind,
)
from processes.intake.matters.texts import names_in
from processes.intake.matters.versions import Versions
from processes.intake.table import Spot
from processes.model.department import Department
from processes.model.folding import fold_name
from processes.model.imported import CellUse, How
from processes.model.vocabulary import OfficeRole

NO_OFFICE = "业务股"
"""Holds the file where neither a form nor 单位.yaml names an office."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A matter to be declared: its text, and ``todo``, key and what is to be done, for each mark in it."""

    unit: str
    name: str
    text: str
    todo: tuple[tuple[str, str], ...]
    spots: tuple[Spot, ...]
    offices: tuple[str, ...]


@dataclass(slots=True)
class Imported:
    """What became of the forms: drafts, every cell's use, and what else must be told."""

    drafts: list[Draft] = field(default_factory=list)
    uses: list[CellUse] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unitless: list[FormRow] = field(default_factory=list)


def drafted(
    readings: Sequence[FormReading], departments: Mapping[str, Department], units: Units, unit: str = ""
) -> Imported:
    """The matters of all ``readings``; those that name no department are of ``unit``, or nobody's."""
    imported = Imported()
    evaluated = _evaluated(readings, unit)
    for matter in _matters(readings, unit, units, imported):
        imported.drafts.append(_draft(matter, departments.get(matter.unit), units, evaluated))
        matter.leftovers()
        imported.uses += matter.uses
    for reading in readings:
        imported.notes += reading.notes
        imported.uses += [
            used(one.spot, one.text, How.LEFT if one.left else How.ASIDE, why=one.what, by_column=one.by_column)
            for one in reading.asides
        ]
    imported.notes += _alike(imported.drafts)
    return imported


def _whose(row: FormRow, units: Units) -> str:
    """The department with which 备注 begins: so the ledger of a whole city names it."""
    remark = row.cells.get("remark")
    found = units.find(re.split("[;；]", remark.text)[0]) if remark is not None and row.form == "附件6" else None
    return found.name if found is not None and not found.guessed else ""


def _matters(readings: Iterable[FormReading], unit: str, units: Units, imported: Imported) -> list[Facts]:
    """The rows of each matter, in the order in which they first appear; 附件4 comes first where it is there.

    A row that names no department belongs to the matter of its name, where just one department has one.
    """
    every = sorted((row for one in readings for row in one.rows), key=lambda row: row.form not in ("附件4", "附件6"))
    named = [row for row in every if _is_named(row, imported)]
    owners: dict[str, set[str]] = {}
    for row in named:
        if whose := _whose(row, units) or row.unit:
            owners.setdefault(_folded(row), set()).add(whose)
    rows: dict[tuple[str, str], list[FormRow]] = {}
    for row in named:
        known = owners.get(_folded(row), set())
        whose = _whose(row, units) or row.unit or (next(iter(known)) if len(known) == 1 else unit)
        if whose:
            rows.setdefault((whose, _folded(row)), []).append(row)
        else:
            imported.unitless.append(row)
            imported.uses += _unused(row, How.LEFT, "看不出是哪个单位的")
    return [Facts(whose, own) for (whose, _), own in rows.items()]


def _folded(row: FormRow) -> str:
    return fold_name(matter_name(row.name.text))


def _is_named(row: FormRow, imported: Imported) -> bool:
    """Whether a row has a name; one that says 无 throughout is a form with nothing in it (零报告)."""
    if fold_name(row.name.text) == "无":
        imported.uses += _unused(row, How.ASIDE, "整行写“无”")
    elif not row.name.text:
        imported.uses += _unused(row, How.LEFT, "没有写事项名称")
    else:
        return True
    return False


def _unused(row: FormRow, how: How, why: str) -> list[CellUse]:
    cells = [cell for cell in row.cells.values() if cell.text]
    return [used(spot, cell.text, how, why=why) for cell in cells for spot in cell.spots]


def _draft(facts: Facts, department: Department | None, units: Units, evaluated: frozenset[tuple[str, str]]) -> Draft:
    limits = Limits(facts)
    versions = Versions(facts, limits, _office(department))
    statutory = limits.statutory()
    remark = _remark(facts)
    asked = {(facts.unit, fold_name(facts.name.text)), (facts.unit, "")}
    found = problems(facts, evaluated=bool(asked & evaluated))
    keys: list[Said] = [
        name_of(facts),
        *type_and_kind(facts),
        bases(facts),
        subjects(facts),
        Said("法定时限", statutory.text, statutory.mark),
        outputs(facts),
        *publishing(facts, units),
        *versions.outside(),
        *remark,
        *([found] if found else []),
        versions.before(_source(facts)),
        _after(versions.after(), facts),
    ]
    text = text_of(tuple(keys), f"由 {'、'.join(_files(facts))} 导入;标★的改成实际情况,改完把“# ★……”删掉")
    offices = tuple(dict.fromkeys(name for said in keys for name in _offices(said)))
    spots = tuple(row.name.spot for row in (*facts.rows, *facts.problems))
    name = next(str(said.value) for said in keys if said.key == "名称")
    return Draft(facts.unit, name, text, tuple(marks_in(tuple(keys))), spots, offices)


def _remark(facts: Facts) -> list[Said]:
    """备注, 涉密 and 其他优化; whatever the form's own words in 备注 are, they follow from the rest."""
    texts = [
        (cell, remark_in(re.sub(rf"^{re.escape(facts.unit)}(?=[;；]|$)", "", cell.text)))
        for cell in facts.all("remark")
    ]
    said = []
    for cell, parts in texts:
        facts.use(cell, "备注", How.USED if any(parts) else How.CHECKED, "" if any(parts) else "时限的单位")
    for key, field_name in (("涉密", "secret"), ("其他优化", "improvement"), ("备注", "rest")):
        found = list(dict.fromkeys(getattr(parts, field_name) for _, parts in texts if getattr(parts, field_name)))
        if found:
            said.append(Said(key, ";".join(found)))
    if not any(one.key == "涉密" for one in said) and any(
        "不公开(涉密)" in fold_name(cell.text) for cell in facts.all("publicity")
    ):
        said.append(Said("涉密", "密级和依据", "表里写涉密,补上密级和依据"))
    return said


def _after(after: Said, facts: Facts) -> Said:
    """优化后 with the reason why a matter is cancelled."""
    reasons = [parts.cancelled for cell in facts.all("remark") if (parts := remark_in(cell.text)).cancelled]
    return Said("优化后", (Said("取消", reasons[0]),)) if after.value == "取消" and reasons else after


def _offices(said: Said) -> list[str]:
    """The offices that a draft names, also inside its versions."""
    if said.key == "承办" and isinstance(said.value, str):
        return list(names_in(said.value).items)
    return [name for inner in said.value for name in _offices(inner)] if isinstance(said.value, tuple) else []


def _office(department: Department | None) -> str:
    """The office that does the work where no form says so, as in the templates."""
    offices = department.offices if department is not None else ()
    working = [one.name for one in offices if one.role is OfficeRole.SUPERVISION]
    return next(iter([*working, *(one.name for one in offices)]), NO_OFFICE)


def _files(facts: Facts) -> list[str]:
    return list(dict.fromkeys(row.name.spot.file for row in (*facts.rows, *facts.problems)))


def _source(facts: Facts) -> str:
    row = next((row for row in facts.rows if "limit_before" in row.cells or "steps_listed_before" in row.cells), None)
    return f"单位填报的{row.form or '表格'}({row.name.spot.file})" if row else f"单位填报的表格({_files(facts)[0]})"


def _evaluated(readings: Iterable[FormReading], unit: str) -> frozenset[tuple[str, str]]:
    """Unit and name of matters in which 附件5 says that no problem was found; name empty: in all of them."""
    found = {(whose or unit, fold_name(name)) for reading in readings for whose, name, _ in reading.evaluated}
    for reading in readings:
        for row in reading.rows:
            if row.form == "附件5" and fold_name(row.name.text) == "无":
                found.add((row.unit or unit, ""))
    return frozenset(found)


_ALIKE = 0.8
_MOST_COMPARED = 1000
"""Matters whose names are compared with each other."""


def _alike(drafts: Sequence[Draft]) -> list[str]:
    """Names of one department that are nearly the same: forms call one matter differently (核发, 审批)."""
    notes: list[str] = []
    for index, one in enumerate(drafts if len(drafts) <= _MOST_COMPARED else ()):
        for other in drafts[index + 1 :]:
            if one.unit == other.unit and not _same_forms(one, other):
                matcher = SequenceMatcher(None, one.name, other.name, autojunk=False)
                if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _ALIKE <= matcher.ratio():
                    notes.append(
                        f"{one.spots[0].full}“{one.name}”和{other.spots[0].full}“{other.name}”名称相近,分成了两个事项;"
                        "是一个事项的,把表里的名称改成一样再导入"
                    )
    return notes


def _same_forms(one: Draft, other: Draft) -> bool:
    """Whether both stand in the same table: there they are two."""
    tables = [{(spot.file, spot.sheet) for spot in draft.spots} for draft in (one, other)]
    return bool(tables[0] & tables[1])
