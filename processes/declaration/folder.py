"""A project folder read whole: plan, departments, matters, projects, calendar years; all problems at once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from processes.declaration.calendar_file import CALENDAR, read_calendar
from processes.declaration.defaults import DEFAULT_VALUES, merge
from processes.declaration.department_file import DEPARTMENT, read_department
from processes.declaration.encoding import MAX_BYTES, decode
from processes.declaration.flow_file import PROCEDURE, STEP
from processes.declaration.matter_file import AFTER, MATTER, Defaults, read_matter
from processes.declaration.matter_parts import FEE, MATERIAL, STATUTORY_LIMIT
from processes.declaration.nodes import Mapping, parse
from processes.declaration.plan_file import PLAN, read_plan
from processes.declaration.project_file import PROJECT, read_project
from processes.declaration.reporting import Reporter
from processes.declaration.shapes import all_keys
from processes.model.department import Department
from processes.model.findings import Finding
from processes.model.matter import Matter
from processes.model.places import Place
from processes.model.plan import Plan
from processes.model.workspace import Workspace

PLAN_FILE = "方案.yaml"
DEPARTMENT_FILE = "单位.yaml"
PROJECTS_FOLDER = "联审联批"
CALENDAR_FOLDER = "日历"

T = TypeVar("T")

_KNOWN = all_keys(
    PLAN, DEPARTMENT, MATTER, AFTER, STEP, PROCEDURE, MATERIAL, FEE, STATUTORY_LIMIT, PROJECT, CALENDAR, DEFAULT_VALUES
)


def find_project(path: Path) -> Path | None:
    """The nearest folder at or above ``path`` that holds 方案.yaml."""
    start = path if path.is_dir() else path.parent
    return next((folder for folder in (start, *start.parents) if (folder / PLAN_FILE).is_file()), None)


@dataclass(slots=True)
class _Reading:
    """What has been gathered so far."""

    root: Path
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def open(self, path: Path) -> tuple[Mapping, Reporter] | None:
        """The tree of one file; findings and text are kept."""
        file = path.relative_to(self.root).as_posix()
        report = Reporter(file, _KNOWN)
        tree = None
        try:
            with path.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
        except OSError as error:
            report.at(Place(file, 1, 1), "F103", f"读不了文件:{error.strerror or error}")
        else:
            text = decode(content, report)
            if text is not None:
                self.texts[file] = text
                tree = parse(text, report)
        if tree is None:
            self.findings += report.findings
            return None
        return tree, report


def read_project_folder(
    root: Path, only: Callable[[str], bool] = lambda _: True, advance: Callable[[], None] = lambda: None
) -> tuple[Workspace | None, tuple[Finding, ...], dict[str, str]]:
    """Everything under ``root``, all findings of reading ordered by place, and the texts read (file → text).

    ``only`` chooses matter files by their path relative to ``root``; ``advance`` is called after each matter file.
    The workspace is None when there is no usable plan.
    """
    reading = _Reading(root)
    with _collector_off():
        workspace = _read(reading, only, advance)
    return workspace, tuple(sorted(reading.findings, key=Finding.sort_key)), reading.texts


def matter_files(root: Path) -> list[Path]:
    """The matter files of all department folders, by folder and file name."""
    return [file for folder in _department_folders(root) for file in _matters_in(folder)]


def _department_folders(root: Path) -> list[Path]:
    return sorted(
        folder
        for folder in root.iterdir()
        if folder.is_dir()
        and folder.name not in (PROJECTS_FOLDER, CALENDAR_FOLDER)
        and not folder.name.startswith((".", "_"))
    )


def _matters_in(folder: Path) -> list[Path]:
    return sorted(
        file for file in folder.glob("*.yaml") if file.name != DEPARTMENT_FILE and not file.name.startswith((".", "~"))
    )


@contextmanager
def _collector_off() -> Iterator[None]:
    """Reading makes many small values and no garbage: collecting in between only costs time."""
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
    plan, plan_defaults = _plan(reading, root / PLAN_FILE)
    departments: dict[str, Department] = {}
    matters: dict[str, list[Matter]] = {}
    for folder in _department_folders(root):
        files = _matters_in(folder)
        if not files and not (folder / DEPARTMENT_FILE).is_file():
            continue
        department, defaults = _department(reading, folder, departments)
        merged = merge(plan_defaults, defaults)
        name = department.name if department else folder.name
        for file in files:
            if not only(file.relative_to(root).as_posix()):
                continue
            opened = reading.open(file)
            if opened:
                tree, report = opened
                matter = read_matter(tree, report, name, merged)
                reading.findings += report.findings
                if matter:
                    matters.setdefault(name, []).append(matter)
            advance()
    if plan is None:
        return None
    order: dict[str, int] = {name: index for index, name in enumerate(plan.departments)}
    names = sorted(departments, key=lambda name: (order.get(name, len(order)), name))
    return Workspace(
        plan=plan,
        departments=tuple(departments[name] for name in names),
        matters=tuple(matter for name in names for matter in matters.get(name, ())),
        projects=tuple(_all(reading, root / PROJECTS_FOLDER, read_project)),
        calendar_years=tuple(_all(reading, root / CALENDAR_FOLDER, read_calendar)),
    )


def _plan(reading: _Reading, path: Path) -> tuple[Plan | None, dict[str, Defaults]]:
    opened = reading.open(path)
    if opened is None:
        return None, {}
    tree, report = opened
    read = read_plan(tree, report)
    reading.findings += report.findings
    return (None, {}) if read is None else (read[0], dict(read[1]))


def _department(
    reading: _Reading, folder: Path, departments: dict[str, Department]
) -> tuple[Department | None, dict[str, Defaults]]:
    path = folder / DEPARTMENT_FILE
    if not path.is_file():
        report = Reporter(path.relative_to(reading.root).as_posix())
        report.at(Place(report.file, 1, 1), "F102", f"文件夹「{folder.name}」里没有 单位.yaml")
        reading.findings += report.findings
        return None, {}
    opened = reading.open(path)
    if opened is None:
        return None, {}
    tree, report = opened
    read = read_department(tree, report, folder.name)
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


def _all(reading: _Reading, folder: Path, read: Callable[[Mapping, Reporter], T | None]) -> list[T]:
    values: list[T] = []
    for file in sorted(folder.glob("*.yaml")) if folder.is_dir() else []:
        opened = reading.open(file)
        if opened:
            tree, report = opened
            value = read(tree, report)
            reading.findings += report.findings
            if value is not None:
                values.append(value)
    return values
