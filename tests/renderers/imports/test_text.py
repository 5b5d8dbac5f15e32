"""The report on a terminal: doubts one by one, the rest in short."""

from __future__ import annotations

from dataclasses import replace

from processes.model.imported import CellUse, ColumnUse, Fate, How, ImportReport, MatterMade
from renderers.imports.text import MOST_CELLS, MOST_MATTERS, render
from renderers.imports.xlsx import workbook

COLUMN = ColumnUse("甲.xlsx", "表", "B2", "事项名称", How.USED, "名称")
REPORT = ImportReport(
    files=("甲.xlsx", "乙.xlsx"),
    columns=(
        COLUMN,
        ColumnUse("甲.xlsx", "表", "C2", "服务对象", How.GUESSED, "相对人", "标题写的是“服务对象”"),
        ColumnUse("甲.xlsx", "表", "D2", "批示", How.LEFT, "", "标题看不出是什么"),
        replace(COLUMN, file="乙.xlsx"),
    ),
    matters=(
        MatterMade("取水", "水务局/01-取水.yaml", Fate.MADE, "甲.xlsx 的 表!B3", (("依据", "补上"), ("流程", "补时限"), ("流程", "补时限"))),
        MatterMade("采砂", "水务局/02-采砂.yaml", Fate.THERE, "甲.xlsx 的 表!B4"),
        MatterMade("水务局", "水务局/单位.yaml", Fate.MADE, "甲.xlsx", (), department=True),
    ),
    cells=(
        CellUse("甲.xlsx", "表!B3", (3, 2), "取水", How.USED, "水务局/取水", "名称"),
        CellUse("甲.xlsx", "表!C3", (3, 3), "企业", How.GUESSED, "水务局/取水", "相对人", "标题", by_column=True),
        CellUse("甲.xlsx", "表!D3", (3, 4), "同意", How.LEFT, "", "", "这一列没有用上", by_column=True),
        CellUse("乙.xlsx", "表!C3", (3, 3), "个人\n" + "长" * 60, How.CONFLICT, "水务局/取水", "相对人", "不一致"),
    ),
    notes=("注意一句",),
)  # fmt: skip


def test_the_report_names_columns_matters_and_doubts() -> None:
    """What is so of a whole column is told once, with the column."""
    assert (
        render(REPORT)
        == f"""甲.xlsx 表
  认出 1 栏:B2 事项名称
  推定:C2“服务对象” → 相对人
  没有用:D2“批示” 标题看不出是什么

乙.xlsx 表
  认出 1 栏:B2 事项名称

事项
  新建 水务局/01-取水.yaml(待补、待核对 3 处)
      流程:补时限(2 处)
      依据:补上
  已有,没有动 水务局/02-采砂.yaml
      表里的内容没有写进去;要把表里改过的写进已有的申报,用 zaizao merge
  新建 水务局/单位.yaml

对不上的格(没有采用,请核对)
  乙.xlsx 的 表!C3“个人 {"长" * 37}…” → 相对人:不一致

请注意
  注意一句

2 个文件,2 个事项,新建 1 个;4 格:直接 1、推定 1、矛盾 1、没用 1。
"""
    )


def test_tables_alike_are_told_once() -> None:
    """附件7 of many matters."""
    columns = tuple(replace(COLUMN, file=f"附件7-{number}.docx") for number in range(30))
    assert render(replace(REPORT, columns=columns)).startswith(
        "附件7-0.docx 表 等 30 张表\n  认出 1 栏:B2 事项名称\n\n事项\n"
    )


def test_of_many_matters_what_is_to_be_done_is_told_together() -> None:
    """And of many doubtful cells only the first, with where to see the rest."""
    matters = (REPORT.matters[0],) * (MOST_MATTERS + 1)
    cells = tuple(replace(REPORT.cells[-1], order=(line, 1)) for line in range(MOST_CELLS + 5))
    said = render(replace(REPORT, matters=matters, cells=cells, preview=True))
    assert said.count("      流程:补时限") == 1
    assert f"  合起来要补、要核对的\n      流程:补时限({2 * len(matters)} 处)\n" in said
    assert f"  ……共 {MOST_CELLS + 5} 格,全部的用 -o 对照表.xlsx 存成表看\n" in said
    assert "将新建" in said


def test_the_same_report_gives_the_same_workbook() -> None:
    """No clock in it."""
    assert workbook(REPORT) == workbook(REPORT)
