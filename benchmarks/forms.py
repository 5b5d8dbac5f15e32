"""Filling and writing the forms of a city beside bare XlsxWriter writing the same cells, in one run.

    python -m benchmarks.forms [departments]

A city of 62 departments with 32 matters each. Prints the time a matter takes until all forms of its department are
filled and written as workbooks, and its ratio to the floor (goal: at most 2): the same texts and numbers with the same
merges, formats, widths, heights and page settings, laid out beforehand and handed to XlsxWriter. Then the memory that
departments take on top of the declarations, one after the other (goal: the same for 1, 8 and 62), and the time of the
roll-ups of the whole city. Each side's best of the rounds, in processor seconds, both sides in turn.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # it ships no types

from benchmarks.generated import write_project
from engine.annexes import city_annexes, department_annexes
from engine.annexes.form import Form
from processes.checking import Checked, check_project
from processes.model.department import Department
from renderers.forms.grid import Grid, grid
from renderers.forms.xlsx import MEASURE, PAPER_CODES, Sizes, workbook

DEPARTMENTS, MATTERS, ROUNDS = 62, 32, 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """What goes into a workbook, in the order in which it is written."""

    laid: Grid
    pixels: list[int]
    heights: list[float]
    cells: list[tuple[int, int, int, int, str | float, int]]
    looks: list[dict[str, object]]
    starts: list[int]


def forms_of(checked: Checked, departments: Iterable[Department]) -> Iterable[Form]:
    """The forms that each of the departments files, filled one after the other."""
    assert checked.workspace is not None
    for department in departments:
        matters = checked.matters_of(department.name)
        for annex in department_annexes().values():
            form = annex.fill(department, checked.workspace.plan, matters)
            if form is not None:
                yield form


def city_forms(checked: Checked) -> Iterable[Form]:
    """The roll-ups."""
    assert checked.workspace is not None
    pairs = [(one, checked.matters_of(one.name)) for one in checked.workspace.departments]
    for annex in city_annexes().values():
        yield annex.fill_city(checked.workspace.plan, pairs)


def laid_out(form: Form) -> Sheet:
    """The form with all decisions taken."""
    sizes = Sizes(grid(form))
    looks: dict[tuple[object, ...], int] = {}
    described: list[dict[str, object]] = []
    cells = []
    for cell in sizes.grid.cells:
        key = cell.part, cell.align, cell.bordered
        if key not in looks:
            looks[key] = len(described)
            look = sizes.looks[cell.part]
            face = {"font_name": look.face, "font_size": look.size, "bold": look.bold, "align": cell.align.value}
            described.append(face | {"valign": "vcenter", "text_wrap": True, "border": int(cell.bordered)})
        value = sizes.text(cell) if isinstance(cell.content.value, str) else float(cell.content.value)
        first, last = sizes.starts[cell.row], sizes.starts[cell.row + cell.rows] - 1
        cells.append((first, cell.column, last, cell.column + cell.columns - 1, value, looks[key]))
    heights = [
        round(height / parts, 1) for height, parts in zip(sizes.heights, sizes.parts, strict=True) for _ in range(parts)
    ]
    return Sheet(sizes.grid, sizes.pixels, heights, cells, described, sizes.starts)


def bare(one: Sheet) -> bytes:
    """The workbook by XlsxWriter alone."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_format_properties": dict(MEASURE)})
    sheet = book.add_worksheet(one.laid.code)
    looks = [book.add_format(look) for look in one.looks]
    for column, pixels in enumerate(one.pixels):
        sheet.set_column_pixels(column, column, pixels)
    for row, height in enumerate(one.heights):
        sheet.set_row(row, height)
    for first, left, last, right, value, look in one.cells:
        if (first, left) != (last, right):
            sheet.merge_range(first, left, last, right, "", looks[look])
        if isinstance(value, str):
            sheet.write_string(first, left, value, looks[look])
        else:
            sheet.write_number(first, left, value, looks[look])
    sheet.set_paper(PAPER_CODES[one.laid.paper])
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(one.starts[one.laid.table], one.starts[one.laid.body] - 1)
    book.close()
    return buffer.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes, the garbage collector off for both sides alike."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    spent = time.process_time() - start
    gc.enable()
    return spent


def peak(checked: Checked, departments: Iterable[Department]) -> float:
    """MiB that the forms of the departments take at most, on top of what is there.

    What one department leaves is collected before the next: workbooks refer to themselves, and when Python would look
    for that by itself depends on how much is declared.
    """
    gc.collect()
    tracemalloc.start()
    for department in departments:
        write_all(forms_of(checked, [department]))
        gc.collect()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 2**20


def write_all(forms: Iterable[Form]) -> None:
    """Workbooks of the forms, none of which is kept."""
    for form in forms:
        workbook(form)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DEPARTMENTS
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder, "p"), count * MATTERS, per_department=MATTERS)
        checked = check_project(Path(folder, "p"))
    assert checked.workspace is not None
    departments = checked.workspace.departments
    matters = len(checked.matters)
    few = departments[: max(count // 8, 1)]
    sheets = [laid_out(form) for form in forms_of(checked, few)]
    rounds = [
        (
            seconds(lambda: write_all(forms_of(checked, few))),
            seconds(lambda: [bare(one) for one in sheets]),
            seconds(lambda: [*forms_of(checked, few)]),
        )
        for _ in range(ROUNDS)
    ]
    whole, floor, filling = (min(times) / len(few) / MATTERS * 1e3 for times in zip(*rounds, strict=True))
    print(f"{count} departments, {matters} matters, XlsxWriter {xlsxwriter.__version__}")
    print(f"filled and written: {whole:.2f} ms a matter here, of which filling {filling:.2f}; the floor {floor:.2f}")
    print(f"ratio: {whole / floor:.2f}  (goal <= 2)")
    for some in (1, 8, count):
        print(f"memory for {some} departments: {peak(checked, departments[:some]):.1f} MiB")
    spent = seconds(lambda: write_all(city_forms(checked)))
    print(f"roll-ups of the city: {spent / matters * 1e3:.2f} ms a matter")


if __name__ == "__main__":
    main()
