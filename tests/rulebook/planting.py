"""Defects and near misses: small changes of a clean project, each said to break a rule, or just not to break it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable

from tests.rulebook.clean import Draft

Planter = Callable[[Draft, random.Random], None]

DEFECTS: dict[str, list[Planter]] = defaultdict(list)
NEAR_MISSES: dict[str, list[Planter]] = defaultdict(list)


def defect(code: str) -> Callable[[Planter], Planter]:
    """The function breaks the rule ``code``."""

    def register(planter: Planter) -> Planter:
        DEFECTS[code].append(planter)
        return planter

    return register


def near_miss(code: str) -> Callable[[Planter], Planter]:
    """The function comes close to breaking the rule ``code`` and does not."""

    def register(planter: Planter) -> Planter:
        NEAR_MISSES[code].append(planter)
        return planter

    return register
