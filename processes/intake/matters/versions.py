"""优化前 and 优化后 of a draft: time, 流程, 材料 and what else differs between the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from processes.intake.matters.copies import papers_in
from processes.intake.matters.facts import Facts, says_nothing
from processes.intake.matters.flow import Step, entries, leave_out, steps_of
from processes.intake.matters.limits import LimitRead, Limits
from processes.intake.matters.listed import SIDES, THINGS, Names, read_lists
from processes.intake.matters.papers import exact, materials
from processes.intake.matters.said import Item, Listed, Said
from processes.intake.matters.shared import shared
from processes.intake.matters.simple import of_names
from processes.intake.matters.texts import is_none, names_in, on_one_line, yes_or_no
from processes.model.imported import How

_MARK_OF_STEPS = "核对承办和程序的归属(表里没有,是推定的),补各环节的时限"
_NOTHING = Names(None)
LEADERS = "局领导"
"""Hold the file where a form says that no office does (附件4: 承办内设机构 无)."""


class Versions:
    """Both versions of one matter; ``office`` is the office to be named where no form names one."""

    def __init__(self, facts: Facts, limits: Limits, office: str) -> None:
        """Read everything that a version may say."""
        self._facts, self._office = facts, office
        self.cancelled = self._ticked("cancelled")
        self.devolved_to = self._devolved()
        self._shared = shared(facts, cancelled=self.cancelled)
        self._lists = read_lists(facts, ("before",) if self.cancelled else tuple(SIDES))
        self._limits = self._both_limits(limits)
        self._before = list(self._made("before"))
        self._after = [] if self.cancelled else list(self._made("after"))
        if self.cancelled:
            self._note_cancelled()

    def outside(self) -> Iterator[Said]:
        """What both versions share, and is said once."""
        for pair in self._shared:
            if pair.both is not None:
                yield pair.both
        keys = ("conditions_after", "conditions", "conditions_before")
        if not self._facts.all(*keys):
            yield Said("条件", "无", self._facts.missing(*keys))

    def before(self, source: str) -> Said:
        """优化前; ``source`` is where its numbers come from."""
        whence = Said("出处", source, "补上这些数字的来源:公布的办事指南、权力清单等")
        return Said("优化前", (whence, *self._before))

    def after(self) -> Said:
        """优化后: 取消, 不变, or what changed."""
        if self.cancelled:
            return Said("优化后", "取消")
        before = {said.key: said for said in self._before}
        keys = [said for said in self._after if _says_more(said, before.get(said.key))]
        if self.devolved_to is not None:
            keys.insert(0, Said("下放", self.devolved_to or "镇(乡)", "" if self.devolved_to else "补上承接的层级"))
        if keys:
            return Said("优化后", tuple(keys))
        known = any(self._facts.has(f"{thing}_listed_after") for thing in THINGS)
        return Said("优化后", "不变", "" if known else "表里没有优化后的情况,改成实际的")

    # ------------------------------------------------------------------------------------- one version

    def _made(self, side: str) -> Iterator[Said]:
        offices = self._offices(side)
        if side == "before":
            self._own = offices
        if offices is not None:
            yield offices
        for pair in self._shared:
            own = pair.before if side == "before" else pair.after
            if pair.both is None and own is not None:
                yield own
        limit = self._limits[side]
        yield Said("时限", limit.text, limit.mark)
        yield self._flow(side, offices or self._own, limit)
        yield self._materials(side)

    def _offices(self, side: str) -> Said | None:
        keys = ("offices", "offices_before") if side == "before" else ("offices_after",)
        cell, mark = self._facts.agreed(f"{SIDES[side]}·承办", self._facts.all(*keys), _unplated)
        if cell is not None:
            names = () if says_nothing(cell.text) else names_in(_unplated(cell.text)).items
            return of_names("承办", names, mark)
        return Said("承办", self._office, self._facts.missing(*keys)) if side == "before" else None

    def _both_limits(self, limits: Limits) -> dict[str, LimitRead]:
        """The limits; where a form tells one only, the other version has it too until somebody says more."""
        before, after = limits.before(), None if self.cancelled else limits.after()
        missing = self._facts.missing
        nothing = LimitRead("无", missing("limit_before", "limit"))
        return {
            "before": before or (replace(after, mark=f"{nothing.mark}(先照优化后写)") if after else nothing),
            "after": after or (replace(before, mark=f"{missing('limit_after')}(先照优化前写)") if before else nothing),
        }

    def _flow(self, side: str, offices: Said | None, limit: LimitRead) -> Said:
        steps, mark = self._steps(side)
        aside = limit.amount.aside if limit.amount else ""
        if aside.startswith("不含"):
            steps, unplaced = leave_out(steps, aside)
            mark += f";{'、'.join(unplaced)}不计时限,写到它的环节上" if unplaced else ""
        names = _texts(offices)
        # Where the version names one office, the lines need not.
        holder = "" if len(names) == 1 else next(iter(names), LEADERS)
        return Said("流程", entries(steps, holder, mark))

    def _steps(self, side: str) -> tuple[tuple[Step, ...], str]:
        names, step_mark = self._lists["steps", side]
        acts, act_mark = self._lists["procedures", side]
        other = "after" if side == "before" else "before"
        if names is None and acts is None and self._list("steps", other).names is not None:
            found, mark = self._steps(other)
            return found, f"表里没有{SIDES[side]}的环节,先照{SIDES[other]}写" if side == "before" else mark
        told = [step_mark, act_mark]
        if not names:
            names = acts or ("办理",)
            told.insert(0, f"环节:{self._facts.missing(f'steps_listed_{side}')}")
        return steps_of(names, acts or ()), ";".join(filter(None, (_MARK_OF_STEPS, *told)))

    def _materials(self, side: str) -> Said:
        names, mark = self._lists["materials", side]
        if names is None:
            other = "after" if side == "before" else "before"
            names = self._list("materials", other).names
            mark = self._facts.missing(f"materials_listed_{side}") + (f"(先照{SIDES[other]}写)" if names else "")
        return materials(exact(names or (), self._card()), mark)

    def _list(self, thing: str, side: str) -> Names:
        return self._lists.get((thing, side), _NOTHING)

    def _card(self) -> tuple[str, ...]:
        """The papers of 附件7, with their copies."""
        cells = [row.cells.get("materials_listed_after") for row in self._facts.rows if row.form == "附件7"]
        return tuple(
            name
            for cell in cells
            if cell and not says_nothing(cell.text)
            for name in papers_in(names_in(cell.text).items, cell.text)
        )

    # --------------------------------------------------------------------------------- what becomes of it

    def _ticked(self, key: str) -> bool:
        cells = self._facts.all(key)
        for cell in cells:
            plain = yes_or_no(cell.text) is not None or says_nothing(cell.text)
            self._facts.use(cell, "优化后", why="" if plain else "看不出是还是否,按否")
        return any(yes_or_no(cell.text) is True for cell in cells)

    def _devolved(self) -> str | None:
        """承接层级, empty where it is not said; None for what is not devolved."""
        devolved = self._ticked("devolved")
        to = self._facts.all("devolved_to")
        for cell in to:
            self._facts.use(cell, "优化后·下放")
        named = next((on_one_line(cell.text) for cell in to if not says_nothing(cell.text)), "")
        return named if (devolved or named) and not self.cancelled else None

    def _note_cancelled(self) -> None:
        """What a form has under 优化后 of a cancelled matter is 0 and 无, and declares nothing."""
        keys = [f"{thing}{listed}_after" for thing in THINGS for listed in ("", "_listed")]
        for cell in self._facts.all("limit_after", "offices_after", *keys):
            how = How.CHECKED if says_nothing(cell.text) else How.CONFLICT
            self._facts.use(cell, "优化后", how, "本次取消,没有优化后")


def _says_more(after: Said, before: Said | None) -> bool:
    """Whether 优化后 says something else, or has a mark of its own that must not be lost."""
    if before is None or _bare(after) != _bare(before):
        return True
    return after.key != "流程" and bool(after.mark) and after.mark != before.mark


def _bare(said: Said) -> object:
    """The value without marks."""
    if isinstance(said.value, str):
        return said.value
    if isinstance(said.value, tuple):
        return tuple((inner.key, _bare(inner)) for inner in said.value)
    return tuple(_bare_item(item) for item in said.value.items)


def _bare_item(item: Item) -> object:
    return item.value if isinstance(item.value, str) else tuple((inner.key, _bare(inner)) for inner in item.value)


def _texts(said: Said | None) -> tuple[str, ...]:
    if said is None or isinstance(said.value, tuple):
        return ()
    if isinstance(said.value, Listed):
        return tuple(item.value for item in said.value.items if isinstance(item.value, str))
    return () if is_none(said.value) else names_in(said.value).items


def _unplated(text: str) -> str:
    """附件2: 行政审批股(挂××股牌子) is the 行政审批股."""
    return re.sub(r"[(（]挂[^()（）]*牌子?[)）]", "", text)
