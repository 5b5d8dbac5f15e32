"""Forms filled from small declared projects, and what becomes of them when one line is written otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes import city_annexes, department_annexes
from engine.annexes.form import Cell, Form
from renderers.forms.listing import listing
from tests.declaring import Declared, parts

FillDeclared = Callable[[str, str], Form | None]
DEPARTMENT = "示范局"


@pytest.fixture
def fill_declared(declare: Callable[[str], Declared]) -> FillDeclared:
    """Fills the form of a code for 示范局, as declared in a text over the small project."""

    def fill(code: str, text: str) -> Form | None:
        checked = declare(text).checked
        assert checked.workspace is not None, checked.findings
        assert len(checked.matters) == len(checked.workspace.matters), checked.findings
        department = checked.workspace.department(DEPARTMENT)
        assert department is not None
        return department_annexes()[code].fill(department, checked.workspace.plan, checked.matters_of(DEPARTMENT))

    return fill


@pytest.fixture
def fill_city_declared(declare: Callable[[str], Declared]) -> Callable[[str, str], Form]:
    """Fills the roll-up of a code for all departments of a text over the small project."""

    def fill(code: str, text: str) -> Form:
        checked = declare(text).checked
        assert checked.workspace is not None, checked.findings
        workspace = checked.workspace
        pairs = [(one, checked.matters_of(one.name)) for one in workspace.departments]
        return city_annexes()[code].fill_city(workspace.plan, [(one, matters) for one, matters in pairs if matters])

    return fill


@pytest.fixture
def body(fill_declared: FillDeclared) -> Callable[[str, str], str]:
    """The listing of the rows and of what stands below, without head and columns."""

    def write(code: str, text: str) -> str:
        form = fill_declared(code, text)
        assert form is not None
        return listing(form).split("\n\n", 2)[2]

    return write


@pytest.fixture
def cells(fill_declared: FillDeclared) -> Callable[[str, str, str], list[object]]:
    """What stands in one column."""

    def column(code: str, text: str, key: str) -> list[object]:
        form = fill_declared(code, text)
        assert form is not None
        return [cell.value for cell in form.column(key)]

    return column


@pytest.fixture
def changed(fill_declared: FillDeclared) -> Callable[[str, str, str, str], set[tuple[int, str]]]:
    """The cells (row, key of the column) that change when ``old`` is written ``new``.

    Each of them must have named the line among its sources: nothing may come from a line that its cell does not tell.
    """

    def change(code: str, text: str, old: str, new: str) -> set[tuple[int, str]]:
        assert text.count(old) == 1, old
        before, after = by_key(fill_declared(code, text)), by_key(fill_declared(code, text.replace(old, new)))
        assert before.keys() == after.keys()
        ((file, said),) = ((file, said) for file, said in parts(text) if old in said)
        line = said[: said.index(old)].count("\n") + 1
        found = {key for key, cell in before.items() if cell.value != after[key].value}
        silent = {key for key in found if (file, line) not in {place[:2] for place in before[key].sources}}
        assert silent == set(), f"{file}:{line} is no source of these"
        return found

    return change


def by_key(form: Form | None) -> dict[tuple[int, str], Cell]:
    """The cells of a form by row and key of the column."""
    assert form is not None
    return {
        (number, column.key): cell
        for number, row in enumerate(form.rows)
        for column, cell in zip(form.columns, row, strict=True)
    }
