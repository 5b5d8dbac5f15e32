"""进度表 as one page that opens anywhere, offline, prints on A4 and is filtered without script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from engine.campaign.board import Board, Count, Row
from engine.campaign.standing import Entry, State
from engine.reckoning import spoken
from renderers.boards.wording import (
    CHANGED,
    NO_REGISTRY,
    SIGNS,
    details,
    heading,
    left_text,
    short,
    shown_states,
)
from renderers.html_document import FACES, page

_FILTERED = (
    State.OVERDUE,
    State.RETURNED,
    State.MISSING,
    State.INCOMPLETE,
    State.FAULTY,
    State.ASKED,
    State.UNCLEAR,
    State.READY,
    State.LATE,
    State.FILED,
)
"""States that one may look at alone."""
_MOVED = "moved"
"""Class of what has changed since it was filed, and name of the filter for it."""

_LOOKS = f"""
body {{ font-family: {FACES}; color: #1b2a41; line-height: 1.5; margin: 1.5em; }}
h1 {{ font-size: 1.5em; margin: 0 0 .2em; }}
h2 {{ font-size: 1.1em; margin: 1.4em 0 .4em; break-after: avoid; }}
p {{ margin: .2em 0; }}
.caution {{ font-weight: 600; border-left: 4px solid #c77700; padding-left: .6em; }}
.legend, .note {{ color: #4a5568; font-size: .9em; }}
.legend span {{ white-space: nowrap; margin-right: 1em; }}
table {{ border-collapse: collapse; margin: .3em 0 .8em; }}
th, td {{ border: 1px solid #aab6c6; padding: .15em .45em; text-align: left; vertical-align: top; }}
thead th {{ background: #e3edf6; font-weight: 600; }}
.number {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
.zero {{ color: #aab6c6; }}
.counts th, .counts td {{ white-space: nowrap; }}
.board {{ width: 100%; table-layout: fixed; font-size: .82em; }}
.board thead th {{ text-align: center; vertical-align: middle; }}
.board col.name {{ width: 6.5em; }}
.board th.name {{ white-space: nowrap; font-weight: 600; background: #f5f7fa; }}
.board .undeclared {{ font-weight: 400; color: #4a5568; }}
.board th.name, .board td {{ vertical-align: middle; }}
.board td {{ text-align: center; line-height: 1.3; padding: .2em .1em; overflow-wrap: anywhere; }}
.board .first {{ border-left: 2px solid #5b6b80; }}
.board small {{ display: block; color: #33415a; }}
.board tr {{ break-inside: avoid; }}
.overdue {{ background: #f3b8b3; font-weight: 700; }}
.returned {{ background: #f7cfcb; font-weight: 700; }}
.missing {{ background: #ffe2a8; font-weight: 600; }}
.incomplete {{ background: #ffd9b8; font-weight: 700; }}
.faulty {{ background: #fff0cf; font-weight: 600; }}
.asked {{ background: #fff7e3; }}
.unclear {{ color: #4a5568; }}
.ready {{ background: #e6f0fb; }}
.late {{ background: #d3e9d6; }}
.filed, .confirmed {{ background: #e3f3e5; }}
.later, .not_owed {{ color: #8a94a3; }}
.moved small.mark {{ font-weight: 700; text-decoration: underline; }}
.choice {{ position: absolute; opacity: 0; }}
.filter {{ position: sticky; top: 0; background: #fff; padding: .4em 0; border-bottom: 1px solid #d5dce6; z-index: 1; }}
.filter label {{ margin-right: .9em; cursor: pointer; white-space: nowrap; padding: .1em .4em; border-radius: .3em; }}
.choice:focus-visible ~ .filter {{ outline: 2px solid #2b5c8a; }}
@media print {{
  body {{ margin: 0; font-size: 9pt; }} .filter {{ display: none; }} thead {{ display: table-header-group; }}
  .counts {{ font-size: .85em; }} .counts th, .counts td {{ padding: .1em .35em; }}
  td, th {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
@page {{ size: A4 landscape; margin: 12mm 10mm; }}
"""


def render(board: Board) -> str:
    """The whole page: counts by stage, the board group by group, counts by deliverable, what has changed since."""
    names = [_css(state) for state in _filters(board)] + ([_MOVED] if _changed(board) else [])
    rules = "".join(map(_filter_rules, ("all", *names)))
    return page(heading(board), _LOOKS + rules, "\n".join(_body(board)))


def _css(state: State) -> str:
    return state.name.lower()


def _filter_rules(name: str) -> str:
    """While a choice is made, only rows with such a cell are there, and their other cells step back."""
    own = f"#only-{name}:checked ~ .filter label[for=only-{name}] {{ background: #2b5c8a; color: #fff; }}\n"
    if name == "all":
        return own
    chosen = f"#only-{name}:checked ~ main .board tbody"
    return (
        f"{own}{chosen} tr:not(:has(td.{name})), #only-{name}:checked ~ main .group:not(:has(td.{name}))"
        f" {{ display: none; }}\n{chosen} td:not(.{name}) {{ opacity: .3; }}\n"
    )


def _body(board: Board) -> Iterator[str]:
    yield f"<h1>{escape(heading(board))}</h1>"
    yield f'<p class="note">{escape(board.plan_name)}　报送:{escape(board.recipient)}</p>'
    if not board.has_registry:
        yield f'<p class="caution">{escape(NO_REGISTRY)}</p>'
    yield from _filter(board)
    yield "<main>"
    yield "<h2>各阶段</h2>"
    yield from _stages(board)
    yield from _legend(board)
    for name, rows in board.groups:
        yield f'<section class="group"><h2>{escape(name)}({len(rows)}个)</h2>'
        yield from _group(board, rows)
        yield "</section>"
    yield "<h2>按成果</h2>"
    yield from _forms(board)
    yield from _changes(board)
    yield "</main>"


def _filters(board: Board) -> list[State]:
    there = {one.state for row in board.rows for one in row.entries}
    return [state for state in _FILTERED if state in there]


def _changed(board: Board) -> list[Row]:
    return [row for row in board.rows if row.changed]


def _filter(board: Board) -> Iterator[str]:
    """All, or those departments that have anything in one state."""
    numbers = {state: sum(any(one.state is state for one in row.entries) for row in board.rows) for state in State}
    choices = [("all", f"全部 {len(board.rows)}")]
    choices += [(_css(state), f"{SIGNS[state]} {state} {numbers[state]}") for state in _filters(board)]
    if changed := _changed(board):
        choices.append((_MOVED, f"{CHANGED} {len(changed)}"))
    for name, _ in choices:
        state = " checked" if name == "all" else ""
        yield f'<input type="radio" name="only" class="choice" id="only-{name}"{state}>'
    labels = "".join(f'<label for="only-{name}">{escape(text)}</label>' for name, text in choices)
    yield f'<div class="filter">只看(部门数):{labels}</div>'


def _stages(board: Board) -> Iterator[str]:
    counts = [board.by_stage(term) for term in board.terms]
    yield from _open_count_table(("阶段", "期限", "最后一个工作日", "还有多久"), counts)
    for term, count in zip(board.terms, counts, strict=True):
        heads = (f"{term.number}. {term.name}", spoken(term.due), spoken(term.last_worked), left_text(term))
        yield _count_row(heads, count, counts)
    yield "</tbody></table>"


def _forms(board: Board) -> Iterator[str]:
    counts = [board.by_form(term, name) for term, name in board.deliverables]
    yield from _open_count_table(("阶段", "成果", "应报份数"), counts)
    for (term, name), count in zip(board.deliverables, counts, strict=True):
        copies = sum(one.copies for one in board.entries_of(term, name))
        yield _count_row((str(term.number), name, str(copies)), count, counts)
    yield "</tbody></table>"


def _open_count_table(heads: Sequence[str], counts: list[Count]) -> Iterator[str]:
    states = "".join(f"<th>{SIGNS[state]} {state}</th>" for state in shown_states(counts))
    named = "".join(f"<th>{head}</th>" for head in heads)
    done = f"<th>应报部门</th><th>{SIGNS[State.FILED]} 完成</th>"
    yield f'<table class="counts"><thead><tr>{named}{done}{states}</tr></thead><tbody>'


def _count_row(heads: Sequence[str], count: Count, counts: list[Count]) -> str:
    numbers = (count.owed, count.done, *(count.of(state) for state in shown_states(counts)))
    cells = "".join(f'<td class="number{"" if number else " zero"}">{number}</td>' for number in numbers)
    return f"<tr>{''.join(f'<td>{escape(head)}</td>' for head in heads)}{cells}</tr>"


def _legend(board: Board) -> Iterator[str]:
    there = {one.state for row in board.rows for one in row.entries}
    shown = "".join(f"<span>{SIGNS[state]} {state}</span>" for state in State if state in there)
    yield f'<p class="legend">{shown}</p>'


def _group(board: Board, rows: Sequence[Row]) -> Iterator[str]:
    columns = "".join(f'<col span="{len(term.deliverables)}">' for term in board.terms if term.deliverables)
    yield f'<table class="board"><colgroup><col class="name">{columns}</colgroup><thead><tr><th rowspan="2">部门</th>'
    for term in board.terms:
        if term.deliverables:
            yield (
                f'<th class="first" colspan="{len(term.deliverables)}">第{term.number}阶段 {term.due.month}月'
                f"{term.due.day}日</th>"
            )
    yield "</tr><tr>"
    for term in board.terms:
        for place, name in enumerate(term.deliverables):
            yield f"<th{_edge(place)}>{escape(name)}</th>"
    yield "</tr></thead><tbody>"
    for row in rows:
        yield f"<tr>{_name(row)}{''.join(_cells(board, row))}</tr>"
    yield "</tbody></table>"


def _name(row: Row) -> str:
    look = "" if row.is_declared else " undeclared"
    return f'<th class="name{look}">{escape(row.department)}</th>'


def _cells(board: Board, row: Row) -> Iterator[str]:
    for term in board.terms:
        for place, one in enumerate(row.of_stage(term.number)):
            yield _cell(one, is_first=not place)


def _cell(one: Entry, *, is_first: bool) -> str:
    looks = [_css(one.state), *(["first"] if is_first else []), *([_MOVED] if one.changed else [])]
    said = ";".join((f"{one.department} {one.deliverable}:{one.state}", *details(one)))
    title = f' title="{escape(said)}"'
    is_word_left_out = one.state in (State.NOT_OWED, State.LATER)
    text = SIGNS[one.state] + ("" if is_word_left_out else f" {one.state}")
    small = f"<small>{escape(short(one))}</small>" if short(one) else ""
    mark = '<small class="mark">有改动</small>' if one.changed else ""
    return f'<td class="{" ".join(looks)}"{title}>{text}{small}{mark}</td>'


def _edge(place: int) -> str:
    return "" if place else ' class="first"'


def _changes(board: Board) -> Iterator[str]:
    """Departments whose declarations are no longer what they filed."""
    if not (changed := _changed(board)):
        return
    yield f"<h2>{CHANGED}、还没有再报的</h2>\n<table><thead><tr><th>部门</th><th>改过的申报文件</th></tr></thead><tbody>"
    for row in changed:
        yield f"<tr><td>{escape(row.department)}</td><td>{escape('、'.join(row.changed))}</td></tr>"
    yield "</tbody></table>"
