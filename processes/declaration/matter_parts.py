"""The parts of a matter file that have a shape of their own: basis, statutory limit, fees, materials."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from processes.declaration.cells import Facts, material_facts, parse_limit, split_names
from processes.declaration.choices import Flag, report_choice
from processes.declaration.kinds import ABSENT, EMPTY, NOTHING_BETWEEN, Absent, OneText, place_of, text_of
from processes.declaration.names import Name, Names, check_name, is_name
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.procedures import Origins, report_mixed
from processes.declaration.quantities import LIMIT, Limit, report_limit
from processes.declaration.reporting import Reporter
from processes.declaration.rows import Rows
from processes.declaration.schemas import (
    NO_BAR,
    Definitions,
    Schema,
    listed,
    long_or_short,
    row_to_offer,
    rows,
    snippet,
    whole,
)
from processes.declaration.shapes import Key, Shape
from processes.declaration.slips import slip_in_name, warn_line, warn_name
from processes.model.folding import fold
from processes.model.limits import TimeLimit
from processes.model.matter import Basis, Fee, Material, StatutoryLimit
from processes.model.places import Place, quick_place
from processes.model.vocabulary import BasisRank

_RANKS = {str(rank): rank for rank in BasisRank}
_RANK_ORDER = {rank: index for index, rank in enumerate(BasisRank)}


class Bases:
    """依据: ``法律: 《…》第×条`` under its rank, several as a list; 无. Sorted into the form's order (附件4 注6)."""

    def read(self, node: Node, report: Reporter) -> tuple[Basis, ...] | Absent:
        """The instruments by rank."""
        if type(node) is Scalar and node.text.strip() == "无":
            return ()
        if type(node) is not Mapping:
            message = "依据应在下一层写“法律: 《…》第×条”(没有依据的写 无)"
            hint = f"另起一行,往右缩两格,先写效力层级再写依据;效力层级是 {'、'.join(_RANKS)} 之一。"
            report.at(place_of(node, report), "D104", message, hint)
            return ABSENT
        bases: list[Basis] = []
        none = False
        for word, (key, value) in node.entries.items():
            rank = _RANKS.get(word)
            if rank is None:
                report_choice(word, place_of(key, report), _RANKS, report)
                continue
            texts = _SENTENCES.read(value, report)
            if not isinstance(texts, Absent):
                # 无 of one rank: nothing of that rank, as clerks fill the lines of a table that they do not need.
                bases += [Basis(rank=rank, text=text, place=text.place) for text in texts if text != "无"]
                none = none or "无" in texts
        bases.sort(key=lambda basis: _RANK_ORDER[basis.rank])
        return tuple(bases) if bases or none else ABSENT

    def schema(self, names: Definitions) -> Schema:
        """The ranks as keys, or 无."""
        sentences = _SENTENCES.schema(names)
        about = "《…》第×条;有几条就一条一行"
        return {
            "type": ["object", "string"],
            "pattern": whole("无"),
            "patternErrorMessage": "依据应在下一层写“法律: 《…》第×条”(没有依据的写 无)",
            "minProperties": 1,
            "properties": {rank: {**sentences, "title": rank, "description": about} for rank in _RANKS},
            "additionalProperties": False,
            "defaultSnippets": [
                snippet(
                    "法律: 《…》第×条", {"法律": "《${1:中华人民共和国行政许可法}》第${2:×}条"}, "效力层级: 《…》第×条"
                ),
                snippet("无", "无", "没有依据"),
            ],
        }


_SENTENCES = Names(none=False, sentences=True)


