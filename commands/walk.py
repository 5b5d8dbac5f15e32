"""``zaizao walk``: one case walked through the process of a matter, step by step or by a script."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import on_terminal, write
from commands._options import VIEWS, format_option, view_option
from commands._target import checked, find_target, usable
from processes.errors import CannotBeDone, WrongUsage, reason

if TYPE_CHECKING:
    from engine.walk.walk import Walk
    from processes.model.matter import Matter
    from renderers.reports.style import Style

_UNDO = ("退", "退回", "b")
_HELP = ("帮助", "?", "？", "h", "help")
_QUIT = ("退出", "q", "quit", "exit")
_MATERIALS = ("材料",)
_STANDARD_INPUT = "标准输入"


@click.command(
    "walk",
    short_help="把一个办件在流程里走一遍:在谁手里、用了几天、能去哪里",
    epilog='\b\n例:\n  zaizao walk "市场监管局/01-食品经营许可证核发(新办).yaml"\n'
    '  zaizao walk "市场监管局/01-食品经营许可证核发(新办).yaml" --视图 前 --记录 走法.txt\n'
    '  zaizao walk "市场监管局/01-食品经营许可证核发(新办).yaml" --脚本 走法.txt',
)
@click.argument("file", metavar="事项文件", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@view_option("走优化前还是优化后的流程(也可写 before、after)。")
@click.option(
    "--脚本",
    "--script",
    "script",
    metavar="文件",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="照这个文件走,一行一个选择(如“下一环节”“收到 全部”“现场勘验: 下一环节”),# 后面是注解。",
)
@click.option(
    "--记录",
    "--record",
    "record",
    metavar="文件",
    type=click.Path(dir_okay=False, path_type=Path),
    help="把走过的选择写成脚本,以后可以用 --脚本 再走一遍。",
)
@format_option("text", "json")
def command(file: Path, view: str, script: Path | None, record: Path | None, format_name: str) -> None:
    """走一个办件:每一步看到文件在哪个环节、谁承办、时限多少、已用几天,能选什么,什么现在不能选、为什么。

    在终端里一步一步选,回车就是选第1项;写了 --脚本,或者从管道读入,就照脚本走完并列出经过。
    """
    from engine.walk.walk import Walk
    from renderers.reports.style import PLAIN, Style

    where = find_target(file)
    if not where.file:
        raise WrongUsage(f"“{file}”不是事项文件。")
    result = checked(where)
    usable(result, where)
    matter = result.matters[0]
    process = matter.before if VIEWS[view] == "优化前" else matter.after
    if process is None:
        raise WrongUsage(f"“{matter.matter.name}”优化后取消,没有流程;可以走 --视图 前。")
    style = Style(width=min(shutil.get_terminal_size().columns, 100), colour=True) if on_terminal() else PLAIN
    walk = Walk.begin(process)
    if script is not None or not sys.stdin.isatty():
        text, name = _read(script)
        _by_script(matter.matter, walk, text, name, record, style if format_name == "text" else None)
        return
    if format_name != "text":
        raise WrongUsage(f"--格式 {format_name} 要和 --脚本 一起用,或者从管道读入脚本。")
    _Session(matter.matter, walk, style, record).run()


def _read(script: Path | None) -> tuple[str, str]:
    """The text of a script, and what it is called."""
    from processes.declaration.encoding import decode
    from processes.declaration.reporting import Reporter

    name = _STANDARD_INPUT if script is None else str(script)
    try:
        content = sys.stdin.buffer.read() if script is None else script.read_bytes()
    except OSError as error:
        raise CannotBeDone(f"读不了脚本“{name}”:{reason(error)}。") from error
    report = Reporter(name)
    text = decode(content, report)
    if text is None:
        raise WrongUsage(f"读不了脚本“{name}”:{report.findings[0].message}。")
    return text, name


def _by_script(matter: Matter, walk: Walk, text: str, name: str, record: Path | None, style: Style | None) -> None:
    """Walk as the script says and show the course; ``style`` is None for JSON."""
    from engine.walk.script import NotUnderstood, replay
    from renderers.walk import json_format, terminal

    wrong = None
    try:
        walk = replay(walk, text, name)
    except NotUnderstood as error:
        wrong, walk = error, error.walk
    if style is not None:
        click.echo(terminal.heading(matter, walk, style) + terminal.course(walk, style), nl=False)
    elif wrong is None:
        click.echo(json_format.render(matter, walk), nl=False)
    if wrong is not None:
        raise wrong
    _keep(walk, record)


def _keep(walk: Walk, record: Path | None) -> None:
    """Write the script that leads to where the case is."""
    from engine.walk.script import script_of

    if record is not None:
        version = walk.route.process.version.label
        lines = (f"# {version}的走法,用 zaizao walk 事项文件 --脚本 {record.name} 再走一遍", *script_of(walk))
        write(record, "".join(f"{line}\n" for line in lines).encode())


class _Session:
    """Somebody at a terminal walks a case."""

    def __init__(self, matter: Matter, walk: Walk, style: Style, record: Path | None) -> None:
        self.matter = matter
        self.walk = walk
        self.style = style
        self.record = record

    def run(self) -> None:
        """Ask until the case has ended or nobody answers; what was walked is kept however it ends."""
        from renderers.walk import terminal

        # A place that cannot be written to is told before somebody walks in vain.
        _keep(self.walk, self.record)
        try:
            self._say(terminal.heading(self.matter, self.walk, self.style))
            self._ask()
            self._say(f"\n{terminal.course(self.walk, self.style)}")
        except KeyboardInterrupt:
            click.echo(err=True)
            raise
        finally:
            _keep(self.walk, self.record)
            if self.record is not None:
                click.echo(f"已写入 {self.record}", err=True)

    def _ask(self) -> None:
        """One answer after another."""
        from renderers.walk import terminal

        shown = None
        while not self.walk.end:
            if self.walk is not shown:
                self._say(f"\n{terminal.situation(self.walk, self.style)}")
                shown = self.walk
            try:
                answer = input("请选择(回车=1,?=帮助):").strip()
            except EOFError:
                click.echo()
                return
            if answer in _QUIT:
                return
            self._answer(answer)

    def _answer(self, answer: str) -> None:
        """Do what was typed, or say why not."""
        from engine.walk.script import NotUnderstood, understand
        from renderers.walk import terminal

        if answer in _HELP:
            self._say(terminal.instructions(self.style))
        elif answer in _MATERIALS:
            self._say(terminal.materials(self.walk, self.style))
        elif answer in _UNDO:
            told = "已经在开头了。" if self.walk.before is None else "退回一步。"
            self._say(terminal.message(told, self.style))
            self.walk = self.walk.undo()
        else:
            try:
                self.walk = understand(self.walk, answer or "1")
            except NotUnderstood as error:
                self._say(terminal.message(f"{error}。", self.style))
            else:
                self._say(terminal.happened(self.walk.events[-1], self.walk, self.style))

    @staticmethod
    def _say(text: str) -> None:
        click.echo(text, nl=False)
