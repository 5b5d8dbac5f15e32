"""Outputs of the sample projects in their text forms, compared with those kept in ``samples/…/expected/``.

``python3 run.py test --rewrite`` writes them anew; what has changed is then for a reader to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from commands._chart_products import ChartUnit
from commands._findings import view_of
from commands._papers import CityPapersUnit
from commands._products import CITY, CardUnit, CityUnit, DepartmentUnit, Unit, units_of
from commands._time_charts import LimitsUnit, ProjectUnit
from engine.annexes import city_annexes, department_annexes, matter_annexes
from engine.annexes.form import Form
from engine.documents import city_kinds
from engine.examining import examine
from engine.reports.overview_city import city_overview
from engine.soundness.faults import Outcome
from engine.verification import Prover
from processes.checking import Checked
from renderers.documents import markdown
from renderers.findings import terminal
from renderers.flowcharts import View, to_dot
from renderers.flowcharts.painting.words import words_of
from renderers.flowcharts.views import view_of as chart_view
from renderers.forms.listing import listing
from renderers.proofs import text as proofs_text

SAMPLES = Path(__file__).parents[2] / "samples"
PROJECTS = ("hailin", "edge")
FINDINGS, PROOFS = "检查结果.txt", "验证结果.txt"
FOLDERS = [
    (project, folder)
    for project in PROJECTS
    for folder in (*sorted(file.parent.name for file in (SAMPLES / project).glob("*/单位.yaml")), CITY)
]

Golden = Callable[[str, Path], None]
Sample = Callable[[str], Checked]
LeaveOnly = Callable[[Path, Iterable[Path]], None]


def expected(project: str) -> Path:
    """Where the text forms of a sample project are kept."""
    return SAMPLES / project / "expected"


def charts(unit: ChartUnit) -> Iterator[tuple[str, str]]:
    """Path and DOT text of each version, and what the chart of the difference says in words.

    Of a secret matter only what the page that is filed shows.
    """
    if unit.checked.matter.secret:
        chart = chart_view(View.AFTER, unit.checked, unit.switches, unit.department)
        yield f"{unit.name}-{View.AFTER}.gv", to_dot(chart)
        return
    for view in (View.BEFORE, View.AFTER) if unit.checked.after is not None else (View.BEFORE,):
        yield f"{unit.name}-{view}.gv", to_dot(chart_view(view, unit.checked, unit.switches, unit.department))
    difference = words_of(chart_view(View.DIFFERENCE, unit.checked, unit.switches, unit.department))
    boxes = (text for _, text in sorted(difference.boxes.items()))
    yield f"{unit.name}-差异.txt", "\n".join((*difference.description.split("。"), *boxes, ""))


def reports(unit: DepartmentUnit | CityUnit) -> Iterator[tuple[str, str]]:
    """Path and text of what the unit makes in Markdown."""
    return ((path, content.decode()) for path, content in unit.make() if path.endswith(".md"))


def forms(folder: str, filled: Mapping[str, Form | None]) -> Iterator[tuple[str, str]]:
    """Path and listing of each form that there is."""
    return ((f"{folder}/{code}.txt", listing(form)) for code, form in filled.items() if form)


def cards(unit: CardUnit) -> Iterator[tuple[str, str]]:
    """Path and listing of the form of one matter, if it has one."""
    card = matter_annexes()[unit.code].fill_matter(unit.department, unit.plan, unit.checked)
    return ((f"{unit.name.removesuffix('.docx')}.txt", listing(one)) for one in (card,) if one)


def texts(unit: Unit) -> Iterator[tuple[str, str]]:
    """Path below ``expected/`` and text of everything of a unit that has a text form."""
    match unit:
        case ChartUnit():
            yield from charts(unit)
        case CardUnit():
            yield from cards(unit)
        case DepartmentUnit(department=department, plan=plan, matters=matters, name=folder):
            filled = {code: module.fill(department, plan, matters) for code, module in department_annexes().items()}
            yield from forms(folder, filled)
            yield from reports(unit)
        case CityUnit(plan=plan, departments=departments):
            yield from forms(
                CITY, {code: module.fill_city(plan, departments) for code, module in city_annexes().items()}
            )
            yield from reports(unit)
        case CityPapersUnit():
            yield from papers(unit)
        case LimitsUnit() | ProjectUnit():
            yield from ((path, content.decode()) for path, content in unit.make() if path.endswith(".svg"))


def papers(unit: CityPapersUnit) -> Iterator[tuple[str, str]]:
    """Path and Markdown of the documents of the city and of the report to its leaders."""
    plan, departments = unit.plan, unit.departments
    for name, kind in city_kinds().items():
        yield f"{unit.name}/{name}.md", markdown.render(kind.write_city(plan, departments))
    yield f"{CITY}/情况报告.md", markdown.render(city_overview(plan, departments, dict(unit.left_out)))


def made_in(folder: str, checked: Checked) -> dict[str, str]:
    """The text forms of one department, or of the city."""
    units = units_of(checked) if folder == CITY else units_of(checked, folder)
    wanted = (unit for unit in units if isinstance(unit, CityUnit | CityPapersUnit | ProjectUnit) or folder != CITY)
    return {path: text for unit in wanted for path, text in texts(unit)}


@pytest.fixture
def leave_only(request: pytest.FixtureRequest) -> LeaveOnly:
    """Fails if a folder has other files than those given; removes them when ``--rewrite`` is given."""

    def sweep(folder: Path, made: Iterable[Path]) -> None:
        others = {path for path in folder.rglob("*") if path.is_file()} - set(made)
        if request.config.getoption("--rewrite"):
            for path in others:
                path.unlink()
        else:
            assert others == set(), "nothing makes these: run with --rewrite to remove them"

    return sweep


@pytest.mark.parametrize(("project", "folder"), FOLDERS)
def test_the_outputs_are_the_expected_ones(
    project: str, folder: str, sample: Sample, golden: Golden, leave_only: LeaveOnly
) -> None:
    """Forms, flowcharts before and after, the difference report; and no file that nothing makes any more."""
    made = made_in(folder, sample(project))
    for path, text in made.items():
        golden(text, expected(project) / path)
    leave_only(expected(project) / folder, (expected(project) / path for path in made))


@pytest.mark.parametrize("project", PROJECTS)
def test_the_findings_are_the_expected_ones(project: str, sample: Sample, golden: Golden) -> None:
    """One snapshot of all rules on all of the sample, as ``zaizao build`` writes it."""
    checked = sample(project)
    whole = examine(checked)
    view = view_of(whole, hints=True, accepted=True)
    golden(terminal.render(whole.findings, whole.texts, {}, view), expected(project) / FINDINGS)


@pytest.mark.parametrize("project", PROJECTS)
def test_the_proofs_are_the_expected_ones(project: str, sample: Sample, golden: Golden) -> None:
    """What ``zaizao verify`` says of all of the sample; every process is proved to be sound by reduction alone."""
    checked = sample(project)
    assert checked.workspace is not None
    prover = Prover(checked.workspace, checked.workspace.plan.properties)
    proofs = [prover.proof(one) for one in checked.matters]
    versions = [version for proof in proofs for version in proof.versions]
    assert all((version.outcome, version.states) == (Outcome.SOUND, 0) for version in versions)
    golden(proofs_text.render(proofs, {}, notes=True), expected(project) / PROOFS)


@pytest.mark.parametrize("project", PROJECTS)
def test_nothing_is_expected_of_others(project: str, leave_only: LeaveOnly) -> None:
    """Besides the findings and proofs there are only the folders of the departments and of the city."""
    folders = [expected(project) / folder for of, folder in FOLDERS if of == project]
    known = (path for folder in folders for path in folder.rglob("*"))
    leave_only(expected(project), (expected(project) / FINDINGS, expected(project) / PROOFS, *known))


@pytest.mark.parametrize("project", PROJECTS)
def test_what_is_expected_is_no_part_of_the_project(project: str, sample: Sample) -> None:
    """Reading passes over ``expected/``: it holds no declarations."""
    workspace = sample(project).workspace
    assert workspace is not None
    assert sorted(department.folder for department in workspace.departments) == sorted(
        folder for of, folder in FOLDERS if of == project and folder != CITY
    )
    assert not any(file.startswith("expected/") for file in sample(project).texts)
