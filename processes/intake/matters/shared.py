"""What may be said once of a matter or of each version: 条件, 收费, 地点, 公开."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from processes.intake.forms.values import FormCell
from processes.intake.matters.facts import Facts, says_nothing
from processes.intake.matters.listed import SIDES
from processes.intake.matters.said import Item, Listed, Said
from processes.intake.matters.texts import on_one_line, sentences_in, yes_or_no
from processes.model.folding import fold_name
from processes.model.imported import How

_FREE = ("不收费", "否", "免费", "不收取费用", "不收取任何费用", "免收")


class Pair(NamedTuple):
    """What each version says of a key; the same where the forms tell of one only. None: nothing has to be said."""

    before: Said | None
    after: Said | None

    @property
    def both(self) -> Said | None:
        """What is said outside of the versions, once."""
        return self.before if self.before == self.after else None


def shared(facts: Facts, *, cancelled: bool) -> tuple[Pair, ...]:
    """条件, 收费, 地点, 公开; of a ``cancelled`` matter what was before."""
    pairs = (
        _pair(facts, "条件", "conditions", _conditions),
        _fees(facts),
        _pair(facts, "地点", "location", _location),
        _public(facts, cancelled=cancelled),
    )
    return tuple(Pair(pair.before, pair.before) if cancelled else pair for pair in pairs)


def _pair(facts: Facts, key: str, cell_key: str, make: Callable[[FormCell, str], Said | None]) -> Pair:
    sides: list[Said | None] = []
    for side, label in SIDES.items():
        cell, mark = facts.agreed(f"{label}·{key}", facts.all(f"{cell_key}_{side}"), _as_compared)
        sides.append(make(cell, mark) if cell is not None else None)
    cell, mark = facts.agreed(key, facts.all(cell_key), _as_compared)
    both = make(cell, mark) if cell is not None else None
    before, after = sides
    return Pair(before or both or after, after or both or before)


def _as_compared(text: str) -> str:
    """不收费 of 附件2 is 无 of 附件7."""
    return "无" if is_free(text) else fold_name(text).rstrip("。")


def is_free(text: str) -> bool:
    """Whether nothing is charged: 不收费, 免费, 无."""
    return says_nothing(text) or fold_name(text).rstrip("。") in _FREE


def _conditions(cell: FormCell, mark: str) -> Said:
    if says_nothing(cell.text):
        return Said("条件", "无", mark)
    sentences = sentences_in(cell.text).items
    if len(sentences) == 1:
        return Said("条件", sentences[0], mark)
    return Said("条件", Listed(tuple(Item(one) for one in sentences)), mark)


def _location(cell: FormCell, mark: str) -> Said | None:
    return None if says_nothing(cell.text) else Said("地点", on_one_line(cell.text), mark)


def _fees(facts: Facts) -> Pair:
    """收费, held against 是否收费; a 否 without more says 不收费."""
    before, after = _pair(facts, "收费", "fees", charges)
    for side in (*SIDES, ""):
        for cell in facts.all(f"charged_{side}" if side else "charged"):
            charged = yes_or_no(cell.text)
            said = before if side == "before" else after
            if said is None:
                todo = f"{cell.spot}写“{cell.text}”,补上收费的项目、标准和依据"
                before = after = Said("收费", "不收费") if charged is False else Said("收费", "收费项目", todo)
                facts.use(cell, "收费")
                continue
            agrees = charged is not None and charged == (said.value != "不收费")
            facts.use(cell, "收费", How.CHECKED if agrees else How.CONFLICT, "" if agrees else "与收费标准对不上")
    return Pair(before, after)


def charges(cell: FormCell, mark: str) -> Said:
    """不收费, or the items: 工本费:每证4元(依据:《…》)."""
    if _as_compared(cell.text) == "无":
        return Said("收费", "不收费", mark)
    return Said("收费", Listed(tuple(_fee(text) for text in sentences_in(cell.text).items)), mark)


def _fee(text: str) -> Item:
    rest, basis = text.strip(), ""
    found = re.search(r"[(（]依据[:：](.*)[)）]$", rest, re.DOTALL)
    if found:
        basis, rest = found[1].strip(), rest[: found.start()].strip()
    item, *standard = (part.strip() for part in re.split("[:：]", rest, maxsplit=1))
    said = [Said("项目", on_one_line(item).replace("|", "／") or "收费")]
    said += [Said("标准", one) for one in standard if one]
    said += [Said("依据", basis)] if basis else []
    parts = [str(one.value) for one in said]
    if not any(re.search("[|｜\n]", part) for part in parts) and (len(parts) != 2 or not basis):  # noqa: PLR2004 - 项目 | 标准
        return Item(" | ".join(parts))
    return Item(tuple(said))


def _public(facts: Facts, *, cancelled: bool) -> Pair:
    """公开: what is not written is 是."""
    sides: list[Said | None] = []
    for side, label in SIDES.items():
        cells = facts.all(f"public_{side}", "public")
        cell, mark = facts.agreed(f"{label}·公开", cells, yes_or_no)
        public = yes_or_no(cell.text) if cell is not None else None
        if cell is not None and public is None and not (cancelled and side == "after"):
            mark = f"核对:{cell.spot}写“{cell.text}”,看不出是还是否"
        sides.append(Said("公开", "否" if public is False else "是", mark) if cell is not None else None)
    before, after = sides
    if cancelled or after is None:
        after = before
    plain = Said("公开", "是")
    return Pair(None, None) if before == after == plain else Pair(before, after)
