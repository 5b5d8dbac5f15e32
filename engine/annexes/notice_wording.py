"""Lists of 附件7 in words: 事项依据, 办理条件, 收费依据与标准, 申报所需材料.

附件4 注6 wants bases by rank, each a paragraph under 大写数字: taken is 一、二、三 as in official papers
(GB/T 9704-2012), not 壹贰叁. Everything else is numbered 1. 2. 3.; what stands alone in a cell needs no number, except
材料 and 依据, whose numbers are part of how the form writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.form import NONE_TEXT
from processes.model.vocabulary import BasisRank

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from processes.model.matter import Basis, Fee, Material

_RANKS = tuple(BasisRank)
_DIGITS: tuple[str, ...] = ("", *"一二三四五六七八九")
_TEN = 10


def basis_text(bases: Iterable[Basis]) -> str:
    """Each basis a paragraph, those of higher rank first, those of equal rank as written."""
    ordered = sorted(bases, key=lambda basis: _RANKS.index(basis.rank))
    return "\n".join(f"{ordinal(number)}、{basis.text}" for number, basis in enumerate(ordered, 1)) or NONE_TEXT


def conditions_text(conditions: Sequence[str]) -> str:
    """The conditions, numbered if there are several."""
    return _paragraphs(conditions)


def fees_text(fees: Iterable[Fee]) -> str:
    """Every charge with its standard and its basis: ``工本费:每证4元(依据:《…》)``; 无 if nothing is charged."""
    return _paragraphs([_fee(fee) for fee in fees])


def materials_text(materials: Iterable[Material]) -> str:
    """Every paper with the copies as written; none written means 1份, as the label of the cell says."""
    return _numbered(f"{paper.name}({paper.copies})" if paper.copies else paper.name for paper in materials)


def ordinal(number: int) -> str:
    """一 to 九十九, as paragraphs of official papers are numbered."""
    tens, ones = divmod(number, _TEN)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + _DIGITS[ones]  # noqa: PLR2004 - 十, not 一十


def _fee(fee: Fee) -> str:
    standard = f":{fee.standard}" if fee.standard else ""
    return fee.item + standard + (f"(依据:{fee.basis})" if fee.basis else "")


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(texts) if len(texts) == 1 else _numbered(texts)


def _numbered(texts: Iterable[str]) -> str:
    return "\n".join(f"{number}.{text}" for number, text in enumerate(texts, 1)) or NONE_TEXT
