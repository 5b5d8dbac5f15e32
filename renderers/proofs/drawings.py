"""What was proved of drawn diagrams: a table of their flows, what has to be mended, what was taken in another way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from engine.soundness.faults import Outcome
from renderers.proofs.json_format import answer
from renderers.proofs.table import table
from renderers.proofs.telling import explained, status_of

if TYPE_CHECKING:
    from engine.drawings.proving import DrawingProof, FlowProof
    from engine.properties.answers import Answer

_HEAD = ("图", "流程", "结论")


def render(proofs: Sequence[DrawingProof]) -> str:
    """The whole text."""
    return "".join(f"{line}\n" for line in _lines(proofs))


def listed(proofs: Sequence[DrawingProof]) -> list[dict[str, Any]]:
    """The drawings as JSON has them: every flow and answer, with places and runs."""
    return [
        {
            "图": proof.file,
            "流程": [_flow(one) for one in proof.flows],
            "说明": [{"行": note.line or None, "怎样": str(note.fate), "内容": note.text} for note in proof.notes],
        }
        for proof in proofs
    ]


def _flow(flow: FlowProof) -> dict[str, Any]:
    return {
        "名称": flow.name,
        "行": flow.line,
        "流程": flow.outcome.value,
        "状态数": flow.states,
        "毛病": [answer(one) for one in flow.answers],
    }


def _lines(proofs: Sequence[DrawingProof]) -> Iterator[str]:
    yield from table(_HEAD, [row for proof in proofs for row in _rows(proof)])
    yield ""
    for proof in proofs:
        for flow in proof.flows:
            for one in flow.answers:
                yield from _answer(flow, one)
                yield ""
        if proof.notes:
            yield f"{proof.file} 中以下各处不是照图上的原样算的:"
            yield from (f"  {note}" for note in proof.notes)
            yield ""
    yield _summary(proofs)


def _rows(proof: DrawingProof) -> Iterator[tuple[str, ...]]:
    name = proof.file
    for flow in proof.flows:
        yield name, flow.name, flow.outcome.value
        name = ""


def _answer(flow: FlowProof, one: Answer) -> Iterator[str]:
    yield f"{one.place} {status_of(one)} 流程「{flow.name}」"
    yield from explained(one)


def _summary(proofs: Sequence[DrawingProof]) -> str:
    flows = [flow for proof in proofs for flow in proof.flows]
    sound = sum(flow.outcome is Outcome.SOUND for flow in flows)
    broken = sum(proof.broken for proof in proofs)
    unknown = sum(proof.unknown for proof in proofs)
    parts = [f"验证了 {len(proofs)} 个图的 {len(flows)} 个流程,走得通的 {sound} 个"]
    if broken or not unknown:
        parts.append(f"要改的 {broken} 处" if broken else "没有要改的")
    if unknown:
        parts.append(f"未能判定的 {unknown} 个")
    return f"{','.join(parts)}。"
