"""Wanted cells carried into the declarations, each proven by reading the whole file again.

A change is kept when the form then says what was wanted in that cell, no other cell that is declared says anything new
(those that are computed follow), and the file can be read as before. What does not prove is not done. That a rule is
broken is no reason to refuse what the department says, as long as forms can still be made of the matter: it is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from engine.annexes.form import Cell
from engine.merging.matching import same
from engine.merging.rows import Rows, rows_of
from processes.checking import Checked, check_project
from processes.declaration.folder import DEPARTMENT_FILE
from processes.merging.candidates import Wish, candidates
from processes.merging.source import Source
from processes.model.findings import Severity
from processes.model.folding import fold_name
from processes.model.limits import number_text
from processes.model.process import Process

FOLLOWING = frozenset(
    ("index", "parallel", "parallel_departments", "cancelled", "devolved", "devolved_to", "charged_after")
)
"""Columns without a formula that follow from others all the same."""
_MARKED = "D118"
LEDGER = "附件6"
"""The form that shows both versions of a matter."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cell that shall say something else: of which matter, which of its rows, which column, and what."""

    file: str
    row: int
    key: str
    text: str


def text_of(cell: Cell) -> str:
    """The cell as it is read back from a workbook."""
    return cell.value if isinstance(cell.value, str) else number_text(cell.value)


@dataclass
class Carrier:
    """The texts of a project while wanted cells are carried into them; nothing is written to disk here."""

    root: Path
    code: str
    checked: Checked
    texts: dict[str, str] = field(default_factory=dict)
    told: dict[Wanted, str] = field(default_factory=dict)
    """Of a cell carried, what ``zaizao check`` will say of it; of one that was not, why, as far as errors tell."""
    _states: dict[str, _State] = field(default_factory=dict)

    def carry(self, wanted: Wanted, together: Mapping[str, str]) -> bool:
        """Whether it could be done; ``together``: what the other cells of the row shall say, by key."""
        state = self._state(wanted.file)
        if wanted.file not in state.rows or wanted.row >= len(state.rows[wanted.file]):
            return False
        cell = state.rows[wanted.file][wanted.row][wanted.key]
        if same(text_of(cell), wanted.text):
            return True
        matter = next((one for one in state.checked.sound if one.file == wanted.file), None)
        own, remark = (matter.department, matter.remark) if matter else ("", "")
        source = Source(wanted.file, state.text)
        wish = Wish(wanted.key, text_of(cell), wanted.text, cell.sources, own, remark, together)
        for changes in candidates(source, wish):
            if not changes:
                continue
            after = self._read(wanted.file, source.applied(changes))
            self._tell(state, after, wanted)
            if _proves(state, after, wanted, together):
                self._states[wanted.file] = after
                self.texts[wanted.file] = after.text
                return True
        return False

    def _tell(self, before: _State, after: _State, wanted: Wanted) -> None:
        new, known = after.to_mend - before.to_mend, {(one.code, one.message) for one in before.checked.findings}
        found = [one for one in after.checked.findings if one.code in new and (one.code, one.message) not in known]
        own = [one.message for one in found if one.place.file == wanted.file]
        # What names this matter elsewhere: 联审联批, 来源 of a material.
        others = [f"{one.place.file}第{one.place.line}行:{one.message}" for one in found]
        self.told[wanted] = next(iter((*own, *others, *_still_used(before, after, wanted.file))), "")

    def _state(self, file: str) -> _State:
        if file not in self._states:
            self._states[file] = self._read(file, self.checked.texts.get(file, ""))
        return self._states[file]

    def _read(self, file: str, text: str) -> _State:
        folder = file.partition("/")[0]
        around = (file, f"{folder}/{DEPARTMENT_FILE}")
        checked = check_project(self.root, around.__contains__, unsaved={file: text})
        return _State(text, checked, self.code)


@dataclass
class _State:
    """A file as read."""

    text: str
    checked: Checked
    code: str

    @cached_property
    def rows(self) -> Rows:
        return rows_of(self.checked, self.code)

    @cached_property
    def ledger(self) -> Rows:
        return rows_of(self.checked, LEDGER)

    @cached_property
    def to_mend(self) -> Counter[str]:
        """Errors, and what is marked ★."""
        marked = Counter(one.code for one in self.checked.findings if one.code == _MARKED)
        return self.errors + marked

    @cached_property
    def errors(self) -> Counter[str]:
        return Counter(one.code for one in self.checked.findings if one.severity is Severity.ERROR)


def _still_used(before: _State, after: _State, file: str) -> Iterator[str]:
    """What 环节 say they use, with the place, that was a 材料 of their version until now (R503)."""
    was, now = (_papers(state, file) for state in (before, after))
    for process, papers in now:
        known = next((old for other, old in was if other.version.label == process.version.label), frozenset())
        gone = known - papers
        for step in process.steps:
            for use in step.uses:
                if fold_name(use) in gone:
                    yield f"第{use.place.line}行「{step.name}」的“使用”还写着「{use}」,材料里已经没有了"


def _papers(state: _State, file: str) -> list[tuple[Process, frozenset[str]]]:
    """The versions of a matter with the folded names of their 材料."""
    found = [one for one in state.checked.matters if one.matter.file == file]
    processes = [process for one in found for process in (one.before, one.after) if process is not None]
    return [(process, frozenset(fold_name(paper.name) for paper in process.version.materials)) for process in processes]


def _proves(before: _State, after: _State, wanted: Wanted, together: Mapping[str, str]) -> bool:
    if any(not code.startswith("R") for code in after.errors - before.errors):
        return False
    old, new = before.rows[wanted.file], after.rows.get(wanted.file, ())
    if len(old) != len(new) or not same(text_of(new[wanted.row][wanted.key]), wanted.text):
        return False
    for at, (was, now) in enumerate(zip(old, new, strict=True)):
        for key, cell in now.items():
            if (at, key) == (wanted.row, wanted.key) or cell.formula or key in FOLLOWING:
                continue
            if not same(text_of(was[key]), text_of(cell)):
                due = together.get(key) if at == wanted.row else None
                names = key == "name" and wanted.key == "name"
                follows = key == "remark" and wanted.key.startswith("limit")
                if not (names or follows or (due is not None and same(due, text_of(cell)))):
                    return False
    return not _other_version(before, after, wanted)


def _other_version(before: _State, after: _State, wanted: Wanted) -> bool:
    """Whether a cell about one version changed the other in 附件6, where that does not show in the form itself."""
    if not wanted.key.endswith("_after") or before.code == LEDGER:
        return False
    was, now = before.ledger.get(wanted.file, ()), after.ledger.get(wanted.file, ())
    return any(
        text_of(one[key]) != text_of(two[key])
        for one, two in zip(was, now, strict=False)
        for key in one
        if key.endswith("_before") and key in two
    )
