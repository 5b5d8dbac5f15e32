"""The limits of a department as a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from processes.checking import check_project
from processes.model.plan import Switches
from processes.model.process import CheckedMatter
from renderers.timelines import Picture, limits_pictures
from tests.declaring import Declared
from tests.renderers.timelines.conftest import Told

SAMPLES = Path(__file__).parents[3] / "samples"
Read = Callable[[Picture], list[Told]]
Holds = Callable[[Picture], None]
Declare = Callable[[str], Declared]

MATTERS = """==> 示范局/01-示范事项.yaml <==
名称: 不变的
==> 示范局/02-乙.yaml <==
名称: 减一半的
优化后:
  时限: 5工作日
==> 示范局/03-丙.yaml <==
名称: 取消的
优化后: 取消
==> 示范局/04-丁.yaml <==
名称: 原来没有时限的
优化前:
  时限: 无
  流程:
    - 受理 | 综合股 | 无 | 审
  材料: 无
优化后:
  时限: 3工作日
"""


def matters(declare: Declare, text: str = MATTERS) -> Sequence[CheckedMatter]:
    """The matters of the small department."""
    return declare(text).checked.matters


def test_the_largest_cut_comes_first(declare: Declare, read: Read, holds: Holds) -> None:
    """Cancelled 100 %, then 50 %, unchanged; what cannot be compared comes last."""
    (picture,) = limits_pictures("示范市示范局", matters(declare), Switches())
    holds(picture)
    words = [told.words for told in read(picture)]
    names = ("取消的", "减一半的", "不变的", "原来没有时限的")
    assert sorted(names, key=words.index) == list(names)
    told = {"10工作日→取消 −100%", "10→5工作日 −50%", "10工作日 不变", "无→3工作日"}
    assert told <= set(words)
    assert "减15(50.0%)" in words


def test_secret_matters_are_counted_but_not_named(declare: Declare, read: Read) -> None:
    """涉密."""
    text = MATTERS.replace("名称: 减一半的\n", "名称: 减一半的\n涉密: 秘密级,依据《范围》\n")
    (picture,) = limits_pictures("示范市示范局", matters(declare, text), Switches())
    assert "减一半的" not in picture.svg
    assert any("涉密事项1项没有列出" in told.words for told in read(picture))


def test_without_matters_there_is_no_picture() -> None:
    """Nor when all are secret."""
    assert limits_pictures("示范市示范局", (), Switches()) == ()


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_samples_stand_clear_on_paper(project: str, holds: Holds) -> None:
    """All matters of a sample as if of one department: pages of A4, all with the same axis."""
    checked = check_project(SAMPLES / project)
    assert checked.workspace is not None
    pages = limits_pictures("全部", checked.matters, checked.workspace.plan.switches, on_paper=True)
    for page in pages:
        holds(page)
        assert (page.width, page.height) == (842, 595)
    assert len(pages) == -(-len([one for one in checked.matters if not one.matter.secret]) // 11)
