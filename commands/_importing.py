"""What ``zaizao import`` does: open the tables, draft the matters, write those that are not there yet, tell of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import write, write_new
from commands._options import EXIT_CANNOT, EXIT_FINDINGS, program
from commands._target import Target, checked, find_target
from processes.errors import CannotBeDone, WrongUsage, reason
from processes.model.findings import Severity
from processes.model.folding import fold_name
from processes.model.imported import Fate, How, ImportReport, MatterMade

if TYPE_CHECKING:
    from processes.intake.forms.units import Units
    from processes.intake.forms.values import FormReading
    from processes.intake.matters.drafts import Draft, Imported
    from processes.model.department import Department
    from processes.model.workspace import Workspace

_NAMED = 3
_ENDINGS = frozenset((".xlsx", ".docx", ".csv", ".xls", ".et", ".doc", ".wps", ".ods", ".odt"))
"""Of the files of a folder that are taken for tables."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The command line."""

    files: tuple[Path, ...]
    project: Path
    department: str | None
    preview: bool
    mapping: Path | None


@dataclass(slots=True)
class _Job:
    """An import under way: what is declared, and what could not be done."""

    asked: Asked
    target: Target
    workspace: Workspace
    units: Units
    refused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def run(asked: Asked) -> int:
    """The whole command; the exit code."""
    from processes.intake.forms.units import Units
    from processes.intake.matters.drafts import drafted
    from processes.intake.matters.report import report_of
    from renderers.imports.text import render

    if asked.mapping is not None and asked.mapping.suffix.lower() != ".xlsx":
        raise WrongUsage(f"对照表是 .xlsx 文件;“{asked.mapping.name}”的后缀应是 .xlsx。")
    target = find_target(asked.project)
    workspace = _workspace(target)
    job = _Job(asked, target, workspace, Units(workspace.plan, workspace.departments))
    unit = _unit(job)
    readings = list(_read(job))
    departments = {str(one.name): one for one in workspace.departments}
    imported = drafted(readings, departments, job.units, unit)
    job.notes += _of_nobody(imported)
    matters = [one for name in _in_order(imported) for one in _put_unit(name, imported, job, readings)]
    report = report_of(readings, imported, matters, job.notes, preview=asked.preview)
    click.echo(render(report), nl=False)
    if asked.mapping is not None and not asked.preview:
        from renderers.imports.xlsx import workbook

        write(asked.mapping, workbook(report))
        click.echo(f"已写入 {asked.mapping}(对照表,{len(report.cells)} 格)")
    _tell_what_next(report)
    for line in job.refused:
        click.echo(f"没有读:{line}", err=True)
    if job.refused:
        return EXIT_CANNOT
    return EXIT_FINDINGS if _is_to_be_looked_at(report) else 0


def _workspace(target: Target) -> Workspace:
    result = checked(Target(target.root))
    if result.workspace is None:
        first = next(finding for finding in result.findings if finding.severity is Severity.ERROR)
        raise CannotBeDone(f"方案或单位的申报有错,先改好:{target.shown(str(first.place))} {first.message}")
    return result.workspace


def _unit(job: _Job) -> str:
    """The department of rows that name none: the one named, the one whose folder is the target, or the only one."""
    if job.asked.department:
        found = job.units.find(job.asked.department)
        if found is None or found.guessed:
            raise WrongUsage(f"方案.yaml 的部门里没有“{job.asked.department}”。要新增的先写进方案。")
        return found.name
    here = [str(one.name) for one in job.workspace.departments if one.folder == job.target.folder]
    if here:
        return here[0]
    names = job.units.names
    return names[0] if len(names) == 1 else ""


def _read(job: _Job) -> Iterator[FormReading]:
    """The tables of each file; what cannot be read is told, and the rest goes on."""
    from processes.intake.forms.reading import read_forms
    from processes.intake.opening import open_tables
    from processes.intake.table import Unreadable
    from processes.intake.zip_scan import MAX_BYTES

    paths = list(dict.fromkeys(path for given in job.asked.files for path in _tables_at(given)))
    names = [path.name for path in paths]
    for path in paths:
        name = path.name if names.count(path.name) == 1 else path.as_posix()
        try:
            with path.open("rb") as stream:
                opened = open_tables(stream.read(MAX_BYTES + 1), path.name)
        except OSError as error:
            job.refused.append(f"“{name}”:{reason(error)}。")
        except Unreadable as error:
            job.refused.append(f"“{name}”:{error}。")
        else:
            yield read_forms(opened, name, job.units.find)


def _tables_at(path: Path) -> list[Path]:
    """The file, or the tables in the folder and below, without what office programs leave beside an open one."""
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.rglob("*") if one.suffix.lower() in _ENDINGS and one.is_file())
    tables = [one for one in found if not one.name.startswith(("~$", "."))]
    if not tables:
        raise WrongUsage(f"“{path}”里没有表格(.xlsx、.docx、.csv)。")
    return tables


def _in_order(imported: Imported) -> list[str]:
    return list(dict.fromkeys(draft.unit for draft in imported.drafts))


