"""The folder 清单/: the published lists that matters are held against, as tables made by others.

A file is named after its list, and after the department where it is that of one: ``权力清单.csv``,
``公共服务清单-卫计局.xlsx``. What is not understood is told, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from processes.declaration.encoding import decode
from processes.declaration.reporting import Reporter
from processes.errors import reason
from processes.intake.csv_table import read_csv
from processes.intake.list_rows import ListReading
from processes.intake.table import Sheet, Unreadable
from processes.intake.xlsx_table import read_xlsx
from processes.intake.zip_scan import MAX_BYTES
from processes.model.department import Department
from processes.model.findings import Finding
from processes.model.folding import fold_name
from processes.model.lists import ListKind, PublishedList
from processes.model.places import Place
from processes.model.plan import Plan

LISTS_FOLDER = "清单"

_ALSO = {"行政权力清单": ListKind.POWERS, "权责清单": ListKind.POWERS, "行政权责清单": ListKind.POWERS}
_KINDS = {**_ALSO, **{str(kind): kind for kind in ListKind}}
_FILE = re.compile(rf"({'|'.join(sorted(_KINDS, key=len, reverse=True))})(.*)")
_AROUND = " -—_.()[]【】、"


@dataclass(slots=True)
class Lists:
    """What was read: the lists, what is to be said about them, and the texts of those that are text."""

    lists: list[PublishedList] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def read_lists(root: Path, plan: Plan, departments: Iterable[Department]) -> Lists:
    """Every list in the project folder ``root``; none where it has no such folder."""
    found = Lists()
    folder = root / LISTS_FOLDER
    if not folder.is_dir():
        return found
    names = _department_names(plan, departments)
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith((".", "~", "_")):
            continue
        report = Reporter(f"{LISTS_FOLDER}/{path.name}")
        one = _read(path, report, names, found.texts)
        if one is not None:
            found.lists.append(one)
        found.findings += report.findings
    return found


def owner_of(file: str, plan: Plan, departments: Iterable[Department]) -> str:
    """Short name of the department that a list file is named after; empty where it concerns everybody.

    A file that is named after no list, or after a department that is not there, concerns everybody.
    """
    named = _named(Path(file))
    return _department_names(plan, departments).get(named[1], "") if named else ""


def _named(path: Path) -> tuple[ListKind, str] | None:
    """The kind of list that a file is named after, and what follows in its name, folded; None where it is no list."""
    named = _FILE.fullmatch(fold_name(path.stem))
    return (_KINDS[named[1]], named[2].strip(_AROUND)) if named else None


def _department_names(plan: Plan, departments: Iterable[Department]) -> dict[str, str]:
    """How departments are called in lists → short name: 卫计局, 市卫计局, 海林市卫计局, the full name."""
    found: dict[str, str] = {}
    full = [(one.full_name, one.name) for one in departments]
    for written, name in [*((str(name), str(name)) for name in plan.departments), *((n, n) for _, n in full), *full]:
        for before in ("", "市", "县", plan.city):
            found.setdefault(fold_name(before + written), name)
    return found


def _read(path: Path, report: Reporter, names: Mapping[str, str], texts: dict[str, str]) -> PublishedList | None:
    top = Place(report.file, 1, 1)
    named = _named(path)
    if named is None or path.is_dir():
        report.at(top, "F107", "这里只放清单文件" if path.is_dir() else f"「{path.name}」不是以清单的名称开头的")
        return None
    kind, rest = named
    department = names.get(rest, "")
    if rest and not department:
        report.at(top, "F107", f"文件名里的「{rest}」不是方案里的单位")
        return None
    try:
        sheets = _sheets(path, report, texts)
    except Unreadable as error:
        report.at(top, "F106", f"读不了「{path.name}」:{error}")
        return None
    if sheets is None:
        return None
    return ListReading(kind, department, report, names).list_of(sheets)


def _sheets(path: Path, report: Reporter, texts: dict[str, str]) -> tuple[Sheet, ...] | None:
    """The tables of a file; None after reporting. Raises ``Unreadable``."""
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise Unreadable(f"只认得 .csv 和 .xlsx,不认得“{suffix or '没有后缀的文件'}”")
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(reason(error)) from error
    if suffix == ".xlsx":
        return read_xlsx(content)
    text = decode(content, report)
    if text is None:
        return None
    texts[report.file] = text
    return (read_csv(text),)
