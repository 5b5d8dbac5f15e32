"""流程: rows ``环节 | 承办 | 时限 | 程序``, entries with keys, parallel blocks, side branches."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

from processes.declaration.cells import MAX_ROW, Facts, Piece, parse_limit, procedure_facts, split_names, split_row
from processes.declaration.kinds import (
    ABSENT,
    Absent,
    Integer,
    Limit,
    Name,
    Names,
    OneText,
    check_name,
    is_name,
    place_in,
    place_of,
    report_limit,
    text_of,
)
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.reporting import Reporter
from processes.declaration.shapes import Fields, Key, Places, Shape
from processes.model.flow import BlockEntry, BranchDeclaration, Entry, Exit, Procedure, StepEntry
from processes.model.limits import TimeLimit
from processes.model.places import Place, Text, quick_place
from processes.model.vocabulary import StepKind

__all__ = ["Branches", "Entries", "Origins", "report_mixed"]


@lru_cache(1 << 16)
def _procedures_in(text: str) -> tuple[tuple[Facts, int], ...]:
    return tuple((procedure_facts(piece), offset) for piece, offset in split_names(text))


def report_mixed(text: str, place: Place, report: Reporter) -> None:
    """Report a bracket that holds facts and other words."""
    report.at(place, "D113", f"「{text}」的括号里既有说明又有别的字", width=len(text))


class Origins:
    """沿自: names, or 无 for "new in spite of an equal name" (the empty tuple)."""

    def read(self, node: Node, report: Reporter) -> tuple[Text, ...] | Absent:
        """The names of 优化前 that are continued."""
        return _NAMES.read(node, report)


_NAMES = Names()


class Procedures:
    """程序: one line split at 、, or a list of texts and long forms."""

    def read(self, node: Node, report: Reporter) -> tuple[Procedure, ...] | Absent:
        """The procedures in order."""
        if type(node) is Scalar:
            if text_of(node, report) is None:
                return ABSENT
            return self._in_text(node, report)
        if type(node) is not Sequence:
            report.at(place_of(node, report), "D104", "程序应是一行(用、隔开)或一列")
            return ABSENT
        procedures: list[Procedure] = []
        for item in node.items:
            if type(item) is Scalar:
                if text_of(item, report) is not None:
                    facts = procedure_facts(item.text)
                    procedures.append(_procedure(facts, place_of(item, report), report))
            else:
                read = PROCEDURE.read(item, report)
                if isinstance(read, Procedure):
                    procedures.append(read)
        return tuple(procedures)

    @staticmethod
    def _in_text(node: Scalar, report: Reporter) -> tuple[Procedure, ...]:
        file, line, column, offsets = report.file, node.line + 1, node.column + 1, node.offsets
        return tuple(
            _procedure(facts, quick_place((file, line, column + offset if offsets else column)), report)
            for facts, offset in _procedures_in(node.text)
        )


def _procedure(facts: Facts, place: Place, report: Reporter) -> Procedure:
    if facts.mixed:
        report_mixed(facts.name, place, report)
    elif not facts.name:
        report.at(place, "D103", "两个、之间是空的")
    if not (facts.statutory or facts.excluded or facts.people):
        return Procedure(name=facts.name, place=place)
    return Procedure(
        name=facts.name,
        people=facts.people,
        statutory="是" if facts.statutory else "",
        excluded="是" if facts.excluded else "",
        place=place,
    )


PROCEDURE = Shape(
    "程序",
    (
        Key("名称", "name", Name(), "程序名称", required=True),
        Key("种类", "kind", OneText(), "名称看不出种类时写"),
        Key("人数", "people", Integer(), "至少几人"),
        Key("法定", "statutory", OneText(), "是,或法条"),
        Key("不计时限", "excluded", OneText(), "不计入时限的法定种类"),
        Key("沿自", "origins", Origins(), "优化前的哪个程序"),
    ),
    Procedure,
)


class Exits:
    """去向: a text (always go there) or a mapping ``情形: 环节``."""

    def read(self, node: Node, report: Reporter) -> tuple[Exit, ...] | Absent:
        """The exits as written."""
        if type(node) is Scalar:
            text = text_of(node, report)
            if text is None:
                return ABSENT
            place = place_of(node, report)
            return (Exit(condition="", target=Text(text, place), place=place),)
        if type(node) is not Mapping:
            report.at(place_of(node, report), "D104", "去向应是一个环节名,或下一层的“情形: 环节”")
            return ABSENT
        exits: list[Exit] = []
        for condition, (key, value) in node.entries.items():
            target = text_of(value, report, "环节名")
            if target is not None:
                place = place_of(key, report)
                exits.append(Exit(condition=condition, target=Text(target, place_of(value, report)), place=place))
        return tuple(exits) or ABSENT


class ParallelBranches:
    """并联: at least two branches."""

    def read(self, node: Node, report: Reporter) -> tuple[tuple[Entry, ...], ...] | Absent:
        """Each branch as its entries in order."""
        if type(node) is not Sequence or len(node.items) < 2:  # noqa: PLR2004
            report.at(place_of(node, report), "D104", "并联至少要有两路,每路一行或一个“依次:”")
            return ABSENT
        return tuple(branch for item in node.items if (branch := self._branch(item, report)))

    @staticmethod
    def _branch(node: Node, report: Reporter) -> tuple[Entry, ...]:
        if type(node) is Mapping and "依次" in node.entries:
            for name, (key, _) in node.entries.items():
                if name != "依次":
                    report.at(place_of(key, report), "D101", f"“依次”旁边不能再写「{name}」", width=len(name))
            entries = ENTRIES.read(node.entries["依次"][1], report)
            return () if isinstance(entries, Absent) else entries
        entry = read_entry(node, report)
        return () if entry is None else (entry,)


class _StepShape(Shape):
    """A row of 流程 hinges on its limit: one cell or none before it (承办), one or none after it (程序)."""

    def read_row(self, node: Scalar, fields: Fields, places: Places, report: Reporter) -> None:
        text = node.text
        if len(text) > MAX_ROW:
            report.at(place_of(node, report), "Y217", f"这一行有 {len(text)} 字,超过 {MAX_ROW} 字")
            return
        cells = split_row(text)
        file, line, column, offsets = report.file, node.line + 1, node.column + 1, node.offsets
        hinge = _hinge(text)
        if hinge is None:
            self._report_hinge(node, report)
            # The name and, where it is plain, the rest still count as written.
            places.setdefault("limit", quick_place((file, line, column)))
            places.setdefault("procedures", quick_place((file, line, column)))
            layout: tuple[str, ...] = ("name",)
        else:
            layout = _LAYOUTS[hinge]
        for field, (cell, offset) in zip(layout, cells, strict=False):
            place = quick_place((file, line, column + offset if offsets else column))
            if field in places:
                report.at(place, "D110", f"「{_CHINESE[field]}」在行里和键里各写了一次", related=(places[field],))
                continue
            places[field] = place
            if not cell:
                report.at(place, "D103", f"「{_CHINESE[field]}」这一栏是空的")
            elif field == "limit":
                fields["limit"] = parse_limit(cell)
            elif field == "name":
                if check_name(cell, place, report):
                    fields["name"] = cell
            else:
                scalar = Scalar(cell, node.line, place.column - 1, offsets)
                read = self.index[_CHINESE[field]].kind.read(scalar, report)
                if not isinstance(read, Absent):
                    fields[field] = read

    @staticmethod
    def _report_hinge(node: Scalar, report: Reporter) -> None:
        cells = split_row(node.text)
        hint = "写成:环节 | 承办 | 时限 | 程序(承办可省;时限要带单位)"
        # A cell that begins with a digit was meant as the limit: point at it.
        for text, offset in cells[1:]:
            if text[:1].isdigit():
                report_limit(text, place_in(node, offset, report), report)
                return
        if _row_limit_count(node.text) > 1:
            report.at(place_of(node, report), "D111", "这一行有两个时限", hint)
        elif any(parse_limit(text) for text, _ in cells[1:]):
            report.at(place_of(node, report), "D111", f"这一行有 {len(cells)} 栏,时限的位置不对", hint)
        else:
            report.at(place_of(node, report), "D106", "这一行没有时限", hint)


_LAYOUTS: dict[tuple[int, int], tuple[str, ...]] = {
    (1, 2): ("name", "limit"),
    (1, 3): ("name", "limit", "procedures"),
    (2, 3): ("name", "holders", "limit"),
    (2, 4): ("name", "holders", "limit", "procedures"),
}
"""(index of the limit, number of cells) → what each cell is."""

_CHINESE = {"name": "环节", "holders": "承办", "limit": "时限", "procedures": "程序"}


def _row_limit_count(text: str) -> int:
    return sum(parse_limit(cell) is not None for cell, _ in split_row(text)[1:])


class _Row(NamedTuple):
    """A row without any fault, taken apart once for all the places where it stands."""

    name: str
    limit: TimeLimit
    limit_offset: int
    holders: tuple[Piece, ...]
    procedures: tuple[tuple[Facts, int], ...]


@lru_cache(1 << 16)
def _faultless(text: str) -> _Row | None:
    """The parts of a row in which there is nothing to report, else None."""
    cells = split_row(text)
    hinge = _hinge(text)
    if hinge is None or len(text) > MAX_ROW or cells[0].offset or not all(cell for cell, _ in cells):
        return None
    parts = dict(zip(_LAYOUTS[hinge], cells, strict=True))
    name, limit = parts["name"].text, parts["limit"]
    holders, procedures = parts.get("holders"), parts.get("procedures")
    units = _shifted(split_names(holders.text), holders.offset) if holders else ()
    acts = (
        tuple(
            (procedure_facts(piece), offset)
            for piece, offset in _shifted(split_names(procedures.text), procedures.offset)
        )
        if procedures
        else ()
    )
    parsed = parse_limit(limit.text)
    if (
        parsed is None
        or not is_name(name)
        or not all(unit for unit, _ in units)
        or len({unit for unit, _ in units}) < len(units)
        or any(facts.mixed or not facts.name for facts, _ in acts)
    ):
        return None
    return _Row(name, parsed, limit.offset, units, acts)


def _shifted(pieces: tuple[Piece, ...], by: int) -> tuple[Piece, ...]:
    return tuple(Piece(text, offset + by) for text, offset in pieces)


def _place_row(row: _Row, node: Scalar, report: Reporter) -> StepEntry:
    """The step of a faultless row that stands plain at ``node``."""
    file, line, column = report.file, node.line + 1, node.column + 1
    return StepEntry(
        name=row.name,
        holders=tuple([Text(unit, quick_place((file, line, column + offset))) for unit, offset in row.holders]),
        limit=row.limit,
        procedures=tuple(
            [_procedure(facts, quick_place((file, line, column + offset)), report) for facts, offset in row.procedures]
        ),
        place=quick_place((file, line, column)),
        places={"limit": quick_place((file, line, column + row.limit_offset))},
    )


@lru_cache(1 << 16)
def _hinge(text: str) -> tuple[int, int] | None:
    """Index of the only cell that is a limit, and the number of cells; None if the row has no such layout."""
    cells = split_row(text)
    limits = [index for index, (cell, _) in enumerate(cells) if index and parse_limit(cell) is not None]
    if len(limits) != 1:
        return None
    layout = (limits[0], len(cells))
    return layout if layout in _LAYOUTS else None


STEP = _StepShape(
    "环节",
    (
        Key("环节", "name", Name(), "名称,或一整行:环节 | 承办 | 时限 | 程序", required=True),
        Key("承办", "holders", Names(none=False), "谁拿着件:内设机构、部门、上级或下级;可写 单位/岗位"),
        Key("时限", "limit", Limit(step=True), "20工作日、60自然日、4小时、即时、无、不计时限(听证)"),
        Key("程序", "procedures", Procedures(), "附件6第15、16栏;一行写时用、隔开"),
        Key("去向", "exits", Exits(), "一律去某环节:写名称;分情形:写“情形: 环节”"),
        Key("并联", "branches", ParallelBranches(), "同时办,全部办完再往下"),
        Key("沿自", "origins", Origins(), "接续优化前的哪些环节;全新的写 无"),
        Key("出具", "outputs", Names(), "这个环节产生的文书"),
        Key("使用", "uses", Names(), "用到的材料或文书"),
        Key("种类", "kinds", Names(*(kind.value for kind in StepKind), none=False), "名称看不出种类时写"),
        Key("不计环节", "uncounted", OneText(), "不计入环节数的理由"),
        Key("标识", "identifier", Name(), "两个环节重名时写"),
    ),
    StepEntry,
    columns=("环节", "承办", "时限", "程序"),
    misplaced={"依次": "“依次”只能是并联里的一路"},
)


def read_entry(node: Node, report: Reporter) -> Entry | None:
    """One entry of 流程: a row, an 环节 with keys, or an unnamed 并联 block."""
    if type(node) is Mapping and "环节" not in node.entries and "并联" in node.entries:
        for name, (key, _) in node.entries.items():
            if name != "并联":
                report.at(
                    place_of(key, report),
                    "D101",
                    f"没有名称的并联旁边不能写「{name}」",
                    "先写“环节: 名称”",
                    width=len(name),
                )
        branches = BRANCHES.read(node.entries["并联"][1], report)
        return None if isinstance(branches, Absent) else BlockEntry(branches=branches, place=place_of(node, report))
    if type(node) is Scalar and node.offsets and (row := _faultless(node.text)):
        return _place_row(row, node, report)
    read = STEP.read(node, report)
    return None if isinstance(read, Absent) else cast("StepEntry", read)


class Entries:
    """流程: the entries in order."""

    def read(self, node: Node, report: Reporter) -> tuple[Entry, ...] | Absent:
        """The entries that could be read."""
        if type(node) is not Sequence:
            # A list of a single row may be that row itself.
            if type(node) is Scalar and node.text.strip() and "|" in node.text.replace("｜", "|"):
                entry = read_entry(node, report)
                return ABSENT if entry is None else (entry,)
            if type(node) is Mapping and "环节" in node.entries:
                entry = read_entry(node, report)
                return ABSENT if entry is None else (entry,)
            report.at(place_of(node, report), "D104", "流程应是一列,每行:环节 | 承办 | 时限 | 程序")
            return ABSENT
        if not node.items:
            report.at(place_of(node, report), "D103", "流程空着没填")
            return ABSENT
        entries = [entry for item in node.items if (entry := read_entry(item, report)) is not None]
        # A row that was refused would make every count wrong: better no process than a shorter one.
        return tuple(entries) if len(entries) == len(node.items) else ABSENT


ENTRIES = Entries()
BRANCHES = ParallelBranches()


class Branches:
    """支线: name → entries, or 无 to switch a standard branch off."""

    def read(self, node: Node, report: Reporter) -> dict[str, BranchDeclaration] | Absent:
        """The branches by name."""
        if type(node) is not Mapping:
            report.at(place_of(node, report), "D104", "支线应是下一层的“支线名: 环节列表”或“支线名: 无”")
            return ABSENT
        branches: dict[str, BranchDeclaration] = {}
        for name, (key, value) in node.entries.items():
            place = place_of(key, report)
            if type(value) is Scalar and value.text.strip() == "无":
                branches[name] = BranchDeclaration(name=name, place=place)
                continue
            entries = ENTRIES.read(value, report)
            if not isinstance(entries, Absent):
                branches[name] = BranchDeclaration(name=name, entries=entries, place=place)
        return branches