class StatutoryLimits:
    """法定时限: ``20工作日(《行政许可法》第四十二条)``, or the keys 时限, 依据, 起算."""

    def read(self, node: Node, report: Reporter) -> StatutoryLimit | Absent:
        """The limit and its basis."""
        if type(node) is Mapping:
            return cast("StatutoryLimit | Absent", STATUTORY_LIMIT.read(node, report))
        text = text_of(node, report, "时限,如 20工作日(《行政许可法》第四十二条)")
        if text is None:
            return ABSENT
        place = place_of(node, report)
        read = _statutory(text)
        if read is None:
            report_limit(text, place, report)
            return ABSENT
        limit, basis = read
        return StatutoryLimit(limit=limit, basis=basis, place=place)

    def schema(self, names: Definitions) -> Schema:
        """A limit with its basis in brackets, or the keys."""
        return names.share(
            STATUTORY_LIMIT.name,
            self.__class__,
            lambda: {
                **STATUTORY_LIMIT.definition(names),
                "type": ["string", "object"],
                "pattern": whole(rf"{LIMIT}(?:\s*[(（][\s\S]*[)）])?"),
                "patternErrorMessage": "时限要带单位,法条写在括号里:20工作日(《…》第×条)、即时、无",
                "defaultSnippets": [
                    snippet(
                        "20工作日(《…》第×条)",
                        "${1:20工作日}(《${2:行政许可法}》第${3:四十二}条)",
                        "时限和规定它的法条",
                    ),
                    snippet("无", "无", "法律没有规定"),
                ],
            },
        )


@lru_cache(1 << 14)
def _statutory(text: str) -> tuple[TimeLimit, str] | None:
    head, bracket, tail = fold(text).partition("(")
    limit = parse_limit(head)
    if limit is None or limit.excluded or (bracket and not tail.endswith(")")):
        return None
    return limit, text.strip()[len(head) + 1 : -1] if bracket else ""


STATUTORY_LIMIT = Shape(
    "法定时限",
    (
        Key("时限", "limit", Limit(), "20工作日、60自然日、即时、无", required=True),
        Key("依据", "basis", OneText(), "规定这个时限的法条"),
        Key("起算", "runs_from", OneText(), "从哪天起算,默认 受理之日"),
        Key(
            "延长",
            "extension",
            Limit(),
            "经批准可以延长一次,最多多少,和时限同一单位;不写的,行政许可按《行政许可法》第四十二条",
        ),
    ),
    StatutoryLimit,
)

FEE = Shape(
    "收费",
    (
        Key("项目", "item", Name(), "收费项目", required=True),
        Key("标准", "standard", OneText(), "收费标准,如 每证4元"),
        Key("依据", "basis", OneText(), "收费依据的文件或法条"),
    ),
    Fee,
    columns=("项目", "标准", "依据"),
    example="工本费 | 每证4元 | 《…》第×条",
)


class Fees:
    """收费: 不收费, or rows 项目 | 标准 | 依据."""

    def read(self, node: Node, report: Reporter) -> tuple[object, ...] | Absent:
        """The fees; none for 不收费."""
        if type(node) is Scalar and node.text.strip() == "不收费":
            return ()
        if type(node) is Scalar and node.text.strip() == "无":
            report.at(place_of(node, report), "D105", "「无」应写 不收费", "没有收费写 不收费")
            return ABSENT
        return _FEES.read(node, report)

    def schema(self, names: Definitions) -> Schema:
        """不收费, or rows."""
        message = "不收费,或一列,每行:项目 | 标准 | 依据"
        fees = rows(FEE.schema(names), FEE.row_pattern(), message, "不收费")
        return {**fees, "defaultSnippets": [snippet("不收费", "不收费"), row_to_offer(FEE.example)]}


_FEES = Rows(FEE)

MATERIAL = Shape(
    "材料",
    (
        Key("名称", "name", Name(), "材料名称", required=True),
        Key("份数", "copies", OneText(), "2份、原件1份、复印件2份、电子版;不写即1份"),
        Key("来源", "source", OneText(), "自备(默认)、部门名、部门名/事项名、中介"),
        Key("沿自", "origins", Origins(), "优化前的哪件材料"),
        Key("依据", "basis", OneText(), "要求提交的法条"),
        Key("可共享", "shared", Flag(), "政府内部能查到的写 是"),
        Key("备注", "remark", OneText(), "这件材料要说明的"),
    ),
    Material,
)

