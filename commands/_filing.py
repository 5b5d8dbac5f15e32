"""What a department files in a stage: its declarations, the documents due, what was found, what was counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from commands._chart_products import BookUnit, ChartUnit, Product
from commands._frozen import filed_before, unasked
from commands._papers import PAPERS, CityPapersUnit, PapersUnit
from commands._products import CardUnit, CityUnit, DepartmentUnit, Unit, make_all, units_of
from commands._target import Target, department_named, examined, usable
from processes.errors import CannotBeDone, WrongUsage, ZaizaoError, reason

if TYPE_CHECKING:
    from processes.checking import Checked
    from processes.model.department import Department
    from processes.model.filing import Figures, FiledDocument, FiledFile, Filing
    from processes.model.findings import Finding
    from processes.model.plan import Plan

_CHARTS = "附件8"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A filing with what it was made from: the department read and examined, and the documents themselves.

    ``left_out``: that N212 could not be asked, and why; empty where it was. To be told once the filing is kept: the
    registry that refuses says the same.
    """

    filing: Filing
    department: Department
    checked: Checked
    products: tuple[Product, ...]
    left_out: str


def filing_of(
    root: Path, department: str, stage: int, *, who: str, at: datetime, database: str | None = None
) -> Prepared:
    """The filing of a department (short or full name) for a stage (from 1) of the project folder ``root``.

    ``database``: whose earlier submissions 优化前 is held against. Errors are recorded, not refused: a 草拟 may have
    them. Raises ``WrongUsage`` without such a stage or department, ``CannotBeDone`` when nothing holds together, or
    when the files are being changed at this moment.
    """
    from engine.annexes import department_annexes
    from engine.annexes.figures import figures_of
    from engine.campaign.concerning import concern_later, said
    from processes.model.filing import FiledFinding, Filing

    own = declared_department(root, department)
    where = Target(root, folder=own.folder)
    declarations = declarations_of(root, own.folder)
    frozen, left_out = _frozen(root, database)
    result = examined(where, frozen=frozen)
    workspace = usable(result, where)
    plan, matters = workspace.plan, result.matters_of(own.name)
    if stage > len(plan.stages):
        raise WrongUsage(f"方案只有 {len(plan.stages)} 个阶段,没有第 {stage} 阶段。")
    then = examined(where, day=plan.stages[stage - 1].due, frozen=frozen)
    later = concern_later(result.findings, set(map(said, then.findings)), plan, result.sound, stage)
    products = tuple(due_products(result, own, stage))
    if declarations_of(root, own.folder) != declarations:
        raise CannotBeDone("申报文件正在改动,没有报送。请都保存好,再运行一次。")
    forms = (module.fill(own, plan, matters) for module in department_annexes().values())
    filing = Filing(
        department=own.name,
        stage=stage,
        stage_name=str(plan.stages[stage - 1].name),
        at=at,
        who=who,
        declarations=declarations,
        documents=manifest_of(products),
        findings=tuple(
            FiledFinding.of(one, later=is_later) for one, is_later in zip(result.findings, later, strict=True)
        ),
        figures={**figures_of(form for form in forms if form is not None), **_per_matter(result, own, stage, products)},
    )
    return Prepared(filing, own, result, products, left_out)


def _frozen(root: Path, database: str | None) -> tuple[Callable[[Checked], Iterable[Finding]] | None, str]:
    """What says whether 优化前 has been changed since it was filed, None where nobody can know; and why it cannot."""
    if _is_to_be_made(database):
        return None, ""
    try:
        before = filed_before(root, database)
    except ZaizaoError as error:
        return None, unasked(error)
    return (None if before is None else before.findings), ""


def _is_to_be_made(database: str | None) -> bool:
    """Whether the registry meant is a file that is not there yet: nothing can have been filed into it."""
    if database is None:
        return False
    from processes.store.address import address_of

    file = address_of(database).file
    return file is not None and not file.exists()


