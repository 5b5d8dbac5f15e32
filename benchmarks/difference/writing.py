"""A tree as a declaration, and the declaration as a checked matter."""

from __future__ import annotations

import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path

from benchmarks.difference import words
from benchmarks.difference.claims import Pair
from benchmarks.difference.tree import Exclusive, Leaf, Optional, Paper, Sequence, Version, written
from processes.checking import check_project
from processes.compilation.exits import FINISH, OTHERWISE
from processes.model.findings import Severity

PLAN = f"""名称: 生成的方案
城市: 虚构县
报送: 县编办
部门:
  综合: 虚构局、{"、".join(words.BODIES)}
阶段:
  - 优化作风流程阶段 | 2018-01-31 | 附件6
终审: 省终审、县终审
默认:
  所有事项:
    公开方式: 政府网站、办事窗口
    监督电话: 0453-5550900
"""
DEPARTMENT = f"""名称: 虚构局
全称: 虚构县虚构局
内设机构:
  - {words.OFFICE} | 审批
  - 监管股 | 监管
{"".join(f"  - {office}{chr(10)}" for office in words.OFFICES if office != "监管股")}"""


class NotClean(Exception):
    """The declaration has errors: a fault of the generator."""


def declaration(before: Version, after: Version, kind: str) -> str:
    """The file of a matter; ``kind`` is its 类型 (and 种类)."""
    return "\n".join(
        [
            "名称: 生成事项许可证核发",
            kind,
            "依据:",
            "  法律: 《虚构法》第十二条",
            "相对人: 企业、个人",
            "法定时限: 无",
            "出具: 许可证",
            "条件:",
            "  - 有固定场所",
            *_version("优化前", before),
            *_version("优化后", after),
            "",
        ]
    )


def read(text: str) -> Pair:
    """The pair that a declaration gives, read and compiled as ``zaizao check`` does."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "虚构局").mkdir()
        (root / "方案.yaml").write_text(PLAN, encoding="utf-8")
        (root / "虚构局" / "单位.yaml").write_text(DEPARTMENT, encoding="utf-8")
        (root / "虚构局" / "01-生成事项.yaml").write_text(text, encoding="utf-8")
        checked = check_project(root)
    wrong = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    if wrong or not checked.matters:
        raise NotClean("\n".join(f"{one.place}: {one.code} {one.message}" for one in wrong) + "\n" + text)
    return Pair(text, checked.matters[0])


def days_text(days: Fraction) -> str:
    """``3工作日``, ``0.5工作日``."""
    return f"{days.numerator}工作日" if days.denominator == 1 else f"{float(days):g}工作日"


def _version(title: str, version: Version) -> list[str]:
    writer = _Writer(version)
    return [
        f"{title}:",
        f"  时限: {days_text(version.limit)}",
        *(f"  {key}: {value}" for key, value in version.facts.items()),
        "  流程:",
        *writer.rows(version.tree, "    "),
        "  材料:",
        *(line for paper in version.papers for line in _paper(paper)),
    ]


def _paper(paper: Paper) -> list[str]:
    copies = f"({paper.copies}份)" if paper.copies > 1 else ""
    if paper.shared is None:
        return [f"    - {paper.name}{copies}"]
    said = [f"    - 名称: {paper.name}", f"      可共享: {'是' if paper.shared else '否'}"]
    return [*said, f"      份数: {paper.copies}份"] if paper.copies > 1 else said


class _Writer:
    """The rows of one version. A step is spoken of by its 标识, if it has one, else by its name."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self.names = {leaf.uid: leaf.ident or leaf.name for leaf in written(version.tree)}
        doubled = [name for name, often in Counter(self.names.values()).items() if often > 1]
        if doubled:
            raise NotClean(f"two steps are called {doubled[0]}")

    def rows(self, sequence: Sequence, indent: str, onwards: Leaf | None = None) -> list[str]:
        """The entries of a list; after the last one the file goes to ``onwards``, or to what is written next."""
        lines: list[str] = []
        for index, node in enumerate(sequence):
            following = sequence[index + 1] if index + 1 < len(sequence) else None
            if isinstance(node, Leaf):
                forced = onwards if following is None else None
                behind = sequence[index + 2] if index + 2 < len(sequence) else None
                lines += self.step(node, self.exits(node, following, behind), forced, indent)
            elif isinstance(node, Exclusive):
                assert isinstance(following, Leaf)
                *others, last = node.branches
                for branch in others:
                    lines += self.rows(branch, indent, following)
                lines += self.rows(last, indent, None)
            elif isinstance(node, Optional):
                lines += self.rows(node.branches[0], indent)
            else:
                lines.append(f"{indent}- 并联:")
                for branch in node.branches:
                    lines += self.branch(branch, f"{indent}    ")
        return lines

    def branch(self, branch: Sequence, indent: str) -> list[str]:
        """A branch of a parallel block: an entry, or 依次."""
        rows = self.rows(branch, indent)
        if len([row for row in rows if row.startswith(f"{indent}- ")]) == 1:
            return rows
        return [f"{indent}- 依次:", *self.rows(branch, f"{indent}    ")]

    def exits(self, leaf: Leaf, following: object, behind: object) -> list[tuple[str, str]]:
        """Condition and target of each way out but the one onwards."""
        exits: list[tuple[str, str]] = []
        if isinstance(following, Exclusive):
            for condition, branch in zip(following.conditions, following.branches, strict=True):
                assert isinstance(branch[0], Leaf)
                exits.append((condition, self.names[branch[0].uid]))
        if isinstance(following, Optional):
            assert isinstance(behind, Leaf)
            exits.append((following.condition, self.names[behind.uid]))
        if leaf.stop:
            exits.append((leaf.stop, FINISH))
        back = [loop for loop in self.version.loops if loop.source == leaf.uid]
        return exits + [(loop.condition, self.names[loop.target]) for loop in back]

    def step(self, leaf: Leaf, exits: list[tuple[str, str]], forced: Leaf | None, indent: str) -> list[str]:
        """One step; ``forced`` is where it goes on, if not to what is written next."""
        cells = [leaf.name, "、".join(leaf.holders), days_text(leaf.days)]
        if not leaf.members:
            cells.append("、".join(leaf.procedures))
        row = " | ".join(cells)
        more: list[str] = []
        if leaf.ident:
            more.append(f"标识: {leaf.ident}")
        if leaf.uncounted:
            more.append(f"不计环节: {leaf.uncounted}")
        if forced and exits:
            # Only this word says that there is no other way onwards: to what is written next (format §3).
            exits = [*exits, (OTHERWISE, self.names[forced.uid])]
        if exits:
            more += ["去向:", *(f"  {condition}: {target}" for condition, target in exits)]
        elif forced:
            more.append(f"去向: {self.names[forced.uid]}")
        if leaf.members:
            more.append("并联:")
            for member in leaf.members:
                more += self.step(member, [], None, "  ")
        if not more:
            return [f"{indent}- {row}"]
        return [f"{indent}- 环节: {row}", *(f"{indent}  {line}" for line in more)]
