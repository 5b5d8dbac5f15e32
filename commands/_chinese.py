"""click's own words in Chinese.

click looks its words up through ``gettext`` in the language of the system; our users read Chinese whatever that
language is, so the look-up functions that click's modules imported are replaced by a look-up in this table. It breaks
lines at spaces and puts names in quotes, as English wants it; both are done here as Chinese wants it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import click.shell_completion  # loaded by click only when needed: too late for the table below
from rich.cells import cell_len

_WORDS = {
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Aborted!": "已中止。",
    "Error: {message}": "错误:{message}",
    "Try '{command} {option}' for help.": "用“{command} {option}”看用法。",
    "Show this message and exit.": "显示这份说明。",
    "Show the version and exit.": "显示版本。",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "Missing command.": "没有写命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing parameter: {param_name}": "缺少参数:{param_name}",
    "Choose from:\n\t{choices}": "可以写:\n\t{choices}",
    "Missing {param_type}": "缺少{param_type}",
    "Invalid value: {message}": "不对:{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 不对:{message}",
    "No such option {name!r}.": "没有“{name}”这个选项。",
    "No such command {name!r}.": "没有“{name}”这个命令。",
    "Did you mean {possibility}?": "是不是 {possibility}?",
    "(Did you mean one of: {possibilities}?)": "是不是其中一个:{possibilities}?",
    "Got unexpected extra argument ({args})": "多写了参数({args})",
    "Got unexpected extra arguments ({args})": "多写了参数({args})",
    "Option {name!r} does not take a value.": "选项“{name}”后面不写值。",
    "Option {name!r} requires an argument.": "选项“{name}”后面要写值。",
    "Option {name!r} requires {nargs} arguments.": "选项“{name}”后面要写 {nargs} 个值。",
    "Argument {name!r} takes {nargs} values.": "参数“{name}”要写 {nargs} 个值。",
    "Takes {nargs} values but 1 was given.": "要写 {nargs} 个值,只写了1个。",
    "Takes {nargs} values but {len} were given.": "要写 {nargs} 个值,写了 {len} 个。",
    "{value!r} is not {choice}.": "“{value}”不是 {choice}。",
    "{value!r} is not one of {choices}.": "“{value}”不是这些之一:{choices}。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数字。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 内。",
    "{name} {filename!r} does not exist.": "没有“{filename}”这个文件或文件夹。",
    "{name} {filename!r} is a file.": "“{filename}”是文件,这里要文件夹。",
    "{name} {filename!r} is a directory.": "“{filename}”是文件夹,这里要文件。",
    "{name} {filename!r} is not readable.": "“{filename}”没有权限读。",
    "{name} {filename!r} is not writable.": "“{filename}”没有权限写。",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "default: {default}": "默认 {default}",
    "env var: {var}": "环境变量 {var}",
    "required": "必填",
    "unknown error": "不明错误",
    "{value!r} is not a valid boolean. Recognized values: {states}": "“{value}”应是其中之一:{states}",
    "{name} {filename!r} is not executable.": "“{filename}”没有权限执行。",
    "Windows error: {error}": "Windows 报错:{error}",
    "Do you want to continue?": "继续吗?",
    "Press any key to continue...": "按任意键继续……",
    "Error: invalid input": "错误:写法不对",
    "Couldn't detect Bash version, shell completion is not supported.": "查不到 Bash 的版本,补不了全。",
    "Shell completion is not supported for Bash versions older than 4.4.": "Bash 要 4.4 以上的版本才能补全。",
    "Could not open file {filename!r}: {message}": "打不开文件“{filename}”:{message}",
}


def translate(message: str) -> str:
    """The Chinese for one of click's texts; a text that is not in the table stays as it is."""
    return _WORDS.get(message, message)


_SPELLINGS = re.compile(r"'(-[^']+)'(?: / '-[^']+')+")
_QUOTED = re.compile(r"'\[?([^'\[\]“”]+)\]?(?:\.\.\.)?'(, (?='))?")


