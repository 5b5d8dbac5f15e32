"""zaizao in Python: four functions for notebooks and scripts.

>>> project = load("samples/hailin")
>>> len(project), len(project.findings)
(25, 1)
>>> matter = project["食品经营许可证核发(新办)"]
>>> print(diff(matter).summary)
食品经营许可证核发(新办):环节 6→4(并3→1)· 程序 9→6 · 材料 7→3 · 时限 20→13工作日(−35%)
>>> draw(matter, "前").svg[:38]
'<?xml version="1.0" encoding="UTF-8"?>'

In a notebook the last value of a cell shows itself: a project its matters, a matter its flowchart, a difference its
report, findings their messages. Everything is read once, by ``load``; nothing is written but by ``save``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Literal, overload

from engine.diff.compare import compare
from engine.examining import examine
from engine.reports.difference import city_report, matter_report
from engine.reports.report import Report
from processes.checking import Checked, check_project
from processes.declaration.folder import PLAN_FILE, find_project
from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Finding, Severity
from processes.model.plan import Plan
from processes.model.process import CheckedMatter
from processes.model.workspace import Workspace
from renderers.findings import terminal as messages
from renderers.flowcharts import DrawingError, Layout, View, document, to_pdf, to_png, to_svg, view_of
from renderers.flowcharts.painting.pdf import Section, leaf_of_picture
from renderers.flowcharts.painting.raster import DPI
from renderers.reports import html_format, markdown, terminal
from renderers.timelines import time_picture

__all__ = ["Difference", "Drawing", "Findings", "Matter", "Project", "check", "diff", "draw", "load"]

Shown = Literal["前", "后", "差异", "对比", "时限"]
"""优化前, 优化后, both in one chart, both side by side, the limits on a day axis."""
Format = Literal["泳道", "单列"]
"""Swim-lanes, or one column."""


class Findings(Sequence[Finding]):
    """What the check found, in order of file, line and column."""

    def __init__(self, checked: Checked) -> None:
        """The findings of a reading."""
        self._checked = checked

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        """One finding, or some."""
        return self._checked.findings[index]

    def __len__(self) -> int:
        """How many there are, those with an accepted reason included."""
        return len(self._checked.findings)

    def __str__(self) -> str:
        """The messages, as ``zaizao check`` prints them."""
        return messages.render(self._checked.findings, self._checked.texts, {})

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter that holds together; ``checked`` has its processes. ``unit`` is the full name of its department."""

    checked: CheckedMatter
    unit: str
    plan: Plan

    @property
    def name(self) -> str:
        """名称."""
        return self.checked.matter.name

    @property
    def department(self) -> str:
        """The short name of the department."""
        return self.checked.matter.department

    def _repr_svg_(self) -> str:
        return draw(self, "后" if self.checked.after else "前").svg


def _workspace(checked: Checked) -> Workspace:
    if checked.workspace is None:
        first = next(finding for finding in checked.findings if finding.severity is Severity.ERROR)
        raise CannotBeDone(f"{first.place} {first.message}")
    return checked.workspace


class Project(Sequence[Matter]):
    """The matters of a project that hold together, in order; also by name: ``project["取水许可"]``."""

    def __init__(self, root: Path, checked: Checked) -> None:
        """What was read from the folder ``root``. Raises ``CannotBeDone`` when there is no usable plan."""
        self.root = root
        self.checked = checked
        self.findings = Findings(checked)
        workspace = self.workspace = _workspace(checked)
        units = {one.name: one.full_name for one in workspace.departments}
        self._matters = tuple(Matter(one, units[one.matter.department], workspace.plan) for one in checked.matters)

    @overload
    def __getitem__(self, index: int | str) -> Matter: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Matter]: ...
    def __getitem__(self, index: int | str | slice) -> Matter | Sequence[Matter]:
        """By position, or by name; ``部门/名称`` when two departments have it. Raises ``KeyError`` for no such name."""
        if not isinstance(index, str):
            return self._matters[index]
        found = [one for one in self._matters if index in (one.name, f"{one.department}/{one.name}")]
        if len(found) != 1:
            raise KeyError(f"{'没有' if not found else '不止一个'}事项“{index}”")
        return found[0]

    def __len__(self) -> int:
        """How many matters hold together."""
        return len(self._matters)

    def _repr_html_(self) -> str:
        return diff(self)._repr_html_()


