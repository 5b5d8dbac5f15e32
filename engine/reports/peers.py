"""同类对标: one matter of two departments or counties, and the matters of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from engine.annexes.form import Cell
from engine.diff.peers import ComparedPeers, ComparedSides, Peer
from engine.reports.numbers import sides_text
from engine.reports.report import Column, Item, Listing, Report, Sign, Table
from engine.reports.sides import BETWEEN_PEERS, peers_difference
from processes.model.matter import Matter, VersionLabel

QUANTITIES = ("环节", "程序", "材料", "时限")

_FACTS: tuple[tuple[str, Callable[[Matter], str]], ...] = (
    ("类型", lambda matter: f"{matter.type}({matter.kind})" if matter.kind else str(matter.type)),
    ("法定时限", lambda matter: str(matter.statutory.limit)),
)
"""What is said once a matter and bears on its process."""


def peer_report(compared: ComparedPeers) -> Report:
    """Two matters in one version, or which of them is cancelled in it."""
    first, second = compared.first, compared.second
    note = version_note(compared.label)
    if compared.difference is None:
        gone = "、".join(peer.side for peer in compared.cancelled)
        summary = f"{compared.name}:{gone}{compared.label}取消了这个事项,没有流程可比。"
        return Report(title=compared.name, summary=summary, notes=(note,), sides=(first.side, second.side))
    report = peers_difference(compared.difference, compared.name)
    explained = f"以{first.side}为准:“没有”是{second.side}没有的,“多出”是{second.side}多出的。"
    told = (explained, *report.notes) if compared.differs else ()
    return replace(report, notes=(note, *told, *_fact_notes(first, second)))


def sides_report(compared: ComparedSides) -> Report:
    """The matters of two departments or projects: a row each, those of one side alone, reports of what differs."""
    first, second = compared.sides
    different = sum(one.differs for one in compared.both)
    counts = f"同一事项 {len(compared.both)} 项,其中有差别的 {different} 项"
    alone = f"只在{first}的 {len(compared.only_first)} 项,只在{second}的 {len(compared.only_second)} 项"
    arrows = f"箭头左边是{first}的数,右边是{second}的数。"
    table = Table("同类事项", tuple(map(Column, ("事项名称", *QUANTITIES, "差别"))), tuple(map(_row, compared.both)))
    return Report(
        title=f"{first}与{second}同类对标",
        summary=f"{first}与{second}:{counts};{alone}",
        notes=(version_note(compared.label), arrows) if compared.both else (),
        parts=(*((table,) if compared.both else ()), *_alone(compared)),
        inner_title="事项",
        inner=tuple(peer_report(one) for one in compared.both if one.differs),
        sides=compared.sides,
    )


def version_note(label: VersionLabel) -> str:
    """Which version is compared."""
    return f"比的是{label}的流程。"


def _row(compared: ComparedPeers) -> tuple[Cell, ...]:
    difference = compared.difference
    texts = tuple(map(sides_text, difference.deltas)) if difference else _cancelled(compared)
    places = (compared.second.matter.place,)
    return tuple(Cell(text, places) for text in (compared.name, *texts, "有" if compared.differs else "无"))


def _cancelled(compared: ComparedPeers) -> tuple[str, ...]:
    return ("、".join(f"{peer.side}取消" for peer in compared.cancelled), *(("",) * (len(QUANTITIES) - 1)))


def _fact_notes(first: Peer, second: Peer) -> Iterator[str]:
    for name, say in _FACTS:
        one, other = say(first.matter), say(second.matter)
        if one != other:
            yield f"{name}不同:{first.side}{one},{second.side}{other}。"


def _alone(compared: ComparedSides) -> Iterator[Listing]:
    first, second = compared.sides
    if compared.only_first:
        yield Listing(f"只在{first}的事项", tuple(map(missing_item, compared.only_first)))
    if compared.only_second:
        yield Listing(f"只在{second}的事项", tuple(map(extra_item, compared.only_second)))


def missing_item(matter: Matter, said: str = BETWEEN_PEERS[Sign.GONE]) -> Item:
    """A matter that only the first side has."""
    return Item(
        code="matter-removed",
        sign=Sign.GONE,
        kind=said,
        before=(matter.name,),
        before_places=(matter.place,),
        details=(matter.department,),
    )


def extra_item(matter: Matter, said: str = BETWEEN_PEERS[Sign.NEW]) -> Item:
    """A matter that only the second side has."""
    return Item(
        code="matter-added",
        sign=Sign.NEW,
        kind=said,
        after=(matter.name,),
        after_places=(matter.place,),
        details=(matter.department,),
    )
