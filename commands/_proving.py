"""What ``zaizao verify`` does with declarations: which matters are proved, and what is demanded of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._progress import progress
from commands._target import Target, checked, find_target, left_out, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.properties.answers import Answer
    from engine.verification import MatterProof
    from processes.checking import Checked
    from processes.model.process import CheckedMatter
    from processes.model.property import Property


@dataclass(frozen=True, slots=True)
class Proved:
    """``shown``: file → its printed path; ``untestable``: properties of the plan that no process can be asked about."""

    matters: tuple[MatterProof, ...]
    shown: dict[str, str]
    untestable: tuple[Answer, ...]

    @property
    def broken(self) -> bool:
        """Whether there is something to mend."""
        return bool(self.untestable) or any(one.broken for one in self.matters)

    @property
    def unknown(self) -> bool:
        """Whether something could not be decided."""
        return any(one.unknown for one in self.matters)


NOTHING = Proved((), {}, ())
UNREAD = "D125"
"""The code of a 性质 that is not understood."""


def proved(paths: Sequence[Path], labels: tuple[str, ...], sentences: Sequence[str]) -> Proved:
    """The proofs of the matters of all targets, each matter once, in order.

    Raises ``WrongUsage`` for targets in several projects, and for a sentence that cannot be read or that speaks of what
    no process here has.
    """
    from engine.verification import Prover

    asked = _asked(sentences)
    wheres = [find_target(path) for path in paths]
    if len({where.root for where in wheres}) > 1:
        raise WrongUsage("几个目标要在同一个项目里。")
    read = [_read(where) for where in wheres]
    results = [(one.where, one.result) for one in read]
    workspace = results[0][1].workspace
    assert workspace is not None
    prover = Prover(workspace, (*workspace.plan.properties, *asked))
    matters: dict[str, CheckedMatter] = {found.matter.file: found for one in read for found in one.matters}
    with progress("验证", len(matters)) as advance:
        proofs = []
        for one in matters.values():
            proofs.append(prover.proof(one, labels))
            advance()
    _refuse([(str(word), hint) for word, hint in prover.unknown_words() if not word.place.file])
    _tell_left_out(read)
    untestable = prover.untestable()
    if not _is_whole(results):
        _tell(untestable, wheres[0])
        untestable = ()
    untestable = tuple(sorted((*_unread(results[0][1]), *untestable), key=lambda one: one.place))
    files = {proof.matter.file for proof in proofs} | {one.place.file for one in untestable}
    shown = {file: wheres[0].shown(file) for file in files}
    return Proved(tuple(one for one in proofs if one.versions), shown, untestable)


def _asked(sentences: Sequence[str]) -> tuple[Property, ...]:
    """The questions of the command line. Raises ``WrongUsage`` with all that cannot be read."""
    from processes.declaration.properties import property_of

    asked, refused = [], []
    for sentence in sentences:
        wanted, report = property_of(sentence)
        if wanted is None:
            first = report.findings[0]
            refused.append(f"--性质 {first.message}。{first.hint}")
        else:
            asked.append(wanted)
    if refused:
        raise WrongUsage("\n      ".join(refused))
    return tuple(asked)


def _unread(result: Checked) -> tuple[Answer, ...]:
    """What of 性质 in the plan could not be read: nobody could say that it holds."""
    from engine.properties.answers import Answer, Status
    from processes.declaration.folder import PLAN_FILE

    found = (one for one in result.findings if one.code == UNREAD and one.place.file == PLAN_FILE)
    return tuple(
        Answer(question="写法", status=Status.BROKEN, message=one.message, place=one.place, hint=one.hint)
        for one in found
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A target as read. ``astray``: matters whose flow leads nowhere or where it must not; they can be proved too."""

    where: Target
    result: Checked
    astray: tuple[CheckedMatter, ...]

    @property
    def matters(self) -> tuple[CheckedMatter, ...]:
        """What is to be proved, in the order of the files."""
        return tuple(sorted((*self.result.matters, *self.astray), key=lambda one: one.matter.file))


def _read(where: Target) -> _Read:
    from processes.astray import astray

    result = checked(where)
    found = tuple(one for one in astray(result) if where.includes(one.matter.file))
    if not found:
        usable(result, where)
    return _Read(where, result, found)


def _refuse(unknown: list[tuple[str, str]]) -> None:
    """A question about what is not there would look as if it had been answered."""
    if unknown:
        words = "".join(f"「{word}」{f',{hint}' if hint else '。'}" for word, hint in unknown)
        raise WrongUsage(f"--性质 里写的,这里的流程里没有:{words}没有验证;写环节、种类、支线、情形的名称。")


def _is_whole(results: Sequence[tuple[Target, Checked]]) -> bool:
    """Whether a whole project was read, every matter of it: only then a name that is nowhere is nowhere."""
    return any(not (where.folder or where.file) and not left_out(result) for where, result in results)


def _tell(untestable: Sequence[Answer], where: Target) -> None:
    for one in untestable:
        place = f"{where.shown(one.place.file)}:{one.place.line}:{one.place.column}"
        told = one.message.replace("哪个流程里都", "看了的流程里").partition(":")[0]
        click.echo(f"注意:{place} 性质“{one.question}”里的{told}。看整个项目才知道是不是写错。", err=True)


def _tell_left_out(read: Sequence[_Read]) -> None:
    """On the side, which matters have errors: those that were not proved, and those of which only the flow was."""
    astray = {one.where.shown(found.matter.file) for one in read for found in one.astray}
    broken = {one.where.shown(file) for one in read for file in left_out(one.result)} - astray
    for files, what in ((broken, "有错、没有验证的事项"), (astray, "走法有错、别的没有验证的事项")):
        if files:
            click.echo(
                f"注意:{what} {len(files)} 个:{'、'.join(sorted(files))}。用 zaizao check 看全部问题。", err=True
            )
