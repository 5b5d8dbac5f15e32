"""Options and arguments that several commands share, each with its Chinese and its English spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click
from click.core import ParameterSource

from processes.errors import WrongUsage

F = TypeVar("F", bound=Callable[..., Any])

target_argument = click.argument("target", metavar="[目标]", type=click.Path(exists=True, path_type=Path), default=".")
"""目标: a matter file, a department folder or a project folder; the current folder by default."""


def file_option(purpose: str) -> Callable[[F], F]:
    """``--输出/--output/-o``: a file; ``purpose`` is the help. Raises ``WrongUsage`` for one that must not be lost."""
    option = click.option(
        "--输出", "--output", "-o", "output", metavar="文件", type=click.Path(path_type=Path), help=purpose
    )

    def decorate(command: F) -> F:
        @wraps(command)
        def sparing(*arguments: Any, **options: Any) -> object:  # noqa: ANN401 - whatever the command takes
            if options["output"] is not None:
                spare(options["output"], (value for name, value in options.items() if name != "output"))
            return command(*arguments, **options)

        return option(cast("F", sparing))

    return decorate


def spare(output: Path, given: Iterable[object]) -> None:
    """Refuse (``WrongUsage``) to write a result over what was declared, registered, or ``given`` to be read."""
    if output.suffix.lower() in (".yaml", ".yml"):
        raise WrongUsage(f"“{output}”是申报文件的名称,结果不能写成申报文件;-o 请换一个后缀。")
    if not output.is_file():
        return
    if any(_same(read, output) for read in _paths(given)):
        raise WrongUsage(f"“{output}”是要读的文件,结果不能写在它上面;-o 请换一个名称。")
    with suppress(OSError), output.open("rb") as stream:
        if stream.read(len(_SQLITE)) == _SQLITE:
            raise WrongUsage(f"“{output}”是登记库,结果不能写在它上面;-o 请换一个名称。")


_SQLITE = b"SQLite format 3\0"
"""The first bytes of every SQLite file (https://www.sqlite.org/fileformat2.html, 1.3)."""


def _paths(given: Iterable[object]) -> Iterator[Path]:
    """What may be the path of a file among the values of options: ``事项=文件`` has one behind its sign."""
    for value in given:
        if isinstance(value, Path):
            yield value
        elif isinstance(value, str):
            yield Path(value.rpartition("=")[2])
        elif isinstance(value, tuple | list):
            yield from _paths(value)


def _same(one: Path, other: Path) -> bool:
    """Whether both are one file; what is no path at all, or cannot be looked at, is none."""
    try:
        return one.is_file() and one.samefile(other)
    except OSError:
        return False


def folder_option(purpose: str, *, default: str | None = None, required: bool = False) -> Callable[[F], F]:
    """``--输出/--output/-o``: a folder, which need not be there; ``purpose`` is the help."""
    # To click a default of None is one, too, with which what is required would be there.
    written: dict[str, Any] = {} if default is None else {"default": default, "show_default": True}
    return click.option(
        "--输出",
        "--output",
        "-o",
        "output",
        metavar="文件夹",
        type=click.Path(file_okay=False, path_type=Path),
        required=required,
        help=purpose,
        **written,
    )


output_option = file_option("写到哪个文件;不写就显示出来。")

department_option = click.option("--部门", "--department", "department", metavar="简称", help="只做这个部门。")

city_option = click.option("--全市", "--city", "city", is_flag=True, help="全市汇总。")

sources_option = click.option(
    "--溯源", "--sources", "sources", is_flag=True, help="xlsx 里加一张“溯源”表:每一格怎样算、从哪里来。"
)


_SUFFIXES = {
    **dict.fromkeys(("text", "terminal"), (".txt",)),
    **dict.fromkeys(("markdown", "md"), (".md", ".txt")),
    "html": (".html", ".htm"),
    **{name: (f".{name}",) for name in ("json", "svg", "sarif", "docx", "xlsx", "csv")},
}
"""Endings of files, by the names that commands have for what is in them; the first is the one to be advised."""


def format_option(*choices: str, what: str = "结果") -> Callable[[F], F]:
    """``--格式/--format``; the first of ``choices`` is the default, but of a file its ending says it.

    ``what`` is written, for the message about an ending that none of them has (``WrongUsage``).
    """
    option = click.option(
        "--格式",
        "--format",
        "format_name",
        type=click.Choice(choices),
        metavar="|".join(choices),
        default=choices[0],
        show_default=True,
        help="结果的格式;不写,有 -o 就由文件后缀决定。",
    )

    def decorate(command: F) -> F:
        @wraps(command)
        def chosen(*arguments: Any, **options: Any) -> object:  # noqa: ANN401 - whatever the command takes
            source = click.get_current_context().get_parameter_source("format_name")
            output = options.get("output")
            if output is not None and output.suffix and source is ParameterSource.DEFAULT:
                options["format_name"] = _format_of(output, choices, what)
            return command(*arguments, **options)

        return option(cast("F", chosen))

    return decorate


def _format_of(output: Path, choices: Sequence[str], what: str) -> str:
    """The one of ``choices`` that the ending of a file says."""
    suffix = output.suffix.lower()
    for name in choices:
        if suffix in _SUFFIXES.get(name, ()):
            return name
    known = [_SUFFIXES[name][0][1:] for name in choices if name in _SUFFIXES]
    raise WrongUsage(f"{what}不能写成“{output.suffix}”格式;后缀应是 {'、'.join(known[:-1])} 或 {known[-1]}。")


VIEWS = {"前": "优化前", "优化前": "优化前", "before": "优化前"} | {
    "后": "优化后",
    "优化后": "优化后",
    "after": "优化后",
}
"""What ``--视图/--view`` takes, and the label of the version it means."""


def version_option(purpose: str, default: str | None = None) -> Callable[[F], F]:
    """``--版本/--version``: one of the versions, as ``VIEWS`` has them; ``purpose`` is the help."""
    return _one_version(("--版本", "--version", "version"), purpose, default)


def view_option(purpose: str) -> Callable[[F], F]:
    """``--视图/--view``: which version of a matter, 优化后 by default; ``purpose`` is the help."""
    return _one_version(("--视图", "--view", "view"), purpose, "后")


def _one_version(names: tuple[str, str, str], purpose: str, default: str | None) -> Callable[[F], F]:
    return click.option(
        *names,
        type=click.Choice(tuple(VIEWS)),
        metavar="前|后",
        default=default,
        show_default=default is not None,
        help=purpose,
    )


def project_option(purpose: str) -> Callable[[F], F]:
    """``--项目/--project``: the folder that is written to, the current one by default; ``purpose`` is the help."""
    return click.option(
        "--项目",
        "--project",
        "project",
        metavar="文件夹",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        help=purpose,
    )


def program() -> str:
    """What the user types to reach the command: ``zaizao``, or the way by ``run.py``."""
    return str(click.get_current_context().find_root().info_name)


EXIT_FINDINGS = 1
"""Exit code when there is something to mend."""

EXIT_CANNOT = 3
"""Exit code when some of what was asked for could not be made."""
