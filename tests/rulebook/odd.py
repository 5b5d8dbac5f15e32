"""Odd but sound declarations, to be laid over the exemplary project: every key that may be left out, every rare word.

All of it follows from the dice. What does not hold together after all is as good: it is not examined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from random import Random

from engine.examining import Breadth, examine
from processes.checking import Checked, check_project
from tests.declaring import write
from tests.rulebook.exemplary import EXEMPLARY
from tests.rulebook.odd_words import (
    ACTS,
    DEPARTMENT,
    HOLDERS,
    LIMITS,
    LISTS,
    MATTER,
    NAMES,
    OUTSIDE,
    PAPERS,
    PLAN,
    SIDES,
    STEPS,
    TOTALS,
    TYPES,
    VERSION,
)
from tests.scribbling import complaints

_ODD_WORDS = re.compile(r"None|True|False|Fraction|「」|“”|\d+/\d+|[^\d]\.\d")
_DAYS = (None, date(2016, 1, 1), date(2018, 3, 31), date(2027, 1, 1))


class _Odd:
    """Writes one project."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.inside: list[str] = []

    def keys(self, choices: dict[str, tuple[str, ...]], share: float, indent: str = "") -> str:
        """Some of the keys, each with one of its values."""
        said = ""
        for key, values in choices.items():
            if self.dice.random() < share:
                value = self.dice.choice(values).replace("\n", f"\n{indent}")
                said += f"{indent}{_said(key, value)}\n"
        return said

    def step(self, name: str, origins: str) -> list[str]:
        acts = "、".join(self.dice.sample(ACTS, self.dice.randint(1, 3)))
        lines = [f"- 环节: {name} | {self.dice.choice(HOLDERS)} | {self.dice.choice(LIMITS)} | {acts}"]
        if origins:
            lines.append(f"  沿自: {origins}")
        for key, values in {
            "种类": ("受理", "审查、决定", "送达", "转报", "缴费", "听证"),
            "不计环节": ("批后归档",),
            "使用": ("申请书", "没有的材料"),
            "出具": ("受理通知书", "示范许可证"),
            "去向": (
                "\n    不合格: 结束\n    合格: 下一环节",
                "\n    不服: 结束\n    不合格: 结束\n    其他: 下一环节",
            ),
        }.items():
            if self.dice.random() < 0.12:
                value = self.dice.choice(values)
                lines.append(f"  {_said(key, value)}")
        return [inner for line in lines for inner in line.split("\n")]

    def flow(self, before: tuple[str, ...], side: str) -> tuple[tuple[str, ...], list[str]]:
        """Names of the steps, and the lines that declare them; blocks now and then."""
        names = self.dice.sample(STEPS, self.dice.randint(1, 7))
        lines: list[str] = []
        parallel = 0
        for number, name in enumerate(names):
            origins = "、".join(self.dice.sample(before, min(len(before), self.dice.randint(0, 2)))) if before else ""
            step = self.step(name, "" if number in (0, len(names) - 1) else origins)
            if side and not number:
                step = [step[0], "  去向:", f"    不齐全: {side}", "    齐全: 下一环节"]
            if number and not parallel and len(names) - number > 2 and self.dice.random() < 0.2:
                named = self.dice.random() < 0.5
                lines += [f"- 环节: 并联办理{number}", "  承办: 综合股", "  并联:"] if named else ["- 并联:"]
                parallel = 2
            lines += [f"    {line}" for line in step] if parallel else step
            parallel = max(parallel - 1, 0)
        return tuple(names), lines

    def version(self, title: str, before: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
        names: tuple[str, ...] = before
        text = f"{title}:\n"
        if not before or self.dice.random() < 0.7:
            side = self.dice.choice((*SIDES, "", "", ""))
            names, lines = self.flow(before, "" if side == "不予许可" else side)
            text += "  流程:\n" + "".join(f"    {line}\n" for line in lines)
            text += f"  支线:\n{SIDES[side]}" if side else ""
        if not before or self.dice.random() < 0.7:
            text += f"  时限: {self.dice.choice(TOTALS)}\n"
        if not before or self.dice.random() < 0.7:
            papers = self.dice.sample(PAPERS, self.dice.randint(0, 5))
            rows = "".join(f"    - {_deeper(paper)}\n" for paper in papers)
            text += f"  材料:\n{rows}" if papers else "  材料: 无\n"
        if self.dice.random() < 0.3:
            text += f"  承办: {self.dice.choice(('综合股', '行政审批股', '综合股、业务股', '无'))}\n"
        return text + self.keys({key: MATTER[key] for key in self.inside}, 0.3, "  "), names

    def matter(self) -> str:
        self.inside = self.dice.sample(VERSION, 2)
        outside = {key: values for key, values in MATTER.items() if key not in self.inside}
        text = f"名称: {self.dice.choice(NAMES)}\n类型: {self.dice.choice(TYPES)}\n# 不要: {'、'.join(self.inside)}\n"
        text += self.keys(outside, 0.3)
        before, names = self.version("优化前")
        after = self.dice.random()
        if after < 0.12:
            return text + before + "优化后: 不变\n"
        if after < 0.24:
            return text + before + self.dice.choice(("优化后: 取消\n", "优化后:\n  取消: 法律已经废止\n"))
        moved = "  下放: 镇(乡)\n" if after < 0.4 else ""
        version, _ = self.version("优化后", names)
        head, _, rest = version.partition("\n")
        return text + before + (f"{head}\n{moved}{rest}" if moved or rest else "优化后: 不变\n")

    def project(self) -> str:
        rows = [
            f"  - {name} | {self.dice.choice(('住建局', '行政服务中心', '公安局、住建局'))} | {self.dice.choice(TOTALS)}"
            for name in ("备案", "规划", "施工", "验收")[: self.dice.randint(1, 4)]
        ]
        tied = "  - 办理: 许可\n    事项: 示范局/示范经营许可证核发\n" if self.dice.random() < 0.5 else ""
        text = "".join(row + (f" | {rows[0][4:6]}" if number else "") + "\n" for number, row in enumerate(rows))
        ceiling = self.dice.choice(("", "上限: 10自然日\n", "上限: 无\n", "类别: 一件事\n"))
        return f"牵头: {self.dice.choice(('住建局', '行政服务中心'))}\n{ceiling}优化前:\n{text}{tied}优化后:\n{text}"

    def text(self) -> str:
        """The whole text."""
        files = {"方案.yaml": OUTSIDE + self.keys(PLAN, 0.2), "示范局/单位.yaml": self.keys(DEPARTMENT, 0.4)}
        files |= {f"示范局/0{number}-事项.yaml": self.matter() for number in range(2, 2 + self.dice.randint(1, 3))}
        if self.dice.random() < 0.5:
            files["住建局/单位.yaml"] = "名称: 住建局\n全称: 示范市住建局\n"
            files["住建局/01-许可.yaml"] = "名称: 样板许可\n出具: 样板许可证\n"
        if self.dice.random() < 0.5:
            files["联审联批/01-示范项目.yaml"] = self.project()
        if self.dice.random() < 0.4:
            files[f"清单/{self.dice.choice(LISTS)}"] = "名称,单位\n养老服务,示范局\n示范经营许可,\n别的,住建局\n"
        return "".join(f"==> {path} <==\n{content}" for path, content in files.items())


def _said(key: str, value: str) -> str:
    return f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}"


def _deeper(text: str) -> str:
    return text.replace("\n", "\n      ")


def project(seed: int) -> str:
    """The text of an odd project."""
    return _Odd(Random(seed)).text()  # noqa: S311 - no secret


def examined(seed: int, root: Path) -> Checked:
    """The odd project, written below ``root``, and what the rule book finds; its breadth and day vary as well."""
    checked = check_project(write(root, project(seed), EXEMPLARY))
    return examine(checked, breadth=Breadth(seed % 3 + 1), day=_DAYS[seed % len(_DAYS)])


def stumbles(seeds: Iterable[int], root: Path) -> list[str]:
    """What is wrong with the answers: a place outside of its file, a word that is not Chinese, a None in a message."""
    wrong: list[str] = []
    for seed in seeds:
        checked = examined(seed, root / str(seed))
        told = complaints(checked)
        told += [f"{one.code}: {one.message}" for one in checked.findings if _ODD_WORDS.search(one.message)]
        wrong += [f"seed {seed}: {word}" for word in told]
    return wrong
