"""Limits that laws set in so many words: instrument, article and number of days, with how sure the number is.

The data of L42s, taken from the domain notes (law.md §3). ``V``: the text was read; ``P``: seen on a public page;
``M``: from memory, to be verified. A row holds from ``since`` up to and including ``until``: a text that was read in a
later version says nothing of an earlier one, which then has a row of its own or none. The numbers are those of the
article, in its own order; a matter may have any of them. Extensions (延长) are no limits and are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

VERIFIED, PUBLIC, MEMORY = "V", "P", "M"


@dataclass(frozen=True, slots=True)
class SectorLimit:
    """What the ``article`` of ``law`` (without 中华人民共和国) sets; ``about`` says for what."""

    law: str
    article: str
    days: tuple[int, ...]
    mark: str
    about: str = ""
    since: date = date.min
    until: date = date.max


SECTOR_LIMITS = (
    SectorLimit("行政许可法", "第四十二条", (20, 45), VERIFIED, "45日限于几个部门联合办理", date(2004, 7, 1)),
    SectorLimit("行政许可法", "第四十三条", (20,), VERIFIED, "下级初审", date(2004, 7, 1)),
    SectorLimit("食品经营许可管理办法", "第十七条", (20,), PUBLIC, "", date(2015, 10, 1), date(2023, 11, 30)),
    SectorLimit("建筑法", "第八条", (15,), MEMORY, "施工许可", until=date(2019, 4, 22)),
    SectorLimit("建筑法", "第八条", (7,), VERIFIED, "施工许可", date(2019, 4, 23)),
    SectorLimit("烟花爆竹安全管理条例", "第十九条", (20, 30), VERIFIED, "零售20日、批发30日", date(2016, 2, 6)),
    SectorLimit("危险化学品安全管理条例", "第三十五条", (30,), VERIFIED, "经营许可", date(2013, 12, 7)),
    SectorLimit("道路运输条例", "第二十四条", (20,), MEMORY, "货物运输经营", until=date(2019, 3, 1)),
    SectorLimit("道路运输条例", "第二十四条", (20,), VERIFIED, "货物运输经营", date(2019, 3, 2), date(2022, 3, 28)),
    SectorLimit("民办非企业单位登记管理暂行条例", "第十一条", (60,), VERIFIED, "", date(1998, 10, 25)),
    SectorLimit("社会团体登记管理条例", "第十二条", (60,), VERIFIED, "", date(2016, 2, 6)),
    SectorLimit("事业单位登记管理暂行条例", "第八条", (30,), VERIFIED, "", date(2004, 6, 27)),
    SectorLimit("互联网上网服务营业场所管理条例", "第十一条", (20, 15), MEMORY, "", until=date(2022, 4, 30)),
    SectorLimit("互联网上网服务营业场所管理条例", "第十一条", (20, 15), VERIFIED, "", date(2022, 5, 1)),
    SectorLimit("取水许可和水资源费征收管理条例", "第十九条", (45,), VERIFIED, "审批决定", date(2017, 3, 1)),
    SectorLimit("农药管理条例", "第二十四条", (20,), VERIFIED, "经营许可", date(2017, 6, 1)),
    SectorLimit("兽药管理条例", "第二十二条", (30,), MEMORY, "经营许可", until=date(2020, 3, 26)),
    SectorLimit("兽药管理条例", "第二十二条", (30,), VERIFIED, "经营许可", date(2020, 3, 27)),
    SectorLimit("教师资格条例", "第十六条", (30,), VERIFIED, "从受理期限终止之日起", date(1995, 12, 12)),
    SectorLimit("医疗机构管理条例", "第十九条", (45,), MEMORY, "执业登记", until=date(2022, 4, 30)),
    SectorLimit("医疗机构管理条例", "第十九条", (45,), VERIFIED, "执业登记", date(2022, 5, 1)),
    SectorLimit("劳务派遣行政许可实施办法", "第十二条", (20,), PUBLIC, "", date(2013, 7, 1)),
    SectorLimit("代理记账管理办法", "第六条", (20,), MEMORY, "", date(2016, 5, 1), date(2019, 3, 13)),
    SectorLimit("代理记账管理办法", "第六条", (10,), MEMORY, "", date(2019, 3, 14)),
    SectorLimit("宗教事务条例", "第二十二条", (30,), VERIFIED, "宗教活动场所登记", date(2018, 2, 1)),
    SectorLimit("企业投资项目核准和备案管理条例", "第十条", (20,), VERIFIED, "核准", date(2017, 2, 1)),
    SectorLimit("不动产登记暂行条例", "第二十条", (30,), MEMORY, "", until=date(2019, 3, 23)),
    SectorLimit("不动产登记暂行条例", "第二十条", (30,), VERIFIED, "", date(2019, 3, 24)),
    SectorLimit("工伤保险条例", "第二十条", (60, 15), VERIFIED, "事实清楚的15日", date(2011, 1, 1)),
    SectorLimit("粮食流通管理条例", "第九条", (15,), MEMORY, "收购资格认定", until=date(2021, 4, 14)),
    SectorLimit("排污许可管理条例", "第十二条", (20, 30, 45), VERIFIED, "", date(2021, 3, 1)),
)
