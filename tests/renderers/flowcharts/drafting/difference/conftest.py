"""Charts of both versions of the declaration in the docstring of a test.

时限 and 材料 of a version have defaults, and so have the facts of the matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from engine.diff.compare import Difference, compare
from processes.model.plan import Switches
from processes.model.process import CheckedMatter
from renderers.flowcharts import Chart, Comparison, comparison_of, difference_chart
from tests.declaring import Declared

UNIT = "示范市示范局"
KIND = "类型: 其他事项\n"
DEFAULTS = {"时限": "10工作日", "材料": "申请书"}


@pytest.fixture
def checked(request: pytest.FixtureRequest, declare: Callable[[str], Declared]) -> CheckedMatter:
    """The matter in the docstring of the test."""
    text = re.sub("^    ", "", request.function.__doc__.rstrip(), flags=re.MULTILINE) + "\n"
    versions = re.split("^(?=优化[前后]:)", text, flags=re.MULTILINE)
    return declare("".join(map(_filled, versions)) + KIND).checked_matter


def _filled(version: str) -> str:
    """A version with the defaults that it does not say otherwise."""
    head, line, rest = version.partition(":\n")
    missing = [f"  {key}: {value}\n" for key, value in DEFAULTS.items() if f"\n  {key}:" not in version]
    return f"{head}{line}{''.join(missing)}{rest}" if line and "  取消:" not in version else version


@pytest.fixture
def difference(checked: CheckedMatter) -> Difference:
    """What the reform changes."""
    return compare(checked, Switches())


@pytest.fixture
def chart(checked: CheckedMatter, difference: Difference) -> Chart:
    """Both versions in one chart."""
    return difference_chart(checked, difference, UNIT)


@pytest.fixture
def side_by_side(checked: CheckedMatter, difference: Difference) -> Comparison:
    """Both charts under their numbers."""
    return comparison_of(checked, difference, UNIT)
