"""The limits of a declaration, each met and each passed by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.declaring import Declared, position


def nested(depth: int) -> str:
    """A value of a key that is ``depth`` lists deep; the file itself is one more."""
    return "备注: " + "[" * depth + "甲" + "]" * depth + "\n"


@pytest.mark.parametrize(
    ("inside", "outside", "code"),
    [
        pytest.param(nested(31), nested(32), "Y216", id="depth"),
        pytest.param(
            "支线: {甲: [" + "[]," * 4_998 + "[]]}\n", "支线: {甲: [" + "[]," * 5_001 + "[]]}\n", "Y217", id="list"
        ),
        pytest.param(
            "说明:\n" + "".join(f"  k{n}: v\n" for n in range(49_000)),
            "说明:\n" + "".join(f"  k{n}: v\n" for n in range(50_000)),
            "Y217",
            id="nodes",
        ),
        pytest.param(f"备注: {'字' * 10_000}\n", f"备注: {'字' * 10_001}\n", "Y217", id="text"),
        pytest.param(f"备注: |\n  {'字' * 9_999}\n", f"备注: |\n  {'字' * 10_000}\n", "Y217", id="text in a block"),
        pytest.param(f"名称: {'字' * 200}\n", f"名称: {'字' * 201}\n", "D112", id="name"),
        pytest.param(
            f"问题: {'字' * 990} | 措施 | 股\n", f"问题: {'字' * 990} | 措施措 | 综合股\n", "Y217", id="row"
        ),
    ],
)
def test_a_limit(inside: str, outside: str, code: str, declare: Callable[[str], Declared]) -> None:
    """What keeps to it is not refused for it; what passes it is."""
    assert code not in declare(inside).codes
    assert declare(outside).codes.count(code) == 1


def test_the_place_of_a_limit_is_where_it_was_passed(declare: Callable[[str], Declared]) -> None:
    """The bracket, the row, the text."""
    assert declare(nested(40)).position("Y216") == "1:36"
    assert declare("条件:\n" + "  - 甲\n" * 5_001).position("Y217") == "5002:5"
    assert declare(f"备注: 甲\n出具: {'字' * 10_001}\n").position("Y217") == "2:5"


@pytest.mark.parametrize("limit", ["1工作日", "9999工作日", "0.125工作日", "12.5自然日", "8小时", "９９９９工作日", "20 工作日", "20个工作日"])
def test_a_number_of_days(limit: str, declare: Callable[[str], Declared]) -> None:
    """1–9999, or a decimal, always with a unit."""
    assert "D106" not in declare(f"优化后:\n  时限: {limit}\n").codes


@pytest.mark.parametrize(
    ("limit", "hint"),
    [
        ("10000工作日", ""),
        ("0", "即时"),
        ("0工作日", "即时"),
        ("0.0自然日", "即时"),
        ("20", "20工作日 或 20自然日"),
        ("２０", "20工作日 或 20自然日"),
        ("20天", "20工作日 或 20自然日"),
        ("20日", "20工作日 或 20自然日"),
        ("2个月", ""),
        ("1周", ""),
        ("-1工作日", ""),
        ("1/2工作日", ""),
        ("二十工作日", ""),
        ("20工作", ""),
        ("20工作日以内", ""),
        ("1e3工作日", ""),
        ("0x10工作日", ""),
        ("不限", ""),
        ("不计时限(听证)", "只有环节可以不计时限"),
    ],
)
def test_what_is_no_number_of_days(limit: str, hint: str, declare: Callable[[str], Declared]) -> None:
    """Reported at the value, with the mend that fits where the slip is known."""
    found = declare(f"优化后:\n  时限: {limit}\n").found("D106")
    assert position(found.place) == "2:7"
    assert hint in found.hint
    assert found.hint


def test_a_month_is_not_taken_for_so_many_days(declare: Callable[[str], Declared]) -> None:
    """2个月 are not 2 days of any kind."""
    hint = declare("优化后:\n  时限: 2个月\n").found("D106").hint
    assert "2工作日" not in hint
    assert "2自然日" not in hint
