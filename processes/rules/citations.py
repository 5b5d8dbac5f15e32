"""Laws named in a basis: their titles and articles, and the rank that their names give away."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from processes.model.folding import fold_name, without_bracket
from processes.model.matter import Basis
from processes.model.vocabulary import BasisRank
from processes.rules.articles import articles_in

PERMIT_LAW = "行政许可法"
REGULATIONS = frozenset({BasisRank.LAW, BasisRank.ADMINISTRATIVE_REGULATION, BasisRank.LOCAL_REGULATION})
"""“法律、法规” in the laws."""
NATIONAL = frozenset({BasisRank.LAW, BasisRank.ADMINISTRATIVE_REGULATION})
"""“法律、行政法规” in the laws."""

_CITED = re.compile(r"《([^《》]+)》([^《》]*)")
_LEADING = re.compile(r"《([^《》]+)》")
_STATUTE = re.compile(r"(?<![办方做])法(?:典)?$")
_NUMBERED = re.compile(r"[〔\[(](?:19|20)\d\d[〕\])]\D{0,3}\d+号")
_STATE_COUNCIL = re.compile(r"国务院令|国务院第\d+号令")
_PLACE = re.compile(
    "(?:北京|天津|上海|重庆)市|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州"
    "|云南|陕西|甘肃|青海|台湾)省|内蒙古|广西|西藏|宁夏|新疆"
    # Other cities: two to four characters before 市 that make no other word of it (城市, 市场, 上市 …).
    "|.{2,4}(?<![城集都上超夜股的辖])市(?![场政容集民县区贸值])"
)
_DOCUMENT = re.compile("(?:通知|意见|批复|复函|函|公告|方案|指引|目录)$")


class Citation(NamedTuple):
    """A title without 中华人民共和国, and the articles named after it, in Chinese numbers: 第四十二条."""

    title: str
    articles: tuple[str, ...]


@lru_cache(1 << 12)
def citations(text: str) -> tuple[Citation, ...]:
    """Every 《…》 of the text, in order."""
    return tuple(Citation(title_of(found[1]), articles_in(fold_name(found[2]))) for found in _CITED.finditer(text))


def cites(text: str, title: str) -> bool:
    """Whether ``title`` is among the laws named."""
    return any(found.title == title for found in citations(text))


def leading_title(text: str) -> str:
    """The title with which a basis begins, folded and otherwise as written; empty if it begins with something else."""
    found = _LEADING.match(fold_name(text))
    return found[1] if found else ""


def is_statute(title: str) -> bool:
    """Whether a title is that of a 法律: …法, …法典, not 办法."""
    return bool(_STATUTE.search(title))


def is_local(title: str) -> bool:
    """Whether a title begins with the name of a province or city."""
    return bool(_PLACE.match(title))


def sets_otherwise(text: str, bases: tuple[Basis, ...]) -> bool:
    """Whether a basis is a law or regulation besides 行政许可法, as far as is known: “法律、法规另有规定”."""
    return not cites(text, PERMIT_LAW) and bool(REGULATIONS.intersection(ranks(text, bases)))


def ranks(text: str, bases: tuple[Basis, ...]) -> tuple[BasisRank | None, ...]:
    """The rank of every instrument named, as declared under 依据 or as its name says; None where neither tells.

    《…办法》《…规定》《…细则》 may be 行政法规, so their names tell nothing unless they begin with a place. Then
    办法 and 规定 may be 地方性法规 or 规章; the higher is taken.
    """
    declared = {cited.title: basis.rank for basis in bases for cited in citations(basis.text)}
    found = [declared.get(cited.title) or _rank_by_name(cited.title) for cited in citations(text)]
    if not found and _STATE_COUNCIL.search(text):
        return (BasisRank.ADMINISTRATIVE_REGULATION,)
    if not found and _NUMBERED.search(fold_name(text)):
        return (BasisRank.NORMATIVE_DOCUMENT,)
    return tuple(found) or (None,)


@lru_cache(1 << 12)
def _rank_by_name(title: str) -> BasisRank | None:
    local = is_local(title)
    if title.endswith("条例"):
        return BasisRank.LOCAL_REGULATION if local else BasisRank.ADMINISTRATIVE_REGULATION
    if is_statute(title):
        return BasisRank.LAW
    if _DOCUMENT.search(title):
        return BasisRank.NORMATIVE_DOCUMENT
    if local and title.endswith(("办法", "规定")):
        return BasisRank.LOCAL_REGULATION
    return BasisRank.LOCAL_RULE if local and title.endswith("细则") else None


def title_of(text: str) -> str:
    """Without the name of the country, spaces and what a bracket at the end adds: 《…法(2015年修正)》."""
    return without_bracket(text).removeprefix("中华人民共和国")
