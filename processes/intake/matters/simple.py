"""What is said once of a matter: what it is, who may ask for it, how it is published, what was found wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.declaration.cells import MAX_NAME
from processes.declaration.names import is_name
from processes.intake.forms.units import Units
from processes.intake.forms.values import FormCell
from processes.intake.matters.facts import Facts, says_nothing
from processes.intake.matters.ranks import bases_in
from processes.intake.matters.said import Item, Listed, Said
from processes.intake.matters.texts import names_in, on_one_line, yes_or_no
from processes.model.folding import fold, fold_name
from processes.model.imported import How
from processes.model.vocabulary import KINDS, SUBJECTS, MatterType

_OWN_TYPES = {fold_name(str(one)): one for one in MatterType} | {
    "行政审批": MatterType.APPROVAL,
    "审批事项": MatterType.APPROVAL,
    "行政许可": MatterType.APPROVAL,
    "行政许可事项": MatterType.APPROVAL,
    "许可": MatterType.APPROVAL,
    "许可事项": MatterType.APPROVAL,
    "其他行政权力": MatterType.OTHER_POWER,
    "其他权力": MatterType.OTHER_POWER,
    "其他权力事项": MatterType.OTHER_POWER,
    "行政权力事项": MatterType.OTHER_POWER,
    "公共服务": MatterType.PUBLIC_SERVICE,
    "服务事项": MatterType.PUBLIC_SERVICE,
    "其他": MatterType.OTHER,
    "内部事项": MatterType.OTHER,
    "机关内部事项": MatterType.OTHER,
}
_ALSO_SUBJECTS = {
    "自然人": "公民",
    "公民个人": "公民",
    "企业法人": "企业",
    "法人": "企业",
    "企业单位": "企业",
    "社会组织": "其他组织",
    "事业法人": "事业单位",
    "事业单位法人": "事业单位",
    "行政机关": "机关",
    "机关单位": "机关",
    "组织": "其他组织",
    "其它组织": "其他组织",
    "个体工商户": "个人",
    "社会团体": "其他组织",
    "机关法人": "机关",
}
"""What people write for the seven of 附件4 注7."""
_TEXTS = (
    ("inquiry_phone", "咨询电话"),
    ("supervisor", "监督机构"),
    ("supervision_phone", "监督电话"),
    ("postal_address", "邮寄地址"),
    ("postcode", "邮政编码"),
    ("code", "编码"),
)


def name_of(facts: Facts) -> Said:
    """名称, on one line."""
    facts.use(facts.name, "名称")
    others = [row.name for row in (*facts.rows, *facts.problems) if row.name is not facts.name]
    for cell in others:
        facts.use(cell, "名称", How.CHECKED)
    return Said("名称", matter_name(facts.name.text))


def matter_name(text: str) -> str:
    """The name of a matter as declared: on one line, without a number before it, without what no name may hold."""
    name = re.sub(r"^(?:[(（]?\d{1,3}[)）]|\d{1,3}[、.．](?!\d))\s*", "", on_one_line(text)).replace("|", "／")
    return name[:MAX_NAME] if is_name(name[:MAX_NAME]) else f"{name[:MAX_NAME]}事项"


def type_and_kind(facts: Facts) -> Iterator[Said]:
    """类型 and 种类; a kind alone tells the type, as do both in one cell: 行政审批事项(行政许可)."""
    cell, mark = facts.agreed("类型", facts.all("type"), lambda text: _type_of(text)[0] or fold_name(text))
    declared, kind = _type_of(cell.text) if cell else (None, "")
    kind_cell, kind_mark = facts.agreed("种类", facts.all("kind"))
    if kind_cell is not None:
        kind = "" if says_nothing(kind_cell.text) and declared is MatterType.OTHER else fold_name(kind_cell.text)
    if cell is not None and declared is None:
        mark = f"核对:{cell.spot}写“{_line(cell.text)}”,不是四种类型之一"
    if declared is None:
        declared = next((one for one, kinds in KINDS.items() if kind in kinds and kind != "其他"), None)
        if declared is not None and cell is None:
            mark = f"核对:表里没有类型,由种类“{kind}”推定"
    if declared is None:
        declared, mark = MatterType.OTHER, mark or facts.missing("type")
    yield Said("类型", str(declared), mark)
    allowed = KINDS[declared]
    if allowed and kind not in allowed:
        if declared is MatterType.APPROVAL:
            if kind and not says_nothing(kind):
                kind_mark = f"核对:{kind_cell.spot if kind_cell else ''}写“{kind}”,{declared}只有行政许可"
            kind = "行政许可"
        else:
            where = f"{kind_cell.spot}写“{kind}”,不在{declared}的种类里" if kind_cell else facts.missing("kind")
            kind, kind_mark = "其他", f"核对:{where}" if kind_cell else where
    if kind and (kind != "行政许可" or kind_mark):
        yield Said("种类", kind, kind_mark)


def _type_of(text: str) -> tuple[MatterType | None, str]:
    """The type a cell names, and the kind it names in brackets or instead."""
    folded = fold_name(text)
    found = re.fullmatch(r"(.+?)\((.+)\)", folded)
    word, kind = (found[1], found[2]) if found else (folded, "")
    if word in _OWN_TYPES:
        return _OWN_TYPES[word], kind or (word if word in KINDS[MatterType.APPROVAL] else "")
    by_kind = next((one for one, kinds in KINDS.items() if word in kinds), None)
    return (by_kind, word) if by_kind else (None, kind)


def bases(facts: Facts) -> Said:
    """依据 under its ranks, which no form names: those that a name does not give away are marked."""
    cell, mark = facts.agreed("依据", facts.all("bases"), lambda text: tuple(one.text for one in bases_in(text)[0]))
    if cell is None:
        return Said("依据", "无", facts.missing("bases"))
    if says_nothing(cell.text):
        return Said("依据", "无", mark)
    found, _ = bases_in(cell.text)
    ranks: list[Said] = []
    for rank in dict.fromkeys(one.rank for one in found):
        own = [one for one in found if one.rank is rank]
        unsure = "核对效力层级" if any(not one.sure for one in own) else ""
        if len(own) == 1:
            ranks.append(Said(str(rank), own[0].text, unsure))
        else:
            ranks.append(Said(str(rank), Listed(tuple(Item(one.text) for one in own)), unsure))
    return Said("依据", tuple(ranks), mark)


def subjects(facts: Facts) -> Said:
    """相对人 out of the seven; words that mean one of them are marked, other ones are left in the mark."""
    cell, mark = facts.agreed("相对人", facts.all("subjects"), lambda text: frozenset(_names(text)))
    if cell is None:
        return Said("相对人", "无", facts.missing("subjects"))
    if says_nothing(cell.text):
        return Said("相对人", "无", mark)
    found: list[str] = []
    odd: list[str] = []
    for word in _names(cell.text):
        if word in SUBJECTS:
            found.append(word)
            continue
        odd.append(word)
        if word in _ALSO_SUBJECTS:
            found.append(_ALSO_SUBJECTS[word])
    if odd:
        mark = mark or f"核对:{cell.spot}写了“{'、'.join(odd)}”,只能从{'、'.join(SUBJECTS)}里选"
    return Said("相对人", "、".join(dict.fromkeys(found)) or "无", mark)


def _names(text: str) -> tuple[str, ...]:
    words = (fold_name(word) for word in re.split(r"[、,，;；/\s和及或]+", fold(text)))
    return tuple(dict.fromkeys(re.sub(r"^\d+[.、]|等$", "", word).strip("。.") for word in words if word.strip("。.")))


def outputs(facts: Facts) -> Said:
    """出具: names of papers."""
    cell, mark = facts.agreed("出具", facts.all("outputs"))
    if cell is None:
        return Said("出具", "无", facts.missing("outputs"))
    return named("出具", cell, mark)


def named(key: str, cell: FormCell, mark: str = "") -> Said:
    """A key that takes names, several of them in a list."""
    if says_nothing(cell.text):
        return Said(key, "无", mark)
    return of_names(key, names_in(cell.text).items, mark)


def of_names(key: str, names: tuple[str, ...], mark: str = "") -> Said:
    """Names on a line where nothing in them parts it, else one a line; each once."""
    kept = tuple(dict.fromkeys(name.replace("|", "／") for name in names))
    if not kept:
        return Said(key, "无", mark)
    if any(re.search("[、,，]", name) for name in kept):
        return Said(key, Listed(tuple(Item(name) for name in kept)), mark)
    return Said(key, "、".join(kept), mark)


def publishing(facts: Facts, units: Units) -> Iterator[Said]:
    """终审, 公开方式, 并联部门, 共同实施, and what 附件7 says of telephones and addresses."""
    cell, mark = facts.agreed("终审", facts.all("final_level"))
    if cell is not None:
        yield Said("终审", "无" if says_nothing(cell.text) else on_one_line(cell.text), mark)
    cell, mark = facts.agreed("公开方式", facts.all("publicity"))
    if cell is not None:
        secret = fold_name(cell.text) == "不公开(涉密)"
        yield Said("公开方式", "无") if secret else named("公开方式", cell, mark)
    yield from _jointly(facts, units)
    for key, chinese in _TEXTS:
        cell, mark = facts.agreed(chinese, facts.all(key))
        if cell is not None and not says_nothing(cell.text):
            yield Said(chinese, " ".join(cell.text.split()), mark)
    cell, mark = facts.agreed("实施主体", facts.all("implementing_body"))
    if cell is not None and not says_nothing(cell.text):
        found = units.find(cell.text)
        if found is None or found.name != facts.unit or found.guessed:
            yield Said("实施主体", on_one_line(cell.text), mark)
    cell, mark = facts.agreed("未行使原因", facts.all("unexercised"))
    if cell is not None and not says_nothing(cell.text):
        yield Said("未行使原因", cell.text, mark)
    cell, mark = facts.agreed("年办件量", facts.all("yearly_volume"))
    if cell is not None and (number := re.search(r"\d+", fold(cell.text))):
        yield Said("年办件量", number[0], mark)


def _jointly(facts: Facts, units: Units) -> Iterator[Said]:
    """The other departments: ours, which the form lists first, is not among them."""
    answers = facts.all("parallel")
    cell, mark = facts.agreed("并联部门", facts.all("parallel_departments"))
    others: tuple[str, ...] = ()
    if cell is not None and not says_nothing(cell.text) and yes_or_no(cell.text) is None:
        others = tuple(name for name in _units_in(cell.text, units) if name != facts.unit)
    for answer in answers:
        said = yes_or_no(answer.text)
        agrees = said is not None and said == bool(others)
        facts.use(
            answer, "并联部门", How.CHECKED if agrees else How.CONFLICT, "" if agrees else "与并联审批部门名称对不上"
        )
        if said and not others:
            mark = f"{answer.spot}写“是”,补上联审联批的部门"
        elif said is False and others:
            mark = f"核对:{answer.spot}写“否”,又列了部门"
    if others or mark:
        yield of_names("并联部门", others, mark)
    cell, mark = facts.agreed("共同实施", facts.all("joint_departments"))
    if cell is not None and not says_nothing(cell.text):
        joint = tuple(name for name in _units_in(cell.text, units) if name != facts.unit)
        if joint != others:
            yield of_names("共同实施", joint, mark)


def _units_in(text: str, units: Units) -> Iterator[str]:
    for name in names_in(text).items:
        found = units.find(name)
        yield found.name if found is not None else name


def problems(facts: Facts, *, evaluated: bool) -> Said | None:
    """问题: rows of 附件5; 无 where it says that none was found."""
    items: list[Item] = []
    for row in facts.problems:
        cells = {key: row.cells[key] for key in ("problem", "measure", "offices", "remark") if key in row.cells}
        filled = {key: cell for key, cell in cells.items() if cell.text and not says_nothing(cell.text)}
        for key, cell in cells.items():
            if cell.text:
                facts.use(cell, {"problem": "问题", "measure": "措施", "offices": "承办", "remark": "备注"}[key])
        if "problem" in filled:
            items.append(_problem({key: cell.text for key, cell in filled.items()}, filled["problem"]))
        elif filled:
            items.append(Item((Said("问题", "……", f"{row.name.spot}有措施,没有写问题"),)))
    if items:
        return Said("问题", Listed(tuple(items)))
    return Said("问题", "无") if evaluated or facts.problems else None


def _problem(texts: dict[str, str], cell: FormCell) -> Item:
    offices = names_in(texts["offices"]).items if "offices" in texts else ()
    mark = "" if "measure" in texts else f"{cell.spot}的问题没有整改措施"
    row = [texts["problem"], texts.get("measure", ""), "、".join(offices), texts.get("remark", "")]
    while not row[-1]:
        row.pop()
    if all(row) and not any("|" in part or "｜" in part or "\n" in part for part in row):
        return Item(" | ".join(row), mark)
    said = [Said("问题", texts["problem"], mark)]
    said += [Said("措施", texts["measure"])] if "measure" in texts else []
    said += [of_names("承办", offices)] if offices else []
    said += [Said("备注", texts["remark"])] if "remark" in texts else []
    return Item(tuple(said))


def _line(text: str) -> str:
    return " ".join(text.split())
