"""What may be written so that a cell of a form says what the edited form says: the likeliest first.

Each is only a proposal: whoever carries it out reads the file again and keeps what gives the wanted cell and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from processes.declaration.cells import material_facts, split_names
from processes.merging.bases import bases
from processes.merging.fees import fees
from processes.merging.flow import procedures, steps
from processes.merging.source import Change, Source
from processes.merging.uses import without_uses
from processes.model.folding import fold
from processes.model.places import Place

_SCALARS = {
    "name": "名称",
    "type": "类型",
    "kind": "种类",
    "final_level": "终审",
    "unexercised": "未行使原因",
    "implementing_body": "实施主体",
    "inquiry_phone": "咨询电话",
    "supervisor": "监督机构",
    "supervision_phone": "监督电话",
    "postal_address": "邮寄地址",
    "postcode": "邮政编码",
    "public_before": "公开",
    "public_after": "公开",
    "location_after": "地点",
}
_NAMES = {
    "subjects": "相对人",
    "publicity": "公开方式",
    "outputs": "出具",
    "offices": "承办",
    "offices_after": "承办",
    "parallel_departments": "并联部门",
    "joint_departments": "共同实施",
}
_LISTED = {"conditions_after": "条件", "materials_listed_before": "材料", "materials_listed_after": "材料"}
_LIMITS = {"limit_statutory": "法定时限", "limit_before": "时限", "limit_after": "时限"}
_BEFORE, _AFTER = "优化前", "优化后"

_NUMBERED = re.compile(r"(?:^|[;；\n])\s*\d{1,3}[.．、]\s*")
_NUMERALS = re.compile(r"(?:^|\n)\s*[零一二三四五六七八九十百千]+、\s*")
_AMOUNT = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*个?\s*(工作日|自然日|小时)?")
_NONE = "无"


@dataclass(frozen=True, slots=True)
class Wish:
    """A cell that shall say something else: ``now`` what it says, ``sources`` where that was written.

    ``own``: the name of the department, which forms print among the others; ``remark``: 备注 as declared.
    """

    key: str
    now: str
    wanted: str
    sources: tuple[Place, ...]
    own: str = ""
    remark: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    """What the other edited cells of the row shall say, by key."""


def candidates(source: Source, wish: Wish) -> Iterator[list[Change]]:
    """Changes of the text that may do it; empty ones are none."""
    if wish.key in _SCALARS:
        yield from _scalar(source, wish)
    elif wish.key in _NAMES:
        yield from _names(source, wish)
    elif wish.key in _LIMITS:
        yield from _limit(source, wish)
    elif wish.key == "remark":
        yield from _remark(source, wish)
    elif wish.key == "bases":
        yield _one_by_one(source, wish, _NUMERALS)
        yield from bases(source, _items(wish.now, _NUMERALS), _items(wish.wanted, _NUMERALS))
    elif wish.key == "fees_after":
        yield from fees(source, wish.wanted)
    elif wish.key.startswith(("steps_listed", "procedures_listed")):
        yield _one_by_one(source, wish, _NUMBERED)
        yield from _flow(source, wish)
    else:
        yield _one_by_one(source, wish, _NUMBERED)
        if wish.key in _LISTED:
            yield from _listed(source, wish)
    if len(wish.sources) == 1:
        yield source.at(wish.sources[0], wish.now, wish.wanted)


def _paths(source: Source, key: str, name: str) -> tuple[tuple[tuple[str, ...], ...], str]:
    """Where the fact may stand, and under which key it is put where it does not."""
    if name not in ("公开", "地点", "承办", "条件", "材料", "时限"):
        return ((name,),), ""
    version = _AFTER if key.endswith("_after") else _BEFORE
    outside = source.node(name) is not None
    return ((version, name), (name,)), "" if outside else version


def _scalar(source: Source, wish: Wish) -> Iterator[list[Change]]:
    name = _SCALARS[wish.key]
    paths, parent = _paths(source, wish.key, name)
    for path in paths:
        node = source.node(*path)
        if node is not None:
            yield source.scalar(node, wish.wanted)
            return
    yield source.inserted(parent, name, wish.wanted)


def _split(text: str) -> list[str]:
    return [] if text.strip() in ("", _NONE) else [name for name, _ in split_names(text.replace("\n", "、")) if name]


def _names(source: Source, wish: Wish) -> Iterator[list[Change]]:
    name = _NAMES[wish.key]
    old, new = ([one for one in _split(text) if one != wish.own] for text in (wish.now, wish.wanted))
    paths, parent = _paths(source, wish.key, name)
    for path in paths:
        node = source.node(*path)
        if node is not None:
            yield source.names(node, old, new)
            return
    # 承办 that is found in 流程 is written there: a list beside it would be said twice.
    if name != "承办":
        yield source.inserted(parent, name, "、".join(new) or _NONE)


def _items(text: str, numbering: re.Pattern[str]) -> list[str]:
    if text.strip() in ("", _NONE):
        return []
    if not numbering.match(text):
        return [text.strip()]
    return [item.strip() for item in numbering.split(text) if item.strip()]


def _one_by_one(source: Source, wish: Wish, numbering: re.Pattern[str]) -> list[Change]:
    """Items as many as before: each that differs is changed where it stands."""
    old, new = _items(wish.now, numbering), _items(wish.wanted, numbering)
    if len(old) != len(new):
        return []
    changes: list[Change] = []
    used: set[Place] = set()
    for was, will in zip(old, new, strict=True):
        spot = next((p for p in wish.sources if p not in used and source.at(p, was, "x")), None)
        if spot is not None:
            used.add(spot)
        if was == will:
            continue
        found = source.at(spot, was, will) if spot is not None else []
        if not found:
            return []
        changes += found
    return changes


def _flow(source: Source, wish: Wish) -> Iterator[list[Change]]:
    """环节 and 程序 of a version that came or went."""
    thing, _, side = wish.key.rpartition("_")
    version = _BEFORE if side == "before" else _AFTER
    old, new = _items(wish.now, _NUMBERED), _items(wish.wanted, _NUMBERED)
    if thing.startswith("procedures"):
        wanted = wish.beside.get(f"steps_listed_{side}")
        yield from procedures(source, version, old, new, None if wanted is None else _items(wanted, _NUMBERED))
        return
    acts = wish.beside.get(f"procedures_listed_{side}")
    yield from steps(source, version, old, new, None if acts is None else _items(acts, _NUMBERED))


def _listed(source: Source, wish: Wish) -> Iterator[list[Change]]:
    """Lists of which items were added or taken out."""
    name = _LISTED[wish.key]
    old, new = _items(wish.now, _NUMBERED), _items(wish.wanted, _NUMBERED)
    paths, parent = _paths(source, wish.key, name)
    for path in paths:
        node = source.node(*path)
        if node is not None:
            changes = source.names(node, old, new)
            uses = without_uses(source, path[0], _papers(old) - _papers(new)) if name == "材料" else []
            if changes and uses:
                yield changes + uses
            yield changes
            return
    # A sentence may hold a 、 that would part it.
    if name != "条件" or len(new) == 1:
        yield source.inserted(parent, name, "、".join(new) or _NONE)


def _papers(printed: list[str]) -> set[str]:
    """What papers are called, without copies: 申请书(2份) is 申请书."""
    return {material_facts(one).name for one in printed}


def limit_text(wanted: str, written: str) -> str:
    """A limit as declared: ``15工作日`` of ``15个工作日``, or of ``15`` beside ``20工作日``; empty without a unit."""
    folded = fold(wanted).strip()
    if folded in ("0", "即时", "即时办结"):
        return "即时"
    if folded == _NONE:
        return _NONE
    found, before = _AMOUNT.fullmatch(folded), _AMOUNT.match(fold(written))
    unit = found[2] or (before[2] if before else "") if found else ""
    return f"{found[1]}{unit}" if found and unit else ""


def _only_unit(source: Source) -> str:
    """A limit of the matter in the unit of all of them, beside which a bare number is of that unit; else nothing."""
    paths = (("法定时限",), ("法定时限", "时限"), (_BEFORE, "时限"), (_AFTER, "时限"))
    texts = [getattr(source.node(*path), "text", "") for path in paths]
    units = {found[2]: text for text in texts if (found := _AMOUNT.match(fold(text))) and found[2]}
    return next(iter(units.values())) if len(units) == 1 else ""


def _limit(source: Source, wish: Wish) -> Iterator[list[Change]]:
    name = _LIMITS[wish.key]
    paths, parent = _paths(source, wish.key, name)
    wanted = re.sub(r"\(不含.*\)$", "", fold(wish.wanted))
    paths = (*paths, (name, "时限"))
    for path in paths:
        node = source.node(*path)
        text = getattr(node, "text", None)
        if text is None:
            continue
        limit = limit_text(wanted, text) or limit_text(wanted, _only_unit(source))
        bracket = re.search(r"\s*[(（].*$", text)
        if limit:
            yield source.scalar(node, limit + (bracket[0] if bracket and path[0] == "法定时限" else ""))
        return
    before = getattr(source.node(_BEFORE, "时限"), "text", "")
    if parent and (limit := limit_text(wanted, before) or limit_text(wanted, _only_unit(source))):
        yield source.inserted(parent, name, limit)


def _remark(source: Source, wish: Wish) -> Iterator[list[Change]]:
    """备注 of 附件6 begins with what the other columns need; only what was declared as 备注 is changed."""
    node = source.node("备注")
    if node is not None:
        start, _, end = wish.now.partition(wish.remark)
        if wish.remark and wish.wanted.startswith(start) and wish.wanted.endswith(end):
            yield source.scalar(node, wish.wanted[len(start) : len(wish.wanted) - len(end)])
        return
    rest = wish.wanted if wish.now == _NONE else wish.wanted.removeprefix(wish.now)
    if rest != wish.wanted or wish.now == _NONE:
        yield source.inserted("", "备注", rest.lstrip(";；,，。 "))
