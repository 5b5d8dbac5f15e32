"""附件6 of the sample city, from YAML to workbook and back, against numbers worked out by hand.

The table was made apart from the program, from the published facts of the 25 matters; its columns are those of 附件6.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.annexes.annex6 import fill, fill_city
from engine.annexes.form import Form
from processes.checking import Checked
from processes.model.places import Place
from processes.model.workspace import Workspace

SAMPLE = Path(__file__).parents[2] / "samples" / "hailin"
NUMBERS = (7, 8, 9, 12, 13, 14, 17, 18, 19, 22, 23, 24, 25)
GOLDEN = """
市场监管局 | 食品经营许可证核发(新办) | 6 | 4 | 2 | 9 | 6 | 3 | 7 | 3 | 4 | 20 | 20 | 13 | 7 | 工作日
住建局 | 建筑工程施工许可证核发 | 5 | 4 | 1 | 9 | 6 | 3 | 11 | 5 | 6 | 15 | 15 | 7 | 8 | 工作日
安监局 | 烟花爆竹经营(零售)许可证核发 | 7 | 4 | 3 | 12 | 6 | 6 | 5 | 3 | 2 | 20 | 20 | 12 | 8 | 工作日
卫计局 | 公共场所卫生许可 | 6 | 4 | 2 | 9 | 6 | 3 | 8 | 4 | 4 | 20 | 20 | 10 | 10 | 工作日
林业局 | 林木采伐许可证核发 | 7 | 4 | 3 | 10 | 6 | 4 | 6 | 3 | 3 | 20 | 20 | 12 | 8 | 工作日
交通局 | 道路普通货物运输经营许可 | 5 | 4 | 1 | 7 | 6 | 1 | 7 | 4 | 3 | 20 | 20 | 10 | 10 | 工作日
民政局 | 民办非企业单位成立登记 | 5 | 4 | 1 | 9 | 6 | 3 | 8 | 6 | 2 | 60 | 60 | 20 | 40 | 自然日
文广新局 | 娱乐场所设立审批 | 6 | 5 | 1 | 11 | 9 | 2 | 10 | 7 | 3 | 20 | 20 | 13 | 7 | 工作日
消防大队 | 公众聚集场所投入使用、营业前消防安全检查 | 4 | 4 | 0 | 6 | 5 | 1 | 8 | 6 | 2 | 13 | 13 | 10 | 3 | 工作日
财政局 | 中介机构从事代理记账业务审批 | 4 | 4 | 0 | 8 | 5 | 3 | 9 | 4 | 5 | 20 | 20 | 10 | 10 | 工作日
编办 | 事业单位法人设立登记 | 6 | 4 | 2 | 9 | 6 | 3 | 9 | 5 | 4 | 30 | 30 | 10 | 20 | 工作日
环保局 | 排污许可证核发 | 5 | 4 | 1 | 10 | 8 | 2 | 6 | 3 | 3 | 20 | 20 | 13 | 7 | 工作日
粮食局 | 粮食收购资格认定 | 4 | 3 | 1 | 7 | 6 | 1 | 6 | 4 | 2 | 15 | 15 | 10 | 5 | 工作日
人社局 | 劳务派遣经营许可 | 5 | 4 | 1 | 8 | 6 | 2 | 9 | 7 | 2 | 20 | 20 | 12 | 8 | 工作日
城管局 | 临时占用、挖掘城市道路审批 | 7 | 4 | 3 | 10 | 9 | 1 | 4 | 3 | 1 | 20 | 20 | 10 | 10 | 工作日
教体局 | 教师资格认定(幼儿园、小学、初中) | 4 | 3 | 1 | 8 | 6 | 2 | 8 | 5 | 3 | 30 | 30 | 20 | 10 | 工作日
国土局 | 不动产转移登记(存量房买卖) | 6 | 4 | 2 | 9 | 8 | 1 | 9 | 4 | 5 | 30 | 20 | 10 | 10 | 工作日
市场监管局 | 食品安全违法行为行政处罚(一般程序) | 7 | 7 | 0 | 16 | 14 | 2 | 0 | 0 | 0 | 90 | 90 | 60 | 30 | 自然日
民政局 | 城乡居民最低生活保障审核审批 | 7 | 5 | 2 | 13 | 11 | 2 | 8 | 3 | 5 | 无 | 40 | 28 | 12 | 工作日
残联 | 残疾人证核发 | 6 | 5 | 1 | 9 | 8 | 1 | 5 | 3 | 2 | 无 | 35 | 20 | 15 | 工作日
老龄办 | 老年人优待证办理 | 3 | 1 | 2 | 5 | 2 | 3 | 4 | 2 | 2 | 无 | 10 | 0 | 10 | 工作日
卫计局 | 《出生医学证明》首次签发 | 3 | 1 | 2 | 6 | 3 | 3 | 5 | 2 | 3 | 无 | 3 | 0 | 3 | 工作日
卫计局 | 生育登记服务(一孩、二孩) | 3 | 1 | 2 | 5 | 2 | 3 | 6 | 2 | 4 | 无 | 7 | 0 | 7 | 工作日
档案局 | 馆藏开放档案查阅 | 3 | 2 | 1 | 6 | 4 | 2 | 2 | 1 | 1 | 无 | 0 | 0 | 0 | 工作日
政府办 | 收文办理(机关内部) | 7 | 4 | 3 | 10 | 8 | 2 | 0 | 0 | 0 | 无 | 5 | 3 | 2 | 工作日
"""
TOTAL = (131, 93, 38, 221, 162, 59, 160, 89, 71, 483, 573, 313, 260)
ReadBack = Callable[[Form], list[list[Any]]]


def golden() -> dict[tuple[str, str], tuple[tuple[int | str, ...], str]]:
    """Department and matter → the numbers, and the kind of day."""
    table = {}
    for line in GOLDEN.strip().splitlines():
        department, name, *numbers, kind = line.split(" | ")
        table[department, name] = tuple(number if number == "无" else int(number) for number in numbers), kind
    return table


@pytest.fixture(scope="module")
def checked(sample: Callable[[str], Checked]) -> Checked:
    """The sample as checked; it must hold together."""
    checked = sample(SAMPLE.name)
    assert len(checked.matters) == len(golden())
    return checked


@pytest.fixture(scope="module")
def workspace(checked: Checked) -> Workspace:
    """The sample as declared."""
    assert checked.workspace is not None
    return checked.workspace


@pytest.fixture(scope="module")
def city(checked: Checked, workspace: Workspace) -> Form:
    """The ledger of the whole city."""
    return fill_city(
        workspace.plan, [(department, checked.matters_of(department.name)) for department in workspace.departments]
    )


def test_every_matter_has_the_numbers_worked_out_by_hand(
    checked: Checked, workspace: Workspace, read_back: ReadBack
) -> None:
    """Department by department: YAML → form → workbook → numbers."""
    found = {}
    for department in workspace.departments:
        _, *rows = read_back(fill(department, workspace.plan, checked.matters_of(department.name)))
        for row in rows:
            found[department.name, row[1]] = tuple(row[number] for number in NUMBERS)
    assert found == {key: numbers for key, (numbers, _) in golden().items()}


def test_the_city_ledger_has_the_totals_worked_out_by_hand(city: Form, read_back: ReadBack) -> None:
    """总计: sums in its numbered columns, —— in seven, matters, public ones, devolved ones, optimised ones."""
    total, *rows = read_back(city)
    assert tuple(total[number] for number in NUMBERS) == TOTAL
    assert [index for index, value in enumerate(total) if value == "——"] == [6, 10, 11, 15, 16, 20, 21]
    assert [total[number] for number in (0, 1, 2, 3, 4, 5, 26)] == ["总计", 25, 23, 24, 0, 2, 25]
    assert [row[0] for row in rows] == list(range(1, 26))
    assert {(row[26].partition(";")[0], row[1]) for row in rows} == set(golden())


def test_the_remark_names_the_kind_of_day(city: Form) -> None:
    """附件6 注2; where all limits are 0 there is only 即时办结 to name."""
    kinds = {name: kind for (_, name), (_, kind) in golden().items()}
    for row in city.rows:
        remark = str(row[26].value)
        assert (kinds[str(row[1].value)] in remark) or "即时办结" in remark
        assert ("即时办结" in remark) == (0 in (row[23].value, row[24].value))


def test_natural_days_in_the_totals_are_explained_below_the_table(city: Form) -> None:
    """民政局 and 市场监管局 have a matter each in natural days."""
    assert city.notes[-1].startswith("时限合计中,法定含自然日150日、工作日333日;优化前含自然日150日、工作日423日;")


def test_half_days_end_in_whole_numbers(city: Form) -> None:
    """收文办理 has 环节 of half a day; 5 and 3 days are printed as such."""
    row = next(row for row in city.rows if row[1].value == "收文办理(机关内部)")
    assert [row[number].value for number in (23, 24, 25)] == [5, 3, 2]
    assert "不涉密" in str(row[26].value)


def test_what_is_listed_stands_where_the_cell_says(city: Form) -> None:
    """The places of a count lead to the lines on which its items are written, then to what else makes it so."""
    for row in city.rows:
        for listed in (10, 11, 15, 16, 20, 21):
            items = [item.partition(".")[2] for item in str(row[listed].value).split(";")]
            if row[listed].value == "无":
                continue
            assert len(row[listed].sources) == len(set(row[listed].sources))
            for item, place in zip(items, row[listed].sources, strict=False):
                assert item.partition("(")[0] in line_of(place)
            for place in row[listed].sources[len(items) :]:
                assert re.search("不计环节|人数", line_of(place._replace(column=1)))


def line_of(place: Place) -> str:
    """The line of the sample that a place is on, from its column."""
    return (SAMPLE / place.file).read_text("utf-8").splitlines()[place.line - 1][place.column - 1 :]
