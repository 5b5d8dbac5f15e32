"""Answers counted: persons once, matters once, problems by how often they are ticked."""

from __future__ import annotations

from collections.abc import Callable

from engine.survey import asked, tally
from processes.model.answers import Answer, Role
from tests import papers
from tests.declaring import Declared

USER, EXPERT = Role.USER, Role.EXPERT


def test_persons_and_matters_are_counted_once(declare: Callable[[str], Declared]) -> None:
    """附件9 columns 21, 22 and 23."""
    matters = asked(one.matter for one in papers.first(declare(papers.CITY))[1])
    counted = tally(
        [
            Answer(2, "1", USER, "甲类许可", ("环节多",)),
            Answer(3, "1", USER, "乙类备案"),
            Answer(4, "2", USER, "甲类许可", ("时限长", "环节多"), "慢"),
            Answer(5, "3", EXPERT, "甲类许可", ("要件多",)),
        ],
        matters,
    )
    assert (counted.sheets, counted.users, counted.experts, counted.matters) == (3, 2, 1, 2)
    first, second = counted.said
    assert (first.answers, first.problems, first.opinions) == (
        3,
        (("环节多", 2), ("要件多", 1), ("时限长", 1)),
        ((USER, "慢"),),
    )
    assert (second.answers, second.problems, second.opinions) == (1, (), ())


def test_outsiders_are_asked_about_what_they_may_know(declare: Callable[[str], Declared]) -> None:
    """Neither secret matters nor those that are never public; a cancelled one is asked about all the same."""
    declared = declare(f"{papers.CITY}==> 示范局/01-示范事项.yaml <==\n公开: 否\n")
    names = [one.name for one in asked(one.matter for one in papers.first(declared)[1])]
    assert names == ["甲类许可", "乙类备案"]
