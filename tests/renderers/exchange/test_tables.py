"""CSV, JSON and the elements of the 实施清单."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from jsonschema import Draft7Validator
from openpyxl import load_workbook

from engine.exchange.elements import listed
from processes.checking import Checked
from processes.declaration.composing import compose_matter
from processes.model.process import CheckedMatter
from renderers.exchange import csv_format, elements_json, elements_xlsx, json_format
from tests.declaring import Declared
from tests.drawn import matter_from


def rows_of(content: bytes) -> list[dict[str, str]]:
    """The rows of the long table by their headings."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_long_table_has_a_row_for_each_程序_and_material(matter: CheckedMatter) -> None:
    """Both versions; the 程序 of a block are those of its branches; standard branches are nobody's declaration."""
    content = csv_format.render([matter])
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    before = [row for row in rows_of(content) if row["版本"] == "优化前"]
    assert [(row["类别"], row["环节序号"], row["环节"], row["名称"]) for row in before] == [
        ("程序", "1", "受理", "形式审查"),
        ("程序", "1", "受理", "'=登记"),
        ("并联", "2", "联审", ""),
        ("程序", "2a", "甲审", "联合踏勘"),
        ("程序", "2b", "乙审", "联合踏勘"),
        ("程序", "2c", "丙审", "复核"),
        ("程序", "", "送达", "送达"),
        ("程序", "", "告知", "告知"),
        ("材料", "", "", "申请书"),
        ("材料", "", "", "身份证"),
    ]
    assert (before[4]["承办"], before[4]["环节时限"], before[4]["计入天数"]) == ("业务股/审查岗", "不计时限(听证)", "0")
    assert (before[-2]["份数或人数"], before[-1]["可共享"]) == ("原件1份、复印件2份", "是")


def test_no_cell_is_a_formula() -> None:
    """What a spreadsheet would reckon gets an apostrophe, anything else stays."""
    assert [csv_format.safe(text) for text in ("=1+1", "@SUM", "-2", "+3", "a=1", "")] == [
        *("'=1+1", "'@SUM", "'-2", "'+3", "a=1", ""),
    ]


def test_json_keeps_to_its_schema_and_holds_the_whole_matter(samples: tuple[Checked, ...]) -> None:
    """Read again it gives an equal matter."""
    validator = Draft7Validator(json.loads(json_format.schema()))
    Draft7Validator.check_schema(validator.schema)
    for project in samples:
        assert project.workspace
        data = json.loads(json_format.render(project.workspace.plan, project.matters))
        assert list(validator.iter_errors(data)) == []
        for one, checked in zip(data["事项"], project.matters, strict=True):
            assert matter_from(compose_matter(one["申报"]), checked.matter) == checked.matter
    assert not validator.is_valid(data | {"版本": "0"})
    data["事项"][0]["申报"]["类型"] = "别的"
    assert not validator.is_valid(data)


def elements(project: Checked, name: str) -> dict[str, tuple[str, str]]:
    """Field → value and origin of the matter of that name."""
    assert project.workspace
    matter = next(one for one in project.matters if one.matter.name == name)
    department = project.workspace.department(matter.matter.department)
    assert department
    found = listed(matter, department)
    assert found
    return {one.key: (one.value, one.origin.value) for one in found.elements}


def test_elements_are_what_is_declared_of_优化后(samples: tuple[Checked, ...]) -> None:
    """Codes with their words; what is not declared is to be filled in, not guessed."""
    found = elements(samples[0], "食品经营许可证核发(新办)")
    assert found["task_name"] == ("食品经营许可证核发(新办)", "申报")
    assert found["task_type"] == ("01 行政许可", "推算")
    assert found["promise_day"] == ("13", "申报")
    assert found["promise_type"] == ("1 工作日(待核)", "推算")
    assert found["project_type"] == ("2 承诺件", "推算")
    assert found["server_type"][0] == "2 企业法人、3 事业法人、9 其他组织、1 自然人"
    assert found["power_source"] == ("", "待填")
    assert found["other_dept"] == ("", "无")


def test_codes_are_parts_of_the_实施编码(declare: Callable[[str], Declared]) -> None:
    """31 characters: 统一社会信用代码, 行使层级, 基本编码 (辰溪县代理记账, published)."""
    found = elements(declare("编码: 11431223006654398F4000113003000\n").checked, "示范事项")
    assert found["dept_code"] == ("11431223006654398F", "推算")
    assert found["catalog_code"] == ("000113003000", "推算")
    assert elements(declare("编码: 123\n").checked, "示范事项")["dept_code"] == ("", "待填")


def test_secret_cancelled_and_internal_matters_are_not_listed(declare: Callable[[str], Declared]) -> None:
    """The 实施清单 is public and lists powers and services."""
    for text in ("涉密: 秘密级\n公开: 否\n", "优化后: 取消\n", "类型: 其他事项\n"):
        checked = declare(text).checked
        assert checked.workspace
        assert listed(checked.matters[0], checked.workspace.departments[0]) is None


def test_the_workbook_and_the_json_say_the_same(samples: tuple[Checked, ...]) -> None:
    """A row a matter, tables in sheets of their own, code lists behind; missing ones are yellow."""
    project = samples[0]
    assert project.workspace
    departments = {one.name: one for one in project.workspace.departments}
    rows = [row for one in project.matters if (row := listed(one, departments[one.matter.department]))]
    book = load_workbook(io.BytesIO(elements_xlsx.render(rows)))
    data = json.loads(elements_json.render(rows))
    assert book.sheetnames == ["事项", "材料", "办理环节", "特殊环节", "收费", "依据", "代码表", "说明"]
    sheet = list(book["事项"].iter_rows(values_only=True))
    assert len(sheet) - 2 == len(data["事项"]) == len(rows)
    assert [row[1] for row in sheet[2:]] == [one["要素"]["task_name"]["值"] for one in data["事项"]]
    materials = sum(len(one["材料"]) for one in data["事项"])
    assert book["材料"].max_row - 2 == materials > 0
    column = sheet[1].index("power_source") + 1
    assert book["事项"].cell(3, column).fill.start_color.rgb == "FFFFF2CC"
    assert data["代码表"]["行使层级"]["4"] == {"名称": "县级", "待核": False}
    assert elements_xlsx.render(rows) == elements_xlsx.render(rows)
