"""``zaizao history``: what was filed, compared, and whether it is whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.commands.filing import OURS, SHORTER, Zaizao, change, submit


def test_two_submissions_are_compared_like_two_versions(campaign: Path, zaizao: Zaizao) -> None:
    """By what they mean, as ``zaizao diff`` does; with who filed them."""
    submit(zaizao, 3)
    change(campaign, SHORTER)
    submit(zaizao, 3)
    ran = zaizao("history", *OURS, "--阶段", "3", "--比较", "1", "2")
    assert ran.out.startswith(
        "示范局 第1版→第2版:修改 1 项、改名 0 项、新增 0 项、删去 0 项、未变 0 项\n第1版由 张三 于2017年12月29日 16:05报送。"
    )
    assert "优化后:第1版→第2版 环节 4→2" in ran.out
    assert json.loads(zaizao("history", *OURS, "--阶段", "3", "--比较", "2", "1", "--格式", "json").out)["两边"] == [
        "第2版",
        "第1版",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--比较", "1", "2"), "要写明 --部门 和 --阶段"),
        ((*OURS, "--阶段", "2", "--比较", "1", "1"), "两个不同的版次"),
        ((*OURS, "--阶段", "2", "--比较", "1", "7"), "没有示范局第2阶段第7版的报送"),
        ((*OURS, "--阶段", "2", "--比较", "1", "9" * 5000), "“999999999……”太大了,没有这么大的序号"),
    ],
)
def test_what_cannot_be_compared_is_refused(words: tuple[str, ...], said: str, campaign: Path, zaizao: Zaizao) -> None:
    """A version with itself, or with one that is not there."""
    submit(zaizao)
    ran = zaizao("history", *words)
    assert (ran.code, said in ran.err) == (2, True)


def test_where_nothing_was_filed_there_is_nothing_to_tell(campaign: Path, zaizao: Zaizao) -> None:
    """No registry is made by looking for one."""
    assert zaizao("history") == Ran(0, "还没有单位报送过(zaizao submit)。\n", "")
    assert not (campaign / "登记.db").exists()


def test_the_registry_is_verified(campaign: Path, zaizao: Zaizao) -> None:
    """Whole, and then no registry any more."""
    submit(zaizao)
    ran = zaizao("history", "--核验")
    assert (ran.code, ran.out) == (0, "登记库完好:报送 1 版,办件 0 件(记录 0 条),都和登记的时候一样。\n")
    (campaign / "登记.db").write_bytes(b"x" * 9000)
    ran = zaizao("history", "--核验")
    assert (ran.code, "不是登记库" in ran.err) == (3, True)
