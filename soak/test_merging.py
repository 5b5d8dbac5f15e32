"""Five hundred random edits of the forms of the samples, saved by openpyxl and by LibreOffice, and carried back.

What is written must be exactly what was edited: the form made anew differs from the one before in the edited cells and
in those that are computed, comments are all there, and no line is touched that an edit did not need. What was written
once is not written again, and where the declarations say something else by then, nothing is.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from difflib import ndiff
from functools import cache
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import load_workbook

from engine.annexes import department_annexes, matter_annexes
from engine.annexes.form import Cell
from engine.merging.carrying import FOLLOWING, Carrier, text_of
from engine.merging.matching import same
from engine.merging.rows import Rows, rows_of
from engine.merging.three_way import Edited, Fate, Merged, merge
from processes.checking import Checked, check_project
from processes.declaration.commented import read_commented
from processes.intake.forms.reading import read_forms
from processes.intake.forms.record import record_of
from processes.intake.forms.values import FormCell, FormRow
from processes.intake.opening import open_tables
from processes.model.form_record import FormRecord
from renderers.forms.xlsx import workbook

SAMPLE = Path("samples/hailin")
EDITS = 500
EDITABLE = {
    "附件4": ("name", "subjects", "publicity", "final_level", "unexercised", "bases"),
    "附件5": ("problem", "measure"),
    "附件6": ("name", "limit_statutory", "limit_before", "limit_after", "materials_listed_before", "remark"),
    "附件7": ("outputs", "conditions_after", "location_after", "inquiry_phone", "supervisor", "postcode"),
}
FOLLOW_TOO = FOLLOWING | {"remark", "name"}
AT_ONCE = 100
"""Workbooks that one LibreOffice saves: after some three hundred it ends without a word, the rest not made."""
MOST_LINES = 6
"""Changed lines, out and in, that one edit may need."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A form as made, with the cells that may be edited."""

    code: str
    content: bytes
    cells: tuple[FormCell, ...]


class Outcome(NamedTuple):
    """What became of an edit; ``why`` it was not written, or what ``zaizao check`` says of it."""

    fate: Fate
    code: str
    key: str
    why: str


@cache
def declared() -> Checked:
    """The sample, once in each process."""
    return check_project(SAMPLE)


@cache
def declared_rows(code: str) -> Rows:
    """What the form ``code`` says of the sample."""
    return rows_of(declared(), code)


def blanks() -> list[Blank]:
    """Every form that holds something editable."""
    checked = declared()
    assert checked.workspace is not None
    plan, made = checked.workspace.plan, []
    for department in checked.workspace.departments:
        matters = checked.matters_of(department.name)
        for code in ("附件4", "附件5", "附件6"):
            form = department_annexes()[code].fill(department, plan, matters)
            if form is not None and form.rows:
                made.append((code, workbook(form)))
        cards = (matter_annexes()["附件7"].fill_matter(department, plan, one) for one in matters)
        made += [("附件7", workbook(card)) for card in cards if card is not None]
    return [Blank(code, content, _editable(code, content)) for code, content in made]


def _editable(code: str, content: bytes) -> tuple[FormCell, ...]:
    """What is empty or 无 is left alone."""
    reading = read_forms(open_tables(content, "f.xlsx"), "f.xlsx", lambda _: None)
    rows = [row for row in reading.rows if row.name.text != "无"]
    cells = [row.cells[key] for row in rows for key in EDITABLE[code] if key in row.cells]
    return tuple(cell for cell in cells if cell.text not in ("", "无"))


def edits(forms: Sequence[Blank], dice: random.Random) -> list[tuple[str, bytes]]:
    """Code and workbook of each edit: one cell changed as a clerk may, saved by openpyxl."""
    chosen = Counter(dice.choices(range(len(forms)), k=EDITS))
    return [one for at, count in sorted(chosen.items()) for one in _edited(forms[at], count, dice)]


def _edited(form: Blank, count: int, dice: random.Random) -> list[tuple[str, bytes]]:
    """One form edited ``count`` times anew; it is opened once, and what was edited is put back."""
    book = load_workbook(BytesIO(form.content))
    sheet = book.worksheets[0]
    made = []
    for cell in dice.choices(form.cells, k=count):
        at = sheet.cell(cell.spot.line, cell.spot.column)
        was = at.value
        at.value = was + 1 if isinstance(was, int | float) else _changed(str(was), cell.key, dice)
        saved = BytesIO()
        book.save(saved)
        made.append((form.code, saved.getvalue()))
        at.value = was
    return made


def _changed(text: str, key: str, dice: random.Random) -> str:
    if key == "subjects":
        return "公民" if text != "公民" else "企业"
    if key == "final_level":
        return "市终审" if text != "市终审" else "省终审"
    if key == "remark":
        return f"{text};另注{dice.randrange(100)}"
    return f"{text}{dice.choice('甲乙丙丁')}{dice.randrange(100)}"


