"""Full-width digits, letters, colons and bars where reading takes them for half-width ones."""

from __future__ import annotations

from collections.abc import Iterator

from processes.declaration.nodes import Scalar
from processes.declaration.writing import plain
from processes.fixes.fixer import Draft, Fixer, manners
from processes.model.findings import Edit
from processes.model.folding import FOLDED
from processes.model.places import Place

_FULL_WIDTH = frozenset(map(chr, FOLDED))


def _find(draft: Draft) -> Iterator[Edit]:
    """Texts on one line with a full-width character that their kind folds. Names and sentences stay as typed."""
    if _FULL_WIDTH.isdisjoint(draft.text):
        return
    for node, how in manners(draft):
        if not isinstance(node, Scalar) or not node.offsets or _FULL_WIDTH.isdisjoint(node.text):
            continue
        spelt = how.text(node.text)
        if spelt != node.text and plain(spelt) == spelt:
            yield Edit(Place(draft.file, node.line + 1, node.column + 1), len(node.text), spelt)


FIXER = Fixer(name="全角改半角", find=_find, respells=True)
