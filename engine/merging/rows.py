"""The rows of a form as declared now: for each matter file its cells by key, in the order of the form."""

from __future__ import annotations

from collections.abc import Mapping

from engine.annexes import department_annexes, matter_annexes
from engine.annexes.form import Card, Cell, Form
from processes.checking import Checked
from processes.intake.forms.vocabulary import label

Rows = Mapping[str, tuple[Mapping[str, Cell], ...]]
"""Matter file → its rows."""


def rows_of(checked: Checked, code: str) -> Rows:
    """The rows of the form ``code`` of every department that was read."""
    workspace = checked.workspace
    found: dict[str, list[Mapping[str, Cell]]] = {}
    for department in workspace.departments if workspace else ():
        matters = checked.matters_of(department.name)
        if not matters:
            continue
        assert workspace is not None
        if code in matter_annexes():
            for matter in matters:
                card = matter_annexes()[code].fill_matter(department, workspace.plan, matter)
                if card is not None:
                    found.setdefault(matter.matter.file, []).append(_of_card(card))
        else:
            form = department_annexes()[code].fill(department, workspace.plan, matters)
            for file, cells in _of_form(form) if form else ():
                found.setdefault(file, []).append(cells)
    return {file: tuple(rows) for file, rows in found.items()}


def _of_form(form: Form) -> list[tuple[str, Mapping[str, Cell]]]:
    keys = [column.key for column in form.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in form.rows]
    return [(row["name"].sources[0].file, row) for row in rows if row["name"].sources]


def _of_card(card: Card) -> Mapping[str, Cell]:
    fields = [field for row in card.rows for field in row]
    meanings = [label(field.label) for field in fields]
    return {found.key: field.cell for found, field in zip(meanings, fields, strict=True) if found}