def declarations_of(root: Path, folder: str) -> tuple[FiledFile, ...]:
    """What a department's documents are made of: the plan, the files of its ``folder``, the calendar years."""
    from processes.declaration.folder import CALENDAR_FOLDER, PLAN_FILE, declaration_files
    from processes.model.filing import FiledFile

    meant = (f"{folder}/", f"{CALENDAR_FOLDER}/")
    files = [file for file in declaration_files(root) if file == PLAN_FILE or file.startswith(meant)]
    try:
        return tuple(FiledFile(file, (root / file).read_bytes()) for file in sorted(files))
    except OSError as error:
        raise CannotBeDone(f"申报文件读不出来,没有报送:{reason(error)}。") from error


def due_products(checked: Checked, department: Department, stage: int) -> Iterable[Product]:
    """The documents of a department that the plan wants in a stage, as far as we make them.

    Raises ``CannotBeDone`` when one of them could not be made: what is filed is whole.
    """
    assert checked.workspace is not None
    due = deliverables(checked.workspace.plan, stage)
    units = [unit for unit in units_of(checked, department.folder) if makes(unit, due)]
    for made in make_all(units):
        if made.failed:
            raise CannotBeDone(f"没有报送:{made.failed[0]}。")
        for path, content in made.products:
            if is_due(path, due):
                yield path, content


def _per_matter(checked: Checked, own: Department, stage: int, products: Iterable[Product]) -> Figures:
    """Of what is due for each matter: how many were made and how many are owed, so that the board tells 缺件."""
    from commands._campaign import facts_of
    from engine.campaign.owing import PER_MATTER, Owed, debt_of
    from processes.model.filing import OWED, ROWS
    from renderers.naming import matter_names, safe

    assert checked.workspace is not None
    facts = facts_of(checked).get(own.name)
    names = sorted(matter_names(checked.workspace.matters_of(own.name)).values(), key=len, reverse=True)
    found = {}
    for form in deliverables(checked.workspace.plan, stage):
        debt = debt_of(form, facts) if facts and form in PER_MATTER else None
        if isinstance(debt, Owed):
            place = f"{safe(own.name)}/{form}/"
            files = [path.removeprefix(place) for path, _ in products if path.startswith(place)]
            made = {next((name for name in names if file.startswith(name)), "") for file in files}
            found[form] = {ROWS: len(made), OWED: debt.copies}
    return found


def deliverables(plan: Plan, stage: int) -> tuple[str, ...]:
    """What is to be filed in a stage (from 1), by the names that we know."""
    from engine.campaign.owing import known_name

    return tuple(known_name(str(name)) for name in plan.stages[stage - 1].deliverables)


def is_due(path: str, due: Iterable[str]) -> bool:
    """Whether a product is due: ``<单位>/附件6-….xlsx``, ``<单位>/附件8/…``, ``<单位>/文书/工作总结.docx``."""
    name = path.partition("/")[2]
    return any(name.startswith((f"{one}-", f"{one}/")) or name == f"{PAPERS}/{one}.docx" for one in due)


def makes(unit: Unit, due: Sequence[str]) -> bool:
    """Whether a unit makes anything of what is due."""
    match unit:
        case CardUnit():
            return unit.code in due
        case ChartUnit() | BookUnit():
            return _CHARTS in due
        case DepartmentUnit() | CityUnit():
            return any(one.startswith("附件") and one != _CHARTS for one in due)
        case PapersUnit() | CityPapersUnit():
            return any(not one.startswith("附件") for one in due)
        case _:
            return False


def manifest_of(products: Iterable[Product]) -> tuple[FiledDocument, ...]:
    """The products by path, SHA-256 and size, ordered by path."""
    from hashlib import sha256

    from processes.model.filing import FiledDocument

    return tuple(FiledDocument(path, sha256(content).hexdigest(), len(content)) for path, content in sorted(products))


def declared_department(root: Path, name: str) -> Department:
    """The department of that name, found without reading any matter."""
    from processes.checking import check_project

    where = Target(root)
    result = check_project(root, lambda _: False)
    if result.workspace is None:
        # Says what is wrong with the plan.
        usable(result, where)
    assert result.workspace is not None
    found = result.workspace.department(department_named(result.workspace, name))
    assert found is not None
    return found
