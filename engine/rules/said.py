"""What the 问题 of a matter speak of; a rule that suggests problems is silent about those."""

from __future__ import annotations

import re

from processes.model.matter import Matter


def speaks_of(matter: Matter, words: re.Pattern[str]) -> bool:
    """Whether a declared problem, or the measure against it, has one of the words."""
    return any(words.search(problem.text) or words.search(problem.measure) for problem in matter.problems or ())
