"""A project folder read whole: plan, departments, matters, projects, calendar years, lists; all problems at once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from processes.declaration.calendar_file import CALENDAR, read_calendar
from processes.declaration.defaults import DEFAULT_VALUES, merge
from processes.declaration.department_file import DEPARTMENT, read_department
from processes.declaration.encoding import content_of, decode
from processes.declaration.flow_file import STEP
from processes.declaration.found_files import department_folders, looks_like_yaml, yaml_files
from processes.declaration.matter_file import read_matter
from processes.declaration.matter_keys import AFTER, MATTER, Defaults
from processes.declaration.matter_parts import FEE, MATERIAL, STATUTORY_LIMIT
from processes.declaration.nodes import Mapping, parse
from processes.declaration.plan_file import PLAN, read_plan
from processes.declaration.procedures import PROCEDURE
from processes.declaration.project_file import PROJECT, read_project
from processes.declaration.reporting import Reporter
from processes.declaration.shapes import Shape, all_keys
from processes.declaration.unfilled import report_unfilled
from processes.declaration.unshown import report_unshown
from processes.errors import reason
from processes.intake.lists import LISTS_FOLDER, read_lists
from processes.model.calendar import CalendarYear
from processes.model.department import Department
from processes.model.findings import Finding
from processes.model.matter import Matter
from processes.model.places import Place
from processes.model.plan import Plan
from processes.model.vocabulary import MatterType
from processes.model.workspace import Workspace

PLAN_FILE = "方案.yaml"
DEPARTMENT_FILE = "单位.yaml"
PROJECTS_FOLDER = "联审联批"
CALENDAR_FOLDER = "日历"
_APART = (PROJECTS_FOLDER, CALENDAR_FOLDER, LISTS_FOLDER)

T = TypeVar("T")

Texts = dict[str, str] | MappingProxyType[str, str]
"""File, relative to the project → its text."""

NOTHING_UNSAVED: Texts = MappingProxyType({})

KNOWN_KEYS = all_keys(
    PLAN, DEPARTMENT, MATTER, AFTER, STEP, PROCEDURE, MATERIAL, FEE, STATUTORY_LIMIT, PROJECT, CALENDAR, DEFAULT_VALUES
)
"""Every key that a declaration file of any kind may have."""


def find_project(path: Path) -> Path | None:
    """The nearest folder at or above ``path`` that holds 方案.yaml."""
    start = path if path.is_dir() else path.parent
    return next((folder for folder in (start, *start.parents) if (folder / PLAN_FILE).is_file()), None)


@dataclass(slots=True)
class _Reading:
    """What has been gathered so far."""

    root: Path
    unsaved: Texts
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def open(self, file: str) -> tuple[Mapping, Reporter] | None:
        """The tree of one file (path relative to the project); findings and text are kept."""
        report = Reporter(file, KNOWN_KEYS)
        tree = None
        text = self.unsaved[file] if file in self.unsaved else self._text_on_disk(file, report)
        if text is not None:
            self.texts[file] = text
            report_unfilled(text, report)
            tree = parse(text, report)
        if text is not None and tree is not None:
            report_unshown(text, tree, report)
        if tree is None:
            self.findings += report.findings
            return None
        return tree, report

    def files_in(self, folder: str) -> list[str]:
        """The YAML files of a folder, by name; what looks like one, or cannot be looked into, is reported."""
        try:
            files, unread = yaml_files(self.root, folder)
        except OSError as error:
            own = folder if folder in (PROJECTS_FOLDER, CALENDAR_FOLDER) else f"{folder}/{DEPARTMENT_FILE}"
            report = Reporter(own)
            report.at(Place(own, 1, 1), "F103", f"读不了文件夹「{folder}」:{reason(error)}")
            self.findings += report.findings
            return []
        self.unread += unread
        return files

    def _text_on_disk(self, file: str, report: Reporter) -> str | None:
        try:
            # Plain strings: pathlib would cost a fifth of the reading.
            with open(f"{self.root}/{file}", "rb", buffering=0) as stream:  # noqa: PTH123
                content = content_of(stream)
        except OSError as error:
            report.at(Place(file, 1, 1), "F103", f"读不了文件:{reason(error)}")
            return None
        return decode(content, report)


def read_project_folder(
    root: Path,
    only: Callable[[str], bool] = lambda _: True,
    advance: Callable[[], None] = lambda: None,
    unsaved: Texts = NOTHING_UNSAVED,
) -> tuple[Workspace | None, tuple[Finding, ...], dict[str, str]]:
    """Everything under ``root``, all findings of reading ordered by place, and the texts read (file → text).

    ``only`` chooses matter files by their path relative to ``root``; ``advance`` is called after each matter file.
    ``unsaved``: what stands in an editor and is read instead of the files on disk. The workspace is None when there is
    no usable plan.
    """
    reading = _Reading(root, unsaved)
    with collector_off():
        workspace = _read(reading, only, advance)
    return workspace, tuple(sorted(reading.findings, key=Finding.sort_key)), reading.texts


def read_calendar_years(root: Path) -> tuple[list[CalendarYear], list[Finding]]:
    """The 日历 files alone of the project folder ``root``, and what is wrong with them, file by file."""
    reading = _Reading(root, NOTHING_UNSAVED)
    return _all(reading, CALENDAR_FOLDER, read_calendar), reading.findings


def defaults_of(root: Path, folder: str) -> dict[MatterType, Defaults]:
    """What matters of a department folder take from 默认 of the plan and of the department."""
    reading = _Reading(root, NOTHING_UNSAVED)
    return merge(_plan(reading)[1], _department(reading, f"{folder}/{DEPARTMENT_FILE}", folder, {}, there=True)[1])


def _report_unread(reading: _Reading) -> None:
    """Files that somebody may take for declared although they are not."""
    root = [file.name for file in reading.root.iterdir() if looks_like_yaml(file.name) and file.name != PLAN_FILE]
    for file in sorted([*reading.unread, *(name for name in root if not name.startswith((".", "~", "_")))]):
        report = Reporter(file)
        report.at(Place(file, 1, 1), "F105", "这个文件没有读")
        reading.findings += report.findings


def declaration_files(root: Path) -> dict[str, Shape]:
    """Every file under ``root`` that is read as a declaration, relative to it, with the shape of what it declares."""
    reading = _Reading(root, NOTHING_UNSAVED)
    files = {PLAN_FILE: PLAN}
    for folder in department_folders(root, _APART):
        own = f"{folder}/{DEPARTMENT_FILE}"
        matters = reading.files_in(folder)
        if own in matters:
            files[own] = DEPARTMENT
        files |= {file: MATTER for file in matters if file != own}
    files |= dict.fromkeys(reading.files_in(PROJECTS_FOLDER), PROJECT)
    return files | dict.fromkeys(reading.files_in(CALENDAR_FOLDER), CALENDAR)


@contextmanager
def collector_off() -> Iterator[None]:
    """Reading and checking make many small values and no garbage: collecting in between only costs time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(reading: _Reading, only: Callable[[str], bool], advance: Callable[[], None]) -> Workspace | None:
    root = reading.root
    if not (root / PLAN_FILE).is_file():
        report = Reporter(PLAN_FILE)
        report.at(Place(PLAN_FILE, 1, 1), "F101", "这个文件夹里没有 方案.yaml")
        reading.findings += report.findings
        return None
    plan, plan_defaults = _plan(reading)
    departments: dict[str, Department] = {}
    matters: dict[str, list[Matter]] = {}
    for folder in department_folders(root, _APART):
        files = reading.files_in(folder)
        if not files:
            continue
        own = f"{folder}/{DEPARTMENT_FILE}"
        department, defaults = _department(reading, own, folder, departments, there=own in files)
        merged = merge(plan_defaults, defaults)
        name = department.name if department else folder
        for file in files:
            if file == own or not only(file):
                continue
            opened = reading.open(file)
            if opened:
                tree, report = opened
                matter = read_matter(tree, report, name, merged)
                reading.findings += report.findings
                if matter:
                    matters.setdefault(name, []).append(matter)
            advance()
    projects = _all(reading, PROJECTS_FOLDER, read_project)
    calendar_years = _all(reading, CALENDAR_FOLDER, read_calendar)
    _report_unread(reading)
    if plan is None:
        return None
    published = read_lists(root, plan, departments.values())
    reading.findings += published.findings
    reading.texts |= published.texts
    order: dict[str, int] = {name: index for index, name in enumerate(plan.departments)}
    names = sorted(departments, key=lambda name: (order.get(name, len(order)), name))
    return Workspace(
        plan=plan,
        departments=tuple(departments[name] for name in names),
        matters=tuple(matter for name in names for matter in matters.get(name, ())),
        projects=tuple(projects),
        calendar_years=tuple(calendar_years),
        lists=tuple(published.lists),
    )


