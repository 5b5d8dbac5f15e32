"""Lists as the 流程 and 支线 of a declaration (format §3), with marks where a log cannot know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.discovery.listing import END, Added, Lists
from engine.discovery.steps import StepFacts
from processes.compilation.exits import FINISH, NEXT_STEP, OTHERWISE
from processes.declaration.composing import Noted
from processes.declaration.templates import MARK
from processes.declaration.unreading import Tree
from processes.intake.bpmn.naming import Keys

_UNTOLD = "记录里没有这一环节"
_WHY = {
    Added.FIRST: f"{_UNTOLD}:办件一开始就走法不同,要有一个环节来分",
    Added.ENTRY: f"{_UNTOLD}:这一路一开始就走法不同,要有一个环节来分",
    Added.EXIT: f"{_UNTOLD}:这一路从不止一处办完,要有一个环节来收",
}

Taken = Mapping[tuple[str, str], int]
"""Name of a step and condition → how often the cases of the log go that way."""


@dataclass(slots=True)
class Written:
    """流程 and 支线; ``added``: steps that no log has → why; ``blocks``: names that were given to blocks."""

    entries: list[Tree]
    sides: dict[str, Tree]
    added: dict[str, Added] = field(default_factory=dict)
    blocks: list[str] = field(default_factory=list)


def written(lists: Lists, facts: Mapping[str, StepFacts], holder: str, taken: Taken) -> Written:
    """The entries. ``holder`` holds the file where nobody is known; ``taken``: counts to stand beside 去向."""
    return _Writer(lists, facts, holder, taken).all()


class _Writer:
    def __init__(self, lists: Lists, facts: Mapping[str, StepFacts], holder: str, taken: Taken) -> None:
        self.lists = lists
        self.facts = facts
        self.holder = holder
        self.taken = taken
        self.keys = Keys()
        self.names = {name: self.keys.key(name) for name in facts}
        self.found = Written([], {})

    def all(self) -> Written:
        self._name(self.lists)
        sides = {side[0]: self.names[side[0]] for side in self.lists.sides}
        self.found.entries = self._list(self.lists, self.lists.main, sides)
        for side in self.lists.sides:
            self.found.sides[sides[side[0]]] = self._list(self.lists, side, sides)
        return self.found

    # --- names

    def _name(self, lists: Lists) -> None:
        for key, why in lists.added.items():
            self.names[key] = self.keys.key(self._added(lists, key))
            self.found.added[self.names[key]] = why
        for key, branches in lists.blocks.items():
            for branch in branches:
                self._name(branch)
            self.names[key] = self.keys.key(f"{self._first(branches)}等并联办理")

    def _first(self, branches: tuple[Lists, ...]) -> str:
        """The first step of a block that the log has."""
        for branch in branches:
            for key in branch.main:
                if key in self.facts:
                    return self.names[key]
                if key in branch.blocks:
                    return self._first(branch.blocks[key])
        raise AssertionError(branches)

    def _added(self, lists: Lists, key: str) -> str:
        why = lists.added[key]
        if why is Added.FIRST:
            return "受理"
        name = self._first((lists,))
        if why is Added.EXIT:
            return f"{name}一路办毕"
        return f"确定是否{name}"

    # --- lists

    def _list(self, lists: Lists, keys: tuple[str, ...], sides: Mapping[str, str]) -> list[Tree]:
        aimed = self._aimed(lists)
        entries: list[Tree] = []
        for index, key in enumerate(keys):
            following = keys[index + 1] if index + 1 < len(keys) else END
            exits = self._exits(lists, key, following, keys, sides)
            if key in lists.blocks:
                entries.append(self._block(lists, key, exits, named=bool(exits) or key in aimed))
            else:
                entries.append({**self._step(lists, key), **exits})
        return entries

    def _aimed(self, lists: Lists) -> set[str]:
        """What is led to otherwise than by the entry before it, and what a 支线 begins with: that has a name."""
        found: set[str] = set()
        for column in (lists.main, *lists.sides):
            for index, key in enumerate(column):
                following = column[index + 1] if index + 1 < len(column) else END
                found |= {target for target in lists.after[key] if target != following}
        return found | {side[0] for side in lists.sides}

    def _step(self, lists: Lists, key: str) -> dict[str, Tree]:
        name = self.names[key]
        if key in lists.added:
            note = f"{MARK} {_WHY[lists.added[key]]}"
            return {
                "环节": Noted(name, note),
                "承办": [self.holder],
                "时限": "即时",
                "程序": [{"名称": name}],
                "不计环节": "记录里没有,只表示在这里分情形",
            }
        fact = self.facts[key]
        return {
            "环节": Noted(name, fact.note),
            "承办": [fact.holder],
            "时限": fact.limit,
            "程序": [{"名称": name}],
        }

    def _block(self, lists: Lists, key: str, exits: dict[str, Tree], *, named: bool) -> dict[str, Tree]:
        branches: list[Tree] = []
        for branch in lists.blocks[key]:
            entries = self._list(branch, branch.main, {})
            branches.append(entries[0] if len(entries) == 1 else {"依次": entries})
        if not named:
            return {"并联": branches}
        self.found.blocks.append(self.names[key])
        note = f"{MARK} 名称是补的:几路都办完后要分情形,或别处要指到这里"
        return {"环节": Noted(self.names[key], note), "承办": [self.holder], **exits, "并联": branches}

    # --- 去向

    def _exits(
        self, lists: Lists, key: str, following: str, own: tuple[str, ...], sides: Mapping[str, str]
    ) -> dict[str, Tree]:
        targets = lists.after[key]
        others = [target for target in targets if target != following]
        if not others:
            return {}
        conditions = Keys()
        found: dict[str, Tree] = {}
        for target in others:
            condition = conditions.key(self._condition(lists, key, target, own, sides))
            if following not in targets and target == others[-1] and len(others) > 1:
                # The exits are complete: one of them is what happens otherwise.
                condition = OTHERWISE
            found[condition] = self._noted(key, condition, self._target(target))
        if len(targets) == 1:
            return {"去向": str(next(iter(found.values())))}
        if following in targets and len(others) == 1 and "不" in self.names.get(others[0], ""):
            # What 不予许可 has for its opposite is no Chinese.
            found[OTHERWISE] = NEXT_STEP
        return {"去向": found}

    def _noted(self, key: str, condition: str, target: str) -> str:
        count = self.taken.get((self.names[key], condition))
        seen = f";记录里 {count} 次" if count is not None else ""
        return Noted(target, f"{MARK} 写明什么情形{seen}")

    def _target(self, target: str) -> str:
        return FINISH if target == END else self.names[target]

    def _condition(self, lists: Lists, key: str, target: str, own: tuple[str, ...], sides: Mapping[str, str]) -> str:
        if target == END:
            return "到此办结"
        name = self.names[target]
        if target == key:
            return "需再次办理"
        if lists.added.get(target) is Added.EXIT:
            return "不需办理" if key in lists.added else "这一路办毕"
        if target in sides:
            return f"转{name}"
        if key in own and target in own and own.index(target) < own.index(key):
            return f"退回{name}"
        return f"直接到{name}" if target in own else f"转回{name}"
