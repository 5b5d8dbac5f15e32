"""zaizao in Python: six functions for notebooks and scripts.

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

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from commands._case_access import Answer
from commands._charts import LAYOUTS, VIEWS
from commands._desk import Desk, desk_at
from commands._drawing import Drawing, of_chart, of_times
from commands._notebook import Difference, Findings
from engine.diff.compare import compare
from engine.examining import examine
from engine.reports.difference import city_report, matter_report
from processes.checking import Checked, check_project
from processes.declaration.folder import PLAN_FILE, find_project
from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Severity
from processes.model.plan import Plan
from processes.model.process import CheckedMatter
from processes.model.workspace import Workspace
from renderers.flowcharts import DrawingError, Layout, View, view_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "Answer",
    "Desk",
    "Difference",
    "Drawing",
    "Findings",
    "Matter",
    "Project",
    "cases",
    "check",
    "diff",
    "draw",
    "graph",
    "load",
]

Shown = Literal["前", "优化前", "before", "后", "优化后", "after", "差异", "diff", "对比", "side", "时限", "time"]
"""优化前, 优化后, both in one chart, both side by side, the limits on a day axis; the words of ``zaizao draw``."""
Format = Literal["泳道", "lanes", "单列", "column"]
"""Swim-lanes, or one column."""
NEAR, CLOSENESS = 3, 0.5
"""Names that are offered in the place of one that is not there, and how like they must be (0 to 1)."""


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


def _either(names: Iterable[str]) -> str:
    return "、".join(f"“{name}”" for name in names)


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
        if len(found) == 1:
            return found[0]
        if found:
            raise KeyError(
                f"不止一个事项“{index}”,前面写上部门:{_either(f'{one.department}/{one.name}' for one in found)}"
            )
        raise KeyError(self._why_not(index))

    def _why_not(self, name: str) -> str:
        """Why there is no matter of that name, and what may be meant."""
        if any(name in (one.name, f"{one.department}/{one.name}") for one in self.workspace.matters):
            return f"事项“{name}”有错,用不了;print(project.findings) 看问题"
        if any(name in (one.name, Path(one.file).stem) for one in self.workspace.projects):
            return f"“{name}”是联审联批的项目,不是事项;它的图用命令画:zaizao draw 联审联批/….yaml"
        names = list(dict.fromkeys(one.name for one in self._matters))
        near = [one for one in names if name and name in one] or get_close_matches(name, names, NEAR, CLOSENESS)
        return f"没有事项“{name}”" + (f",是不是{_either(near[:NEAR])}" if near else "")

    def __len__(self) -> int:
        """How many matters hold together."""
        return len(self._matters)

    def _repr_html_(self) -> str:
        return diff(self)._repr_html_()


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

    Raises ``WrongUsage`` for what is no matter, view or layout, and for 优化后 of a cancelled matter; ``CannotBeDone``
    for what cannot be drawn.

    >>> draw(load("samples/hailin")["老年人优待证办理"]).png[1:4]
    b'PNG'
    """
    word = _word(matter, view, "draw 一次画")
    if layout not in LAYOUTS:
        raise WrongUsage(f"没有“{layout}”这个版式;可以写 {'、'.join(LAYOUTS)}。")
    if word == "时限":
        return of_times(matter.checked, matter.plan.switches, matter.unit)
    try:
        chart = view_of(View(word), matter.checked, matter.plan.switches, matter.unit)
        return of_chart(chart, Layout(LAYOUTS[layout]), matter.unit)
    except DrawingError as error:
        raise CannotBeDone(f"“{matter.name}”没有画成:{error}。") from error


def graph(matter: Matter, view: Shown = "后") -> nx.MultiDiGraph[str]:
    """The process of a matter as a networkx graph, before or after: nodes with ``node``, arcs with ``flow``.

    Raises ``WrongUsage`` as ``draw``, and for a view that is not one version.

    >>> list(graph(load("samples/hailin")["老年人优待证办理"], "前").successors("受理"))
    ['一次告知补正/一次告知补正', '不予受理/不予受理', '审核']
    """
    from engine.graph import process_graph  # noqa: PLC0415 - networkx is slow to load

    word = _word(matter, view, "graph 一次取")
    process = {"前": matter.checked.before, "后": matter.checked.after}.get(word)
    if process is None:
        raise WrongUsage(f"一张图是一个流程:写“前”或者“后”,不写“{view}”。")
    return process_graph(process)


def _word(matter: Matter, view: str, act: str) -> str:
    """What ``view`` means, of a matter that has it. Raises ``WrongUsage``."""
    if not isinstance(matter, Matter):
        what = (  # type: ignore[unreachable] # notebooks are not checked for types
            "这里给的是整个项目" if isinstance(matter, Project) else "这里给的不是事项"
        )
        raise WrongUsage(f'{act}一个事项,{what};先取出事项,如 load()["取水许可"]。')
    if view not in VIEWS:
        raise WrongUsage(f"没有“{view}”这个视图;可以写 {'、'.join(VIEWS)}。")
    if VIEWS[view] == "后" and matter.checked.after is None:
        raise WrongUsage(f"“{matter.name}”优化后取消,没有流程图;可以画“前”。")
    return VIEWS[view]


def cases(path: str | Path = ".", database: str | None = None) -> Desk:
    """The cases (办件) of the project at or above ``path``, in its registry or in that at ``database``, to work on.

    Made when it is not there. What is refused is an answer, what means nothing is raised (``WrongUsage``), and so is
    that somebody was quicker or that the registry fails (``CannotBeDone``). Times need a zone.

    >>> from datetime import datetime; from tempfile import TemporaryDirectory; from zoneinfo import ZoneInfo
    >>> monday = datetime(2018, 3, 5, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    >>> we = {"unit": "社区(村)", "person": "张三", "at": monday}
    >>> with TemporaryDirectory() as folder, cases("samples/hailin", f"{folder}/登记.db") as desk:
    ...     case = desk.start(Path("samples/hailin/老龄办/01-老年人优待证办理.yaml"), applicant="李四", **we)
    ...     print(desk.fire(case.number, "下一环节", **we).refusal.reason)
    ...     received = desk.receive(case.number, "全部", **we)
    ...     print(desk.fire(case.number, "下一环节", **we).look.course.status)
    还缺2件材料:身份证、照片
    办结
    """
    return desk_at(Path(path), database, create=True)
