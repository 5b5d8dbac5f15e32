"""Declarations of any shape: a hypothesis strategy for matters whose 流程 has blocks, exits and side branches."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import strategies as st

from processes.checking import check_project
from processes.model.process import CheckedMatter
from tests.declaring import write

WORDS = ("受理", "审查", "现场核查", "公示", "签批", "缴费", "制证", "送达", "办结", "开始")
HOLDERS = ("综合股", "业务股", "局领导", "公安局交警大队", "省示范厅", "行政审批股/审查岗")
LIMITS = ("即时", "无", "1工作日", "2工作日", "0.5工作日", "4小时", "不计时限(听证)", "5工作日不计时限(专家评审)")
CONDITIONS = ("不同意", "需补充材料", "未通过", "情况复杂", "其他情形", "符合条件")
TYPES = ("行政审批事项", "其他行政权力事项\n种类: 行政处罚", "公共服务事项\n种类: 社会保障", "其他事项")

T = TypeVar("T")


class _Writer:
    """Writes one matter; every choice is hypothesis'."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.numbers = count(1)
        self.sides = [f"支线{number}" for number in range(draw(st.integers(0, 2)))]
        self.used: set[str] = set()

    def one_of(self, choices: tuple[T, ...] | list[T]) -> T:
        return self.draw(st.sampled_from(choices))

    def seldom(self, times: int) -> bool:
        return self.draw(st.integers(1, times)) == 1

    def name(self) -> str:
        """A name of its own: now and then a bare word."""
        word = self.one_of(WORDS)
        if word not in self.used and self.seldom(2):
            self.used.add(word)
            return word
        return f"{word}{next(self.numbers)}"

    def entries(self, depth: int, targets: list[str], *, first: bool = False) -> list[str]:
        """The lines of a list of entries; ``targets``: where exits may lead besides. ``first``: an 环节 begins it."""
        kinds = ["环节"] * 5 + (["并联", "名称并联"] if depth < 2 else [])
        planned = [("环节", self.name())] if first else []
        planned += [(self.one_of(kinds), self.name()) for _ in range(self.draw(st.integers(1, 4)))]
        reached = [name for kind, name in planned if kind != "并联"] + ["下一环节", *targets]
        lines: list[str] = []
        for kind, name in planned:
            lines += self.step(name, reached) if kind == "环节" else self.block(kind, name, depth)
        return lines

    def step(self, name: str, targets: list[str]) -> list[str]:
        row = f"{name} | {self.one_of(HOLDERS)} | {self.one_of(LIMITS)} | 办理{name}、核对(2人以上)"
        conditions = self.draw(st.lists(st.sampled_from(CONDITIONS), unique=True, max_size=2)) if self.seldom(4) else []
        keys = (
            ["  去向:", *(f"    {condition}: {self.one_of(targets)}" for condition in conditions)] if conditions else []
        )
        if self.seldom(8):
            keys.append("  不计环节: 批后归档")
        return [f"- 环节: {row}", *keys] if keys else [f"- {row}"]

    def block(self, kind: str, name: str, depth: int) -> list[str]:
        lines = [f"- 环节: {name}", "  承办: 综合股", "  并联:"] if kind == "名称并联" else ["- 并联:"]
        for _ in range(self.draw(st.integers(2, 3))):
            branch = self.entries(depth + 1, [])
            if sum(line.startswith("- ") for line in branch) > 1:
                branch = ["- 依次:", *(f"    {line}" for line in branch)]
            lines += [f"    {line}" for line in branch]
        return lines

    def matter(self) -> str:
        standard = self.one_of((*[""] * 5, "一次告知补正", "不予受理", "不予许可"))
        head, *rest = self.entries(0, ["结束", *self.sides, *filter(None, [standard])], first=True)
        if self.sides:
            # Each side branch is led to by the first step, whatever else leads there.
            row = head.removeprefix("- ").removeprefix("环节: ")
            head = "\n    ".join([f"- 环节: {row}", "  去向:", *(f"    走{side}: {side}" for side in self.sides)])
            rest = rest[1:] if rest and rest[0] == "  去向:" else rest
        text = f"类型: {self.one_of(TYPES)}\n法定时限: 无\n" + ("支线:\n" if self.sides else "")
        for side in self.sides:
            back = [head.split("环节: ")[-1].split(" | ")[0], "结束", *self.sides]
            text += f"  {side}:\n" + "".join(f"    {line}\n" for line in self.entries(1, back, first=True))
        lines = "".join(f"    {line}\n" for line in (head, *rest))
        papers = self.one_of(("无", "申请书"))
        return f"{text}优化前:\n  时限: 200工作日\n  材料: {papers}\n  流程:\n{lines}{self.after()}"

    def after(self) -> str:
        """优化后: the same, or some of its keys."""
        keys = {
            "时限": "100工作日",
            "材料": self.one_of(("无", "申请书", "承诺书")),
            "承办": self.one_of(("业务股", "综合股、业务股")),
            "支线": "\n    不予受理: 无\n    不予许可: 无",
        }
        if not self.sides:  # they lead back to steps by name
            self.used.clear()
            keys["流程"] = "".join(f"\n    {line}" for line in self.entries(0, ["结束"], first=True))
        chosen = self.draw(st.lists(st.sampled_from(sorted(keys)), unique=True, max_size=3))
        return "优化后:\n" + "".join(f"  {key}: {keys[key]}\n" for key in chosen) if chosen else "优化后: 不变\n"


@st.composite
def matters(draw: st.DrawFn) -> str:
    """The text of a matter, to be laid over the small project; some have loops or steps that lead nowhere."""
    return _Writer(draw).matter()


def checked(text: str) -> CheckedMatter | None:
    """The matter with its processes, or None when it does not hold together."""
    with TemporaryDirectory() as folder:
        found = check_project(write(Path(folder), text))
        return found.matters[0] if found.matters else None
