"""The certificate in words and as JSON."""

from __future__ import annotations

import json
from fractions import Fraction

from engine.reconcile.certificate import Certificate
from engine.reconcile.values import Identity, Ref
from renderers.certificates import json_format, text

CELLS = tuple(Ref("甲局", "附件6", row, 9, f"附件6 第{row + 1}行 第9栏") for row in range(3))
TOTAL = Ref("甲局", "附件6", -1, 9, "附件6 总计 第9栏")
SUM = Identity(name="总计=各行之和", left=TOTAL, right=CELLS, expected=Fraction(5, 2), found=3, holds=False)
HELD = Identity(name="总计=各行之和", left=CELLS[0], right=(), expected=1, found=1, holds=True)
READ = Identity(name="表不同", left=TOTAL, right=(), read=CELLS[:2], expected="甲\n乙", found="丙", holds=False)
OTHER = Identity(
    name="口径", left=TOTAL, right=CELLS[:1], expected=2, found=1, holds=True, scope="一个含取消的,一个不含"
)


def certificate(*identities: Identity) -> Certificate:
    """A certificate of 甲局."""
    return Certificate(subject="甲局", forms=("附件3", "附件6"), identities=identities)


def test_contradictions_come_first_then_what_was_checked_then_what_need_not_agree() -> None:
    """The whole text; of many cells compared with, the first and the last."""
    assert (
        text.render(certificate(SUM, HELD, READ, OTHER))
        == """\
甲局附件核对结果
核对的表:附件3、附件6
核对了 2 种关系、3 处,覆盖 4 个单元格:2 处矛盾。

矛盾:
  1. 甲局 附件6 总计 第9栏:应为 2.5,实为 3
     依据:总计=各行之和;对照 甲局 附件6 第1行 第9栏至甲局 附件6 第3行 第9栏
  2. 甲局 附件6 总计 第9栏:应为 甲⏎乙,实为 丙
     依据:表不同;对照 甲局 附件6 第1行 第9栏、甲局 附件6 第2行 第9栏

核对的关系:
  总计=各行之和:2 处,1 处不符
  表不同:1 处,1 处不符

口径不同,不算矛盾:
  甲局 附件6 总计 第9栏 为 1,甲局 附件6 第1行 第9栏 为 2
  说明:一个含取消的,一个不含。
"""
    )


def test_forms_that_agree_are_certified_in_one_line() -> None:
    """No list of contradictions where there are none."""
    said = text.render(certificate(HELD))
    assert "核对了 1 种关系、1 处,覆盖 1 个单元格:全部相符。\n" in said
    assert "矛盾" not in said


def test_numbers_stay_numbers_in_json() -> None:
    """Whole ones as integers; an explained difference is 不符 with its reason."""
    content = json.loads(json_format.render(certificate(SUM, OTHER)))
    assert [(one["应为"], one["实为"], one["相符"], one["口径"]) for one in content["关系"]] == [
        (2.5, 3, False, ""),
        (2, 1, False, "一个含取消的,一个不含"),
    ]
    assert content["关系"][0]["单元格"] == {"单位": "甲局", "表": "附件6", "位置": "附件6 总计 第9栏"}
    assert (content["关系种数"], content["核对处数"], content["单元格数"], content["矛盾处数"]) == (1, 1, 4, 1)
