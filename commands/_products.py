"""What ``zaizao build`` makes: units of work, each a pure function of small values that any process can do."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from commands._chart_products import BOOK, BookUnit, ChartUnit, Made, Product, charts_made
from commands._papers import PAPERS, CityPapersUnit, PapersUnit
from commands._target import left_out_by_department
from commands._time_charts import LIMITS, LimitsUnit, ProjectUnit, project_units

if TYPE_CHECKING:
    from engine.annexes.form import Form
    from engine.reports.report import Report
    from processes.checking import Checked
    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter


CITY = "全市"
"""Folder of the roll-ups."""

BATCH = 8
"""Units made one after another in one worker: their charts take two processes of graphviz, not one each."""

FEW = 24
"""Fewer units than this are done here: a worker needs 1.3 s to start, a unit 0.1 s on average (measured on 2 cores)."""


@dataclass(frozen=True, slots=True)
class CardUnit:
    """A form that is filed for each matter; ``name`` is the path of the file."""

    checked: CheckedMatter
    department: Department
    plan: Plan
    code: str
    name: str

    def depends_on(self, keys: Mapping[str, str]) -> object:
        """As above."""
        return self.department, self.plan, self.code, keys[self.checked.matter.file]

    def make(self) -> list[Product]:
        """A Word document, for that is what goes on to whoever corrects the wording; none of a cancelled matter."""
        from engine.annexes import matter_annexes
        from renderers.forms.docx import document

        card = matter_annexes()[self.code].fill_matter(self.department, self.plan, self.checked)
        return [] if card is None else [(self.name, document(card))]


@dataclass(frozen=True, slots=True)
class DepartmentUnit:
    """The forms and the difference report of one department; ``sources``: workbooks say where each cell comes from."""

    department: Department
    plan: Plan
    matters: tuple[CheckedMatter, ...]
    name: str
    sources: bool = False

    def depends_on(self, keys: Mapping[str, str]) -> object:
        """As above."""
        return self.department, self.plan, self.sources, [keys[checked.matter.file] for checked in self.matters]

    def make(self) -> list[Product]:
        """One workbook a form, and the report in each written format."""
        from engine.annexes import department_annexes
        from engine.diff.compare import compare
        from engine.reports.difference import department_report

        workbook = _workbook(sources=self.sources)
        products = [
            (form_path(self.name, module.CODE, module.NAME), workbook(form))
            for module in department_annexes().values()
            if (form := module.fill(self.department, self.plan, self.matters)) is not None
        ]
        switches = self.plan.switches
        report = department_report(
            self.department.name, [compare(matter, switches) for matter in self.matters], switches
        )
        return products + _reports(self.name, report)


@dataclass(frozen=True, slots=True)
class CityUnit:
    """The roll-ups of the whole city."""

    plan: Plan
    departments: tuple[tuple[Department, tuple[CheckedMatter, ...]], ...]
    name: str = CITY
    sources: bool = False

    def depends_on(self, keys: Mapping[str, str]) -> object:
        """As above."""
        departments = [
            (department, [keys[checked.matter.file] for checked in matters]) for department, matters in self.departments
        ]
        return self.plan, self.sources, departments

    def make(self) -> list[Product]:
        """One workbook a form, and the report in each written format."""
        from engine.annexes import city_annexes
        from engine.diff.compare import compare
        from engine.reports.difference import city_report

        workbook = _workbook(sources=self.sources)
        products = [
            (form_path(self.name, module.CODE, module.NAME), workbook(module.fill_city(self.plan, self.departments)))
            for module in city_annexes().values()
        ]
        switches = self.plan.switches
        differences = [compare(matter, switches) for _, matters in self.departments for matter in matters]
        return products + _reports(self.name, city_report(self.plan, differences))


Alone = BookUnit | CardUnit | DepartmentUnit | CityUnit | PapersUnit | CityPapersUnit | LimitsUnit | ProjectUnit
"""Units made one by one; the charts of several matters are drawn together."""

Unit = ChartUnit | Alone


def form_path(folder: str, code: str, name: str) -> str:
    """``<单位>/附件6-工作流程优化对比台账.xlsx``."""
    return f"{folder}/{code}-{name}.xlsx"


def card_path(folder: str, code: str, name: str) -> str:
    """``<单位>/附件7/<编号>-<短名>.docx``."""
    return f"{folder}/{code}/{name}.docx"


def chart_path(folder: str, name: str) -> str:
    """``<单位>/附件8/<编号>-<短名>``, which ``-前.svg`` follows."""
    return f"{folder}/附件8/{name}"


def _workbook(*, sources: bool) -> Callable[[Form], bytes]:
    """What writes a form as a workbook, with or without the sheet of sources."""
    from renderers.forms import sources_sheet, xlsx

    return sources_sheet.workbook if sources else xlsx.workbook


def _reports(folder: str, report: Report) -> list[Product]:
    from renderers.reports import formats

    return [
        (f"{folder}/优化对比{form.SUFFIX}", form.render(report).encode())
        for form in formats().values()
        if form.SUFFIX in (".md", ".json")
    ]


def units_of(checked: Checked, only: str | None = None, *, sources: bool = False) -> Iterator[Unit]:
    """All units of a project, or those of the department in folder ``only``; the city's roll-ups come last.

    With ``sources`` the workbooks say where each cell comes from.
    """
    from engine.annexes import matter_annexes
    from renderers.naming import matter_names, safe

    workspace = checked.workspace
    assert workspace is not None
    left_out = left_out_by_department(checked)
    together = []
    for department in workspace.departments:
        matters = checked.matters_of(department.name)
        if not matters or only not in (None, department.folder):
            continue
        folder = safe(department.name)
        names = matter_names(workspace.matters_of(department.name))
        for matter in matters:
            name = names[matter.matter.file]
            for code in matter_annexes():
                yield CardUnit(matter, department, workspace.plan, code, card_path(folder, code, name))
            yield ChartUnit(matter, department.full_name, workspace.plan.switches, chart_path(folder, name))
        yield BookUnit(department, workspace.plan, matters, f"{folder}/{BOOK}")
        yield DepartmentUnit(department, workspace.plan, matters, folder, sources)
        yield LimitsUnit(department.full_name, workspace.plan.switches, matters, f"{folder}/{LIMITS}")
        missing = left_out.get(department.name, 0)
        yield PapersUnit(department, workspace.plan, matters, missing, f"{folder}/{PAPERS}")
        # A 镇 or 开发区 reforms by itself (工作方案 二): it has its own forms and is no part of the city's.
        if not department.outside_scope:
            together.append((department, matters))
    if only is None:
        yield CityUnit(workspace.plan, tuple(together), sources=sources)
        yield CityPapersUnit(
            workspace.plan,
            tuple(together),
            tuple(left_out_by_department(checked, of_city=True).items()),
            f"{CITY}/{PAPERS}",
        )
        yield from project_units(checked, CITY)


def make_all(units: Sequence[Unit]) -> Iterator[Made]:
    """What comes of each unit, in the order of the units, made on all cores."""
    batches = [units[start : start + BATCH] for start in range(0, len(units), BATCH)]
    workers = min(
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, len(batches)
    )
    if workers < 2 or len(units) < FEW:  # noqa: PLR2004 - one worker is this process
        yield from chain.from_iterable(map(_make, batches))
        return
    # Workers are spawned, not forked: native libraries in the parent do not survive a fork.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_as_worker) as pool:
        try:
            with _started_undisturbed():
                # All workers are started in here, for all batches are handed over at once.
                made = pool.map(_make, batches)
            yield from chain.from_iterable(made)
        except BaseException:
            # Whoever interrupts does not want to wait for what is still being drawn.
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
            raise


@contextmanager
def _started_undisturbed() -> Iterator[None]:
    """What is started in here ignores Ctrl-C from its first moment: Python would show where it was while it loads."""
    if threading.current_thread() is not threading.main_thread():
        # Only the main thread may say what becomes of a signal, and only to it Ctrl-C comes.
        yield
        return
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _as_worker() -> None:
    """In a worker: Ctrl-C is the parent's business, and a worker whose parent was killed has nothing to wait for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _make(units: Sequence[Unit]) -> list[Made]:
    """What comes of some units; their charts are drawn together."""
    charts = iter(charts_made([unit for unit in units if isinstance(unit, ChartUnit)]))
    return [next(charts) if isinstance(unit, ChartUnit) else _made(unit) for unit in units]


def _made(unit: Alone) -> Made:
    made = unit.make()
    return made if isinstance(made, Made) else Made(made)
