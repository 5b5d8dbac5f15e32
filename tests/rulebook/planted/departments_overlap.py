"""R105, R106: one task in two departments, departments that wait for each other."""

from __future__ import annotations

import random
from typing import Any

from tests.rulebook.clean import OTHER, Draft, Keys
from tests.rulebook.planting import defect, near_miss


@defect("R105")
def same_name(draft: Draft, dice: random.Random) -> None:
    """The very name, in full-width brackets in one of them."""
    draft.approval["名称"] = "户外广告设置许可(新设)"
    draft.other["名称"] = "户外广告设置许可（新设）"


@defect("R105")
def other_verb(draft: Draft, dice: random.Random) -> None:
    """核发 and 审批 of the same."""
    draft.approval["名称"] = "户外广告设置许可证核发"
    draft.other["名称"] = "户外广告设置审批"


@defect("R105")
def same_article(draft: Draft, dice: random.Random) -> None:
    """Other names, one article."""
    article = f"第{dice.randint(5, 60)}条"
    draft.approval["依据"] = {"法律": f"《中华人民共和国河道管理法》{article}"}
    draft.other["依据"] = {"法律": f"《河道管理法》{article}第二款"}


@defect("R105")
def two_others_besides_a_partner(draft: Draft, dice: random.Random) -> None:
    """The first does it together with both; these two do not know of each other."""
    third = next(iter(draft.plan["部门"].values())).split("、")[-1]
    draft.approval["名称"] = draft.other["名称"] = "户外广告设置许可"
    draft.approval["共同实施"] = f"{OTHER}、{third}"
    draft.files[f"{third}/单位.yaml"] = {"名称": third, "全称": f"示范市{third}", "内设机构": "综合股"}
    draft.files[f"{third}/01-许可.yaml"] = dict(draft.other)


@near_miss("R105")
def done_together(draft: Draft, dice: random.Random) -> None:
    """The other department is named in 共同实施."""
    draft.approval["名称"] = draft.other["名称"] = "户外广告设置许可"
    draft.approval["共同实施"] = OTHER


@near_miss("R105")
def other_case_of_it(draft: Draft, dice: random.Random) -> None:
    """新办 and 变更 are different matters; so are other articles of one law."""
    draft.approval.update({"名称": "户外广告设置许可(新办)", "依据": {"法律": "《河道管理法》第五条"}})
    draft.other.update({"名称": "户外广告设置许可(变更)", "依据": {"法律": "《河道管理法》第六条"}})


@near_miss("R105")
def general_law(draft: Draft, dice: random.Random) -> None:
    """行政许可法 stands behind every permit, everyone gives advice, and what is cancelled overlaps no more."""
    draft.approval["依据"] = draft.other["依据"] = {"法律": "《行政许可法》第十二条"}
    draft.files[f"{OTHER}/03-咨询.yaml"] = dict(draft.service)
    draft.power.update({"名称": "药品经营认定", "优化后": {"取消": "上位法已废止"}})
    draft.files[f"{OTHER}/02-认定.yaml"] = draft.service | {"名称": "药品经营认定", "类型": "其他行政权力事项"}
    draft.files[f"{OTHER}/02-认定.yaml"]["种类"] = "行政确认"


def _needs(matter: Keys, name: str, source: str, version: str = "优化后") -> None:
    """One paper more, from another department."""
    papers: list[Any] = matter[version]["材料"]
    papers.append({"名称": name, "来源": source, "依据": "《示范经营法》第十二条"})


@defect("R106")
def each_names_the_other(draft: Draft, dice: random.Random) -> None:
    """Both materials name the matter of the other."""
    _needs(draft.approval, draft.other["出具"], f"{OTHER}/{draft.other['名称']}")
    _needs(draft.other, draft.approval["出具"], f"示范局/{draft.approval['名称']}")


@defect("R106")
def circle_of_three(draft: Draft, dice: random.Random) -> None:
    """Two matters of one department and one of the other; one link is found by the document."""
    _needs(draft.approval, draft.other["出具"] + "复印件", OTHER)
    _needs(draft.other, draft.power["出具"], f"示范局/{draft.power['名称']}")
    _needs(draft.power, draft.approval["出具"], f"示范局/{draft.approval['名称']}")


@near_miss("R106")
def one_way(draft: Draft, dice: random.Random) -> None:
    """Only one waits."""
    _needs(draft.approval, draft.other["出具"], f"{OTHER}/{draft.other['名称']}")
    _needs(draft.other, "产权证明", "示范局")


@near_miss("R106")
def solved_afterwards(draft: Draft, dice: random.Random) -> None:
    """They waited for each other before the reform."""
    _needs(draft.approval, draft.other["出具"], f"{OTHER}/{draft.other['名称']}", "优化前")
    _needs(draft.other, draft.approval["出具"], f"示范局/{draft.approval['名称']}", "优化前")
    _needs(draft.other, draft.approval["出具"], f"示范局/{draft.approval['名称']}")


@near_miss("R106")
def within_one_department(draft: Draft, dice: random.Random) -> None:
    """It is the department's own affair."""
    _needs(draft.approval, draft.power["出具"], f"示范局/{draft.power['名称']}")
    _needs(draft.power, draft.approval["出具"], f"示范局/{draft.approval['名称']}")
