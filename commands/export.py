"""``zaizao export``: declarations in the formats of other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._exporting import SPELLINGS, Format, each_renderer, format_for, table
from commands._files import write
from commands._left_out import secret_note, sorted_out
from commands._options import EXIT_CANNOT, EXIT_FINDINGS, VIEWS, file_option, target_argument, view_option
from commands._target import Target, checked, find_target, left_out, usable
from processes.errors import CannotBeDone, WrongUsage

if TYPE_CHECKING:
    from processes.checking import Checked
    from processes.model.process import CheckedMatter
    from processes.model.workspace import Workspace
    from renderers.flowcharts import View


@click.command(
    "export",
    short_help="导出成 BPMN、Mermaid、draw.io、DOT、CSV、JSON、实施清单",
    epilog='\b\n例:\n  zaizao export "市场监管局/01-食品经营许可证核发(新办).yaml" --格式 bpmn\n'
    "  zaizao export 市场监管局 --格式 drawio -o 图\n  zaizao export . --格式 csv -o 长表.csv\n"
    "  zaizao export 市场监管局 --格式 要素 -o 实施清单.xlsx",
)
@target_argument
@click.option(
    "--格式",
    "--format",
    "format_name",
    type=click.Choice(tuple(SPELLINGS)),
    metavar="bpmn|mermaid|drawio|dot|csv|json|要素|结构",
    help="bpmn:BPMN 2.0,优化前后两个泳池,改了能再导入;mermaid:嵌在网页、文档里的流程图;drawio:draw.io(diagrams.net)图;"
    "dot:Graphviz 图;csv:程序、材料一行一条的长表;json:全部申报内容;要素:实施清单(xlsx 或 json);结构:json 的 JSON Schema。"
    "不写就看 -o 的后缀。也可写 elements、schema。",
)
@view_option("mermaid、dot 一个文件画一个流程:优化前的或优化后的;别的格式两个都有。")
@file_option("写到哪个文件或文件夹;不写就写在当前文件夹。")
@click.pass_context
def command(context: click.Context, target: Path, format_name: str | None, view: str, output: Path | None) -> None:
    """导出申报内容,给别的软件用。

    目标是事项文件、单位文件夹或项目文件夹。bpmn、mermaid、drawio、dot 一个事项一个文件;csv、json、要素 合成一个文件。
    单位、项目的导出里没有涉密事项;涉密事项一个一个导出,只供内部使用。

    bpmn、json 里有全部申报内容:导出的 bpmn 可以用 zaizao import 导入回来,在画图软件里改过的也能读。
    """
    from renderers.flowcharts import View

    chosen = format_for(format_name, output)
    where = find_target(target)
    result = checked(where)
    workspace = usable(result, where)
    asked = _Asked(chosen, View("前" if VIEWS[view] == "优化前" else "后"), where, result, workspace)
    code = asked.each(output) if chosen.each else asked.together(output)
    context.exit(code)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be exported."""

    format: Format
    view: View
    where: Target
    result: Checked
    workspace: Workspace

    def together(self, output: Path | None) -> int:
        """All matters in one file; the exit code."""
        path = output or Path()
        if path.is_dir():
            of = "" if self.format.name == "结构" else f"{self._name}-"
            path /= f"{of}{self.format.title}{self.format.ending}"
        matters = self._matters(after=False)
        write(path, table(self.format, path.suffix.lower(), self.workspace, matters))
        click.echo(f"已写入 {path}" + ("" if self.format.name == "结构" else f"({len(matters)} 个事项)"))
        return self._tell_left_out()

    def each(self, output: Path | None) -> int:
        """A file for each matter; the exit code."""
        if self.where.file:
            return self._one(output)
        folder = output or Path(f"{self._name}-{self.format.name}")
        if output is not None and output.suffix and not output.is_dir():
            raise WrongUsage(f"{self.format.name} 一个事项一个文件;-o 请写文件夹,如 -o {output.stem}。")
        failed = 0
        matters = self._matters(after=self.format.one_version and self.view.value == "后")
        for matter in matters:
            content = self._content(matter)
            if isinstance(content, str):
                failed += 1
                click.echo(f"没有导出:{self._file(matter)}({content})", err=True)
            else:
                write(folder / self._folder_of(matter) / f"{self._file(matter)}{self.format.ending}", content)
        click.echo(f"已写入 {len(matters) - failed} 个文件,在 {folder}")
        return EXIT_CANNOT if failed else self._tell_left_out()

    def _one(self, output: Path | None) -> int:
        matter = self.result.matters[0]
        if self.format.one_version and self.view.value == "后" and matter.after is None:
            raise WrongUsage(f"“{matter.matter.name}”优化后取消,没有流程;可以写 --视图 前。")
        path = output or Path()
        if path.is_dir():
            path /= f"{self._file(matter)}{self.format.ending}"
        content = self._content(matter)
        if isinstance(content, str):
            raise CannotBeDone(f"没有导出:{content}。")
        write(path, content)
        click.echo(f"已写入 {path}")
        if matter.matter.secret:
            click.echo("涉密事项:导出的文件只供内部使用,不要公示。", err=True)
        return 0

    def _content(self, matter: CheckedMatter) -> bytes | str:
        """The file of a matter, or why there is none."""
        from renderers.flowcharts.painting.failures import attempted

        units = {one.name: one.full_name for one in self.workspace.departments}
        make = each_renderer(self.format, self.view)
        made = attempted(lambda: make(matter, units[matter.matter.department]))
        return made if isinstance(made, bytes) else str(made)

    def _matters(self, *, after: bool) -> Sequence[CheckedMatter]:
        """What is exported; what is not is told. ``after``: a cancelled matter has nothing to show."""
        if self.where.file:
            return self.result.matters
        parts = sorted_out(self.result.matters, after=after)
        for one in parts.cancelled:
            click.echo(f"优化后取消,没有流程:{one.matter.name}", err=True)
        if parts.secret:
            click.echo(secret_note(len(parts.secret)), err=True)
        return parts.shown

    def _tell_left_out(self) -> int:
        files = sorted(file for file in left_out(self.result) if self.where.includes(file))
        for file in files:
            click.echo(f"申报不完整,没有导出:{self.where.shown(file)};用 zaizao check 看问题。", err=True)
        return EXIT_FINDINGS if files else 0

    @property
    def _name(self) -> str:
        """What a file about all of them is called: after the matter, the department or the city."""
        from renderers.naming import safe

        if self.where.file:
            return self._file(self.result.matters[0])
        folders = {one.folder: one.name for one in self.workspace.departments}
        return safe(folders.get(self.where.folder, self.workspace.plan.city))

    def _file(self, matter: CheckedMatter) -> str:
        """编号-短名."""
        from renderers.naming import matter_names

        return matter_names(self.workspace.matters_of(matter.matter.department))[matter.matter.file]

    def _folder_of(self, matter: CheckedMatter) -> str:
        """In the folder of a whole project each department has one of its own."""
        from renderers.naming import safe

        return "" if self.where.folder else safe(matter.matter.department)
