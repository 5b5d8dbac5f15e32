"""收费 as 附件7 says it, carried into the rows of a declaration."""

from __future__ import annotations

from collections.abc import Iterator

from processes.declaration.nodes import Mapping
from processes.intake.forms.values import FormCell
from processes.intake.matters.said import Listed
from processes.intake.matters.shared import charges
from processes.intake.table import Spot
from processes.merging.lists import emptied, relisted
from processes.merging.source import Change, Source

_KEY, _AFTER, _NONE = "收费", "优化后", "不收费"
_NOWHERE = Spot("", "", 0, 0)


def fees(source: Source, wanted: str) -> Iterator[list[Change]]:
    """Changes that make 优化后 charge what is ``wanted``; what was said of both versions is changed for both."""
    rows = rows_in(wanted)
    if rows is None:
        return
    for path in ((_AFTER,), ()):
        mapping = source.node(*path) if path else source.root
        if isinstance(mapping, Mapping) and _KEY in mapping.entries:
            node = mapping.entries[_KEY][1]
            yield relisted(source, node, rows) if rows else emptied(source, mapping, _KEY, _NONE)
            return
    if len(rows) <= 1:
        yield source.inserted(_AFTER, _KEY, rows[0] if rows else _NONE)


def rows_in(text: str) -> list[str] | None:
    """``工本费 | 每证4元 | 《…》`` of each fee; none for 不收费, None where a fee does not fit a row."""
    said = charges(FormCell("fees", text, (_NOWHERE,)), "")
    if not isinstance(said.value, Listed):
        return []
    rows = [item.value for item in said.value.items]
    texts = [row for row in rows if isinstance(row, str)]
    return texts if len(texts) == len(rows) else None