def plainly(message: str) -> str:
    """One of click's messages without its quotes: an option in its first spelling, names between 、, 。 at the end."""
    message = _SPELLINGS.sub(r"'\1'", message)
    message = _QUOTED.sub(lambda found: found[1] + ("、" if found[2] else ""), message)
    message = re.sub(r"(?<=[^\x00-\x7f])\.(?=\s|$)", "。", message).replace("。 ", "。")
    return _MANY.sub("", message)


_MANY = re.compile(r"(?<=\w)…(?= 不对|。)")
"""Of an argument that may be written several times: 文件… in the usage, one of them in a sentence."""


def tell(error: click.UsageError) -> None:
    """How the command is used, and what was wrong, on standard error."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        # Its message is the whole help.
        click.echo(error.format_message(), err=True)
        return
    if error.ctx is not None:
        hint = translate("Try '{command} {option}' for help.").format(command=error.ctx.command_path, option="--help")
        click.echo(f"{error.ctx.get_usage()}\n{hint}\n", err=True)
    click.echo(f"错误:{_missing(error) or plainly(error.format_message())}{_meant(error)}", err=True)


def _missing(error: click.UsageError) -> str:
    """All that is still to be written, each with what it is: click tells of the first alone. Empty otherwise."""
    if not isinstance(error, click.MissingParameter) or error.ctx is None or error.param is None:
        return ""
    # click has looked at all that was written before it finds that something is missing: what has no value was not.
    missing = [one for one in error.ctx.command.params if one.required and one.name not in error.ctx.params]
    options = [one for one in missing if isinstance(one, click.Option)]
    if not options or len(options) < len(missing):
        return ""
    names = "、".join(one.opts[0] for one in options)
    lines = [f"  {one.opts[0]} {one.metavar or ''}".rstrip() + f"  {one.help or ''}" for one in options]
    return "\n".join([f"缺少选项 {names}。", *lines])


def _meant(error: click.UsageError) -> str:
    """Which files may be meant by one that is not there; empty where nothing is alike."""
    found = _NO_FILE.search(error.format_message()) if isinstance(error, click.BadParameter) else None
    if found is None:
        return ""
    from commands._nearby import nearby

    alike = nearby(found[1], Path.cwd())
    return f"是不是{'、'.join(f'“{one}”' for one in alike)}?" if alike else ""


_NO_FILE = re.compile("没有“(.+)”这个文件或文件夹")


_WITHIN = re.compile(r"(?<=[^\x00-\x7f]|[,;:)])\n *(?=[^\x00-\x7f])")
"""A line end of a docstring inside a Chinese sentence, which is no space."""
_AS_IT_IS = "\b"
"""click's mark over a paragraph whose lines are to stay."""


def _wrapped(
    text: str,
    width: int = 78,
    initial_indent: str = "",
    subsequent_indent: str = "",
    preserve_paragraphs: bool = False,  # noqa: FBT001, FBT002 - click's signature
) -> str:
    """In place of click's ``wrap_text``: lines of at most ``width`` cells, broken where Chinese may be."""
    from renderers.lines import broken

    paragraphs = []
    for paragraph in text.strip("\n").split("\n\n") if preserve_paragraphs else (text,):
        if paragraph.startswith(_AS_IT_IS):
            lines = paragraph.split("\n")[1:]
        else:
            lines = broken(" ".join(_WITHIN.sub("", paragraph).split()), width - cell_len(subsequent_indent))
        paragraphs.append(
            "\n".join((initial_indent if not at else subsequent_indent) + one for at, one in enumerate(lines))
        )
    return "\n\n".join(paragraphs)


def _plural(singular: str, plural: str, number: int) -> str:
    return translate(singular if number == 1 else plural)


def _cells(text: str) -> int:
    return cell_len(click.unstyle(text))


def speak_chinese() -> None:
    """Make every click module look its words up here, and measure texts in cells: a Chinese character takes two."""
    click.formatting.term_len = _cells  # type: ignore[assignment,attr-defined] # not a public name
    click.formatting.wrap_text = _wrapped
    prefix = click.__name__ + "."
    for name, module in list(sys.modules.items()):
        if name.startswith(prefix):
            if hasattr(module, "_"):
                module._ = translate  # type: ignore[attr-defined] # any module of click
            if hasattr(module, "ngettext"):
                module.ngettext = _plural  # type: ignore[attr-defined] # same
