"""Options that the acts share, and what they have in common: who, when, in which registry, what is shown."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands._dates import day_of
from commands._files import on_terminal
from commands._options import EXIT_FINDINGS, F
from commands._registry import database_option, written
from processes.errors import WrongUsage
from processes.model.folding import fold

if TYPE_CHECKING:
    from commands._case_access import Answer
    from commands._desk import Desk
    from renderers.reports.style import Style

HOURS, MINUTES = 24, 60
_TIME = re.compile(r"(\d{1,2})[:时点](\d{2})分?")

number_argument = click.argument("number", metavar="编号")
"""编号: the number of a case."""


def actor_options(command: F) -> F:
    """``--单位``, ``--人员``, ``--日期``, ``--时间``: who does it, and when."""
    options = (
        click.option(
            "--单位",
            "--unit",
            "unit",
            metavar="单位",
            required=True,
            help="谁办:内设机构、局领导、部门;有岗位的写 单位/岗位。",
        ),
        click.option("--人员", "--person", "person", metavar="姓名", required=True, help="办理人员。"),
        click.option("--日期", "--date", "day", metavar="年-月-日", help="哪一天办的;不写就是现在。"),
        click.option("--时间", "--time", "clock", metavar="时:分", help="几点几分办的,北京时间,如 9:30。"),
    )
    for option in reversed(options):
        command = option(command)
    return command


key_option = click.option(
    "--流水号",
    "--key",
    "key",
    metavar="文字",
    default="",
    help="同一个流水号重发多次只办一次,给别的系统调用时用。",
)
"""``--流水号``: tells a repeated message from a new one."""

day_option = click.option("--日期", "--date", "day", metavar="年-月-日", help="按哪一天看;不写就是今天。")


def moment(day: str | None, clock: str | None) -> datetime:
    """When it was done: as written, in Beijing time, else now. Raises ``WrongUsage`` for what is no day or time."""
    from engine.cases.times import BEIJING

    if day is None and clock is None:
        return now()
    at = time() if clock is None else _time_of(clock)
    return datetime.combine(today() if day is None else day_of(day), at, BEIJING)


def _time_of(text: str) -> time:
    found = _TIME.fullmatch(fold(text))
    if found is None or int(found[1]) >= HOURS or int(found[2]) >= MINUTES:
        raise WrongUsage(f"“{text}”不是时间;写成 时:分,如 9:30。")
    return time(int(found[1]), int(found[2]))


def now() -> datetime:
    """The moment, to the second; the only place where the acts look at the clock."""
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """The day it is in Beijing."""
    from engine.cases.times import beijing_day

    return beijing_day(now())


def day_or_today(day: str | None) -> date:
    """The day as written, else today."""
    return today() if day is None else day_of(day)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is common to all that somebody does to one case: which, who, when, in which registry."""

    number: str
    unit: str
    person: str
    day: str | None
    clock: str | None
    key: str
    database: str | None

    def desk(self) -> Desk:
        """The registry that the case is in."""
        return open_desk(self.database)

    def how(self) -> dict[str, Any]:
        """Who does it, when, with which key; raises ``WrongUsage`` for what cannot be kept."""
        return {"at": moment(self.day, self.clock), "key": self.key, **who(self.unit, self.person)}


def deed(command: Callable[..., None]) -> Callable[..., None]:
    """The options of all that is done to one case, behind those of the command, which is given a ``Deed`` first.

    编号 stands before what the command takes itself (``number_argument``).
    """

    @wraps(command)
    def done(**given: Any) -> None:  # noqa: ANN401 - the parameters of any command
        common = Deed(**{one.name: given.pop(one.name) for one in fields(Deed)})
        command(common, **given)

    return actor_options(key_option(database_option(done)))


def who(unit: str, person: str) -> dict[str, str]:
    """Unit and person as typed, to be kept."""
    return {"unit": written(unit, "--单位"), "person": written(person, "--人员")}


def open_desk(database: str | None, target: Path = Path(), *, create: bool = False) -> Desk:
    """The cases in the registry named by ``--登记库``, or in that of the project around ``target``."""
    from commands._desk import desk_at

    return desk_at(target, database, create=create)


def style() -> Style:
    """What the place can do where it is shown."""
    from renderers.reports.style import PLAIN, Style

    return Style(width=min(shutil.get_terminal_size().columns, 120), colour=True) if on_terminal() else PLAIN


def tell(answer: Answer, done: str) -> None:
    """What has become of an attempt: ``done`` if it was done, and where the case is now; exits with 1 when refused."""
    from commands._case_access import SYSTEM
    from renderers.cases import terminal

    if answer.repeated:
        click.echo("这个流水号已经办过,没有重办。")
    for event in answer.events:
        if event.unit == SYSTEM:
            click.echo(f"到期自动处理:{event.kind}({event.reason})。")
    if answer.refusal:
        kept = "(已记为违规)" if answer.refusal.violation else ""
        click.echo(f"没有办成{kept}:{answer.refusal.reason}。", err=True)
    elif not answer.repeated:
        click.echo(done)
    click.echo(terminal.situation(answer.look, style()), nl=False)
    if answer.refusal:
        click.get_current_context().exit(EXIT_FINDINGS)
