"""R706 and N208: what is added up over a department, and how it is said."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.rulebook.clean import Draft, clean
from tests.rulebook.examined_drafts import findings_of


def said(draft: Draft, code: str) -> str:
    """The message of a code about the department with three matters; empty if there is none."""
    found = [one.message for one in findings_of(draft, code) if one.place.file.startswith("示范局")]
    return found[0] if found else ""


def version(days: str, papers: int, steps: int = 2) -> dict[str, Any]:
    """A version of so many days, papers and steps of one act each."""
    flow = [f"第{step}步 | 综合股 | 即时 | 第{step}个动作" for step in range(steps)]
    return {"时限": days, "流程": flow, "材料": [f"第{paper}件" for paper in range(papers)]}


def three(*pairs: tuple[dict[str, Any], Any]) -> Draft:
    """A project whose three matters are 优化前 and 优化后 as given."""
    draft = clean(3)
    draft.plan["口径"] = {"混合日": "折算"}
    for matter, (before, after) in zip((draft.approval, draft.power, draft.service), pairs, strict=True):
        matter |= {"法定时限": "无", "优化前": deepcopy(before), "优化后": deepcopy(after)}
    return draft


def test_working_and_natural_days_are_not_added_up() -> None:
    """Ten calendar days saved and two working days lost are neither eight days nor no breakthrough."""
    old, new = version("10工作日", 2), version("12工作日", 1)
    natural = (version("20自然日", 2), version("10自然日", 2))
    numbers = "减环节0个、简程序0个、减材料2件、时限增加4个工作日、压时限10个自然日"
    assert said(three((old, new), (old, new), natural), "R706") == (
        f"减环节、简程序没有突破:全部门{numbers},3个事项公开3个"
    )


def test_where_neither_kind_of_day_fell_there_was_no_breakthrough() -> None:
    """Both are told of."""
    same = version("10工作日", 2), version("10工作日", 1)
    natural = version("20自然日", 2), version("20自然日", 2)
    assert "压时限没有突破" in said(three(same, same, natural), "R706")
    assert "压时限0个工作日、压时限0个自然日" in said(three(same, same, natural), "R706")


def test_what_was_cancelled_is_held_against_what_was_cut() -> None:
    """Where all the others were cut as well, or stayed."""
    same = version("10工作日", 2), version("8工作日", 1)
    gone = version("5工作日", 3), "取消"
    assert said(three(same, same, gone), "N208") == (
        "减少数里有取消的 1 个事项:环节 2个中的 2个、程序 2个中的 2个、材料 5件中的 3件、时限 9个工作日中的 5个工作日"
    )


def test_cancelling_hides_that_the_others_grew() -> None:
    """5 of 3 would make no sense: what the others added is said, and what the sum is."""
    grown = version("10工作日", 2), version("11工作日", 4, 3)
    same = version("10自然日", 2), version("10自然日", 2, 3)
    gone = version("5工作日", 3), "取消"
    assert said(three(grown, same, gone), "N208") == (
        "减少数里有取消的 1 个事项:环节 2个(其余事项增加 2个,合计没有减)、程序 2个(其余事项增加 2个,合计没有减)、"
        "材料 3件(其余事项增加 2件,合计只减 1件)、时限 5个工作日(其余事项增加 1个工作日,合计只减 4个工作日)"
    )
