"""默认: the nearest wins — matter, 单位(类型), 单位(所有事项), 方案(类型), 方案(所有事项) — and is its own source."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from tests.declaring import DEPARTMENT_FILE, MATTER_FILE, PLAN_FILE, Declared, position

KEYS = ("方案所有", "方案类型", "单位所有", "单位类型", "事项")
"""Where 咨询电话 may stand, the farthest first."""


def project(keys: tuple[str, ...]) -> str:
    """A project in which 咨询电话 and 地点 stand at the places named; each says where it stands."""

    def block(room: str, scope: str, word: str) -> str:
        key = f"{room}{word}"
        return f"  {scope}:\n    咨询电话: {key}\n    地点: {key}\n" if key in keys else ""

    text = ""
    for path, room in ((PLAN_FILE, "方案"), (DEPARTMENT_FILE, "单位")):
        blocks = block(room, "行政审批事项", "类型") + block(room, "所有事项", "所有")
        text += f"==> {path} <==\n" + (f"默认:\n{blocks}" if blocks else "")
    own = "咨询电话: 事项\n地点: 事项\n" if "事项" in keys else ""
    return f"{text}==> {MATTER_FILE} <==\n{own}"


@pytest.mark.parametrize("keys", [keys for size in range(1, 6) for keys in combinations(KEYS, size)])
def test_the_nearest_wins(keys: tuple[str, ...], declare: Callable[[str], Declared]) -> None:
    """Whatever else is declared farther away; of facts of the matter and of its versions."""
    declared = declare(project(keys))
    assert declared.findings == ()
    nearest = keys[-1]
    matter = declared.matter
    assert matter.inquiry_phone == nearest
    assert (matter.before.location, declared.after_version.location) == (nearest, nearest)
    file = {"方案": PLAN_FILE, "单位": DEPARTMENT_FILE, "事项": MATTER_FILE}[nearest[:2]]
    assert {matter.at("inquiry_phone").file, matter.before.at("location").file} == {file}


def test_a_default_of_another_type_does_not_count(declared: Declared) -> None:
    """==> 方案.yaml <==
    默认:
      公共服务事项:
        咨询电话: 12345
    """
    assert declared.matter.inquiry_phone == ""


def test_a_default_has_its_own_place_as_source(declared: Declared) -> None:
    """==> 示范局/单位.yaml <==
    默认:
      所有事项:
        监督电话: 0453-1
        渠道: 窗口、网上
    """
    matter = declared.matter
    assert str(matter.at("supervision_phone")) == "示范局/单位.yaml:3:11"
    assert [str(name.place) for name in matter.before.channels] == ["示范局/单位.yaml:4:9", "示范局/单位.yaml:4:12"]


def test_优化前_is_nearer_than_any_default(declared: Declared) -> None:
    """==> 示范局/单位.yaml <==
    默认:
      行政审批事项:
        地点: 默认的
    ==> 示范局/01-示范事项.yaml <==
    优化前:
      地点: 以前的
      时限: 1工作日
      流程: 受理 | 综合股 | 1工作日 | 形式审查
      材料: 无
    """
    assert declared.matter.before.location == "以前的"
    assert declared.after_version.location == "以前的"


def test_优化后_is_nearer_than_any_default(declared: Declared) -> None:
    """==> 方案.yaml <==
    默认:
      所有事项:
        公开: 否
        收费: 工本费 | 每证4元
    ==> 示范局/单位.yaml <==
    默认:
      行政审批事项:
        地点: 默认的
    ==> 示范局/01-示范事项.yaml <==
    优化后:
      地点: 中心窗口
      公开: 是
      收费: 不收费
    """
    before, after = declared.matter.before, declared.after_version
    assert (before.location, after.location) == ("默认的", "中心窗口")
    assert (before.public, after.public) == (False, True)
    assert (len(before.fees), after.fees) == (1, ())
    assert position(after.at("location")) == "2:7"


def test_side_branches_are_joined_by_name(declared: Declared) -> None:
    """==> 方案.yaml <==
    默认:
      所有事项:
        支线:
          不予受理: 无
          复核:
            - 复核 | 综合股 | 1工作日 | 复核
    ==> 示范局/单位.yaml <==
    默认:
      行政审批事项:
        支线:
          复核:
            - 再次复核 | 业务股 | 2工作日 | 复核
    ==> 示范局/01-示范事项.yaml <==
    支线:
      一次告知补正: 无
    优化后:
      支线:
        不予许可: 无
    """
    before, after = declared.matter.before, declared.after_version
    assert set(before.branches) == {"不予受理", "复核", "一次告知补正"}
    assert set(after.branches) == {"不予受理", "复核", "一次告知补正", "不予许可"}
    (entry,) = before.branches["复核"].entries
    assert entry.name == "再次复核"  # type: ignore[union-attr] # a step


def test_what_is_secret_is_not_public_unless_it_says_so(declare: Callable[[str], Declared]) -> None:
    """涉密 makes 公开 否 by default."""
    secret = "涉密: 秘密级(虚构)\n"
    assert not declare(secret).matter.before.public
    assert declare(f"{secret}公开: 是\n").matter.before.public
    declared = declare(f"{secret}优化后:\n  公开: 是\n")
    assert (declared.matter.before.public, declared.after_version.public) == (False, True)


@pytest.mark.parametrize("key", ["承办", "条件", "名称", "时限", "出具", "优化前"])
def test_what_belongs_to_one_matter_is_no_default(key: str, declare: Callable[[str], Declared]) -> None:
    """Only the keys marked D may stand in 默认."""
    declared = declare(f"==> 方案.yaml <==\n默认:\n  所有事项:\n    {key}: 无\n")
    assert position(declared.found("D101").place) == "3:5"


def test_a_default_that_cannot_be_read_is_reported_once_where_it_stands(declared: Declared) -> None:
    """==> 方案.yaml <==
    默认:
      所有事项:
        公开: yes
    ==> 示范局/02-另一事项.yaml <==
    名称: 另一事项
    """
    assert declared.codes == ["D109"]
    assert len(declared.checked.matters) == 2