def through_libreoffice(files: list[bytes], folder: Path) -> list[bytes]:
    """Each workbook opened and saved by LibreOffice, a hundred by one process."""
    sources, into = folder / "in", folder / "out"
    sources.mkdir()
    paths = [sources / f"{number}.xlsx" for number in range(len(files))]
    for path, content in zip(paths, files, strict=True):
        path.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for start in range(0, len(paths), AT_ONCE):
        some = map(str, paths[start : start + AT_ONCE])
        command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(into), *some]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
    return [(into / path.name).read_bytes() for path in paths]


@pytest.mark.parametrize("saved_by", ["openpyxl", "LibreOffice"])
def test_random_edits_change_exactly_what_was_edited(saved_by: str, tmp_path: Path) -> None:
    """Most are written; each that is changes its cell and no other that is declared."""
    if saved_by == "LibreOffice" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    some = edits(blanks(), random.Random(20171130))  # noqa: S311 - reproducible, not secret
    contents = [content for _, content in some]
    if saved_by == "LibreOffice":
        contents = through_libreoffice(contents, tmp_path)
    codes = [code for code, _ in some]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        outcomes = list(pool.map(carried, codes, contents, chunksize=5))
    fates = Counter(one.fate for one in outcomes)
    others = Counter(one for one in outcomes if one.fate is not Fate.WRITTEN or one.why)
    print(saved_by, *(f"{fate}: {count}" for fate, count in fates.items()))  # noqa: T201 - worth seeing
    print(*(f"  {count} × {' '.join(one)}" for one, count in others.most_common()), sep="\n")  # noqa: T201 - as above
    assert fates[Fate.WRITTEN] > 0.8 * EDITS
    assert not fates[Fate.CONFLICT]


def carried(code: str, content: bytes) -> Outcome:
    """Carry one form back and hold the declarations against it: what became of its only edit."""
    opened = open_tables(content, "f.xlsx")
    record = record_of(opened)
    assert record is not None
    assert record.code == code
    rows = read_forms(opened, "f.xlsx", lambda _: None).rows
    carrier = Carrier(SAMPLE, code, declared())
    only = _only(merge(record, rows, declared_rows(code), carrier))
    assert (only.fate is Fate.WRITTEN) == (list(carrier.texts) == [only.file])
    if only.fate is Fate.WRITTEN:
        after = carrier.texts[only.file]
        _only_that_changed(declared().texts[only.file], after)
        folder = only.file.partition("/")[0]
        again = check_project(SAMPLE, lambda one: one.startswith(f"{folder}/"), unsaved={only.file: after})
        made_anew = rows_of(again, code)
        _says(only, declared_rows(code), made_anew)
        _not_twice(record, rows, only, again, made_anew)
    return Outcome(only.fate, code, only.key, only.told)


def _only(merged: Merged) -> Edited:
    assert not merged.added
    assert not merged.removed
    assert len(merged.edited) == 1, [(one.key, one.declared, one.wanted) for one in merged.edited]
    return merged.edited[0]


def _only_that_changed(before: str, after: str) -> None:
    """Few lines, and no comment."""
    lines = [line for line in ndiff(before.split("\n"), after.split("\n")) if line[:1] in "+-"]
    assert 0 < len(lines) <= MOST_LINES, lines
    assert read_commented(after).comments() == read_commented(before).comments()


def _says(only: Edited, before: Rows, again: Rows) -> None:
    """The form made anew says what was wanted, and of nothing else anything new."""
    changed = {
        key
        for old, new in zip(before[only.file], again[only.file], strict=True)
        for key, cell in new.items()
        if not same(text_of(old[key]), text_of(cell)) and not cell.formula
    }
    assert only.key in changed
    assert changed - {only.key} <= FOLLOW_TOO
    assert any(same(text_of(row[only.key]), only.wanted) for row in again[only.file])
    others = {name for name in again if name != only.file}
    assert all(_texts(before[name]) == _texts(again[name]) for name in others)


def _texts(rows: Sequence[Mapping[str, Cell]]) -> list[dict[str, str]]:
    """What the rows say, without 序号: a matter of another type moves the rows."""
    return [{key: text_of(cell) for key, cell in row.items() if key != "index"} for row in rows]


def _not_twice(record: FormRecord, rows: Sequence[FormRow], only: Edited, again: Checked, made_anew: Rows) -> None:
    """The same form says nothing new afterwards; one that says something else is in conflict with what was written."""
    carrier = Carrier(SAMPLE, record.code, again)
    assert not merge(record, rows, made_anew, carrier).edited
    others = [_edited_otherwise(row, only) for row in rows]
    conflict = _only(merge(record, others, made_anew, carrier))
    assert conflict.fate is Fate.CONFLICT
    assert same(conflict.declared, only.wanted)
    assert not carrier.texts


def _edited_otherwise(row: FormRow, only: Edited) -> FormRow:
    cell = row.cells.get(only.key)
    if cell is None or cell.spot != only.spot:
        return row
    return replace(row, cells={**row.cells, only.key: replace(cell, text=f"{cell.text}又")})
