"""R306–R306c: 事项依据."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planting import defect, near_miss


@defect("R306")
def law_as_regulation(draft: Draft, dice: random.Random) -> None:
    """《…法》 under 行政法规."""
    draft.approval["依据"] = {"行政法规": "《中华人民共和国食品安全法》第三十五条"}


@defect("R306")
def regulation_as_law(draft: Draft, dice: random.Random) -> None:
    """《…条例》 under 法律."""
    draft.service["依据"] = {"法律": "《信访条例》第三条"}


@defect("R306")
def notice_as_regulation(draft: Draft, dice: random.Random) -> None:
    """《…通知》 under 行政法规."""
    draft.power["依据"] = {"行政法规": "《国务院办公厅关于做好示范工作的通知》"}


@defect("R306")
def provincial_as_national(draft: Draft, dice: random.Random) -> None:
    """《黑龙江省…条例》 under 行政法规."""
    draft.power["依据"] = {"行政法规": "《黑龙江省示范管理条例》第七条"}


@near_miss("R306")
def measures_of_a_law(draft: Draft, dice: random.Random) -> None:
    """《…法实施办法》 and 《…办法》 end in 法 and are none."""
    draft.power["依据"] = {"国家部委规章": ["《示范法实施办法》第三条", "《旅馆业治安管理办法》第四条"]}


@near_miss("R306")
def statute_called_regulation(draft: Draft, dice: random.Random) -> None:
    """户口登记条例 was made by the 人大常委会."""
    draft.power["依据"] = {"法律": "《中华人民共和国户口登记条例》第四条"}


@near_miss("R306")
def lower_rank_written_first(draft: Draft, dice: random.Random) -> None:
    """The order in the file does not matter."""
    draft.service["依据"] = {"地方性法规": "《黑龙江省示范条例》第三条", "法律": "《示范法》第二条"}


@defect("R306b")
def guideline_below_a_law(draft: Draft, dice: random.Random) -> None:
    """法律 and 规范性文件."""
    draft.approval["依据"]["规范性文件"] = "《示范许可工作规范》"


@defect("R306b")
def rule_below_a_regulation(draft: Draft, dice: random.Random) -> None:
    """行政法规 and 国家部委规章."""
    draft.service["依据"]["国家部委规章"] = "《示范办法》第三条"


@near_miss("R306b")
def regulation_below_a_law(draft: Draft, dice: random.Random) -> None:
    """法律 and 行政法规: often both are needed."""
    draft.approval["依据"]["行政法规"] = "《示范条例》第三条"


@near_miss("R306b")
def only_lower_ones(draft: Draft, dice: random.Random) -> None:
    """规章 and 规范性文件 without anything above."""
    draft.power["依据"]["规范性文件"] = "《示范工作规范》"


@near_miss("R306b")
def how_it_is_used(draft: Draft, dice: random.Random) -> None:
    """裁量基准 is no basis of a power, and R110 asks for it there."""
    draft.approval["依据"]["规范性文件"] = "《示范行政处罚裁量基准》"


@defect("R306c")
def articles_apart(draft: Draft, dice: random.Random) -> None:
    """The same law in two items."""
    text = draft.approval["依据"]["法律"]
    draft.approval["依据"] = {"法律": [text, text.partition("》")[0] + "》第六十一条"]}


@defect("R306c")
def old_and_new_version(draft: Draft, dice: random.Random) -> None:
    """With and without 中华人民共和国 and the year."""
    draft.service["依据"] = {"行政法规": ["《示范条例(2009年修订)》第三条", "《中华人民共和国示范条例》第四条"]}


@near_miss("R306c")
def same_title_at_two_ranks(draft: Draft, dice: random.Random) -> None:
    """Another rank is another instrument."""
    draft.power["依据"] = {"国家部委规章": "《示范管理办法》第三条", "地方政府规章": "《示范管理办法》第五条"}


@near_miss("R306c")
def two_laws(draft: Draft, dice: random.Random) -> None:
    """A law and the measures for it."""
    draft.approval["依据"] = {"法律": ["《示范经营法》第三条", "《示范监督法》第三条"]}
