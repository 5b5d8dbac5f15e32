"""What was proved as text: a table of verdicts, then what has to be mended with the shortest run that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from engine.properties.answers import Answer, Status
from engine.soundness.faults import Outcome
from processes.model.places import Place
from renderers.proofs.table import table
from renderers.proofs.telling import explained, status_of

if TYPE_CHECKING:
    from engine.verification import MatterProof, VersionProof

_HEAD = ("事项", "版本", "流程", "去向", "必有性质", "方案性质")


def render(
    proofs: Sequence[MatterProof], shown: Mapping[str, str], untestable: Sequence[Answer] = (), *, notes: bool
) -> str:
    """The whole text; ``shown``: file → its printed path. ``notes``: whether what need not be mended is listed too.

    ``untestable``: the properties of the plan that no process can be asked about.
    """
    return "".join(f"{line}\n" for line in _lines(proofs, shown, untestable, notes=notes))


def _lines(
    proofs: Sequence[MatterProof], shown: Mapping[str, str], untestable: Sequence[Answer], *, notes: bool
) -> Iterator[str]:
    yield from table(_HEAD, [row for proof in proofs for row in _rows(proof)])
    yield ""
    hidden = 0
    for proof in proofs:
        for labels, one in _told(proof):
            if one.status is Status.NOTE and not notes:
                hidden += 1
                continue
            yield from _answer(f"{proof.matter.name}({labels})", one, shown)
            yield ""
    for one in untestable:
        yield from _answer("方案性质", one, shown)
        yield ""
    if hidden:
        yield f"提示 {hidden} 处;加 --提示 全部列出。"
    yield _summary(proofs, len(untestable))


# --- the table


def _rows(proof: MatterProof) -> Iterator[tuple[str, ...]]:
    name = proof.matter.name
    for version in proof.versions:
        yield (
            name,
            version.label,
            version.outcome.value,
            _decided(version),
            _count(version.builtin),
            _count(version.demanded),
        )
        name = ""


def _decided(version: VersionProof) -> str:
    """How the decisions are: 3处, 3处,1处有问题, 3处,2处未能判定."""
    total = len(version.decisions)
    if not total:
        return "—"
    wrong = sum(any(one.status is Status.BROKEN for one in decision.answers) for decision in version.decisions)
    parts = [f"{total}处"]
    if wrong:
        parts.append(f"{wrong}处有问题")
    if version.undecided:
        parts.append(f"{version.undecided}处未能判定")
    return ",".join(parts)


def _count(answers: Iterable[Answer]) -> str:
    """How many hold of those that apply, and how many do not: 4条成立, 3条成立,1条不成立; 不适用 where none applies."""
    statuses = [one.status for one in answers]
    parts = [
        f"{number}条{status.value}"
        for status in (Status.HOLDS, Status.BROKEN, Status.NOTE, Status.UNKNOWN)
        if (number := statuses.count(status))
    ]
    return ",".join(parts) or (Status.VACUOUS.value if statuses else "—")


# --- what is wrong


def _told(proof: MatterProof) -> Iterator[tuple[str, Answer]]:
    """What is worth telling, once where both versions share it, with the labels of the versions."""
    found: dict[tuple[Place, str, str], tuple[list[str], Answer]] = {}
    for version in proof.versions:
        for one in version.answers:
            if one.message:
                labels, kept = found.setdefault((one.place, one.question, one.message), ([], one))
                if version.label not in labels:
                    labels.append(version.label)
                # 优化前 only notes what has to be mended in 优化后.
                found[one.place, one.question, one.message] = (labels, one if one.status is Status.BROKEN else kept)
    for labels, one in found.values():
        yield "、".join(labels), one


def _answer(whose: str, one: Answer, shown: Mapping[str, str]) -> Iterator[str]:
    place = one.place
    where = f"{shown.get(place.file, place.file)}:{place.line}:{place.column} " if place.line else ""
    yield f"{where}{status_of(one)} {whose} {one.question}"
    yield from explained(one)


def _summary(proofs: Sequence[MatterProof], untestable: int) -> str:
    versions = [version for proof in proofs for version in proof.versions]
    sound = sum(version.outcome is Outcome.SOUND for version in versions)
    broken = sum(proof.broken for proof in proofs) + untestable
    unknown = sum(proof.unknown for proof in proofs)
    parts = [f"验证了 {len(proofs)} 个事项的 {len(versions)} 个流程,走得通的 {sound} 个"]
    parts.append(f"要改的 {broken} 处" if broken else "没有要改的")
    if unknown:
        parts.append(f"情况太多、未能判定的事项 {unknown} 个")
    return f"{','.join(parts)}。"
