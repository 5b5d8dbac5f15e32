"""Tables as clerks fill them in become declarations; every cell is accounted for."""

from __future__ import annotations

import pytest

from processes.checking import check_project
from processes.declaration.matter_file import read_matter
from processes.declaration.nodes import Mapping, parse
from processes.declaration.reporting import Reporter
from processes.intake.forms.reading import read_forms
from processes.intake.forms.units import Units
from processes.intake.matters.drafts import Imported, drafted
from processes.intake.matters.report import report_of
from processes.intake.opening import open_tables
from processes.model.findings import Severity
from processes.model.imported import ImportReport
from processes.model.vocabulary import MatterType
from tests.declaring import write
from tests.processes.intake.matters.messy import TABLES
from tests.processes.intake.tables import drawn, texts

FILE = "Sheet1.xlsx"


@pytest.fixture(scope="module")
def imports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Imported, ImportReport]]:
    """Table → what was made of it, and the report."""
    workspace = check_project(write(tmp_path_factory.mktemp("project"), "")).workspace
    assert workspace is not None
    units = Units(workspace.plan, workspace.departments)
    found = {}
    for name, messy in TABLES.items():
        reading = read_forms(open_tables(drawn(messy.table), FILE), FILE, units.find)
        made = drafted([reading], {one.name: one for one in workspace.departments}, units, "示范局")
        report = report_of([reading], made, (), (), preview=True)
        found[name] = made, report
    return found


@pytest.mark.parametrize("name", TABLES)
def test_a_messy_table_becomes_declarations(name: str, imports: dict[str, tuple[Imported, ImportReport]]) -> None:
    """What a person reads there is what is declared, doubts are marked."""
    made, report = imports[name]
    why = [*(cell.why for cell in report.cells), *(column.why for column in report.columns)]
    messy = TABLES[name]
    drafts = {key: draft.text for draft in made.drafts for key in (draft.name, f"{draft.unit}/{draft.name}")}
    for matter, lines in messy.says.items():
        assert matter in drafts, sorted(drafts)
        for line in lines:
            assert line in drafts[matter].split("\n"), drafts[matter]
    assert len(made.drafts) == len(messy.says) or not messy.says
    told = "\n".join((*why, *made.notes, *(str(draft.todo) for draft in made.drafts)))
    for part in messy.told:
        assert part in told
    for part in messy.never:
        assert all(part not in text for text in drafts.values())


@pytest.mark.parametrize("name", TABLES)
def test_every_draft_can_be_read(name: str, imports: dict[str, tuple[Imported, ImportReport]]) -> None:
    """Nothing in it is no declaration: what is missing has its mark instead."""
    for draft in imports[name][0].drafts:
        report = Reporter("示范局/01-甲.yaml")
        root = parse(draft.text, report)
        assert isinstance(root, Mapping)
        assert read_matter(root, report, "示范局", {one: {} for one in MatterType}) is not None
        assert [finding for finding in report.findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_accounted_for(name: str, imports: dict[str, tuple[Imported, ImportReport]]) -> None:
    """Used, guessed, compared, an aside or left: nothing is dropped silently."""
    report = imports[name][1]
    told = "\n".join([f"{cell.text} {cell.why}" for cell in report.cells] + [column.title for column in report.columns])
    missing = [text for text in texts(TABLES[name].table) if text not in told and "".join(text.split()) not in told]
    assert missing == []
