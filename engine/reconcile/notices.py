"""附件7 and 附件8 of each matter against its row in 附件6."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from engine.annexes import annex6
from engine.annexes.form import NONE_TEXT
from engine.measures.materials import BY_COPIES
from engine.measures.measured import Counting
from engine.reconcile.ledger import CANCELLED, MATTERS
from engine.reconcile.values import Identity, Ref, Sheet, printed_limit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.annexes.form import Card
    from engine.reconcile.values import Filed
    from processes.model.plan import Switches

CARD, CHART = "附件7", "附件8"
STATUTORY, LIMIT_AFTER, STEPS_AFTER, MATERIALS_AFTER, REMARK = 22, 24, 8, 18, 26
CONVERTED = "折算"


def notice_identities(filed: Filed, switches: Switches) -> Iterator[Identity]:
    """Every card and every drawn chart of a department."""
    six = filed.sheet(annex6.CODE)
    if six is None:
        return
    for row in six.rows:
        name = six.text(row, MATTERS)
        cancelled = six.value(row, CANCELLED) == annex6.YES
        if filed.cards:
            yield _exists(six, row, name in filed.cards, cancelled=cancelled)
        if card := filed.cards.get(name):
            yield from _card(filed.owner, card, six, row, switches)
        # 标准阶段 and 交接次数 count something else than the boxes of the chart.
        if name in filed.boxes and switches.counting in (Counting.ACTS, Counting.PHASES):
            boxes = filed.boxes[name]
            yield Identity(
                name="附件6第8栏=附件8主线环节数",
                left=six.ref(row, STEPS_AFTER),
                right=(Ref(filed.owner, CHART, 0, 0, f"{CHART}“{name}”", name),),
                expected=boxes,
                found=six.value(row, STEPS_AFTER),
                holds=boxes == six.value(row, STEPS_AFTER),
            )


def _exists(six: Sheet, row: int, found: bool, *, cancelled: bool) -> Identity:  # noqa: FBT001 - what was found
    words = {True: "有告知单", False: "没有告知单"}
    return Identity(
        name="附件7的事项=附件6中没有取消的事项",
        left=six.ref(row, MATTERS),
        right=(),
        expected=words[not cancelled],
        found=words[found],
        holds=found is not cancelled,
    )


def _card(owner: str, card: Card, six: Sheet, row: int, switches: Switches) -> Iterator[Identity]:
    fields = [one for line in card.rows for one in line]
    matter = six.text(row, MATTERS)
    for index, one in enumerate(fields):
        ref = Ref(owner, CARD, 0, index, f"{CARD}“{matter}”{one.label}", matter)
        text = str(one.cell.value)
        if one.label == "事项名称":
            yield _compared("附件7事项名称=附件6第1栏", ref, text, matter, six.ref(row, MATTERS))
        elif one.label in ("法定时限", "承诺时限"):
            column = STATUTORY if one.label == "法定时限" else LIMIT_AFTER
            # What 附件6 converted into natural days is declared, and promised, in working days.
            if CONVERTED not in six.text(row, REMARK):
                yield limit_identity(f"附件7{one.label}=附件6第{column}栏", ref, text, six, row, column)
        elif one.label.startswith("申报所需材料") and switches.materials != BY_COPIES:
            count = 0 if text == NONE_TEXT else len(text.split("\n"))
            expected = six.value(row, MATERIALS_AFTER)
            yield Identity(
                name="附件7材料数=附件6第18栏",
                left=ref,
                right=(six.ref(row, MATERIALS_AFTER),),
                expected=expected,
                found=count,
                holds=count == expected,
            )


def limit_identity(name: str, ref: Ref, text: str, six: Sheet, row: int, column: int) -> Identity:  # noqa: PLR0913
    """A limit as printed, with its unit, against the number in 附件6 and the unit in its 备注."""
    limit = printed_limit(text)
    value = six.value(row, column)
    number = None if isinstance(value, str) else Fraction(value)
    kinds = [kind for kind in ("工作日", "自然日") if kind in six.text(row, REMARK)]
    holds = limit is not None and limit.days == number and (not limit.kind or limit.kind in kinds)
    expected = NONE_TEXT if number is None else f"{value}({'、'.join(kinds)})" if number else "即时办结"
    right = (six.ref(row, column),)
    return Identity(name=name, left=ref, right=right, expected=expected, found=text, holds=holds)


def _compared(name: str, ref: Ref, found: str, expected: str, right: Ref) -> Identity:
    return Identity(name=name, left=ref, right=(right,), expected=expected, found=found, holds=found == expected)
