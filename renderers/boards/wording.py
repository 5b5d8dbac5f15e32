"""What is said of a stage and of an entry of the board, the same in all formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from engine.campaign.board import Board, Count, Row
from engine.campaign.standing import DONE, Entry, State
from engine.campaign.terms import Phase, Term
from engine.reckoning import spoken

SIGNS: Mapping[State, str] = MappingProxyType(
    {
        State.OVERDUE: "▲",
        State.RETURNED: "◆",
        State.MISSING: "□",
        State.INCOMPLETE: "◧",
        State.FAULTY: "△",
        State.ASKED: "◇",
        State.UNCLEAR: "?",
        State.READY: "○",
        State.LATER: "·",
        State.LATE: "◎",
        State.FILED: "●",
        State.CONFIRMED: "●",
        State.NOT_OWED: "－",
    }
)
"""A sign for each state, so that it is told apart without colour."""

NO_REGISTRY = "还没有登记库(zaizao submit 第一次报送时建立),看不出报送了没有;下面只按申报文件。"
CHANGED = "报送后有改动"


def heading(board: Board) -> str:
    """``海林市 2018-01-20(星期六)的进度:62个部门``."""
    return f"{board.city}{spoken(board.day)}的进度:{len(board.rows)}个部门"


def term_text(term: Term) -> str:
    """``期限2017-12-31(星期日),最后一个工作日2017-12-29(星期五),已过14个工作日``."""
    parts = [f"期限{spoken(term.due)}"]
    if term.last_worked != term.due:
        parts.append(f"最后一个工作日{spoken(term.last_worked)}")
    return ",".join((*parts, left_text(term)))


def left_text(term: Term) -> str:
    """How long there is still time, or since when no more."""
    about = "约" if term.provisional else ""
    if term.phase is Phase.OVER:
        return f"已过{about}{-term.left}个工作日"
    if term.left:
        return f"还有{about}{term.left}个工作日"
    if term.day == term.due:
        return "当天到期"
    return "当天是最后一个工作日" if term.day == term.last_worked else "没有工作日了"


def stage_title(term: Term) -> str:
    """``第3阶段 优化作风流程阶段``."""
    return f"第{term.number}阶段 {term.name}"


def late_text(entry: Entry) -> str:
    """How late it is, or was filed."""
    return f"逾期{entry.late}个工作日" if entry.late else "逾期,还没过工作日"


def details(entry: Entry) -> Iterator[str]:
    """What there is to say besides the state, the most important first."""
    if entry.state is State.OVERDUE:
        yield late_text(entry)
        if entry.lying is not None:
            yield str(entry.lying)
    elif entry.state is State.LATE:
        yield late_text(entry)
    if entry.reason:
        yield entry.reason
    if entry.filed is not None:
        yield from _of_filing(entry)
    if entry.state not in (State.NOT_OWED, State.UNCLEAR, State.LATER):
        yield from _counts(entry)
    if entry.changed:
        yield f"{CHANGED}({'、'.join(entry.changed)})"


def short(entry: Entry) -> str:
    """The one thing that is said in a narrow cell."""
    if State.INCOMPLETE in (entry.state, entry.lying):
        return _part(entry) if entry.state is State.INCOMPLETE else _lying(entry)
    if entry.state in (State.OVERDUE, State.LATE):
        return f"{entry.late}个工作日"
    if entry.state in (State.RETURNED, State.FILED) and entry.filed is not None:
        return f"第{entry.filed.latest.version}版" if entry.state is State.RETURNED else str(entry.filed.latest.state)
    if entry.state is State.FAULTY:
        return " ".join(filter(None, (wrong(entry), _part(entry) if entry.ready < entry.copies > 1 else "")))
    return f"{entry.copies}份" if entry.copies > 1 else ""


def _part(entry: Entry) -> str:
    """``3/5份``: so many of those owed."""
    return f"{entry.ready}/{entry.copies}份"


def wrong(entry: Entry) -> str:
    """``错误2 警告3``."""
    counted = (("错误", entry.errors), ("警告", entry.warnings))
    return " ".join(f"{word}{number}" for word, number in counted if number)


def remark(row: Row, state: State, term: Term) -> str:
    """What stands in brackets behind a department in the list of a stage; empty where the state says all."""
    own = [one for one in row.of_stage(term.number) if one.state is state]
    if not own:
        return ""
    (first, *_) = own
    said = {
        State.OVERDUE: "、".join(dict.fromkeys(map(_lying, own))),
        State.RETURNED: first.filed.latest.reasons if first.filed else "",
        State.INCOMPLETE: "、".join(f"{one.deliverable} {_part(one)}" for one in own),
        State.FAULTY: wrong(first),
        State.ASKED: "、".join(one.deliverable for one in own),
        State.UNCLEAR: first.reason,
        State.NOT_OWED: first.reason,
        State.LATE: late_text(first),
        State.FILED: str(first.filed.latest.state) if first.filed else "",
    }.get(state, "")
    return f"{said},{CHANGED}" if said and first.changed else said or (CHANGED if first.changed else "")


def shown_states(counts: list[Count]) -> tuple[State, ...]:
    """The states that need a column: those that are not done and that any count has."""
    return tuple(state for state in State if state not in DONE and any(count.of(state) for count in counts))


def _lying(one: Entry) -> str:
    """What state an overdue deliverable would be in; of what was sent back, why."""
    if one.lying is State.RETURNED and one.filed is not None:
        return f"{State.RETURNED}:{one.filed.latest.reasons}"
    if one.lying is State.INCOMPLETE:
        return f"{State.INCOMPLETE}{_part(one)}"
    return str(one.lying)


def _of_filing(entry: Entry) -> Iterator[str]:
    assert entry.filed is not None
    one = entry.filed.latest
    yield f"第{one.version}版{entry.filed.last_day}由{one.who}报送,{one.state}"
    if one.reasons:
        yield f"理由:{one.reasons}" if entry.state not in DONE else one.reasons
    if entry.state in DONE and entry.filed.first_day < entry.filed.last_day:
        yield f"第1次{entry.filed.first_day}报送"


def _counts(entry: Entry) -> Iterator[str]:
    if State.INCOMPLETE in (entry.state, entry.lying):
        yield f"应报{entry.copies}份,报送了{entry.ready}份"
    elif entry.copies > 1 or entry.ready < entry.copies:
        missing = f",现在能出{entry.ready}份" if entry.ready < entry.copies and entry.lying is not State.ASKED else ""
        yield f"{entry.copies}份{missing}"
    if wrong(entry):
        is_past = entry.state in DONE or State.INCOMPLETE in (entry.state, entry.lying)
        yield f"{'报送时' if is_past else '要改的'}{wrong(entry)}"
