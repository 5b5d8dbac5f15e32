"""附件10 against 附件6: only what was public, or becomes public, has to be changed on a platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes import annex6, annex10
from engine.annexes.annex7 import PROMISE
from engine.reconcile.ledger import CANCELLED, MATTERS
from engine.reconcile.notices import CONVERTED, LIMIT_AFTER, REMARK, limit_identity
from engine.reconcile.values import Identity, Sheet, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.reconcile.values import Filed
    from processes.model.plan import Switches

NAME, OLD, NEW = 1, 2, 3
PUBLIC_BEFORE, PUBLIC_AFTER = 2, 3


def publication_identities(filed: Filed, _switches: Switches) -> Iterator[Identity]:
    """Every row of 附件10."""
    ten, six = filed.sheet(annex10.CODE), filed.sheet(annex6.CODE)
    if ten is None or six is None:
        return
    public = {
        six.text(row, MATTERS): row
        for row in six.rows
        if annex6.YES in (six.value(row, PUBLIC_BEFORE), six.value(row, PUBLIC_AFTER))
    }
    for row in ten.rows:
        words = "附件6中已公开或将公开的一个事项名称"
        yield one_of("附件10的事项都是附件6中公开的事项", (ten, row, NAME), public, words)
        in_six = public.get(ten.text(row, NAME))
        if in_six is not None:
            yield from _row(ten, row, six, in_six)


def _row(ten: Sheet, row: int, six: Sheet, in_six: int) -> Iterator[Identity]:
    new, old = ten.text(row, NEW), ten.text(row, OLD)
    yield Identity(
        name="附件10修改后的内容与原内容不同",
        left=ten.ref(row, NEW),
        right=(ten.ref(row, OLD),),
        expected="与需要更改的内容不同",
        found=new,
        holds=new != old,
        tight=False,
    )
    is_cancelled = six.value(in_six, CANCELLED) == annex6.YES
    yield Identity(
        name="附件10删除的事项=附件6取消的事项",
        left=six.ref(in_six, CANCELLED),
        right=(),
        read=(ten.ref(row, NEW),),
        expected=annex6.YES if new == annex10.DELETED else annex6.NO,
        found=six.value(in_six, CANCELLED),
        holds=is_cancelled == (new == annex10.DELETED),
    )
    label = f"{PROMISE}:"
    if old.startswith(label) and CONVERTED not in six.text(in_six, REMARK):
        text = new.removeprefix(label)
        name = f"附件10承诺时限=附件6第{LIMIT_AFTER}栏"
        yield limit_identity(name, ten.ref(row, NEW), text, six, in_six, LIMIT_AFTER)
