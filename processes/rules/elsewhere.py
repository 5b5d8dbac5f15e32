"""Codes of the catalogue that have no rule: what they ask cannot go wrong in a declaration, or is asked of the forms.

The catalogue (rules.md) has them for forms that people fill in by hand. Here forms are made from one declaration, so
that a finding could never name a place in it. ``zaizao explain`` says where each is looked after.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Keeper(StrEnum):
    """Who sees to it, in the words of ``zaizao explain``."""

    RECONCILED = "由 zaizao reconcile 核对"
    READ = "由申报的写法保证"
    MADE = "由程序生成附件时保证"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A code without a rule: what it asks, who sees to it, and how.

    ``identities`` are the names of those of ``zaizao reconcile``, ``codes`` the findings that are given instead.
    """

    code: str
    name: str
    keeper: Keeper
    how: str = ""
    identities: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def _reconciled(code: str, name: str, *identities: str) -> Elsewhere:
    return Elsewhere(code, name, Keeper.RECONCILED, identities=identities)


def _read(code: str, name: str, how: str, *codes: str) -> Elsewhere:
    return Elsewhere(code, name, Keeper.READ, how, codes=codes)


_TOTALS = (("9", "14"), ("14", "16"), ("19", "18"), ("25", "20"))
"""Columns of 附件6 and of 附件9 with the same sums (R804)."""

_ALL = (
    _reconciled("R218", "附件2等于附件1减去取消、下放的", "附件2的事项=附件1的事项减去取消、下放的"),
    _read("R303", "事项类型只有四种", "类型只能从四种里选,写别的读不进来", "D105"),
    Elsewhere("R306a", "依据用大写数字编号,每项一段", Keeper.MADE, "依据一行写一项,“一、”“二、”和分段是印附件4时加的"),
    _read("R307", "相对人只有七种", "相对人只能从七种里选,写别的读不进来", "D105"),
    _read("R416", "时限标明工作日或自然日", "时限不写单位读不进来;附件6的备注由程序按申报填写", "D106"),
    _read("R417", "即时办结的填写0", "时限写0读不进来,即时办结写 即时;附件6里由程序填0", "D106"),
    _reconciled("R418", "总计按单元格里的说明填写", "附件6总计=各行之和", "附件6总计第26栏=进行了优化的行数"),
    _reconciled("R419", "所列项数等于数量", "附件6所列项数=数量"),
    _reconciled(
        "R801",
        "附件4、附件6、附件9的事项数一致",
        "附件6的事项=附件4的事项",
        "附件4的事项=附件6的事项",
        "附件9第3栏=附件4的行数",
        "附件9第3栏=附件6总计第1栏",
    ),
    _reconciled("R802", "附件9各类事项数和附件4一致", "附件9第4至7栏=附件4各类事项数", "附件9总数=四类事项数之和"),
    _reconciled("R803", "优化的事项数一致", "附件9第8栏=附件6总计第26栏", "附件9总数=四类事项数之和"),
    _reconciled("R804", "附件9的减少数和附件6一致", *(f"附件9第{nine}栏=附件6总计第{six}栏" for six, nine in _TOTALS)),
    _reconciled(
        "R805",
        "附件1、附件2的事项和附件4一致",
        "附件1的事项=附件4的行政审批事项",
        "附件4的行政审批事项=附件1的事项",
        "附件2的事项=附件1的事项减去取消、下放的",
    ),
    _reconciled("R806", "附件3等于附件1、附件2的合计", "附件3改革前=附件1各行之和", "附件3改革后=附件2各行之和"),
    _reconciled(
        "R807",
        "附件7的时限、材料和附件6一致",
        "附件7法定时限=附件6第22栏",
        "附件7承诺时限=附件6第24栏",
        "附件7材料数=附件6第18栏",
    ),
    _reconciled("R808", "附件8的环节数和附件6一致", "附件6第8栏=附件8主线环节数"),
    _reconciled(
        "R809", "附件10只列公开的、改了的内容", "附件10的事项都是附件6中公开的事项", "附件10修改后的内容与原内容不同"
    ),
    _reconciled(
        "R810",
        "全市汇总等于各部门之和",
        "附件9合计=各部门之和",
        "全市附件6总计=各部门附件6总计之和",
        "全市附件9中没有申报的部门写明未申报",
    ),
    _read("N101", "环节没有程序", "每个环节至少要写一个程序,没有写的由S108提出", "S108"),
    _read("N104", "程序比环节少", "每个环节至少要写一个程序,程序就不会比环节少", "S108"),
)

ELSEWHERE: dict[str, Elsewhere] = {one.code: one for one in _ALL}
"""Code → what is said of it, in the order of the catalogue."""
