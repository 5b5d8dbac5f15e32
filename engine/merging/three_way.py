"""The three-way difference: the form when it was made, the form now, the declaration now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.annexes.form import Cell
from engine.merging.carrying import FOLLOWING, Carrier, Wanted, text_of
from engine.merging.matching import match_rows, same
from engine.merging.rows import Rows
from engine.merging.wording import as_printed
from processes.intake.forms.values import FormRow
from processes.intake.table import Spot
from processes.model.form_record import TOTAL, FormRecord, RecordedRow
from processes.model.places import Place

MATTERS_OF_ONE = "附件7"


class Fate(StrEnum):
    """What became of a cell that was edited."""

    WRITTEN = "改"
    CONFLICT = "冲突"
    DERIVED = "不能直接改"
    REFUSED = "没有写入"


@dataclass(frozen=True, slots=True)
class Edited:
    """An edited cell: ``then`` what it said when made (None: nobody knows), ``declared`` what it would say now.

    ``sources``: where that is declared, ``formula``: how it is computed.
    """

    fate: Fate
    file: str
    key: str
    title: str
    matter: str
    spot: Spot
    wanted: str
    declared: str
    then: str | None
    formula: str = ""
    sources: tuple[Place, ...] = ()
    told: str = ""
    """What ``zaizao check`` will say, or why it was not written."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What an edited form comes to. ``added``: rows of no matter; ``removed``: names of matters without a row."""

    edited: tuple[Edited, ...]
    added: tuple[FormRow, ...]
    removed: tuple[tuple[str, str], ...]
    known: bool


def merge(record: FormRecord | None, form: Sequence[FormRow], rows: Rows, carrier: Carrier) -> Merged:
    """Carry what was edited in the rows of a form into the texts of ``carrier``."""
    numbered = _numbered(record, rows)
    made = [cells for _, _, cells in numbered]
    now = [{key: cell.text for key, cell in row.cells.items()} for row in form]
    matched = match_rows(made, now)
    edited: list[Edited] = []
    for old, new in matched.pairs:
        file, at, then = numbered[old]
        current = rows.get(file, ())
        if at < len(current):
            edited += _row(file, at, then if record else None, form[new], current[at], carrier)
    removed = [(numbered[old][0], numbered[old][2].get("name", "")) for old in matched.removed]
    # A single card is no list from which a row could be missing.
    gone = () if carrier.code == MATTERS_OF_ONE or not record else removed
    return Merged(tuple(edited), tuple(form[new] for new in matched.added), tuple(gone), record is not None)


def _numbered(record: FormRecord | None, rows: Rows) -> list[tuple[str, int, Mapping[str, str]]]:
    """The rows as made, each with its file and its number among those of that file; the present ones without record."""
    if record is None:
        return [
            (file, at, {key: text_of(cell) for key, cell in row.items()})
            for file, some in rows.items()
            for at, row in enumerate(some)
        ]
    counts: dict[str, int] = {}
    found = []
    for row in record.rows:
        if _is_row(row):
            found.append((row.file, counts.get(row.file, 0), row.cells))
            counts[row.file] = counts.get(row.file, 0) + 1
    return found


def _is_row(row: RecordedRow) -> bool:
    return row.file not in ("", TOTAL) and row.cells.get("name", "") not in ("", "无")


def _row(  # noqa: PLR0913 - one row on three sides
    file: str, at: int, then: Mapping[str, str] | None, form: FormRow, current: Mapping[str, Cell], carrier: Carrier
) -> Iterator[Edited]:
    changed: list[tuple[str, Fate]] = []
    said: dict[str, str] = {}
    remark = text_of(current["remark"]) if "remark" in current else ""
    for key, cell in form.cells.items():
        if key == "index" or key not in current:
            continue
        declared = text_of(current[key])
        made = None if then is None else then.get(key, "")
        said[key] = as_printed(key, cell.text, declared, remark)
        known = (declared,) if made is None else (declared, made)
        if any(same(text, one) for text in (cell.text, said[key]) for one in known):
            continue
        if current[key].formula or key in FOLLOWING - {"parallel_departments"}:
            changed.append((key, Fate.DERIVED))
        elif made is not None and not same(made, declared):
            changed.append((key, Fate.CONFLICT))
        else:
            changed.append((key, Fate.WRITTEN))
    together = {key: said[key] for key, fate in changed if fate is Fate.WRITTEN}
    # What hangs together (a fact outside of both versions) may need the other one first: a second try costs little.
    done = {key: carrier.carry(Wanted(file, at, key, text), together) for key, text in together.items()}
    for key, fate in changed:
        cell, was = form.cells[key], current[key]
        if fate is Fate.WRITTEN and not done[key]:
            fate = Fate.REFUSED  # noqa: PLW2901 - what was meant could not be done
        yield Edited(
            fate=fate,
            file=file,
            key=key,
            title=cell.title,
            matter=str(text_of(current["name"])),
            spot=cell.spot,
            wanted=cell.text,
            declared=text_of(was),
            then=None if then is None else then.get(key, ""),
            formula=was.formula,
            sources=was.sources,
            told=carrier.told.get(Wanted(file, at, key, said[key]), ""),
        )