def _plan(reading: _Reading) -> tuple[Plan | None, dict[str, Defaults]]:
    opened = reading.open(PLAN_FILE)
    if opened is None:
        return None, {}
    tree, report = opened
    read = read_plan(tree, report)
    reading.findings += report.findings
    return (None, {}) if read is None else (read[0], dict(read[1]))


def _department(
    reading: _Reading, file: str, folder: str, departments: dict[str, Department], *, there: bool
) -> tuple[Department | None, dict[str, Defaults]]:
    if not there:
        report = Reporter(file)
        report.at(Place(file, 1, 1), "F102", f"文件夹「{folder}」里没有 单位.yaml")
        reading.findings += report.findings
        return None, {}
    opened = reading.open(file)
    if opened is None:
        return None, {}
    tree, report = opened
    read = read_department(tree, report, folder)
    if read and read[0].name in departments:
        other = departments[read[0].name]
        report.at(
            read[0].at("name"), "F104", f"单位「{other.name}」已在「{other.folder}」里申报", related=(other.place,)
        )
        read = None
    reading.findings += report.findings
    if read is None:
        return None, {}
    departments[read[0].name] = read[0]
    return read[0], dict(read[1])


def _all(reading: _Reading, folder: str, read: Callable[[Mapping, Reporter], T | None]) -> list[T]:
    values: list[T] = []
    for file in reading.files_in(folder):
        opened = reading.open(file)
        if opened:
            tree, report = opened
            value = read(tree, report)
            reading.findings += report.findings
            if value is not None:
                values.append(value)
    return values