def _put_unit(name: str, imported: Imported, job: _Job, readings: Sequence[FormReading]) -> Iterator[MatterMade]:
    """Write the matters of one department, and its 单位.yaml where there is none."""
    drafts = [draft for draft in imported.drafts if draft.unit == name]
    declared = job.workspace.department(name)
    if declared is None:
        yield _new_department(name, drafts, job, readings)
    else:
        job.notes += _unknown_offices(declared, drafts, job)
    from renderers.naming import safe

    folder = declared.folder if declared is not None else safe(name)
    there = _there(name, folder, job)
    numbers = [
        int(found[0])
        for path in (job.target.root / folder).glob("*.yaml")
        if (found := re.match(r"\d{1,4}", path.name))
    ]
    number = max(numbers, default=0)
    for draft in drafts:
        where = "、".join(dict.fromkeys(spot.full for spot in draft.spots[:_NAMED]))
        path = there.get(fold_name(draft.name))
        if path is not None:
            yield MatterMade(draft.name, job.target.shown(path), Fate.THERE, where)
            continue
        number += 1
        file = f"{folder}/{number:02d}-{safe(draft.name)}.yaml"
        yield _put(file, draft.text, draft.todo, where, draft.name, job)


def _put(file: str, text: str, todo: tuple[tuple[str, str], ...], where: str, name: str, job: _Job) -> MatterMade:
    """Write one file, unless this is a preview."""
    from processes.declaration.editor import SCHEMA_FOLDER, modeline

    if not job.asked.preview:
        kind = "单位" if file.endswith("/单位.yaml") else "事项"
        head = f"{modeline(file, kind)}\n" if (job.target.root / SCHEMA_FOLDER).is_dir() else ""
        write_new(job.target.root / file, head + text)
    fate = Fate.WOULD_BE_MADE if job.asked.preview else Fate.MADE
    return MatterMade(name, job.target.shown(file), fate, where, todo, file.endswith("/单位.yaml"))


def _there(name: str, folder: str, job: _Job) -> Mapping[str, str]:
    """Folded name → file of the matters that a department has, those that cannot be read by their file names."""
    found = {
        fold_name(re.sub(r"^[A-Za-z]?\d+[-_ ]", "", path.stem)): f"{folder}/{path.name}"
        for path in (job.target.root / folder).glob("*.yaml")
        if path.name != "单位.yaml"
    }
    return found | {fold_name(matter.name): matter.file for matter in job.workspace.matters_of(name)}


def _new_department(name: str, drafts: Sequence[Draft], job: _Job, readings: Sequence[FormReading]) -> MatterMade:
    from processes.intake.matters.drafts import NO_OFFICE
    from processes.intake.matters.offices import draft_of
    from renderers.naming import safe

    offices = [office for draft in drafts for office in draft.offices] or [NO_OFFICE]
    bodies = [
        row.cells["implementing_body"].text
        for reading in readings
        for row in reading.rows
        if "implementing_body" in row.cells and row.unit == name
    ]
    files = "、".join(dict.fromkeys(spot.file for draft in drafts for spot in draft.spots))
    draft = draft_of(name, next(iter(bodies), ""), offices)
    return _put(f"{safe(name)}/单位.yaml", draft.text(files), draft.todo, files, name, job)


def _unknown_offices(declared: Department, drafts: Sequence[Draft], job: _Job) -> Iterator[str]:
    """承办 that 单位.yaml does not have: check would say so, here the table is named."""
    known = {fold_name(office.name) for office in declared.offices} | {fold_name(name) for name in job.units.names}
    bodies = {fold_name(str(body)) for one in (job.workspace.plan, declared) for body in _bodies(one)}
    found: dict[str, list[Draft]] = {}
    for draft in drafts:
        for office in draft.offices:
            if fold_name(office) not in known | bodies:
                found.setdefault(office, []).append(draft)
    file = job.target.shown(f"{declared.folder}/单位.yaml")
    for office, those in found.items():
        more = f"等 {len(those)} 个事项" if len(those) > 1 else ""
        yield (
            f"承办“{office}”不在 {file} 的内设机构里({those[0].spots[0].full}“{those[0].name}”{more}):"
            "先加上,或改成规范全称"
        )


def _bodies(one: object) -> Iterator[object]:
    yield from (body.name for body in getattr(one, "outside_bodies", ()))


def _of_nobody(imported: Imported) -> Iterator[str]:
    """The rows that name no department."""
    rows = imported.unitless
    if not rows:
        return
    named = "、".join(f"{row.name.spot.full}“{row.name.text}”" for row in rows[:_NAMED])
    more = f"等 {len(rows)} 行" if len(rows) > _NAMED else ""
    yield (f"看不出是哪个单位的,没有导入:{named}{more}。请加 --部门 简称,或在表格上面写“单位名称:××局”再导入")


def _tell_what_next(report: ImportReport) -> None:
    made = [matter for matter in report.matters if matter.fate is not Fate.THERE]
    if not made:
        return
    if report.preview:
        click.echo("这是查看,没有写文件;要导入,去掉 --查看 再运行。")
        return
    folders = dict.fromkeys(Path(matter.path).parent.as_posix() for matter in made)
    click.echo(f"标★的改成实际情况,改完运行:{'、'.join(f'{program()} check {folder}' for folder in folders)}")


def _is_to_be_looked_at(report: ImportReport) -> bool:
    """Whether something was left out or contradicts itself."""
    doubtful = any(cell.how in (How.CONFLICT, How.LEFT) and not cell.by_column for cell in report.cells)
    return doubtful or not report.matters or any(matter.fate is Fate.THERE for matter in report.matters)
