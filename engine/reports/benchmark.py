"""一个事项对标同类: the numbers of all in one table, then what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.annexes.form import Cell
from engine.diff.comparison import Comparison, compare_numbers
from engine.diff.days import Days
from engine.diff.deltas import Delta
from engine.diff.peers import ComparedPeers, Peer
from engine.measures.measured import Measured
from engine.reports.numbers import day_text
from engine.reports.peers import QUANTITIES, peer_report, version_note
from engine.reports.report import Column, Report, Table
from processes.model.limits import number_text
from processes.model.matter import VersionLabel
from processes.model.plan import Switches


def benchmark_report(reference: Peer, compared: Sequence[ComparedPeers], switches: Switches) -> Report:
    """``reference`` beside those that it was ``compared`` with, all counted as ``switches`` say."""
    label = compared[0].label
    peers = [(peer, compare_numbers(peer.checked, switches)) for peer in (reference, *(one.second for one in compared))]
    apart = ["基准", *("有" if one.differs else "无" for one in compared)]
    name = reference.matter.name
    return Report(
        title=f"{name}同类对标",
        summary=f"{name}:以{reference.side}为准,和 {len(compared)} 个同类事项对标",
        notes=(version_note(label), *_least(peers, label)),
        parts=(
            Table(
                "同类对标",
                tuple(map(Column, ("单位", "事项名称", *QUANTITIES, "差别"))),
                tuple(
                    (*_row(peer, numbers, label), Cell(text))
                    for (peer, numbers), text in zip(peers, apart, strict=True)
                ),
            ),
        ),
        inner_title="事项",
        inner=tuple(peer_report(one) for one in compared if one.differs),
    )


def _row(peer: Peer, numbers: Comparison, label: VersionLabel) -> Iterator[Cell]:
    yield Cell(peer.side)
    yield Cell(peer.matter.name, (peer.matter.place,))
    for delta in numbers.deltas:
        if peer.process(label) is None:
            yield Cell("取消", (peer.matter.at("after"),))
        else:
            measured = _side(delta, label)
            yield Cell(_text(measured), measured.sources)


def _text(measured: Measured) -> str:
    if isinstance(measured, Days):
        return day_text(measured.value, measured.kind)
    return number_text(measured.value or 0)


def _side(delta: Delta, label: VersionLabel) -> Measured:
    return delta.before if label is VersionLabel.BEFORE else delta.after


def _least(peers: Sequence[tuple[Peer, Comparison]], label: VersionLabel) -> Iterator[str]:
    """Who has the fewest of each, where that can be said: days of two kinds, and 无, are not compared."""
    there = [(peer, numbers) for peer, numbers in peers if peer.process(label)]
    for index, name in enumerate(QUANTITIES):
        found = [(peer.side, _side(numbers.deltas[index], label)) for peer, numbers in there]
        kinds = {one.kind for _, one in found if isinstance(one, Days) and one.kind}
        values = {side: one.value for side, one in found if one.value is not None}
        if len(kinds) <= 1 and len(values) == len(found) and len(set(values.values())) > 1:
            least = min(values.values())
            who = "、".join(side for side, value in values.items() if value == least)
            yield f"{name}最{'短' if name == QUANTITIES[-1] else '少'}的是{who}。"
