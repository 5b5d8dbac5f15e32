"""A replay as one page that opens anywhere, offline: numbers, ways, bars of days against promises, candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from renderers.html_document import FACES, page
from renderers.replay.wording import (
    FITNESS_NOTE,
    STEP_COLUMNS,
    TIMES_NOTE,
    fitness,
    notes,
    percent,
    slowest,
    step_rows,
    summary,
    unjudged,
)

if TYPE_CHECKING:
    from engine.conformance.candidates import Candidate
    from engine.conformance.moves import Move
    from engine.conformance.replaying import Replay, Way
    from engine.conformance.timing import Days

_LOOKS = f"""
body {{ font-family: {FACES}; color: #1b2a41; line-height: 1.5; margin: 1.5em auto; max-width: 72em; padding: 0 1em; }}
h1 {{ font-size: 1.5em; margin: 0 0 .2em; }}
h2 {{ font-size: 1.15em; margin: 1.6em 0 .4em; break-after: avoid; }}
.note {{ color: #4a5568; font-size: .9em; }}
.cards {{ display: flex; flex-wrap: wrap; gap: .8em; margin: 1em 0; }}
.card {{ border: 1px solid #d5dce6; border-radius: .4em; padding: .4em 1em; min-width: 7em; }}
.card b {{ display: block; font-size: 1.5em; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid #aab6c6; padding: .2em .5em; text-align: left; vertical-align: top; }}
thead th {{ background: #e3edf6; white-space: nowrap; }}
.number {{ text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }}
tr {{ break-inside: avoid; }}
.move {{ display: inline-block; border: 1px solid #8fa3bb; border-radius: .3em; padding: 0 .35em; margin: .1em 0; }}
.skipped {{ border-style: dashed; border-color: #b3261e; color: #b3261e; text-decoration: line-through; }}
.added {{ border-width: 2px; border-color: #b36b00; background: #fff3dd; }}
.arrow {{ color: #8a94a3; }}
.ok {{ color: #1d6b35; }}
.bars td, .bars th {{ vertical-align: middle; }}
.bar {{ position: relative; height: 1.1em; background: #f0f3f7; min-width: 14em; }}
.bar i {{ position: absolute; left: 0; top: .1em; bottom: .1em; background: #7aa5d2; }}
.bar .reach {{ background: #c9dbee; }}
.bar .late {{ background: #d9776f; }}
.bar s {{ position: absolute; top: -.15em; bottom: -.15em; border-left: 2px solid #1b2a41; }}
.total th, .total td {{ background: #f5f7fa; font-weight: 600; }}
@media print {{ body {{ margin: 0; font-size: 9pt; }} thead {{ display: table-header-group; }} }}
"""


def render(found: Replay, candidates: Sequence[Candidate], title: str) -> str:
    """The page; ``title`` names the matter and its version."""
    return page(f"{title} 办理记录重放", _LOOKS, "\n".join(_body(found, candidates, title)))


def _body(found: Replay, candidates: Sequence[Candidate], title: str) -> Iterator[str]:
    yield f"<h1>{escape(title)}</h1>"
    yield f"<p>按办理记录“{escape(found.log.file)}”重放。{escape(summary(found))}</p>"
    yield f'<div class="cards">{"".join(_cards(found))}</div>'
    if line := unjudged(found):
        yield f'<p class="note">{escape(line)}</p>'
    said = list(notes(found))
    if said:
        yield f'<p class="note">办理记录里的名称(其余与环节同名):{escape(";".join(said))}。</p>'
    yield "<h2>走法</h2>"
    yield f'<p class="note">{escape(FITNESS_NOTE)}{_LEGEND}</p>'
    yield "<table><thead><tr><th>件数</th><th>占比</th><th>符合度</th><th>走法和偏差</th></tr></thead><tbody>"
    yield from (_way(way, found) for way in found.ways)
    yield "</tbody></table>"
    yield from _times(found)
    if found.returns:
        yield "<h2>退回</h2><table><thead><tr><th>从</th><th>退到</th><th>次数</th><th>办件</th></tr></thead><tbody>"
        for one in found.returns:
            yield (
                f'<tr><td>{escape(one.source)}</td><td>{escape(one.target)}</td><td class="number">{one.times}</td>'
                f'<td class="number">{len(one.cases)}</td></tr>'
            )
        yield "</tbody></table>"
    yield "<h2>可列入附件5的问题</h2>"
    if not candidates:
        yield "<p>没有(5%以上、至少2件才列)。</p>"
        return
    yield "<table><thead><tr><th>问题</th><th>依据</th></tr></thead><tbody>"
    yield from (f"<tr><td>{escape(one.text)}</td><td>{escape(one.evidence)}</td></tr>" for one in candidates)
    yield "</tbody></table>"


_LEGEND = (
    ' 实线框是照办的,<span class="move skipped">红虚线</span>是流程有、实际没有办的,'
    '<span class="move added">黄粗框</span>是实际办了、流程这里没有的。'
)


def _cards(found: Replay) -> Iterator[str]:
    decided = found.cases - found.undecided
    yield _card("办件", str(found.cases))
    yield _card("走法", str(len(found.ways)))
    yield _card("完全一致", percent(found.conforming / decided) if decided else "—")
    yield _card("符合度", fitness(found.fitness))
    total = found.times.total
    if total.taken:
        yield _card(f"全程平均({total.unit})", f"{total.mean:.1f}")
        if total.promised is not None:
            yield _card(f"超过{total.limit}", percent(total.late_share))


def _card(name: str, value: str) -> str:
    return f'<div class="card">{escape(name)}<b>{escape(value)}</b></div>'


def _way(way: Way, found: Replay) -> str:
    if way.alignment is None:
        moves = f"{escape('→'.join(way.word))}(情况太多,未能判定)"
    else:
        shown = [_move(move) for move in way.alignment.moves if move.letter]
        moves = '<span class="arrow">→</span>'.join(shown)
    said = "<br>".join(escape(str(one)) for one in way.deviations)
    return (
        f'<tr><td class="number">{way.count}</td><td class="number">{percent(way.count / found.cases)}</td>'
        f'<td class="number">{fitness(way.fitness)}</td><td>{moves}{"<br>" if said else ""}{said}</td></tr>'
    )


def _move(move: Move) -> str:
    kind = "" if move.logged and move.modelled else " added" if move.logged else " skipped"
    return f'<span class="move{kind}">{escape(move.letter)}</span>'


def _times(found: Replay) -> Iterator[str]:
    rows = list(step_rows(found))
    if not rows:
        return
    stays = [days for days in found.times.steps.values() if days.taken]
    stays += [found.times.total] if found.times.total.taken else []
    yield "<h2>用时</h2>"
    yield f'<p class="note">{escape(TIMES_NOTE)}</p>'
    if found.times.missing:
        yield f'<p class="note">{"、".join(map(str, sorted(found.times.missing)))} 年没有放假安排,那些年只扣周末。</p>'
    if line := slowest(found):
        yield f"<p>{escape(line)}</p>"
    heads = "".join(
        f"<th>{name}</th>" for name in (STEP_COLUMNS[0], "深色到平均,浅色到九成以内,竖线是规定", *STEP_COLUMNS[1:])
    )
    yield f'<table class="bars"><thead><tr>{heads}</tr></thead><tbody>'
    steps = [days for days in stays if days is not found.times.total]
    scale = max((max(days.quantile(0.9), days.promised or 0) for days in steps), default=0) or 1
    for (name, *cells), days in zip(rows, stays, strict=True):
        whole = days is found.times.total
        most = max(days.quantile(0.9), days.promised or 0) or 1 if whole else scale
        numbers = "".join(f'<td class="number">{escape(cell)}</td>' for cell in cells)
        kind = ' class="total"' if whole else ""
        yield f"<tr{kind}><th>{escape(name)}</th><td>{_bar(days, most)}</td>{numbers}</tr>"
    yield "</tbody></table>"


def _bar(days: Days, most: int) -> str:
    """The average and the ninth tenth against what is promised, ``most`` days being the whole width."""

    def width(value: float) -> str:
        return f"{min(100.0, 100 * value / most):.1f}%"

    late = " late" if days.promised is not None and days.mean > days.promised else ""
    line = "" if days.promised is None else f'<s style="left:{width(days.promised)}"></s>'
    return (
        f'<div class="bar"><i class="reach" style="width:{width(days.quantile(0.9))}"></i>'
        f'<i class="mean{late}" style="width:{width(days.mean)}"></i>{line}</div>'
    )
