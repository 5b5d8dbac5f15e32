"""Comments: each stays with what it is about, whatever happens to the lines around it."""

from __future__ import annotations

import pytest

from tests.canonical import tidied

COMMENTS = {
    "the head stays, even when the first key goes": (
        "# yaml-language-server: $schema=事项.json\n# 来源\n类型: 其他事项 # 二\n# 一\n名称: 甲\n",
        "# yaml-language-server: $schema=事项.json\n# 来源\n\n# 一\n名称: 甲\n类型: 其他事项  # 二\n",
    ),
    "a group set off from the head goes with the first key": (
        "# 来源\n\n# 二\n类型: 其他事项\n名称: 甲\n",
        "# 来源\n\n名称: 甲\n# 二\n类型: 其他事项\n",
    ),
    "but not the line for the editor": (
        "# 来源\n\n# yaml-language-server: $schema=事项.json\n类型: 其他事项\n名称: 甲\n",
        "# 来源\n\n# yaml-language-server: $schema=事项.json\n名称: 甲\n类型: 其他事项\n",
    ),
    "before a key, with its empty lines": (
        "类型: 其他事项\n\n# 一\n\n# 一\n名称: 甲\n",
        "# 一\n\n# 一\n名称: 甲\n类型: 其他事项\n",
    ),
    "beside a key whose value is below": (
        "条件:   # 一\n- 甲   # 二\n- 乙# 丙\n",
        "条件:  # 一\n  - 甲  # 二\n  - 乙# 丙\n",
    ),
    "between a key and its value": ("名称: # 一\n  # 二\n  甲 # 三\n", "# 一\n# 二\n名称: 甲  # 三\n"),
    "at the end of a list": (
        "优化前:\n  材料:\n    - 甲\n    # 表尾\n  # 版尾\n# 优化后\n优化后: 不变\n# 文尾\n",
        "优化前:\n  材料:\n    - 甲\n    # 表尾\n  # 版尾\n\n# 优化后\n优化后: 不变\n# 文尾\n",
    ),
    "an end stays the end when keys move": (
        "优化前:\n  材料: 无\n  时限: 无\n  # 版尾\n",
        "优化前:\n  时限: 无\n  材料: 无\n  # 版尾\n",
    ),
    "a key commented out under a row": (
        "优化前:\n  流程:\n  - 甲 | 即时\n    # 沿自: 丙\n  - 乙 | 即时\n",
        "优化前:\n  流程:\n    - 甲 | 即时\n      # 沿自: 丙\n    - 乙 | 即时\n",
    ),
    "a line commented out under an empty key": (
        "材料清单:\n  # - 甲\n出具: 无\n",
        "出具: 无\n材料清单:\n  # - 甲\n",
    ),
    "on the way out, none goes further in again": (
        "优化前:\n  材料:\n    - 甲\n  # 版尾\n      # 二\n优化后: 不变\n",
        "优化前:\n  材料:\n    - 甲\n  # 版尾\n  # 二\n\n优化后: 不变\n",
    ),
    "at odd indentation": (
        "依据:\n      # 一\n  法律: 甲\n # 二\n  行政法规: 乙\n",
        "依据:\n  # 一\n  法律: 甲\n  # 二\n  行政法规: 乙\n",
    ),
    "behind a dash": ("条件:\n  - # 一\n    甲\n  - 乙\n", "条件:\n  # 一\n  - 甲\n  - 乙\n"),
    "over a key that becomes the first of its line": (
        "收费:\n  # 零\n\n  - 标准: 乙 # 二\n    # 一\n    项目: 甲\n\n  - # 三\n    标准: 丁\n    # 四\n    项目: 丙\n",
        "收费:\n  # 零\n\n  # 一\n  - 项目: 甲\n    标准: 乙  # 二\n\n  # 三\n  # 四\n  - 项目: 丙\n    标准: 丁\n",
    ),
    "in brackets and behind them": (
        "相对人: [ # 零\n  企业, # 一\n  # 二\n  个人\n  # 三\n  ] # 四\n出具: {} # 五\n条件: [甲, {乙: 丙}] # 六\n",
        "# 零\n相对人:  # 四\n  - 企业  # 一\n  # 二\n  - 个人\n  # 三\n出具: {}  # 五\n条件:  # 六\n  - 甲\n  - 乙: 丙\n",
    ),
    "behind a mapping in brackets that is a line": (
        "收费:\n  - {标准: 乙, 项目: 甲} # 一\n",
        "收费:\n  - 项目: 甲  # 一\n    标准: 乙\n",
    ),
    "a line commented out at the end of a list that is not indented": (
        "优化前:\n  材料:\n  - 甲\n  # - 乙\n  # 丙\n  时限: 无\n",
        "优化前:\n  # 丙\n  时限: 无\n  材料:\n    - 甲\n    # - 乙\n",
    ),
    "the whole in brackets": ("{名称: 甲, # 一\n# 二\n}\n# 三\n", "名称: 甲  # 一\n# 二\n# 三\n"),
    "beside and behind a block of lines": (
        "地点: | # 一\n  甲\n  # 不是注释\n# 二\n备注: |-\n  乙\n # 三\n名称: 丙\n",
        "名称: 丙\n地点: |-  # 一\n  甲\n  # 不是注释\n# 二\n备注: 乙\n  # 三\n",
    ),
    "signs that are no comments": (
        "名称: 甲#乙\n地点: '丙 # 丁' # 一 # 二\n备注: \"戊 # 己\"#三\n",
        '名称: 甲#乙\n地点: "丙 # 丁"  # 一 # 二\n备注: "戊 # 己"  #三\n',
    ),
    "beside the mark of a document": ("--- # 一\n名称: 甲\n... # 二\n# 三\n", "# 一\n名称: 甲  # 二\n# 三\n"),
    "two beside one value": ("名称: [ # 一\n] # 二\n", "# 一\n名称: []  # 二\n"),
    "under a list in a list": (
        "甲:\n- - 乙 # 一\n  # 二\n# 三\n",
        "甲:\n  -\n    - 乙  # 一\n    # 二\n# 三\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment_stays_with_what_it_is_about(before: str, after: str) -> None:
    """What stands before, beside, under, at the head and at the end."""
    assert tidied(before) == after


