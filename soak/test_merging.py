"""Five hundred random edits of the forms of the samples, saved by openpyxl and by LibreOffice, and carried back.

What is written must be exactly what was edited: the form made anew differs from the one before in the edited cells and
in those that are computed, comments are all there, and no line is touched that an edit did not need.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import ndiff
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from engine.annexes import department_annexes, matter_annexes
from engine.annexes.form import Cell
from engine.merging.carrying import FOLLOWING, Carrier, text_of
from engine.merging.matching import same
from engine.merging.rows import rows_of
from engine.merging.three_way import Fate, merge
from processes.checking import Checked, check_project
from processes.declaration.commented import read_commented
from processes.intake.forms.reading import read_forms
from processes.intake.forms.record import record_of
from processes.intake.opening import open_tables
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
MOST_LINES = 6
"""Changed lines, out and in, that one edit may need."""


def forms_of(checked: Checked) -> list[tuple[str, bytes]]:
    """Code and workbook of every form that holds something editable."""
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
    return made


def edited(content: bytes, code: str, dice: random.Random) -> bytes | None:
    """The form with one cell changed as a clerk may; None where the cell chosen is empty or 无."""
    reading = read_forms(open_tables(content, "f.xlsx"), "f.xlsx", lambda _: None)
    rows = [row for row in reading.rows if row.name.text != "无"]
    if not rows:
        return None
    row, key = dice.choice(rows), dice.choice(EDITABLE[code])
    cell = row.cells.get(key)
    if cell is None or cell.text in ("", "无"):
        return None
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    at = sheet.cell(cell.spot.line, cell.spot.column)
    at.value = at.value + 1 if isinstance(at.value, int | float) else _changed(str(at.value), key, dice)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def _changed(text: str, key: str, dice: random.Random) -> str:
    if key == "subjects":
        return "公民" if text != "公民" else "企业"
    if key == "final_level":
        return "市终审" if text != "市终审" else "省终审"
    if key == "remark":
        return f"{text};另注{dice.randrange(100)}"
    return f"{text}{dice.choice('甲乙丙丁')}{dice.randrange(100)}"


def through_libreoffice(files: list[bytes], folder: Path) -> list[bytes]:
    """Each workbook opened and saved by LibreOffice, all by one process."""
    sources, into = folder / "in", folder / "out"
    sources.mkdir()
    for number, content in enumerate(files):
        (sources / f"{number}.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    paths = sorted(sources.iterdir())
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(into), *map(str, paths)]
    subprocess.run(command, capture_output=True, check=True, timeout=1800)
    return [(into / f"{number}.xlsx").read_bytes() for number in range(len(files))]


@pytest.mark.parametrize("saved_by", ["openpyxl", "LibreOffice"])
def test_random_edits_change_exactly_what_was_edited(saved_by: str, tmp_path: Path) -> None:
    """Most are written; each that is changes its cell and no other that is declared."""
    if saved_by == "LibreOffice" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    dice = random.Random(20171130)  # noqa: S311 - reproducible, not secret
    checked = check_project(SAMPLE)
    forms = forms_of(checked)
    some: list[tuple[str, bytes]] = []
    while len(some) < EDITS:
        code, content = dice.choice(forms)
        made = edited(content, code, dice)
        if made is not None:
            some.append((code, made))
    contents = [content for _, content in some]
    contents = through_libreoffice(contents, tmp_path) if saved_by == "LibreOffice" else contents
    fates: Counter[str] = Counter()
    for (code, _), content in zip(some, contents, strict=True):
        fates += Counter(_one(checked, code, content))
    print(saved_by, dict(fates))  # noqa: T201 - how many were written is worth seeing
    assert fates[Fate.WRITTEN] > 0.8 * EDITS


def _one(checked: Checked, code: str, content: bytes) -> list[str]:
    """Carry one form back and hold the declarations against it; the fates of its cells."""
    opened = open_tables(content, "f.xlsx")
    record = record_of(opened)
    assert record is not None
    assert record.code == code
    rows = rows_of(checked, code)
    carrier = Carrier(SAMPLE, code, checked)
    merged = merge(record, read_forms(opened, "f.xlsx", lambda _: None).rows, rows, carrier)
    assert not merged.added
    assert not merged.removed
    assert len(merged.edited) == 1, [(one.key, one.declared, one.wanted) for one in merged.edited]
    (only,) = merged.edited
    assert (only.fate is Fate.WRITTEN) == bool(carrier.texts)
    for file, after in carrier.texts.items():
        before = checked.texts[file]
        lines = [line for line in ndiff(before.split("\n"), after.split("\n")) if line[:1] in "+-"]
        assert len(lines) <= MOST_LINES, lines
        assert read_commented(after).comments() == read_commented(before).comments()
        folder = file.partition("/")[0]
        again = rows_of(check_project(SAMPLE, lambda one: one.startswith(f"{folder}/"), unsaved=carrier.texts), code)  # noqa: B023 - called at once
        assert file == only.file
        changed = {
            key
            for old, new in zip(rows[file], again[file], strict=True)
            for key, cell in new.items()
            if not same(text_of(old[key]), text_of(cell)) and not cell.formula
        }
        assert only.key in changed
        assert changed - {only.key} <= FOLLOW_TOO
        others = {name for name in again if name != file}
        assert all(_texts(rows[name]) == _texts(again[name]) for name in others)
    return [only.fate]


def _texts(rows: Sequence[Mapping[str, Cell]]) -> list[dict[str, str]]:
    """What the rows say, without 序号: a matter of another type moves the rows."""
    return [{key: text_of(cell) for key, cell in row.items() if key != "index"} for row in rows]
