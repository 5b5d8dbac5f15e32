"""Blanks at the ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.fixes.fixer import Draft, Fixer
from processes.model.findings import Edit
from processes.model.places import Place

_BLANKS = re.compile(r"[ \t]+$")


def _find(draft: Draft) -> Iterator[Edit]:
    """Every line that ends in blanks; where they belong to a text, the proof will not let them go."""
    for number, line in enumerate(draft.text.split("\n"), 1):
        if blanks := _BLANKS.search(line):
            yield Edit(Place(draft.file, number, blanks.start() + 1), len(blanks[0]), "")


FIXER = Fixer(name="去掉行末空格", find=_find)
