"""``zaizao similar``: near-duplicates of other departments, and why they are taken for such."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import write

Zaizao = Callable[..., Ran]

CARD = """名称: 老年人优待证核发
依据:
  地方性法规: 《示范省老年人条例》第八条
优化前:
  时限: 5工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 发证 | 综合股 | 1工作日 | 制证
  材料: 优待证申请表、户口簿复印件
优化后: 不变
"""
THREE = f"""==> 示范局/01-示范事项.yaml <==
{CARD}==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
==> 住建局/01-施工.yaml <==
名称: 施工许可
==> 公安局/单位.yaml <==
名称: 公安局
全称: 示范市公安局
==> 公安局/01-优待.yaml <==
{CARD.replace("核发", "办理").replace("户口簿复印件", "户口簿")}==> 公安局/02-枪证.yaml <==
名称: 持枪证核发
"""


@pytest.fixture
def three(project: Path) -> Path:
    """Three departments; two of them hand out the same card."""
    return write(project, THREE)


@pytest.mark.parametrize("words", [(), ("公安局",), ("公安局/01-优待.yaml",), ("--部门", "示范局")])
def test_the_same_thing_under_another_verb_is_found(words: tuple[str, ...], three: Path, zaizao: Zaizao) -> None:
    """Wherever one asks from; nothing else is like it."""
    ran = zaizao("similar", *words)
    assert (ran.code, ran.err) == (0, "")
    assert "比了不同部门的 4 个事项,相似度 80% 以上的 1 组。\n" in ran.out
    assert "   公安局「老年人优待证办理」 公安局/01-优待.yaml\n   示范局「老年人优待证核发」" in ran.out
    assert (
        "名称只差“办理”“核发”;共同依据 《示范省老年人条例》第八条;"
        "共同材料 2 件(少的一方共 2 件):优待证申请表、户口簿;环节相同(2 个)。\n"
    ) in ran.out


def test_a_department_without_any_hears_of_the_nearest_or_of_none(three: Path, zaizao: Zaizao) -> None:
    """施工许可 is like nothing else."""
    ran = zaizao("similar", "住建局")
    assert ran.out == "住建局:比了不同部门的 4 个事项,没有相似度 80% 以上的。\n"
    other = CARD.replace("户口簿复印件", "照片")
    write(three, f"==> 示范局/01-示范事项.yaml <==\n{other}")
    ran = zaizao("similar", "公安局/01-优待.yaml", "--threshold", "0.99")
    assert "没有相似度 99% 以上的。\n\n最接近的:\n相似度 9" in ran.out
    assert "共同材料 1 件(少的一方共 2 件):优待证申请表" in ran.out


def test_programs_get_the_parts(three: Path, zaizao: Zaizao) -> None:
    """Each pair with its numbers; null where one side has nothing."""
    found = json.loads(zaizao("similar", "--格式", "json").out)
    (group,) = found["组"]
    assert [one["部门"] for one in group["事项"]] == ["公安局", "示范局"]
    (pair,) = group["两两"]
    assert pair["名称"] == pair["依据"] == pair["材料"] == pair["环节"] == pair["相似度"] == 1
    assert found["最接近"] is None


def test_what_the_reform_has_ended_is_not_compared(three: Path, zaizao: Zaizao) -> None:
    """One of the two is cancelled: the duplicate is gone. What has errors is not compared either, and counted."""
    write(three, f"==> 示范局/01-示范事项.yaml <==\n{CARD.replace('不变', '取消')}")
    ran = zaizao("similar", ".")
    assert "比了不同部门的 3 个事项(取消、下放的 1 项不比),没有相似度 80% 以上的。" in ran.out
    ran = zaizao("similar", "示范局/01-示范事项.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "「老年人优待证核发」取消了,不再比。" in ran.err
    write(three, f"==> 示范局/01-示范事项.yaml <==\n{CARD.replace('5工作日', '5天')}")
    assert "(有错的 1 项不比)" in zaizao("similar").out


def test_what_is_declared_as_done_together_is_said(three: Path, zaizao: Zaizao) -> None:
    """It is still listed: whether two are needed is for people to judge."""
    write(three, f"==> 示范局/01-示范事项.yaml <==\n共同实施: 公安局\n{CARD}")
    assert ";已写明共同实施或并联审批。" in zaizao("similar").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--门槛", "0"), "不在范围"),
        (("--门槛", "1.5"), "不在范围"),
        (("--门槛", "八成"), "不是数字"),
        (("--部门", "没有局"), "没有“没有局”这个单位"),
        (("没有",), "没有“没有”这个文件或文件夹"),
    ],
)
def test_what_cannot_be_meant_is_told(words: tuple[str, ...], said: str, three: Path, zaizao: Zaizao) -> None:
    """One sentence."""
    ran = zaizao("similar", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
