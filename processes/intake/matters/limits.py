"""法定时限 and 时限 of both versions: numbers of 附件6 with the unit in its 备注, texts of 附件7 as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from processes.intake.forms.values import FormCell
from processes.intake.matters.amounts import Amount, amount_in, unit_in
from processes.intake.matters.facts import Facts, says_nothing
from processes.model.folding import fold_name

_NATURAL_PER_WORKING_DAY = Fraction(7, 5)
"""How 附件6 converts where 口径.混合日 says 折算; a part of a day is a day, so that it can be reckoned back."""
_CONVERTED = re.compile(r"([^;；,，]*)已按5个工作日折7个自然日折算")
_WORKING = "工作日"


@dataclass(frozen=True, slots=True)
class LimitRead:
    """A limit as it is declared, ``amount`` None where it could not be read; ``mark``: what is to be done about it."""

    text: str
    mark: str
    amount: Amount | None = None


class Limits:
    """The limits of a matter."""

    def __init__(self, facts: Facts) -> None:
        """Look for the unit in 备注."""
        self.facts = facts
        self.remark = "\n".join(cell.text for cell in facts.all("remark"))
        self._converted = "".join(found[1] for found in _CONVERTED.finditer(self.remark))

    def statutory(self) -> LimitRead:
        """法定时限."""
        return self._read("法定时限", "法定", "limit_statutory") or LimitRead(
            "无", self.facts.missing("limit_statutory")
        )

    def before(self) -> LimitRead | None:
        """时限 of 优化前."""
        return self._read("优化前·时限", "优化前", "limit_before", "limit")

    def after(self) -> LimitRead | None:
        """时限 of 优化后, which is 承诺时限."""
        # A limit that no heading calls 优化前 or 优化后 is that of now where 承诺时限 stands beside it.
        return self._read("优化后·时限", "优化后", "limit_after" if self.facts.has("limit_after") else "limit")

    def unit(self) -> str:
        """工作日 or 自然日 as far as 备注 or any limit of the matter says."""
        units = {amount.unit for cell in self._cells() if (amount := amount_in(cell.text)) and amount.unit}
        return unit_in(self.remark) or (units.pop() if len(units) == 1 else "")

    def _cells(self) -> Iterator[FormCell]:
        for key in ("limit_statutory", "limit_before", "limit_after", "limit"):
            yield from self.facts.all(key)

    def _read(self, key: str, column: str, *keys: str) -> LimitRead | None:
        # A text with its unit is the more exact one.
        cells = sorted(self.facts.all(*keys), key=lambda cell: not ((found := amount_in(cell.text)) and found.unit))
        cell, mark = self.facts.agreed(key, cells, lambda text: self._days(text, column))
        if cell is None:
            return None
        amount = self._amount(cell.text, column)
        if amount is None:
            if says_nothing(cell.text):
                return LimitRead("无", f"核对:{cell.spot}写“{cell.text}”,按没有时限", Amount(None))
            return LimitRead("无", f"{cell.spot}写“{' '.join(cell.text.split())}”,看不懂,改写成 20工作日 的样子")
        unit = amount.unit or self._unit_of(cell, column)
        if amount.number and not unit:
            mark = mark or f"核对:{cell.spot}写“{cell.text}”,没有说明工作日还是自然日,先按工作日"
        elif amount.why:
            mark = mark or f"核对:{amount.why}"
        return LimitRead(amount.declared(unit or _WORKING), mark, amount)

    def _amount(self, text: str, column: str) -> Amount | None:
        """The limit as it was before it was converted to natural days."""
        amount = amount_in(text)
        if amount is None or not amount.number or amount.unit or column not in self._converted:
            return amount
        return Amount(Fraction(floor(amount.number / _NATURAL_PER_WORKING_DAY)), _WORKING, amount.aside)

    def _days(self, text: str, column: str) -> object:
        """What two cells for the same limit are compared by."""
        amount = amount_in(text)
        if amount is None:
            return fold_name(text)
        days = amount.days
        if days and column in self._converted and amount.unit in (_WORKING, "小时"):
            return ceil(days * _NATURAL_PER_WORKING_DAY)
        return days

    def _unit_of(self, cell: FormCell, column: str) -> str:
        """The unit that 备注 or the heading names for a column."""
        named = re.search(rf"{column}[^;；]{{0,12}}?为(工作日|自然日)", self.remark)
        return named[1] if named else unit_in(self.remark) or unit_in(cell.title) or self.unit()
