"""事项依据 in a cell: its paragraphs, and under which 效力层级 each belongs, which no form says."""

from __future__ import annotations

import re
from typing import NamedTuple

from processes.intake.matters.texts import sentences_in
from processes.model.folding import fold_name
from processes.model.vocabulary import BasisRank

_TITLE = re.compile("《([^《》]+)》")
_STATUTE = re.compile(r"(?<![办方做])法(?:典)?(?:\(.*\))?$|全国人民?代表大会|全国人大|户口登记条例|学位条例")
_LOCAL = re.compile(r"^[^《》]{2,8}(?:省|自治区|市|县|自治州)(?!场|政|容)|^(?:黑龙江|内蒙古|广西|西藏|宁夏|新疆)")
_PAPER = re.compile(
    r"(?:通知|意见|批复|复函|函|公告|方案|指引|目录|纪要|决定)$|〔(?:19|20)\d\d〕|\[(?:19|20)\d\d\]|号文"
)
_ORGANISATION = re.compile(r"主要职责|内设机构|人员编制|三定|机构编制|编办|编委|编发")
_RULES = re.compile(r"(?:办法|规定|细则|规则|规范|标准)(?:\(.*\))?$")
_STATE_COUNCIL = re.compile(r"国务院令|国务院[^《》]*决定|国务院第")
_MINISTRY = re.compile(r"(?:部|局|委|总局|署|会|银行)令|部门规章|令第?\d+号")


class Ranked(NamedTuple):
    """A basis and its rank; ``sure`` where its name leaves no doubt."""

    rank: BasisRank
    text: str
    sure: bool


def bases_in(text: str) -> tuple[tuple[Ranked, ...], str]:
    """The bases of a cell in the form's order, and why they were parted as they were; see ``sentences_in``.

    The form lists them by rank (附件4 注6): what a name leaves open stands between its neighbours.
    """
    parted = sentences_in(text)
    written = [_written_rank(item) for item in parted.items]
    guesses = [_rank(rest) if said is None else (said, True) for said, rest in written]
    order = list(BasisRank)
    found: list[Ranked] = []
    least = 0
    for index, ((rank, sure), (_, rest)) in enumerate(zip(guesses, written, strict=True)):
        later = [order.index(other) for other, certain in guesses[index + 1 :] if certain]
        place = order.index(rank)
        if not sure:
            # Between what certainly stands before and after it, if the list is in order.
            place = max(place, least)
            place = min([place, *(after for after in later if after >= least)])
        least = max(least, place)
        found.append(Ranked(order[place], rest, sure))
    return tuple(found), parted.guessed


def _written_rank(item: str) -> tuple[BasisRank | None, str]:
    """法律: 《…》 or 【法律】《…》: a rank that somebody wrote before the title."""
    for rank in BasisRank:
        found = re.match(rf"[【\[(（]?{rank}[】\])）]?\s*[:：]?\s*(?=《)", item)
        if found:
            return rank, item[found.end() :]
    return None, item


def _rank(text: str) -> tuple[BasisRank, bool]:  # noqa: PLR0911 - one way out a kind of name
    """The rank that the name of an instrument gives away, and whether it leaves no doubt."""
    folded = fold_name(text)
    leading = _TITLE.match(folded)
    title = leading[1] if leading else folded
    behind = folded[leading.end() :] if leading else folded
    if _ORGANISATION.search(folded):
        return BasisRank.ORGANISATION_DOCUMENT, True
    if _STATUTE.search(title):
        return BasisRank.LAW, True
    if _STATE_COUNCIL.search(folded) and not title.endswith(("通知", "意见")):
        return BasisRank.ADMINISTRATIVE_REGULATION, True
    if _PAPER.search(title) or re.search(r"〔(?:19|20)\d\d〕|\[(?:19|20)\d\d\]", behind):
        return BasisRank.NORMATIVE_DOCUMENT, True
    if title.endswith("条例") or re.search(r"条例\(.*\)$|条例实施", title):
        local = _LOCAL.search(title)
        return (BasisRank.LOCAL_REGULATION if local else BasisRank.ADMINISTRATIVE_REGULATION), True
    if _RULES.search(title):
        if _LOCAL.search(title):
            return BasisRank.LOCAL_RULE, False
        return BasisRank.MINISTRY_RULE, bool(_MINISTRY.search(behind))
    return BasisRank.NORMATIVE_DOCUMENT, False
