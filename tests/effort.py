"""How hard the tests try: a little in every run of the suite, many times more in the soak."""

from __future__ import annotations

import os

VARIABLE = "ZAIZAO_EFFORT"
EFFORT = int(os.environ.get(VARIABLE, "1"))
"""What the suite tries, so many times: 1 unless ``soak/test_harder.py`` says more."""


def tried(number: int) -> int:
    """How many examples, seeds or edits are tried where the suite tries ``number``."""
    return number * EFFORT
