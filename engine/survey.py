"""问卷: which matters are asked about, and what the answers give for 附件9 columns 21–23 and for 附件5."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from processes.model.answers import PROBLEMS, Answer, Role
from processes.model.matter import Matter


@dataclass(frozen=True, slots=True)
class Said:
    """What the answers say of one matter: how many there are, how many tick each problem, opinions with their roles."""

    matter: Matter
    answers: int
    problems: tuple[tuple[str, int], ...]
    opinions: tuple[tuple[Role, str], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """附件9: ``users`` is column 21, ``experts`` 22, ``matters`` 23 — persons and matters, each counted once."""

    sheets: int
    users: int
    experts: int
    said: tuple[Said, ...]

    @property
    def matters(self) -> int:
        """Matters of which somebody says something."""
        return len(self.said)


def asked(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """The matters that outsiders are asked about: not the secret ones, and public before or after the reform."""
    return tuple(one for one in matters if not one.secret and any(version.public for version in one.versions))


def tally(answers: Sequence[Answer], matters: Sequence[Matter]) -> Tally:
    """The numbers; matters in their own order, problems by how often they are ticked."""
    persons = {answer.sheet: answer.role for answer in answers}
    roles = Counter(persons.values())
    said = []
    for matter in matters:
        own = [answer for answer in answers if answer.matter == matter.name]
        if own:
            said.append(_said(matter, own))
    return Tally(len(persons), roles[Role.USER], roles[Role.EXPERT], tuple(said))


def _said(matter: Matter, own: Sequence[Answer]) -> Said:
    counts = Counter(problem for answer in own for problem in answer.problems)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], PROBLEMS.index(pair[0])))
    opinions = tuple((answer.role, answer.opinion) for answer in own if answer.opinion)
    return Said(matter, len(own), tuple(ordered), opinions)
