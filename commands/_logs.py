"""A log as a command takes it: the file, which column is what, and what is said about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from processes.errors import CannotBeDone, reason

if TYPE_CHECKING:
    from processes.intake.logs.reading import LogRead

_SHOWN = 20

log_argument = click.argument("log", metavar="办理记录", type=click.Path(exists=True, dir_okay=False, path_type=Path))
"""办理记录: a file with a log."""

columns_option = click.option(
    "--列",
    "--columns",
    "columns",
    metavar="办件=…,环节=…",
    help="表格里哪一列是什么:办件、环节、时间(完成的)、开始、人员;不写就按列名认。",
)


def opened_log(path: Path, columns: str | None) -> LogRead:
    """The log in a file. Raises ``CannotBeDone``, ``WrongUsage``."""
    from processes.intake.logs.columns import asked_columns
    from processes.intake.logs.reading import MAX_SIZE, read_log

    asked = asked_columns(columns) if columns else {}
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_SIZE + 1)
    except OSError as error:
        raise CannotBeDone(f"读不了“{path}”:{reason(error)}。") from error
    return read_log(content, path.name, asked)


def tell_reading(read: LogRead) -> None:
    """Say on standard error which columns were taken, and what could not be read."""
    if read.columns:
        taken = ",".join(f"{column}=“{heading}”" for column, heading in read.columns.items())
        click.echo(f"列:{taken}(不对的用 --列 写明)", err=True)
    for note in read.notes:
        click.echo(f"注意:{note}。", err=True)
    for one in read.wrong[:_SHOWN]:
        click.echo(f"{read.log.file} {one}。", err=True)
    if len(read.wrong) > _SHOWN:
        click.echo(f"……还有 {len(read.wrong) - _SHOWN} 处。", err=True)
    if read.left_out:
        named = "、".join(read.left_out[:_SHOWN])
        more = "等" if len(read.left_out) > _SHOWN else ""
        click.echo(f"注意:上面的行读不了,这些办件整件没有计入:{named}{more},共 {len(read.left_out)} 件。", err=True)
