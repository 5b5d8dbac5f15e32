"""Forms filled from declarations, read back, declared anew and filled again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from engine.annexes import department_annexes, matter_annexes
from engine.annexes.form import Card, Form
from processes.checking import Checked, check_project
from processes.intake.forms.reading import read_forms
from processes.intake.forms.units import Units
from processes.intake.matters.drafts import Imported, drafted
from processes.intake.opening import open_tables
from renderers.forms.docx import document
from renderers.forms.grid import printed
from renderers.forms.xlsx import workbook
from renderers.naming import safe

CODES = ("附件4", "附件5", "附件6")


def forms_of(checked: Checked, department: str) -> Mapping[str, Form | Card]:
    """File name without its ending → 附件4, 5, 6 of the department, and 附件7 of each of its matters."""
    assert checked.workspace is not None
    declared = checked.workspace.department(department)
    assert declared is not None
    plan, matters = checked.workspace.plan, checked.matters_of(department)
    found: dict[str, Form | Card | None] = {
        code: department_annexes()[code].fill(declared, plan, matters) for code in CODES
    }
    for matter in matters:
        found[f"附件7-{safe(matter.matter.name)}"] = matter_annexes()["附件7"].fill_matter(declared, plan, matter)
    return {name: form for name, form in found.items() if form is not None}


def imported(checked: Checked, forms: Mapping[str, Form | Card], *, workbooks: bool = True) -> Imported:
    """What the forms say, written to files and read back: cards as Word documents, tables as ``workbooks``."""
    assert checked.workspace is not None
    workspace = checked.workspace
    units = Units(workspace.plan, workspace.departments)
    readings = []
    for name, form in forms.items():
        write, ending = (workbook, ".xlsx") if workbooks and isinstance(form, Form) else (document, ".docx")
        readings.append(read_forms(open_tables(write(form), name + ending), name + ending, units.find))
    return drafted(readings, {one.name: one for one in workspace.departments}, units)


def declared_anew(root: Path, into: Path, department: str, found: Imported) -> Checked:
    """The project at ``root`` with the imported matters of ``department`` alone, checked."""
    folder = next(path.parent for path in root.glob("*/单位.yaml") if path.parent.name == department)
    shutil.copytree(root, into, ignore=lambda _, names: [name for name in names if _is_matter(name)])
    for number, draft in enumerate(found.drafts, 1):
        (into / folder.name / f"{number:03d}-{number}.yaml").write_text(draft.text, encoding="utf-8")
    return check_project(into, lambda file: file.startswith(f"{department}/"))


def _is_matter(name: str) -> bool:
    return name.endswith(".yaml") and name not in ("方案.yaml", "单位.yaml")


def differences(old: Mapping[str, Form | Card], new: Mapping[str, Form | Card]) -> Iterator[str]:
    """Where two sets of forms say something else, cell by cell."""
    if old.keys() != new.keys():
        yield f"{sorted(old)} ≠ {sorted(new)}"
        return
    for name, form in old.items():
        for where, one, other in _cells(form, new[name]):
            if one != other:
                yield f"{name} {where}: {one!r} → {other!r}"


def _cells(one: Form | Card, other: Form | Card) -> Iterator[tuple[str, str, str]]:
    if isinstance(one, Card):
        assert isinstance(other, Card)
        for fields, fields_again in zip(one.rows, other.rows, strict=True):
            for field, field_again in zip(fields, fields_again, strict=True):
                yield field.label, printed(field.cell), printed(field_again.cell)
        return
    assert isinstance(other, Form)
    yield "行数", str(len(one.rows)), str(len(other.rows))
    yield "注", "\n".join(one.notes), "\n".join(other.notes)
    for number, (row, again) in enumerate(zip(one.rows, other.rows, strict=False), 1):
        for column, cell, cell_again in zip(one.columns, row, again, strict=True):
            yield f"第{number}行{column.title}", printed(cell), printed(cell_again)
