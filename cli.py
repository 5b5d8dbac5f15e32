"""The ``zaizao`` command: finds the commands, sets the one error boundary and the exit code.

Exit codes: 0 nothing to mend, 1 findings, 2 wrong usage, 3 cannot be done, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import suppress
from pathlib import Path

import click

import commands
from commands._chinese import speak_chinese, tell
from commands._swallowed import refuse_swallowed
from processes.errors import NO_ROOM, ZaizaoError, reason

TYPED = "ZAIZAO_TYPED"
"""Environment variable: what the user types to reach the command, if it is not ``zaizao``."""

WRONG_USAGE, CANNOT_BE_DONE, INTERRUPTED = 2, 3, 130


class _Commands(click.Group):
    """The group whose commands are the modules of ``commands``; a module is imported when its command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(commands.names())

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            name, command, rest = super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            # click looks for similar ones among the commands that were imported, and none was.
            raise click.exceptions.NoSuchCommand(args[0], possibilities=commands.names(), ctx=ctx) from error
        if command is not None and name is not None:
            refuse_swallowed(command, name, rest, ctx)
        return name, command, rest

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        return commands.load(cmd_name) if cmd_name in commands.names() else None


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("zaizao")
    except PackageNotFoundError:
        return "(未安装)"


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["--帮助", "--help", "-h"], "max_content_width": 100},
    options_metavar="[选项]",
    subcommand_metavar="命令 [目标]",
    epilog="第一次使用:zaizao demo 看示例;zaizao 命令 --help 看某个命令的用法。",
)
@click.version_option(
    None,
    "--版本",
    "--version",
    prog_name="zaizao",
    package_name="zaizao",
    message="%(prog)s %(version)s",
    help="显示版本。",
)
def zaizao() -> None:
    """再造:行政事项只申报一次(YAML,优化前、优化后),由此检查、对比、画流程图、填附件。"""


def run(arguments: list[str]) -> int:  # noqa: PLR0911 - one way out a kind of ending
    """Run one command line; the exit code. What the user must know is written to standard error, in Chinese."""
    speak_chinese()
    try:
        result = zaizao.main(arguments, prog_name=os.environ.get(TYPED, "zaizao"), standalone_mode=False)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.UsageError as error:
        tell(error)
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中止。", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return CANNOT_BE_DONE
    except ZaizaoError as error:
        click.echo(f"错误:{error}", err=True)
        return error.exit_code
    except SystemExit:
        # click's answer when the reader of our output has gone (``| head``): nothing is wrong.
        return 0
    except Exception as error:  # noqa: BLE001 - the boundary: a defect of ours must not show a traceback to an analyst
        _say(_surroundings(error) or _defect(error))
        return CANNOT_BE_DONE
    return result if isinstance(result, int) else 0


def _say(sentence: str) -> None:
    """Tell it on standard error, as far as somebody still reads that: there may be no room for it either."""
    with suppress(OSError, ValueError):
        click.echo(sentence, err=True)


def _surroundings(error: Exception) -> str:
    """What the system refused, in a sentence; empty when the failure is a defect of ours.

    What can be foreseen is told where it happens, with more about it. A share that goes away, a folder that others may
    not open or a full disk may stop any reading or writing: nobody has to call the developers for that.
    """
    if isinstance(error, MemoryError):
        return "错误:内存不够,未能完成。请关掉别的程序,或者一次少做几个部门、几个事项。"
    if not isinstance(error, OSError):
        return ""
    if isinstance(error.filename, str):
        return f"错误:用不了“{error.filename}”:{reason(error)}。"
    return f"错误:结果没有写全:{reason(error)}。" if error.errno in NO_ROOM else ""


def _defect(error: Exception) -> str:
    """Where the developers find what happened, or what little can be said when that cannot be written down."""
    try:
        return f"程序出错,未能完成。请把这个文件交给开发人员:{_log()}"
    except OSError as refused:
        what = f"{type(error).__name__}: {error}"
        return f"程序出错,未能完成。出错的经过也没能记下({reason(refused)}),请把这句话告诉开发人员:{what}"


def _log() -> Path:
    """A file with the traceback and the versions, for the developers."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="zaizao-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"zaizao {_version()}, Python {sys.version}, {sys.platform}\n{traceback.format_exc()}")
    return Path(log.name)


def main() -> None:
    """The console script."""
    if not sys.warnoptions:
        # What a library warns developers of, in English, helps nobody who sits here.
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a character shows a question mark instead of failing.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
