"""Numbers in official Chinese."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.diff.compare import Difference
from engine.reports.sentences import counts_sentence, cuts_sentence, movement, target_sentence, without_blanks
from engine.reports.target import target_of
from engine.reports.totals import totals
from processes.model.matter import Outcome
from processes.model.plan import Plan, Switches

Build = Callable[..., Difference]


def test_the_four_sums_in_a_sentence(difference: Build) -> None:
    """With units, shares, and each kind of day."""
    sums = totals([difference(), difference(limits=("90自然日", "60自然日"))], Switches())
    assert cuts_sentence(sums) == (
        "办理环节由12个减少到8个,减少4个,压减33.3%;办理程序由18个减少到12个,减少6个,压减33.3%;"
        "申报材料由14件减少到6件,减少8件,压减57.1%;办理时限累计由110天压缩到73天,压缩37天,压减33.6%"
        "(其中工作日由20个压缩到13个、自然日由90个压缩到60个)。"
    )


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (("20工作日", "13工作日"), "时限由20个工作日压缩到13个工作日,压缩7个工作日,压减35.0%"),
        (("10工作日", "12工作日"), "时限由10个工作日增加到12个工作日,增加2个工作日,增幅20.0%"),
        (("10自然日", "10自然日"), "时限10个自然日,没有变化"),
        (("无", "10工作日"), "时限由0个工作日变为10个工作日"),
        (("即时", "2工作日"), "时限由0个工作日增加到2个工作日,增加2个工作日"),
    ],
)
def test_every_movement_has_its_word(limits: tuple[str, str], text: str, difference: Build) -> None:
    """Less, more, the same, and what cannot be subtracted."""
    assert movement("时限", totals([difference(limits=limits)], Switches()).time_limit) == text


def test_only_what_there_is_of_is_told(difference: Build) -> None:
    """取消 and 下放."""
    sums = totals([difference(), difference(outcome=Outcome.CANCELLED)], Switches())
    assert counts_sentence(sums) == "共梳理工作事项2项,优化2项,其中取消1项。"
    assert counts_sentence(totals([difference()], Switches())) == "共梳理工作事项1项,优化1项。"


def test_the_target_in_words(difference: Build, a_plan: Callable[..., Plan]) -> None:
    """Reached, short of it in what, matter by matter, and not concerned."""
    each = a_plan(switches=Switches(one_third="按事项"))
    slow = difference(limits=("20工作日", "18工作日"))
    sums = "行政审批事项1项按附件3口径合计,时限20→18天(压减10.0%)、环节6→4个(压减33.3%),"
    assert target_sentence(target_of([difference()], a_plan())).endswith(",达到缩减三分之一的目标。")
    assert target_sentence(target_of([slow], a_plan())) == f"{sums}其中时限未达到缩减三分之一的目标。"
    assert target_sentence(target_of([slow], each)) == f"{sums}逐项衡量有1项未达到缩减三分之一的目标。"
    assert target_sentence(target_of([], each)) == "没有列入三分之一考核的行政审批事项。"


def test_blanks_between_words_and_numbers_go() -> None:
    """Those within names of Latin letters stay."""
    assert without_blanks("取消事项 3 项:A 1 许可") == "取消事项3项:A 1 许可".replace("1 许可", "1许可")
