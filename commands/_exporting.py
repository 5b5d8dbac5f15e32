"""What ``zaizao export`` can be asked for: one line a format, and what makes the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from processes.errors import WrongUsage

if TYPE_CHECKING:
    from processes.model.process import CheckedMatter
    from processes.model.workspace import Workspace
    from renderers.flowcharts import View


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its ending; a file a matter or one for all; whether it shows one version, which has to be chosen.

    ``title`` is what a file about several matters is called behind their department.
    """

    name: str
    ending: str
    each: bool = False
    one_version: bool = False
    title: str = ""


_FORMATS = (
    Format("bpmn", ".bpmn", each=True),
    Format("mermaid", ".mmd", each=True, one_version=True),
    Format("drawio", ".drawio", each=True),
    Format("dot", ".gv", each=True, one_version=True),
    Format("csv", ".csv", title="长表"),
    Format("json", ".json", title="事项"),
    Format("要素", ".xlsx", title="实施清单"),
    Format("结构", ".json", title="事项的结构"),
)
SPELLINGS: Mapping[str, Format] = {one.name: one for one in _FORMATS} | {
    "gv": _FORMATS[3],
    "长表": _FORMATS[4],
    "elements": _FORMATS[6],
    "schema": _FORMATS[7],
}
"""What ``--格式/--format`` takes."""
_BY_ENDING = {one.ending: one for one in reversed(_FORMATS)} | {".json": _FORMATS[5], ".dot": _FORMATS[3]}
_ENDINGS = {"dot": (".gv", ".dot"), "要素": (".xlsx", ".json")}


def format_for(name: str | None, output: Path | None) -> Format:
    """The format asked for, or that of the ending of ``output``. Raises ``WrongUsage`` where they do not agree."""
    suffix = "" if output is None or output.is_dir() else output.suffix.lower()
    if name is None:
        found = _BY_ENDING.get(suffix)
        if found is None:
            names = "、".join(one.name for one in _FORMATS)
            raise WrongUsage(f"请用 --格式 写明导出成什么:{names}。")
        return found
    chosen = SPELLINGS[name]
    endings = _ENDINGS.get(chosen.name, (chosen.ending,))
    if suffix and not (chosen.each and output is not None and not output.suffix) and suffix not in endings:
        raise WrongUsage(f"格式 {chosen.name} 的文件后缀应是 {' 或 '.join(one.lstrip('.') for one in endings)}。")
    return chosen


def each_renderer(chosen: Format, view: View) -> Callable[[CheckedMatter, str], bytes]:
    """What makes the file of one matter, given the full name of its department."""
    from renderers.exchange import bpmn, dot, drawio, mermaid

    match chosen.name:
        case "bpmn":
            return bpmn.render
        case "drawio":
            return drawio.render
        case "mermaid":
            return lambda checked, unit: mermaid.render(checked, unit, view)
        case _:
            return lambda checked, unit: dot.render(checked, unit, view)


def table(chosen: Format, ending: str, workspace: Workspace, matters: Sequence[CheckedMatter]) -> bytes:
    """The file about all of them."""
    from renderers.exchange import csv_format, json_format

    match chosen.name:
        case "csv":
            return csv_format.render(matters)
        case "json":
            return json_format.render(workspace.plan, matters)
        case "结构":
            return json_format.schema()
        case _:
            return _elements(ending, workspace, matters)


def _elements(ending: str, workspace: Workspace, matters: Sequence[CheckedMatter]) -> bytes:
    from engine.exchange.elements import listed
    from renderers.exchange import elements_json, elements_xlsx

    departments = {one.name: one for one in workspace.departments}
    rows = [row for one in matters if (row := listed(one, departments[one.matter.department]))]
    return elements_json.render(rows) if ending == ".json" else elements_xlsx.render(rows)