_MATERIALS = [
    snippet("申请书(原件1份)", "${1:申请书}(${2:原件1份})", "份数写在括号里"),
    snippet("营业执照复印件(可共享)", "${1:营业执照复印件}(可共享)", "政府内部能查到的"),
]


@lru_cache(1 << 16)
def _materials_in(text: str) -> tuple[tuple[Facts, int], ...]:
    return tuple((material_facts(piece), offset) for piece, offset in split_names(text))


class Materials:
    """材料: one line split at 、, a list of texts and long forms, or 无."""

    def schema(self, names: Definitions) -> Schema:
        """One line or a list, each item a name with facts or a mapping."""
        item = names.share(MATERIAL.name, MATERIAL, lambda: long_or_short(MATERIAL.definition(names), _MATERIALS))
        message = "材料名称,几件用、隔开或一行一件;没有写 无"
        return {**listed(item, NO_BAR, message), "defaultSnippets": [snippet("无", "无", "不用交材料"), *_MATERIALS]}

    def read(self, node: Node, report: Reporter) -> tuple[Material, ...] | Absent:
        """The materials in order; empty for 无."""
        if type(node) is Scalar:
            text = text_of(node, report, "材料名称,没有写 无")
            if text is None:
                return ABSENT
            if text == "无":
                return ()
            warn_line(text, place_of(node, report), report, copies=True)
            file, line, column, offsets = report.file, node.line + 1, node.column + 1, node.offsets
            materials = [
                _material(facts, quick_place((file, line, column + offset if offsets else column)), report)
                for facts, offset in _materials_in(node.text)
            ]
        elif type(node) is Sequence:
            materials = [material for item in node.items if (material := self._item(item, report)) is not None]
        else:
            report.at(place_of(node, report), "D104", "材料应是一行(用、隔开)或一列;没有写 无")
            return ABSENT
        _check_unique(materials, report)
        return tuple(materials)

    @staticmethod
    def _item(item: Node, report: Reporter) -> Material | None:
        if type(item) is Scalar:
            place = quick_place((report.file, item.line + 1, item.column + 1))
            facts = _faultless(item.text)
            if facts is not None:
                return Material(name=facts.name, copies=facts.copies, shared=facts.shared, place=place)
            if text_of(item, report) is None:
                return None
            facts = material_facts(item.text)
            warn_name(facts.name, place, report, copies=True)
            return _material(facts, place, report)
        read = MATERIAL.read(item, report)
        return read if isinstance(read, Material) else None


@lru_cache(1 << 16)
def _faultless(text: str) -> Facts | None:
    """The facts of a material in which there is nothing to report, else None."""
    facts = material_facts(text)
    sound = not facts.mixed and facts.name and facts.name not in EMPTY and is_name(facts.name)
    return facts if sound and slip_in_name(facts.name, copies=True) is None else None


def _material(facts: Facts, place: Place, report: Reporter) -> Material:
    if facts.mixed:
        report_mixed(facts.name, place, report)
    elif not facts.name:
        report.at(place, "D103", "两个、之间是空的", NOTHING_BETWEEN)
    else:
        check_name(facts.name, place, report)
    return Material(name=facts.name, copies=facts.copies, shared=facts.shared, place=place)


def _check_unique(materials: list[Material], report: Reporter) -> None:
    names = [material.name for material in materials]
    if len(set(names)) == len(names):
        return
    first: dict[str, Material] = {}
    for material in materials:
        if material.name in first:
            report.at(
                material.place,
                "D116",
                f"材料「{material.name}」列了两次",
                related=(first[material.name].place,),
                width=len(material.name),
            )
        first.setdefault(material.name, material)
