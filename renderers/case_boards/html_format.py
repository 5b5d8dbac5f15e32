"""办件看板 as one page that opens anywhere, offline, prints on A4 and is filtered without script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from engine.cases.board import Board, Row
from engine.cases.cards import Card
from engine.cases.entries import Entry, Measure, Scope
from renderers.case_boards.looks import LOOKS, filter_rules
from renderers.case_boards.wording import (
    COLUMNS,
    NOTES,
    TOTAL,
    Group,
    due_text,
    groups_of,
    heading,
    holder_text,
    measure_text,
    missing_text,
    pauses_text,
    state_text,
)
from renderers.html_document import page

_WARNED = {"黄牌": "yellow", "红牌": "red", "超时办结": "red", "今日到期": "due"}
"""Columns of the table of departments whose numbers are coloured."""


def render(board: Board) -> str:
    """The whole page: the numbers of all, those of each department, the cases that need somebody."""
    listed = _listed(board)
    names = [group.name.lower() for group in Group if any(group in groups for _, groups in listed)]
    order = [*(row.department for row in board.rows), *(one.department for one in board.guests)]
    present = {one.department for one, _ in listed}
    departments = [name for name in dict.fromkeys(order) if name in present]
    rules = filter_rules(["all", *names], len(departments))
    return page(heading(board), LOOKS + rules, "\n".join(_body(board, listed, departments)))


def _listed(board: Board) -> list[tuple[Entry, tuple[Group, ...]]]:
    """The cases that are listed for something, red ones first, then yellow ones, each the most urgent first."""
    with_card = (*board.with_card(Card.RED), *board.with_card(Card.YELLOW), *board.with_card(Card.GREEN))
    found = ((one, groups_of(one, board)) for one in (*with_card, *board.closed_late))
    return [(one, groups) for one, groups in found if groups]


def _body(board: Board, listed: list[tuple[Entry, tuple[Group, ...]]], departments: Sequence[str]) -> Iterator[str]:
    yield from _choices(board, listed, departments)
    yield f"<h1>{escape(heading(board))}</h1>"
    if said := missing_text(board):
        yield f'<p class="caution">{escape(said)}</p>'
    if not board.total.received and not board.guests:
        yield "<p>到这一天还没有收过办件。</p>"
        return
    yield from _tiles(board.total)
    if len(board.rows) > 1:
        yield "<h2>各部门</h2>"
        yield from _counts(board)
    yield "<h2>要办、要看的办件</h2>"
    if not listed:
        yield "<p>没有红牌、黄牌、今日到期、暂停和超时办结的。</p>"
    else:
        yield from _filters(board, listed, departments)
        yield from _cases(listed, departments)
    yield from (f'<p class="note">{escape(note)}</p>' for note in NOTES)


def _tiles(row: Row) -> Iterator[str]:
    yield '<div class="tiles">'
    for head, text in COLUMNS:
        said = text(row)
        look = _WARNED.get(head, "") if said not in ("0", "0.0%") else ""
        yield f'<div class="tile {look}"><b>{said}</b><span>{head}</span></div>'
    yield "</div>"


def _counts(board: Board) -> Iterator[str]:
    heads = "".join(f"<th>{head}</th>" for head, _ in COLUMNS)
    yield f'<table class="counts"><thead><tr><th>部门</th>{heads}</tr></thead><tbody>'
    for row in board.rows:
        yield _count_row(row.department, row)
    yield f"</tbody><tfoot>{_count_row(TOTAL, board.total)}</tfoot></table>"


def _count_row(name: str, row: Row) -> str:
    cells = []
    for head, text in COLUMNS:
        said = text(row)
        look = "zero" if said in ("0", "0.0%") else _WARNED.get(head, "")
        cells.append(f'<td class="number {look}">{said}</td>')
    return f"<tr><th>{escape(name)}</th>{''.join(cells)}</tr>"


def _choices(board: Board, listed: list[tuple[Entry, tuple[Group, ...]]], departments: Sequence[str]) -> Iterator[str]:
    """The buttons, which stand before all that they filter; their labels come later."""
    if not listed:
        return
    names = ["all", *(group.name.lower() for group, _ in _numbers(listed))]
    for name in names:
        yield f'<input type="radio" name="card" class="choice" id="only-{name}"{_checked(name == "all")}>'
    if len(departments) > 1 and not board.department:
        for number in range(-1, len(departments)):
            yield f'<input type="radio" name="department" class="choice" id="of-{number + 1}"{_checked(number < 0)}>'


def _checked(is_first: bool) -> str:  # noqa: FBT001 - a word for the page
    return " checked" if is_first else ""


def _numbers(listed: list[tuple[Entry, tuple[Group, ...]]]) -> list[tuple[Group, int]]:
    counted = [(group, sum(group in groups for _, groups in listed)) for group in Group]
    return [(group, number) for group, number in counted if number]


def _filters(board: Board, listed: list[tuple[Entry, tuple[Group, ...]]], departments: Sequence[str]) -> Iterator[str]:
    labels = [f'<label for="only-all">全部 {len(listed)}</label>']
    labels += [
        f'<label for="only-{group.name.lower()}">{group.sign} {group.word} {number}</label>'
        for group, number in _numbers(listed)
    ]
    yield f'<div class="filter"><span>只看</span>{"".join(labels)}</div>'
    if len(departments) > 1 and not board.department:
        names = "".join(
            f'<label for="of-{number}">{escape(name)}</label>' for number, name in enumerate(["全部部门", *departments])
        )
        yield f'<div class="filter"><span>部门</span>{names}</div>'


def _cases(listed: list[tuple[Entry, tuple[Group, ...]]], departments: Sequence[str]) -> Iterator[str]:
    heads = ("", "办件", "时限", "到期日", "现在在谁手里", "收件日")
    yield '<table class="cases"><colgroup>'
    yield "".join(f'<col class="{name}">' for name in ("card", "case", "limit", "day", "where", "received"))
    yield f"</colgroup><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead><tbody>"
    numbers = {name: number for number, name in enumerate(departments, 1)}
    for one, groups in listed:
        looks = " ".join((*(group.name.lower() for group in groups), f"of{numbers[one.department]}"))
        yield f'<tr class="{looks}">{"".join(_cells(one, groups))}</tr>'
    yield "</tbody></table>"


def _cells(one: Entry, groups: Sequence[Group]) -> Iterator[str]:
    first, *more = groups
    also = "".join(f"<small>{group.word}</small>" for group in more)
    yield f'<td class="mark">{first.sign} {first.word}{also}</td>'
    applicant = f"<small>{escape(one.applicant)}</small>" if one.applicant else ""
    yield f"<td><b>{escape(one.number)}</b><small>{escape(one.department)} {escape(one.matter)}</small>{applicant}</td>"
    doubt = f"<small>{escape(one.doubt)}</small>" if one.doubt else ""
    yield f"<td>{''.join(f'<div>{_limit(measure)}</div>' for measure in _shown(one))}{doubt}</td>"
    yield f"<td>{escape(due_text(_shown(one)[0].clock))}</td>"
    yield f"<td>{''.join(_where(one))}</td>"
    yield f"<td>{one.received_on}</td>"


def _shown(one: Entry) -> Sequence[Measure]:
    """The limits that a case is listed for; of a paused one, that of the whole case if it runs."""
    whole = tuple(measure for measure in one.measures if measure.scope is Scope.PROMISE)
    return one.faults or whole or one.measures[:1]


def _limit(one: Measure) -> str:
    """The limit, how it stands, and what was taken out of it."""
    state, pauses = state_text(one.clock), pauses_text(one.clock)
    said = f'<span class="state">{escape(state)}</span>' if state else ""
    holder = f"({escape(one.holder)})" if one.holder else ""
    taken = f"<small>{escape(pauses)}</small>" if pauses else ""
    return f"{escape(measure_text(one))}{holder} {said}{taken}"


def _where(one: Entry) -> Iterator[str]:
    if one.closed_on:
        yield f"{one.closed_on}办结"
    for spot in one.spots:
        yield f"<div>{escape(spot.step)}<small>{escape(holder_text(spot))} {spot.since}起</small></div>"
