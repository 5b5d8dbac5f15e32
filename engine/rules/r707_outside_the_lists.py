"""R707 清单之外."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.rules.likeness import Likeness
from engine.rules.listing import (
    TYPES,
    ListBook,
    is_compared,
    is_listed,
    list_book,
    names_of,
    spellings,
    unlisted_intermediaries,
    without_duty,
)
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.lists import ListKind
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R707",
    name="清单之外",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="对权力清单、责任清单、中介服务清单、公共服务清单运行情况进行检查,是否存在清单之外擅自审批问题…",
    source="工作方案 二(五)3",
    why="项目里有“清单”文件夹时,行政审批和其他行政权力事项对权力清单、公共服务事项对公共服务清单逐个比名称(公布名称也算,"
    "括号、空格的写法不计,清单没有细分的,名称末尾的括号如(新办)也不计;清单上写着(新办、变更、注销)的,就是不带括号的)。清单里没有的是清单之外的事项;清单里有而没有申报的,可能漏了。取消、下放、涉密的和其他事项不比。"
    "责任清单是按事项列的才比,中介服务清单写了涉及哪些审批事项的才比,都只提醒。没有清单就不查。只差“的”、括号、“核发”“审批”这类字眼或者差一两个字的,只警告,写出像哪一个,请人工核对;怎么也对不上的才是错误。",
    mend="名称写得不一样的改成清单上的名称;确实不在清单里的,停止办理或报请调整清单。",
    bad="""
==> 清单/权力清单.csv <==
权力名称,权力类型,实施主体
示范经营备案,行政许可,示范局
""",
    good="""
==> 清单/权力清单.csv <==
权力名称,权力类型,实施主体
示范经营许可证核发,行政许可,示范局
""",
)

_SHOWN = 8
"""Names that a message lists."""


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Every matter of a list's type is in the list, every row of the list is declared; names are compared folded."""
    lists, name = context.workspace.lists, filing.department.name
    if not lists:
        return
    matters = context.workspace.matters_of(name)
    for kind in TYPES:
        book = list_book(kind, lists, name)
        if book is not None:
            yield from _compared(book, matters, filing)
    duties = list_book(ListKind.DUTIES, lists, name)
    if duties:
        yield from _without_duty(duties, matters)
    for matter, needed in unlisted_intermediaries(filing.matters, lists):
        hint = "清单之外的中介服务不得作为受理条件:取消这项要求,或报请调整清单。"
        yield _warning(matter, f"「{matter.name}」要用中介服务(「{needed}」),中介服务清单里没有写涉及它", hint)


def _warning(matter: Matter, message: str, hint: str) -> Finding:
    return RULE.at(matter.at("name"), message, hint, width=len(matter.name), severity=Severity.WARNING)


def _without_duty(duties: ListBook, matters: Sequence[Matter]) -> Iterator[Finding]:
    missing, written = without_duty(duties, matters), duties.names
    likeness = Likeness(written if missing else ())
    for matter in missing:
        like = likeness.nearest(names_of(matter))
        hint = "有权必有责:报请补充责任清单;名称写得不一样的改成一样。"
        asked = f"是不是清单上的「{written[like.name]}」?" if like else ""
        yield _warning(matter, f"「{matter.name}」在责任清单里没有对应的责任事项", asked + hint)


def _compared(book: ListBook, matters: Sequence[Matter], filing: Filing) -> Iterator[Finding]:
    compared = [matter for matter in matters if is_compared(matter, TYPES[book.kind])]
    name = filing.department.name
    if compared and not book.own and not book.anybody:
        yield RULE.at(
            filing.department.at("name"),
            f"{book.kind}里没有「{name}」,它的 {len(compared)} 个事项没有可比的",
            "补上本单位的清单;单位名称写得不一样的,改成方案里的简称或全称。",
            width=len(name),
            severity=Severity.WARNING,
        )
        return
    listed = book.names
    # All that is declared counts as declared, of whatever type and outcome.
    declared = {name for matter in matters for name in names_of(matter)}
    open_names = {folded: written for folded, written in listed.items() if folded not in declared}
    outside = [matter for matter in compared if not is_listed(matter, listed)]
    likeness = Likeness(open_names if outside else ())
    suggested: set[str] = set()
    for matter in outside:
        like = likeness.nearest(names_of(matter))
        if like:
            suggested.add(like.name)
        close = open_names[like.name] if like else ""
        yield _alike(matter, book, close) if like and like.same else _outside(matter, book, close)
    yield from _undeclared(book, declared | suggested, filing)


def _alike(matter: Matter, book: ListBook, close: str) -> Finding:
    hint = (
        f"是同一个事项的,改成清单上的名称「{close}」;不是同一个的,「{matter.name}」在清单之外,停止办理或报请调整清单。"
    )
    return _warning(matter, f"「{matter.name}」和{book.kind}上的「{close}」名称不一致", hint)


def _outside(matter: Matter, book: ListBook, close: str) -> Finding:
    owner = next((one for name in names_of(matter) if (one := book.owners.get(name))), "")
    said = f",清单上它是「{owner}」的" if owner else ""
    hint = f"是不是清单上的「{close}」?{RULE.mend}" if close else ""
    return RULE.at(matter.at("name"), f"「{matter.name}」不在{book.kind}里{said}", hint, width=len(matter.name))


def _undeclared(book: ListBook, declared: set[str], filing: Filing) -> Iterator[Finding]:
    """One finding for all rows of the list that nobody declared."""
    rows = [row for row in book.own if declared.isdisjoint(folded for name in row.names for folded in spellings(name))]
    if not rows:
        return
    named = quoted([row.names[-1] for row in rows], _SHOWN)
    yield RULE.at(
        filing.department.at("name"),
        f"{book.kind}里有 {len(rows)} 个事项没有申报:{named}",
        "补申报;已经取消、下放的报请调整清单。有理由不申报的在说明里写明。",
        width=len(filing.department.name),
        related=(row.place for row in rows[:_SHOWN]),
        severity=Severity.WARNING,
    )
