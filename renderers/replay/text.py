"""A replay as text: the sum of it, the ways, the days, the returns, the candidates for 附件5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from renderers.replay.wording import (
    FITNESS_NOTE,
    STEP_COLUMNS,
    TIMES_NOTE,
    fitness,
    notes,
    path,
    slowest,
    step_rows,
    summary,
    unjudged,
)

if TYPE_CHECKING:
    from engine.conformance.candidates import Candidate
    from engine.conformance.replaying import Replay

_WAYS = 20
_SHOWN = 6


def render(found: Replay, candidates: Sequence[Candidate], title: str) -> str:
    """The whole text; ``title`` names the matter and its version."""
    return "".join(f"{line}\n" for line in _lines(found, candidates, title))


def _lines(found: Replay, candidates: Sequence[Candidate], title: str) -> Iterator[str]:
    yield f"{title},按“{found.log.file}”重放"
    yield summary(found)
    if line := unjudged(found):
        yield line
    said = list(notes(found))
    if said:
        yield ""
        yield "办理记录里的名称(其余与环节同名):"
        yield from (f"  {one}" for one in said)
    yield ""
    yield from _ways(found)
    rows = list(step_rows(found))
    if rows:
        yield ""
        yield "用时(天,单位随规定的时限)"
        yield from _table([STEP_COLUMNS, *rows])
        yield TIMES_NOTE
        if found.times.missing:
            years = "、".join(map(str, sorted(found.times.missing)))
            yield f"{years} 年没有放假安排,那些年只扣周末。"
        if line := slowest(found):
            yield line
    if found.returns:
        yield ""
        yield "退回"
        for one in found.returns:
            yield f"  「{one.source}」→「{one.target}」{one.times} 次,{len(one.cases)} 件"
    yield ""
    yield from _candidates(candidates)


def _ways(found: Replay) -> Iterator[str]:
    yield f"走法(件数多的在前{f',列出前 {_WAYS} 种' if len(found.ways) > _WAYS else ''})"
    for way in found.ways[:_WAYS]:
        yield f"  {way.count} 件,符合度 {fitness(way.fitness)}:{path(way)}"
        for one in way.deviations[:_SHOWN]:
            yield f"      {one}"
        if len(way.deviations) > _SHOWN:
            yield f"      ……还有 {len(way.deviations) - _SHOWN} 处"
    if len(found.ways) > _WAYS:
        rest = sum(way.count for way in found.ways[_WAYS:])
        yield f"  ……还有 {len(found.ways) - _WAYS} 种,{rest} 件;加 --格式 json 或 html 看全部"
    yield FITNESS_NOTE


def _candidates(candidates: Sequence[Candidate]) -> Iterator[str]:
    if not candidates:
        yield "没有可列入附件5的问题(5%以上、至少2件才列)。"
        return
    yield "可列入附件5的问题(5%以上、至少2件才列;写进申报加 --写入问题清单,先看加 --查看)"
    for number, one in enumerate(candidates, 1):
        yield f"  {number}. {one.text}"
        yield f"     依据:{one.evidence}"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *others = (
            set_cell_size(cell, width) if not at else " " * (width - cell_len(cell)) + cell
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(("  " + first, *others)).rstrip()
