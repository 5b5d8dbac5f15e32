"""流程: rows ``环节 | 承办 | 时限 | 程序``, entries with keys, parallel blocks, side branches."""

from __future__ import annotations

from typing import cast

from processes.declaration.kinds import ABSENT, Absent, OneText, place_of, text_of
from processes.declaration.names import Name, Names, check_name
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.procedures import Origins, Procedures
from processes.declaration.quantities import Limit
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import ONE_WORD, SOMETHING, Definitions, Schema, free_keys, rows, snippet
from processes.declaration.shapes import Key
from processes.declaration.step_rows import StepShape, faultless, place_row
from processes.model.flow import BlockEntry, BranchDeclaration, Entry, Exit, StepEntry
from processes.model.places import Text
from processes.model.vocabulary import StepKind


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

    def schema(self, names: Definitions) -> Schema:
        """A name, or conditions each with a name."""
        return {
            "type": [*ONE_WORD, "object"],
            "pattern": SOMETHING,
            "minProperties": 1,
            "additionalProperties": _NAME_OF_STEP.schema(names),
            "errorMessage": "应是一个环节名,或下一层的“情形: 环节”",
            "defaultSnippets": [snippet("不同意: 不予许可", {"${1:不同意}": "${2:不予许可}"}, "情形: 环节")],
        }


_NAME_OF_STEP = OneText()
_ROWS = "一列,每行:环节 | 承办 | 时限 | 程序"


class ParallelBranches:
    """并联: at least two branches."""

    def read(self, node: Node, report: Reporter) -> tuple[tuple[Entry, ...], ...] | Absent:
        """Each branch as its entries in order."""
        if type(node) is not Sequence or len(node.items) < 2:  # noqa: PLR2004
            report.at(place_of(node, report), "D104", "并联至少要有两路,每路一行或一个“依次:”")
            return ABSENT
        branches = [branch for item in node.items if (branch := self._branch(item, report))]
        # As with entries: rather none than fewer.
        return tuple(branches) if len(branches) == len(node.items) else ABSENT

    def schema(self, names: Definitions) -> Schema:
        """Two branches or more, each an entry or 依次 with several."""
        branch = names.share("并联的一路", ParallelBranches, lambda: self._branch_schema(names))
        return {
            "type": ["array"],
            "minItems": 2,
            "items": branch,
            "errorMessage": "并联至少要有两路,每路一行或一个“依次:”",
        }

    @staticmethod
    def _branch_schema(names: Definitions) -> Schema:
        branch = STEP.definition(names)
        about = "这一路有几个环节,一个接一个"
        branch["properties"]["依次"] = {**ENTRIES.schema(names), "title": "依次", "description": about}
        branch["allOf"][0]["anyOf"].append({"required": ["依次"]})
        return {**branch, "title": "并联的一路"}

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


STEP = StepShape(
    "环节",
    (
        Key("环节", "name", Name(), "名称,或一整行:环节 | 承办 | 时限 | 程序", required=True),
        Key("承办", "holders", Names(none=False), "谁拿着件:内设机构、部门、上级或下级;可写 单位/岗位"),
        Key("时限", "limit", Limit(step=True), "20工作日、60自然日、4小时、即时、无、不计时限(听证)"),
        Key("标识", "identifier", Name(), "两个环节重名时写"),
        Key("种类", "kinds", Names(*(kind.value for kind in StepKind), none=False), "名称看不出种类时写"),
        Key("不计环节", "uncounted", OneText(), "不计入环节数的理由"),
        Key("沿自", "origins", Origins(), "接续优化前的哪些环节;全新的写 无"),
        Key("使用", "uses", Names(), "用到的材料或文书"),
        Key("出具", "outputs", Names(new=True), "这个环节产生的文书"),
        Key("程序", "procedures", Procedures(), "附件6第15、16栏;一行写时用、隔开"),
        Key("去向", "exits", Exits(), "一律去某环节:写名称;分情形:写“情形: 环节”"),
        Key("并联", "branches", ParallelBranches(), "同时办,全部办完再往下"),
    ),
    StepEntry,
    columns=("环节", "承办", "时限", "程序"),
    example="受理 | 行政审批股 | 1工作日 | 形式审查",
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
    if type(node) is Scalar and node.offsets and (row := faultless(node.text)):
        return place_row(row, node, report)
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
            report.at(place_of(node, report), "D104", f"流程应是{_ROWS}")
            return ABSENT
        if not node.items:
            report.at(place_of(node, report), "D103", "流程空着没填", _ROWS)
            return ABSENT
        entries = [entry for item in node.items if (entry := read_entry(item, report)) is not None]
        # A row that was refused would make every count wrong: better no process than a shorter one.
        return tuple(entries) if len(entries) == len(node.items) else ABSENT

    def schema(self, names: Definitions) -> Schema:
        """A list of entries, or one of them."""
        return names.share("流程", Entries, lambda: rows(STEP.schema(names), STEP.row_pattern(), _ROWS))


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
            if not check_name(name, place, report):
                continue
            if type(value) is Scalar and value.text.strip() == "无":
                branches[name] = BranchDeclaration(name=name, place=place)
                continue
            entries = ENTRIES.read(value, report)
            if not isinstance(entries, Absent):
                branches[name] = BranchDeclaration(name=name, entries=entries, place=place)
        return branches

    def schema(self, names: Definitions) -> Schema:
        """Names, each with entries or 无."""
        return names.share("支线", Branches, lambda: self._definition(names))

    @staticmethod
    def _definition(names: Definitions) -> Schema:
        message = "一列,每行:环节 | 承办 | 时限 | 程序;不要这条支线写 无"
        branch = rows(STEP.schema(names), STEP.row_pattern(), message, "无")
        standard = {name: {**branch, "title": name, "description": about} for name, about in _STANDARD.items()}
        return {**free_keys(branch, "支线名: 环节列表”或“支线名: 无"), "properties": standard}


_STANDARD = {
    "一次告知补正": "标准支线:受理时材料不全,一次告知,补齐后回到受理;不要这条写 无",
    "不予受理": "标准支线:受理时不属于受理范围;不要这条写 无",
    "不予许可": "行政许可的标准支线:决定时不符合条件;不要这条写 无",
    "不予办理": "其他依申请事项的标准支线:决定时不符合条件;不要这条写 无",
    "不予立案": "行政处罚的标准支线:受理时不符合立案条件;不要这条写 无",
    "不予处罚": "行政处罚的标准支线:决定时不予处罚;不要这条写 无",
}
"""The standard side branches by name: what an editor offers besides free names."""
