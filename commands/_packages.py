"""报送包 of departments: what each is made of, and the zip that comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands._campaign import facts_of
from commands._chart_products import ChartUnit, Product
from commands._filing import is_due, makes
from commands._given import Given, by_deliverable, with_given
from commands._keys import key_of, keys_of
from commands._products import CITY, CardUnit, Unit, units_of

if TYPE_CHECKING:
    from engine.campaign.owing import Facts
    from engine.campaign.packing import Packing
    from engine.campaign.terms import Term
    from engine.documents.document import Document
    from processes.checking import Checked
    from processes.model.department import Department

GivenBy = Mapping[str, tuple[Given, ...]]
"""Short name of a department → what it puts in itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A package to make: ``name`` of its zip, ``folder`` in it, the units of its papers with a key each.

    ``due``: the names of what goes in. ``key``: of everything that the zip depends on.
    """

    name: str
    folder: str
    packing: Packing
    due: tuple[str, ...]
    units: tuple[tuple[str, Unit], ...]
    given: tuple[Given, ...]
    key: str

    @property
    def is_packed(self) -> bool:
        """Whether anything goes in."""
        return bool(self.packing.packed)


def jobs_of(checked: Checked, term: Term, given: GivenBy, only: str | None = None) -> tuple[Job, ...]:
    """The packages of all departments in the plan's scope that have declared something, or of the one called ``only``.

    Without papers (``units``) are those of departments to which nothing of the stage applies, or that have nothing yet.
    """
    from engine.campaign.packing import wanted
    from renderers.naming import safe

    assert checked.workspace is not None
    workspace = checked.workspace
    due = wanted(term.deliverables)
    facts = facts_of(checked)
    departments = [one for one in workspace.departments if one.name in facts and only in (None, one.name)]
    folder = departments[0].folder if only and departments else None
    units = [unit for unit in units_of(checked, folder) if makes(unit, due) and not _is_apart(unit)]
    by_folder: dict[str, list[tuple[str, Unit]]] = {}
    for key, unit in zip(keys_of(units, checked), units, strict=True):
        by_folder.setdefault(unit.name.partition("/")[0], []).append((key, unit))
    jobs = []
    for department in departments:
        own = given.get(department.name, ())
        packing = packing_of(checked, department, facts[department.name], term, own)
        name = safe(department.name)
        made = tuple(by_folder.get(name, ())) if packing.packed else ()
        key = key_of(packing, due, [key for key, _ in made], [(one.path, one.digest) for one in own])
        zip_name = package_name(name, term.number)
        jobs.append(Job(name=zip_name, folder=name, packing=packing, due=due, units=made, given=own, key=key))
    return tuple(jobs)


def package_name(folder: str, stage: int) -> str:
    """``市场监管局-第3阶段.zip``."""
    return f"{folder}-第{stage}阶段.zip"


def packing_of(checked: Checked, department: Department, facts: Facts, term: Term, given: Sequence[Given]) -> Packing:
    """What the package of a department has, and has not."""
    from engine.campaign.packing import ALONG, Packing, blanks_in, empty_of, items_of, naming_secrets, wanted

    assert checked.workspace is not None
    plan, matters = checked.workspace.plan, checked.matters_of(department.name)
    own = by_deliverable(given)
    sound = {one.matter.file for one in matters}
    every = checked.workspace.matters_of(department.name)
    broken = [one.name for one in every if one.file not in sound and not one.secret]
    secret = [one for one in matters if one.matter.secret]
    due = wanted(term.deliverables)
    along = [more for names in ALONG.values() for more in names]
    empty = empty_of(department, plan, matters, along)
    items = items_of(term.deliverables, facts, matters, broken, own, empty)
    drafts = [name for name in due if name not in own] if matters else []
    return Packing(
        owner=department.name,
        full_name=department.full_name,
        plan_name=plan.name,
        recipient=plan.recipient,
        stage=term.number,
        stage_name=term.name,
        due=term.due,
        last_worked=term.last_worked,
        items=items,
        secret=sum(1 for one in secret if {"附件7", "附件8"} & set(due)),
        names_secrets=naming_secrets(due, secret),
        blanks=tuple(blanks_in(department, plan, matters, drafts)),
    )


def city_units(checked: Checked, due: Sequence[str]) -> tuple[tuple[str, Unit], ...]:
    """What is made of the city's own papers of a stage, with a key each."""
    units = [unit for unit in units_of(checked) if unit.name.partition("/")[0] == CITY and makes(unit, due)]
    return tuple(zip(keys_of(units, checked), units, strict=True))


def zip_of(job: Job, products: Iterable[Product]) -> bytes:
    """The zip of a department, of all that its units gave."""
    from engine.campaign import covers
    from engine.documents import department_kinds

    wanted = [(path.partition("/")[2], content) for path, content in products if is_due(path, job.due)]
    papers = with_given(wanted, job.given, frozenset(department_kinds()))
    files = Counter(_deliverable(path, job) for path, _ in papers)
    return sealed(
        job.folder,
        job.packing,
        papers,
        covers.missing(job.packing),
        lambda code: covers.cover(job.packing, files, code),
    )


def sealed(
    folder: str, packing: Packing, papers: Iterable[Product], missing: Document, cover: Callable[[str], Document]
) -> bytes:
    """The zip of papers (path in the folder, content), with 缺件清单, cover (of the check code) and 校验清单."""
    from processes.model.package import COVER, MISSING
    from renderers.documents import docx
    from renderers.packages.archive import manifest_of, render

    inside = [(MISSING, docx.render(missing)), *sorted(papers)]
    code = manifest_of(folder, packing.stage, packing.stage_name, inside).code
    files = [(COVER, docx.render(cover(code))), *inside]
    return render(manifest_of(folder, packing.stage, packing.stage_name, files), files)


def _deliverable(path: str, job: Job) -> str:
    """Which deliverable a file of the package is, by the name of the plan."""
    from engine.campaign.owing import known_name

    given = next((one.deliverable for one in job.given if one.path == path), None)
    for item in job.packing.items:
        known = known_name(item.name)
        if given == known or (given is None and is_due(f"/{path}", (known,))):
            return item.name
    return ""


def _is_apart(unit: Unit) -> bool:
    """Whether a unit makes the papers of a secret matter, which are filed apart."""
    return isinstance(unit, CardUnit | ChartUnit) and bool(unit.checked.matter.secret)