@dataclass(frozen=True, slots=True)
class Difference:
    """What the reform changes; ``report`` holds every number and change as a value."""

    report: Report

    @property
    def summary(self) -> str:
        """The one line that stands for the whole."""
        return self.report.summary

    @property
    def markdown(self) -> str:
        """The report in Markdown."""
        return markdown.render(self.report)

    def __str__(self) -> str:
        """The report as ``zaizao diff`` prints it."""
        return terminal.render(self.report)

    def _repr_html_(self) -> str:
        return html_format.fragment(self.report)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A flowchart, or a picture on a day axis; ``pages`` makes its PDF."""

    svg: str
    pages: Callable[[], bytes]

    @property
    def png(self) -> bytes:
        """The picture at 192 dpi."""
        return to_png(self.svg)

    @property
    def pdf(self) -> bytes:
        """As many pages of A4 or A3 as can be read."""
        return self.pages()

    def save(self, path: str | Path, dpi: int = DPI) -> Path:
        """Write the picture; the ending says how: svg, png (``dpi`` pixels an inch) or pdf.

        Raises ``WrongUsage`` for another ending.
        """
        path = Path(path)
        ending = path.suffix.lower()
        if ending not in (".svg", ".png", ".pdf"):
            raise WrongUsage(f"不会画“{ending or path.name}”格式;后缀应是 svg、png 或 pdf。")
        content = self.svg.encode() if ending == ".svg" else to_png(self.svg, dpi) if ending == ".png" else self.pdf
        path.write_bytes(content)
        return path

    def _repr_svg_(self) -> str:
        return self.svg


def load(path: str | Path = ".") -> Project:
    """The project at or above ``path``, read and checked.

    Raises ``CannotBeDone`` when there is no 方案.yaml, or when it cannot be used.

    >>> [matter.name for matter in load("samples/edge") if matter.department == "商务局"][:1]
    ['酒类零售经营备案']
    >>> load("tests")
    Traceback (most recent call last):
    processes.errors.CannotBeDone: 在“tests”和它上面的文件夹里都没有 方案.yaml。
    """
    root = find_project(Path(path).resolve())
    if root is None:
        raise CannotBeDone(f"在“{path}”和它上面的文件夹里都没有 {PLAN_FILE}。")
    return Project(root, check_project(root))


def check(path: str | Path = ".") -> Findings:
    """What the rule book says of the project at or above ``path``; unlike ``load`` also when nothing of it can be used.

    >>> found = check("samples/edge")[0]
    >>> found.code, found.severity.chinese, found.message
    ('R412', '提示', '优化后 2 件材料里有 1 件没有写依据:「户口簿」')
    """
    root = find_project(Path(path).resolve())
    return Findings(examine(check_project(root or Path(path))))


def diff(what: Project | Matter) -> Difference:
    """What the reform changes in a matter, or in all of a project.

    >>> print(diff(load("samples/hailin")).report.title)
    海林市工作流程优化对比
    """
    if isinstance(what, Matter):
        return Difference(matter_report(compare(what.checked, what.plan.switches)))
    plan = what.workspace.plan
    outside = {one.name for one in what.workspace.departments if one.outside_scope}
    matters = (one.checked for one in what if one.department not in outside)
    return Difference(city_report(plan, [compare(matter, plan.switches) for matter in matters]))


def draw(matter: Matter, view: Shown = "后", layout: Format = "泳道") -> Drawing:
    """The flowchart of a matter (附件8), or another view of it.

    Raises ``WrongUsage`` for 优化后 of a cancelled matter, ``CannotBeDone`` for what cannot be drawn.

    >>> draw(load("samples/hailin")["老年人优待证办理"]).png[1:4]
    b'PNG'
    """
    if view == "时限":
        picture = time_picture(matter.checked, matter.plan.switches, matter.unit)
        leaf = leaf_of_picture(picture.svg, picture.width, picture.height)
        return Drawing(
            picture.svg, lambda: document(picture.title, (Section(picture.title, picture.description, (leaf,)),))
        )
    if view == "后" and matter.checked.after is None:
        raise WrongUsage(f"“{matter.name}”优化后取消,没有流程图;可以画“前”。")
    chart = view_of(View(view), matter.checked, matter.plan.switches, matter.unit)
    try:
        return Drawing(to_svg(chart, Layout(layout)), partial(to_pdf, chart, Layout(layout)))
    except DrawingError as error:
        raise CannotBeDone(f"“{matter.name}”没有画成:{error}。") from error
