"""R707: which lists a department is held against, and what the messages say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.declaring import Declared

Examine = Callable[[str], Declared]

MATTER, OTHER = "示范经营许可证核发", "住建局"
AGENCY = """==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 检测报告
      来源: 中介
      依据: 《示范经营法》第三十六条
"""


def said(declared: Declared) -> list[tuple[str, str]]:
    """Severity and message of every R707, with the file it stands in."""
    return [(one.severity.chinese, one.message) for one in declared.findings if one.code == "R707"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Nobody's row is everybody's: it can be outside, but nothing can be missed.
        (f"==> 清单/权力清单.csv <==\n名称\n{MATTER}\n另一事项\n", []),
        ("==> 清单/权力清单.csv <==\n名称\n另一事项\n", [("错误", f"「{MATTER}」不在权力清单里")]),
        # The list of another department says nothing about this one.
        (f"==> 清单/权力清单-{OTHER}.csv <==\n名称\n另一事项\n", []),
        # One of the city in which it does not occur at all: one word for all of them.
        (
            f"==> 清单/权力清单.csv <==\n名称,单位\n另一事项,{OTHER}\n",
            [("警告", "权力清单里没有「示范局」,它的 1 个事项没有可比的")],
        ),
        (
            f"==> 清单/权力清单.csv <==\n名称,单位\n{MATTER},{OTHER}\n甲,示范局\n",
            [
                ("错误", f"「{MATTER}」不在权力清单里,清单上它是「{OTHER}」的"),
                ("警告", "权力清单里有 1 个事项没有申报:「甲」"),
            ],
        ),
        # 公共服务清单 is for other types.
        ("==> 清单/公共服务清单-示范局.csv <==\n名称\n另一事项\n", [("警告", "公共服务清单里有 1 个事项没有申报:「另一事项」")]),
        # 主项 or 子项, either will do.
        (f"==> 清单/权力清单-示范局.csv <==\n主项,子项\n{MATTER},新办\n", []),
        (f"==> 清单/权力清单-示范局.csv <==\n名称\n{MATTER}（新办、变更、注销）\n", []),
        (f"==> 清单/权力清单-示范局.csv <==\n主项,子项\n示范,{MATTER}\n", []),
        # A list that does not go into variants, and one that does.
        (f"==> 清单/权力清单-示范局.csv <==\n名称\n{MATTER}\n==> 示范局/01-示范事项.yaml <==\n名称: {MATTER}(新办)\n", []),
        (
            f"==> 清单/权力清单-示范局.csv <==\n名称\n{MATTER}(变更)\n==> 示范局/01-示范事项.yaml <==\n名称: {MATTER}(新办)\n",
            [("警告", f"「{MATTER}(新办)」和权力清单上的「{MATTER}(变更)」名称不一致")],
        ),
        # Many: the first are named.
        (
            "==> 清单/权力清单-示范局.csv <==\n名称\n" + MATTER + "\n" + "".join(f"第{n}项\n" for n in range(1, 11)),
            [("警告", "权力清单里有 10 个事项没有申报:" + "、".join(f"「第{n}项」" for n in range(1, 9)) + "等")],
        ),
        # 责任清单 by matters, and by tasks.
        (
            f"==> 清单/责任清单-示范局.csv <==\n名称\n{MATTER}\n==> 示范局/02-乙.yaml <==\n名称: 乙\n",
            [("警告", "「乙」在责任清单里没有对应的责任事项")],
        ),
        ("==> 清单/责任清单-示范局.csv <==\n责任事项\n组织编制规划\n", []),
        # 中介服务清单 with and without what its services are for.
        (
            f"==> 清单/中介服务清单.csv <==\n名称,涉及的审批事项\n检测,另一事项\n{AGENCY}",
            [("警告", f"「{MATTER}」要用中介服务(「检测报告」),中介服务清单里没有写涉及它")],
        ),
        (f"==> 清单/中介服务清单.csv <==\n名称,涉及的审批事项\n检测,另一事项、{MATTER}\n{AGENCY}", []),
        (f"==> 清单/中介服务清单.csv <==\n名称\n检测\n{AGENCY}", []),
    ],
)  # fmt: skip
def test_which_lists_a_department_is_held_against(text: str, found: list[tuple[str, str]], examined: Examine) -> None:
    """Its own, and those of the whole city."""
    assert sorted(said(examined(text))) == sorted(found)


@pytest.mark.parametrize(
    ("declared", "listed", "found"),
    [
        # The same in other words, or but for a word: to be checked by hand.
        (MATTER, "示范经营的许可", [("警告", f"「{MATTER}」和权力清单上的「示范经营的许可」名称不一致")]),
        ("娱乐场所设立许可", "设立《娱乐场所》的审批", [("警告", "「娱乐场所设立许可」和权力清单上的「设立《娱乐场所》的审批」名称不一致")]),
        ("燃气经营许可证核发", "城镇燃气经营许可", [("警告", "「燃气经营许可证核发」和权力清单上的「城镇燃气经营许可」名称不一致")]),
        # Another act, another of a series, another trade: not on the list.
        (MATTER, "示范经营备案", [("错误", f"「{MATTER}」不在权力清单里")]),
        ("一级建造师执业资格许可", "二级建造师执业资格许可", [("错误", "「一级建造师执业资格许可」不在权力清单里")]),
        ("食品经营许可", "药品生产许可", [("警告", "权力清单里有 1 个事项没有申报:「药品生产许可」"), ("错误", "「食品经营许可」不在权力清单里")]),
    ],
)  # fmt: skip
def test_a_name_like_one_of_the_list_is_a_warning_that_names_both(
    declared: str, listed: str, found: list[tuple[str, str]], examined: Examine
) -> None:
    """What only the wording tells apart is asked about; what is not on the list is an error."""
    text = f"==> 清单/权力清单-示范局.csv <==\n名称\n{listed}\n==> 示范局/01-示范事项.yaml <==\n名称: {declared}\n"
    assert sorted(said(examined(text))) == sorted(found)


def test_a_name_that_is_suggested_is_not_missed_too(examined: Examine) -> None:
    """One slip, one finding, at the name."""
    declared = examined("==> 清单/权力清单-示范局.csv <==\n名称\n示范经营备案\n")
    found = declared.found("R707")
    assert found.place.file == "示范局/01-示范事项.yaml"
    assert found.hint.startswith("是不是清单上的「示范经营备案」?")


def test_of_a_series_the_right_one_is_meant(examined: Examine) -> None:
    """第二类, not 第三类, though that is nearer."""
    text = (
        "==> 清单/权力清单-示范局.csv <==\n名称\n第三类医疗器械经营许可\n第二类医疗器械产品经营许可\n"
        "==> 示范局/01-示范事项.yaml <==\n名称: 第二类医疗器械经营许可证核发\n"
    )
    message = "「第二类医疗器械经营许可证核发」和权力清单上的「第二类医疗器械产品经营许可」名称不一致"
    assert ("警告", message) in said(examined(text))


def test_a_duty_in_other_words_is_suggested(examined: Examine) -> None:
    """责任清单 is only reminded of; the name that is meant is given."""
    text = "==> 清单/责任清单-示范局.csv <==\n名称\n示范经营的许可\n乙\n==> 示范局/02-乙.yaml <==\n名称: 乙\n"
    assert examined(text).found("R707").hint.startswith("是不是清单上的「示范经营的许可」?有权必有责")


def test_a_secret_matter_is_not_on_a_public_list(examined: Examine) -> None:
    """Nor is its name told."""
    text = "==> 清单/权力清单-示范局.csv <==\n名称\n另一事项\n==> 示范局/01-示范事项.yaml <==\n涉密: 秘密级(虚构依据)\n公开: 否\n"
    assert [severity for severity, _ in said(examined(text))] == ["警告"]


def test_what_is_not_declared_may_be_accepted(examined: Examine) -> None:
    """说明 of the department."""
    text = "==> 清单/权力清单-示范局.csv <==\n名称\n示范经营许可证核发\n丙\n==> 示范局/单位.yaml <==\n说明:\n  R707: 丙由上级直接办理\n"
    assert examined(text).found("R707").accepted == "丙由上级直接办理"
