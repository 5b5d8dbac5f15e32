"""性质 of the plan, read into their parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.declaration.properties import EXAMPLES, property_of
from processes.model.property import Property, PropertyKind
from tests.declaring import PLAN_FILE, Declared, position


def read(sentence: str) -> Property:
    """A sentence that can be read."""
    wanted, report = property_of(sentence)
    assert wanted is not None, report.findings
    return wanted


@pytest.mark.parametrize(
    ("sentence", "kind", "first", "second"),
    [
        ("决定 之前必有 受理", PropertyKind.BEFORE, "决定", "受理"),
        ("决定之前必有受理", PropertyKind.BEFORE, "决定", "受理"),
        ("受理 之后必达 办结 或 不予受理", PropertyKind.AFTER, "受理", "办结,不予受理"),
        ("初审、复审 之后必有 文书", PropertyKind.AFTER, "初审,复审", "文书"),
        ("送达　之后不得有　审查", PropertyKind.NEVER_AFTER, "送达", "审查"),
        ("公示 与 听证 不得都有", PropertyKind.NOT_BOTH, "公示", "听证"),
        ("审查与决定不由同一岗位", PropertyKind.OTHER_POST, "审查", "决定"),
        ("参与评审 和 决定 不由同一单位", PropertyKind.OTHER_UNIT, "参与评审", "决定"),
    ],
)
def test_a_sentence_has_two_sides(sentence: str, kind: PropertyKind, first: str, second: str) -> None:
    """Blanks are not needed; where they stand they say what is a name."""
    wanted = read(sentence)
    assert (wanted.kind, ",".join(wanted.first), ",".join(wanted.second)) == (kind, first, second)
    assert wanted.sentence == sentence
    assert wanted.words == (*wanted.first, *wanted.second)


def test_what_is_counted_has_a_bound() -> None:
    """A number, a limit, or the promise; full-width digits are digits."""
    assert read("环节数 不超过 6").number == 6
    assert read("材料数不超过１２个").number == 12
    assert str(read("每条路径 不超过 10工作日").limit) == "10工作日"
    promise = read("每条路径 不超过 承诺时限")
    assert (promise.number, promise.limit, promise.words) == (0, None, ())


def test_every_example_of_the_messages_can_be_read() -> None:
    """What is proposed is right."""
    assert all(read(sentence).kind for sentence in EXAMPLES)


def test_the_plan_holds_them_with_places(declare: Callable[[str], Declared]) -> None:
    """As a row, or written out; a single one may stand alone."""
    declared = declare(
        f"==> {PLAN_FILE} <==\n性质:\n  - 决定 之前必有 受理 | 行政许可、公共服务事项\n"
        "  - 性质: 受理 之后必达 办结 或 不予受理\n    适用: 行政许可\n"
    )
    assert not declared.findings
    workspace = declared.checked.workspace
    assert workspace is not None
    one, other = workspace.plan.properties
    assert one.applies == ("行政许可", "公共服务事项")
    assert [position(word.place) for word in one.words] == ["2:5", "2:13"]
    assert [position(word.place) for word in other.words] == ["3:9", "3:17", "3:22"]
    alone = declare(f"==> {PLAN_FILE} <==\n性质: 环节数 不超过 6\n").checked.workspace
    assert alone is not None
    assert [wanted.sentence for wanted in alone.plan.properties] == ["环节数 不超过 6"]


def test_what_is_wrong_is_told_at_its_line_and_the_rest_is_kept(declare: Callable[[str], Declared]) -> None:
    """All at once."""
    declared = declare(f"==> {PLAN_FILE} <==\n性质:\n  - 先受理后决定\n  - 环节数 不超过 6\n  - 环节数 不超过 六\n")
    found = [(position(one.place), one.message) for one in declared.findings]
    assert found == [
        ("2:5", "「先受理后决定」看不出要求什么"),
        ("4:5", "「环节数 不超过 六」里的「六」应是一个整数"),
    ]
