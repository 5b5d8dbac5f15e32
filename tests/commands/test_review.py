"""``zaizao review``: what follows a submission."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import flat
from tests.commands.filing import OURS, SHORTER, Zaizao, change, submit


def test_a_submission_is_reviewed_to_its_end(campaign: Path, zaizao: Zaizao) -> None:
    """Confirmed, then filed on the platform; after that nothing can follow."""
    submit(zaizao, 3)
    review = ("review", *OURS, "--阶段", "3", "--审核人", "李四")
    assert zaizao(*review, "--确认").out.startswith(
        "示范局第3阶段第1版:审核确认,2017年12月29日 16:05,审核人 李四。\n这一版由 张三 于"
    )
    assert "重新申报" in zaizao(*review, "--已申报").out
    ran = zaizao(*review, "--退回", "太迟")
    assert (ran.code, "不能记“退回”" in ran.err) == (2, True)


def test_what_is_sent_back_is_mended_and_filed_again(campaign: Path, zaizao: Zaizao) -> None:
    """The reasons are told to who files the same; the history tells all of it, also to programs."""
    submit(zaizao, 3)
    zaizao("review", *OURS, "--阶段", "3", "--审核人", "李四", "--退回", "缺优化后")
    assert "没有改动:和退回的示范局第3阶段第1版一样,没有另记。退回理由:缺优化后;改好再报。" in submit(zaizao, 3).out
    change(campaign, SHORTER)
    assert submit(zaizao, 3).out.startswith("已报送:示范局第3阶段第2版")
    said = flat(zaizao("history").out)
    assert said.startswith("报送记录:1 个单位,2 版:草拟 1 版、退回 1 版\n")
    first, second = json.loads(zaizao("history", "--格式", "json").out)["报送和审核"]
    assert (first["版次"], first["状态"], first["理由"], first["审核"]) == (
        1,
        "退回",
        "缺优化后",
        "李四 2017年12月29日 16:05",
    )
    assert (second["版次"], second["状态"], second["报送时间"]) == (2, "草拟", "2017年12月29日 16:05")


@pytest.mark.parametrize("choice", [(), ("--确认", "--已申报"), ("--确认", "--退回", "缺件")])
def test_a_review_is_one_thing(choice: tuple[str, ...], campaign: Path, zaizao: Zaizao) -> None:
    """Neither none nor two."""
    ran = zaizao("review", *OURS, "--阶段", "3", "--审核人", "李四", *choice)
    assert (ran.code, "要写一个,只写一个" in ran.err) == (2, True)
