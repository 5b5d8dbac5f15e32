"""What of a stage's deliverables goes into a department's 报送包, and what is missing (缺件).

Source: 工作方案 二 (what is filed in each stage), domain annexes §0.2 (by whom, how many copies). 事项目录 is not filed
but made public in the stage in which the summary is written (二(五)1, 2): it goes along with 工作总结.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from engine.annexes import annexes
from engine.campaign.owing import Facts, NotOwed, Owed, Unclear, debt_of, is_made, known_name
from engine.documents import department_kinds
from engine.documents.document import DATE_BLANK, Document, Paragraph, Table
from processes.model.department import Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter
from processes.model.vocabulary import MatterType
from processes.rules.loose import is_missing

CARDS, CHARTS = "附件7", "附件8"
"""Papers of which each matter has its own."""

ALONG: Mapping[str, tuple[str, ...]] = MappingProxyType({"工作总结": ("事项目录",)})
"""A deliverable → what goes along with it."""

_LISTING, _OF_APPROVALS = ("附件4", "附件5", "附件6"), ("附件1", "附件2")
"""Forms that list every matter by name, secret ones too (附件6 注4 “全口径填写”), and those of 行政审批事项."""

_CHARTS_TITLE = "工作流程图"
_BY_PEOPLE = "由单位出具,软件不生成"
_HOW_BY_PEOPLE = "由单位出具的,扫描件用“--附加”装入,再打一次包;只报纸质件的,在单位.yaml的“文件”里写明文号。"
_HOW_TO_DECLARE = "没有申报或申报有错误的,用 zaizao check 看问题,改好再打一次包。"
_BLANK = re.compile(r"〔(?:\u3000+|公布前[^〕]*)〕")
"""What a person has yet to write, in a draft."""


class Place(StrEnum):
    """Where a deliverable is."""

    PACKED = "已装入"
    SHORT = "不齐"
    """Copies are missing, or matters in the one that there is (附件6 注4: 全口径填写)."""
    MISSING = "没有装入"
    ELSEWHERE = "另附"
    """Not in the package: 单位.yaml says that there is one on paper."""
    UNCLEAR = "待定"
    NOT_OWED = "不涉及"


LACKING = (Place.SHORT, Place.MISSING, Place.UNCLEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A deliverable: ``name`` as the plan calls it, ``title`` with the name of the form.

    ``owed`` copies, of which ``packed`` are in the package and ``separate`` are filed apart (secret matters).
    ``given``: files that the department put in itself. ``why``: why it is not owed, unclear or missing; what 单位.yaml
    says of one elsewhere.
    """

    name: str
    title: str
    place: Place
    owed: int = 0
    packed: int = 0
    separate: int = 0
    given: tuple[str, ...] = ()
    why: str = ""

    @property
    def lacking(self) -> int:
        """Copies that are missing."""
        return max(self.owed - self.packed - self.separate, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """The package of a department (or the city) for a stage, before its papers are made.

    ``last_worked``: the last working day up to ``due``. ``secret``: matters whose papers are filed apart;
    ``names_secrets``: forms of the package that name them all the same. ``blanks``: draft → how many blanks are in it.
    """

    owner: str
    full_name: str
    plan_name: str
    recipient: str
    stage: int
    stage_name: str
    due: date
    last_worked: date
    items: tuple[Item, ...] = ()
    secret: int = 0
    names_secrets: tuple[str, ...] = ()
    blanks: tuple[tuple[str, int], ...] = ()

    @property
    def packed(self) -> tuple[Item, ...]:
        """What is in the package, at least in part."""
        return tuple(one for one in self.items if one.packed)

    @property
    def lacking(self) -> tuple[Item, ...]:
        """What is missing, in part or whole."""
        return tuple(one for one in self.items if one.place in LACKING)

    @property
    def remedies(self) -> tuple[str, ...]:
        """How what is missing can be supplied, in sentences."""
        kinds = {one.why == _BY_PEOPLE for one in self.lacking}
        return tuple(
            text for text, is_of_people in ((_HOW_TO_DECLARE, False), (_HOW_BY_PEOPLE, True)) if is_of_people in kinds
        )

    @property
    def is_owed(self) -> bool:
        """Whether anything of the stage concerns the department."""
        return any(one.place is not Place.NOT_OWED for one in self.items)


def wanted(deliverables: Iterable[str]) -> tuple[str, ...]:
    """Deliverables of a stage with what goes along, by the names that we know."""
    known = [known_name(str(name)) for name in deliverables]
    return tuple(dict.fromkeys((*known, *(more for name in known for more in ALONG.get(name, ())))))


def items_of(  # noqa: PLR0913 - the stage, and all that is known of what a department has
    deliverables: Sequence[str],
    facts: Facts,
    matters: Sequence[CheckedMatter],
    broken: Sequence[str],
    given: Mapping[str, tuple[str, ...]],
    empty: frozenset[str],
) -> tuple[Item, ...]:
    """The items of a department in a stage.

    ``matters`` hold together; ``broken`` are the names of those that do not and may be named. ``given``: deliverable →
    files of the department's own; ``empty``: documents of which nothing would come, for want of matters to show.
    """
    secret = [one for one in matters if one.matter.secret]
    apart = {CARDS: sum(one.after is not None for one in secret), CHARTS: len(secret)}
    items = []
    for name in deliverables:
        known = known_name(name)
        item = _item(name, facts, apart.get(known, 0), broken, given.get(known, ()))
        items.append(item)
        for more in ALONG.get(known, ()):
            own = given.get(more, ())
            if own or (facts.sound and more not in empty):
                items.append(Item(name=more, title=more, place=Place.PACKED, owed=1, packed=1, given=own))
    return tuple(items)


def blanks_in(
    department: Department, plan: Plan, matters: Sequence[CheckedMatter], names: Iterable[str]
) -> Iterable[tuple[str, int]]:
    """The drafts among ``names`` that have blanks to fill, and how many; the date of signing is not counted."""
    for name in names:
        kind = department_kinds().get(name)
        document = kind.write(department, plan, matters) if kind else None
        if document and (count := len(_BLANK.findall("\n".join(_texts(document)).replace(DATE_BLANK, "")))):
            yield name, count


def empty_of(
    department: Department, plan: Plan, matters: Sequence[CheckedMatter], names: Iterable[str]
) -> frozenset[str]:
    """The documents among ``names`` that the department has none of."""
    kinds = department_kinds()
    return frozenset(name for name in names if name in kinds and kinds[name].write(department, plan, matters) is None)


def naming_secrets(deliverables: Iterable[str], secret: Sequence[CheckedMatter]) -> tuple[str, ...]:
    """The forms among ``deliverables`` that name a secret matter."""
    naming = _LISTING if secret else ()
    if any(one.matter.type is MatterType.APPROVAL for one in secret):
        naming = (*_OF_APPROVALS, *naming)
    return tuple(name for name in deliverables if name in naming)


def title_of(name: str) -> str:
    """``附件6 工作流程优化对比台账``; other papers are called as the plan calls them."""
    known = known_name(name)
    if known in annexes():
        return f"{known} {annexes()[known].NAME}"
    return f"{known} {_CHARTS_TITLE}" if known == CHARTS else name


def _item(name: str, facts: Facts, apart: int, broken: Sequence[str], given: tuple[str, ...]) -> Item:
    title = title_of(name)
    match debt_of(name, facts):
        case NotOwed(reason):
            if given:
                return Item(name=name, title=title, place=Place.PACKED, owed=1, packed=1, given=given)
            return Item(name=name, title=title, place=Place.NOT_OWED, why=reason)
        case Unclear(reason):
            return Item(name=name, title=title, place=Place.UNCLEAR, why=reason)
        case Owed(copies, ready):
            pass
    if not is_made(name):
        return _unmade(name, title, facts, given)
    if given and not ready:
        ready = 1
    packed = max(ready - apart, 0)
    place = Place.PACKED if packed + apart >= copies else Place.SHORT if packed else Place.MISSING
    why = _why_short(facts, broken) if place is not Place.PACKED else ""
    if place is Place.PACKED and facts.broken and not given and known_name(name) not in (CARDS, CHARTS):
        place, why = Place.SHORT, f"没有列入{_broken(facts, broken)},申报有错误"
    return Item(name=name, title=title, place=place, owed=copies, packed=packed, separate=apart, given=given, why=why)


def _unmade(name: str, title: str, facts: Facts, given: tuple[str, ...]) -> Item:
    """What only people can make."""
    if given:
        return Item(name=name, title=title, place=Place.PACKED, owed=1, packed=1, given=given)
    said = facts.papers.get(name, "")
    if said and not is_missing(said):
        return Item(name=name, title=title, place=Place.ELSEWHERE, owed=1, why=said)
    return Item(name=name, title=title, place=Place.MISSING, owed=1, why=_BY_PEOPLE)


def _why_short(facts: Facts, broken: Sequence[str]) -> str:
    if not facts.matters:
        return "没有申报事项"
    return f"{_broken(facts, broken)}申报有错误,没有做出来"


def _broken(facts: Facts, named: Sequence[str]) -> str:
    """``“甲”“乙”和另外1个事项``: what does not hold together, by name as far as it may be named."""
    names = "".join(f"“{name}”" for name in named)
    others = facts.broken - len(named)
    if not others:
        return names
    return f"{names}和另外{others}个事项" if names else f"{others}个事项"


def _texts(document: Document) -> Iterable[str]:
    yield from (document.title, document.subtitle)
    for part in document.parts:
        match part:
            case Paragraph():
                yield part.text
            case Table():
                yield from (str(cell.value) for row in part.rows for cell in row.cells)
            case _:
                pass
