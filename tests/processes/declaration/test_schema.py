"""JSON Schema: made of what reads the files, so that neither knows a key the other does not."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from processes import declaration
from processes.checking import guards
from processes.declaration.drafts import draft_department, draft_joint, draft_matter, draft_plan
from processes.declaration.editor import SCHEMA_FOLDER, editor_settings, modeline
from processes.declaration.kinds import ABSENT, OneText
from processes.declaration.matter_file import read_matter
from processes.declaration.matter_keys import MATTER
from processes.declaration.names import Name
from processes.declaration.nodes import parse
from processes.declaration.reporting import Reporter
from processes.declaration.schema_files import FILE_NAMES, SHAPES, schema_of, schema_text
from processes.declaration.schemas import Definitions
from processes.declaration.shapes import Key, Shape
from processes.declaration.templates import matter_templates
from processes.model.department import Department, Office
from processes.model.findings import Severity
from processes.model.vocabulary import KINDS, MatterType, OfficeRole
from processes.rules.rule import Rule, Scope
from tests import declaring as laid
from tests.flows import matters
from tests.schemas import ROOT, SAMPLES, Wrong, as_editor, declarations, kind_of, validator, wrong
from tests.written import TEXTS, TRUTHS, Value, documents, write

CHINESE = re.compile("[\u4e00-\u9fff]")
MATTER_FILE = SAMPLES / "hailin" / "市场监管局" / "01-食品经营许可证核发(新办).yaml"
PLAN_FILE = SAMPLES / "hailin" / "方案.yaml"


def all_shapes() -> list[Shape]:
    """Every shape that stands in a module of the package."""
    found: dict[int, Shape] = {}
    for info in pkgutil.iter_modules(declaration.__path__):
        module = importlib.import_module(f"{declaration.__name__}.{info.name}")
        found |= {id(value): value for value in vars(module).values() if isinstance(value, Shape)}
    return list(found.values())


ALL_SHAPES = all_shapes()
KEYS = [(shape, key) for shape in ALL_SHAPES for key in shape.keys]


def definitions() -> dict[str, dict[str, Any]]:
    """Name → the schemas of that name, whole files and definitions."""
    schemas = [schema_of(kind) for kind in SHAPES]
    return {schema["title"]: schema for schema in schemas} | {
        name: definition for schema in schemas for name, definition in schema["definitions"].items()
    }


# ------------------------------------------------------------------------------------- what it consists of


@pytest.mark.parametrize("kind", SHAPES)
def test_a_schema_is_valid_draft_07(kind: str) -> None:
    """As the draft's own schema has it."""
    Draft7Validator.check_schema(schema_of(kind))
    assert schema_of(kind)["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", SHAPES)
def test_every_reference_leads_to_a_definition_and_every_definition_is_used(kind: str) -> None:
    """Nothing dangles, nothing is left over."""
    text = schema_text(kind)
    used = set(re.findall(r'"\$ref": "#/definitions/([^"]+)"', text))
    assert used == set(schema_of(kind)["definitions"])


@pytest.mark.parametrize("shape", ALL_SHAPES, ids=lambda shape: shape.name)
def test_a_shape_has_one_definition_with_exactly_its_keys(shape: Shape) -> None:
    """Each key under its own name, in the same order."""
    assert list(definitions()[shape.name]["properties"]) == [key.name for key in shape.keys]


@pytest.mark.parametrize(("shape", "key"), KEYS, ids=[f"{shape.name}-{key.name}" for shape, key in KEYS])
def test_every_key_has_a_title_and_a_description_in_chinese(shape: Shape, key: Key) -> None:
    """The description says more than the name does; whether the key must be there is part of it."""
    schema = definitions()[shape.name]["properties"][key.name]
    assert schema["title"] == key.name
    assert CHINESE.search(schema["description"])
    assert schema["description"] != key.name
    assert schema["description"].startswith("必填。") == key.required


def test_shapes_have_names_of_their_own() -> None:
    """Or one definition would stand for two."""
    names = [shape.name for shape in ALL_SHAPES]
    assert len(set(names)) == len(names)


def test_two_definitions_of_one_name_are_refused() -> None:
    """Rather than that one stands for the other."""
    names = Definitions()
    names.share("甲", "one", lambda: {"type": ["string"]})
    assert names.share("甲", "one", dict) == {"$ref": "#/definitions/甲"}
    with pytest.raises(AssertionError, match="甲"):
        names.share("甲", "another", dict)


@pytest.mark.parametrize("kind", SHAPES)
def test_what_an_editor_says_is_chinese(kind: str) -> None:
    """All messages and descriptions, and no pattern that a browser's engine would not take."""

    def look(value: object) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in ("errorMessage", "patternErrorMessage", "description") and isinstance(inner, str):
                    assert CHINESE.search(inner), inner
                if name == "pattern" and isinstance(inner, str):
                    assert not re.search(r"\(\?[^:=!]|\\[^nsS]", inner), inner
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    look(schema_of(kind))


HOSTILE = (" " * 1000, "甲" * 1000 + "|", "甲 | " * 250, " | " * 333, "1" * 1000, "、" * 1000, "企业、" * 300 + "甲", "(" * 1000)


@pytest.mark.parametrize("kind", SHAPES)
def test_no_pattern_takes_long(kind: str) -> None:
    """On a row as long as a row may be; an editor tries them at every key pressed."""
    patterns = {json.loads(found) for found in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', schema_text(kind))}
    assert patterns
    for pattern in patterns:
        compiled = re.compile(pattern)
        for text in HOSTILE:
            start = time.perf_counter()
            compiled.search(text)
            compiled.search(text + "\n甲|")
            assert time.perf_counter() - start < 0.5, (pattern, text[:9])


def test_the_text_is_the_same_every_time() -> None:
    """And readable: Chinese as it is, one line end at the end."""
    for kind in SHAPES:
        text = schema_text(kind)
        assert text == schema_text(kind)
        assert text.endswith("}\n")
        assert "\\u" not in text
        assert json.loads(text) == schema_of(kind)


# ---------------------------------------------------------------------------------------------- what fits


@pytest.mark.parametrize("file", declarations(), ids=lambda file: file.relative_to(SAMPLES).as_posix())
def test_a_sample_fits_its_schema(file: Path) -> None:
    """All of the city and of the county with every special case."""
    assert wrong(kind_of(file), file.read_text("utf-8")) == []


def blocks_of_pages() -> list[tuple[str, str]]:
    """The declarations shown in the guide and on the front page: file name and text."""
    block = re.compile(r"^`([^`\n]+\.yaml)`\n+```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return [found for page in ("README.md", "docs/guide.md") for found in block.findall((ROOT / page).read_text("utf-8"))]


@pytest.mark.parametrize(("name", "text"), blocks_of_pages(), ids=[name for name, _ in blocks_of_pages()])
def test_what_the_pages_show_fits(name: str, text: str) -> None:
    """Whoever copies it sees nothing underlined."""
    assert wrong(kind_of(Path(name)), text) == []


FILES = {
    Scope.MATTER: laid.MATTER_FILE,
    Scope.PROCESS: laid.MATTER_FILE,
    Scope.DEPARTMENT: laid.DEPARTMENT_FILE,
    Scope.PROJECT: laid.PROJECT_FILE,
    Scope.WORKSPACE: laid.PLAN_FILE,
}


@pytest.mark.parametrize("code", [code for code, module in guards().items() if module.RULE.good])
def test_the_good_example_of_a_rule_fits(code: str) -> None:
    """Laid over the small project, as the tests of the rules do."""
    rule: Rule = guards()[code].RULE
    for name, text in laid.files_of(f"==> {FILES[rule.scope]} <==\n{rule.good.lstrip()}").items():
        assert wrong(kind_of(Path(name)), text) == [], text


@pytest.mark.parametrize("template", matter_templates())
def test_a_matter_begun_with_a_template_fits(template: str) -> None:
    """Nothing is underlined in what ``zaizao new`` writes."""
    offices = (Office(name="业务股", role=OfficeRole.SUPERVISION), Office(name="行政审批股", role=OfficeRole.APPROVAL))
    department = Department(name="甲局", full_name="某市甲局", folder="甲局", offices=offices)
    assert wrong("事项", draft_matter(template, "某事项", department)) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("方案", draft_plan()),
        ("单位", draft_department("甲局", "某市")),
        ("联审联批", draft_joint("某项目", ["甲局", "乙局"])),
    ],
    ids=["方案", "单位", "联审联批"],
)
def test_another_file_begun_with_a_template_fits(kind: str, text: str) -> None:
    """Nor in the others."""
    assert wrong(kind, text) == []


@pytest.mark.parametrize(
    "line",
    [
        "咨询电话: 12345",
        "咨询电话: 010",
        "编码: 010",
        "编码: 1.50",
        "编码: 0x1F",
        "备注: true",
        "备注: 2017-10-31",
        "备注: 12:30",
        "公布名称: 1",
        "年办件量: 12",
        "年办件量: １２",
        "终审: no",
        "邮政编码: 157100",
        "平台: 12345",
        "公开方式:\n  - 1\n  - true\n  - 2.5",
        "重点项目: '是'",
        "备注: |\n  甲\n  乙",
        "条件: 2017",
    ],
)
def test_what_yaml_takes_for_something_else_is_a_text_here(line: str) -> None:
    """As reading has it: everything is text."""
    text = without_key(MATTER_FILE.read_text("utf-8"), line.split(":", maxsplit=1)[0]) + line + "\n"
    assert wrong("事项", text) == []


def test_conditions_may_stand_in_the_version_before() -> None:
    """Then they are not missed outside."""
    text = without_key(MATTER_FILE.read_text("utf-8"), "条件")
    assert wrong("事项", text) == [Wrong((), "required")]
    assert wrong("事项", text.replace("优化前:\n", "优化前:\n  条件: 无\n")) == []


def test_a_date_of_the_plan_is_one() -> None:
    """Whether the YAML reader makes a date of it or not."""
    text = PLAN_FILE.read_text("utf-8")
    assert "印发: 2017-10-31" in text
    assert wrong("方案", text) == []


# ------------------------------------------------------------------------------------------ what does not


def without_key(text: str, key: str) -> str:
    """``text`` without a key on the top level."""
    return re.sub(rf"^{key}:.*\n(?:[ -].*\n|\n)*", "", text, flags=re.MULTILINE)


AFTER_STEP = ("优化后", "流程", 1)

MISTAKES: list[tuple[str, str, Wrong]] = [
    ("  时限: 20工作日", "  时线: 20工作日", Wrong(("优化前",), "additionalProperties")),
    ("  时限: 20工作日", "  时限: 20", Wrong(("优化前", "时限"), "type")),
    ("  时限: 20工作日", "  时限: 20天", Wrong(("优化前", "时限"), "pattern")),
    ("  时限: 20工作日", "  时限: 0工作日", Wrong(("优化前", "时限"), "pattern")),
    ("  时限: 20工作日", "  时限: 不计时限(听证)", Wrong(("优化前", "时限"), "pattern")),
    ("类型: 行政审批事项", "类型: 行政审批", Wrong(("类型",), "enum")),
    ("类型: 行政审批事项", "类型: 公共服务事项", Wrong((), "required")),
    ("类型: 行政审批事项", "类型: 公共服务事项\n种类: 行政许可", Wrong(("种类",), "enum")),
    ("名称: ", "名字: ", Wrong((), "required")),
    ("名称: ", "名字: ", Wrong((), "additionalProperties")),
    ("法定时限: 20工作日(《行政许可法》第四十二条)", "法定时限: 20", Wrong(("法定时限",), "type")),
    ("法定时限: 20工作日(《行政许可法》第四十二条)", "法定时限: 20日(《法》)", Wrong(("法定时限",), "pattern")),
    ("相对人: 企业、", "相对人: 公司、", Wrong(("相对人",), "pattern")),
    ("  法律: ", "  法規: ", Wrong(("依据",), "additionalProperties")),
    ("年办件量: 760", "年办件量: 约760", Wrong(("年办件量",), "pattern")),
    ("年办件量: 760", "年办件量: 7.5", Wrong(("年办件量",), "type")),
    ("年办件量: 760", "公开: 公开", Wrong(("公开",), "enum")),
    ("年办件量: 760", "收费: 无", Wrong(("收费",), "pattern")),
    ("年办件量: 760", "收费:\n  - 工本费 | 甲 | 乙 | 丙", Wrong(("收费", 0), "pattern")),
    ("年办件量: 760", "收费:\n  - 项目: 工本费\n    价格: 每证4元", Wrong(("收费", 0), "additionalProperties")),
    ("年办件量: 760", "收费:\n  项目: 工本费\n  价格: 每证4元", Wrong(("收费",), "additionalProperties")),
    ("年办件量: 760", "备注:", Wrong(("备注",), "type")),
    ("年办件量: 760", "备注: null", Wrong(("备注",), "type")),
    ("年办件量: 760", "备注: [甲]", Wrong(("备注",), "type")),
    ("年办件量: 760", "支线:\n  不予受理: 没有", Wrong(("支线", "不予受理"), "pattern")),
    ("    - 复审 | 食品流通监管股 | 3工作日 |", "    - 复审 | 食品流通监管股 | 3天 |", Wrong(("优化前", "流程", 3), "pattern")),
    ("    - 复审 | 食品流通监管股 | 3工作日 |", "    - 复审 | 食品流通监管股 |", Wrong(("优化前", "流程", 3), "pattern")),
    ("    - 复审 | 食品流通监管股 | 3工作日 |", "    - 甲 | 乙 | 丙 | 3工作日 |", Wrong(("优化前", "流程", 3), "pattern")),
    ("      出具: 受理通知书", "      出据: 受理通知书", Wrong(("优化前", "流程", 0), "additionalProperties")),
    ("      出具: 受理通知书", "      种类: 收件", Wrong(("优化前", "流程", 0, "种类"), "pattern")),
    ("      出具: 受理通知书", "      并联: 甲", Wrong(("优化前", "流程", 0, "并联"), "type")),
    ("      出具: 受理通知书", "      并联:\n        - 甲 | 1工作日", Wrong(("优化前", "流程", 0, "并联"), "minItems")),
    (
        "      出具: 受理通知书",
        "      并联:\n        - 甲 | 1工作日\n        - 依此:\n            - 乙 | 1工作日",
        Wrong(("优化前", "流程", 0, "并联", 1), "additionalProperties"),
    ),
    ("优化后:\n", "优化后: 照旧\n未用:\n", Wrong(("优化后",), "pattern")),
]


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES, ids=[new.replace("\n", " ") for _, new, _ in MISTAKES])
def test_a_mistake_is_found_where_it_is(old: str, new: str, expected: Wrong) -> None:
    """At the key or value at fault, whatever else the mistake leads to."""
    text = MATTER_FILE.read_text("utf-8")
    assert old in text
    assert expected in wrong("事项", text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("方案", "印发: 2017年10月31日", Wrong(("印发",), "pattern")),
        ("方案", "目标:\n  压缩: 三分之一", Wrong(("目标", "压缩"), "pattern")),
        ("方案", "口径:\n  混合日: 换算", Wrong(("口径", "混合日"), "enum")),
        ("方案", "规则:\n  R413: 不管", Wrong(("规则", "R413"), "enum")),
        ("方案", "阶段:\n  - 甲 | 年底", Wrong(("阶段", 0), "pattern")),
        ("方案", "阶段:\n  - 甲", Wrong(("阶段", 0), "pattern")),
        ("方案", "外部机构:\n  上边: 甲", Wrong(("外部机构",), "additionalProperties")),
        ("方案", "附件:\n  附件11:\n    标题: 甲", Wrong(("附件",), "additionalProperties")),
        ("方案", "默认:\n  所有事项:\n    条件: 甲", Wrong(("默认", "所有事项"), "additionalProperties")),
        ("单位", "内设机构:\n  - 甲 | 审查", Wrong(("内设机构", 0), "pattern")),
        ("单位", "编制: 多", Wrong(("编制",), "pattern")),
        ("单位", "编制:\n  改革前: 3", Wrong(("编制",), "required")),
        ("单位", "行政审批股:\n  方式: 新建", Wrong(("行政审批股", "方式"), "enum")),
        ("联审联批", "优化前:\n  - 甲 | 乙局 | 3天", Wrong(("优化前", 0), "pattern")),
        ("联审联批", "类别: 一件小事", Wrong(("类别",), "enum")),
        ("日历", "年份: 今年", Wrong(("年份",), "pattern")),
        ("日历", "放假:\n  - 2018-01-01\n  - 春节", Wrong(("放假", 1), "pattern")),
        ("日历", "加班: 无", Wrong((), "additionalProperties")),
    ],
)
def test_a_mistake_in_another_kind_of_file(kind: str, text: str, expected: Wrong) -> None:
    """The same there; the rest of the file is left out."""
    assert expected in wrong(kind, text)


# --------------------------------------------------------------------------- what reading takes, it takes


def refused(report: Reporter) -> bool:
    """Whether reading found an error."""
    return any(finding.severity is Severity.ERROR for finding in report.findings)


@pytest.mark.parametrize(("shape", "key"), KEYS, ids=[f"{shape.name}-{key.name}" for shape, key in KEYS])
def test_a_value_that_is_read_fits(shape: Shape, key: Key) -> None:
    """Every text we can think of, by itself and in a list: if reading takes it, so does the schema.

    A bare ``true`` is a text as well, but not a list of one.
    """
    names = Definitions()
    reference = key.schema(names)
    # A key beside a reference counts for nothing in draft-07: titles only stand there.
    held = Draft7Validator({"allOf": [reference], "definitions": names.made})
    alone = (*TEXTS, *TRUTHS) if isinstance(key.kind, OneText | Name) else TEXTS
    for value in [*alone, *([text] for text in alone)]:
        text = write({"键": value})
        report = Reporter("甲.yaml")
        root = parse(text, report)
        if root is None or key.kind.read(root.entries["键"][1], report) is ABSENT or refused(report):
            continue
        assert list(held.iter_errors(as_editor(text)["键"])) == [], text


@pytest.mark.parametrize("kind", SHAPES)
def test_a_document_that_is_read_fits(kind: str) -> None:
    """Whole files, too; a matter with a 种类 that its type has (R304)."""

    @settings(max_examples=40, database=None, suppress_health_check=list(HealthCheck))
    @given(documents(SHAPES[kind]))
    def check(value: dict[str, Value]) -> None:
        text = write(value)
        report = Reporter("甲.yaml")
        root = parse(text, report)
        assume(root is not None)
        assert root is not None
        if SHAPES[kind] is MATTER:
            matter = read_matter(root, report, "甲局", {matter_type: {} for matter_type in MatterType})
            allowed = KINDS[matter.type] if matter else ()
            assume(matter is not None and (not allowed or matter.kind in allowed))
        else:
            assume(SHAPES[kind].read_fields(root, report) is not None)
        assume(not refused(report))
        assert list(validator(kind).iter_errors(as_editor(text))) == [], text

    check()


@settings(max_examples=40, database=None, suppress_health_check=list(HealthCheck))
@given(matters())
def test_a_process_of_any_shape_fits(text: str) -> None:
    """Blocks within blocks, exits, side branches."""
    assert wrong("事项", laid.files_of(text)[laid.MATTER_FILE]) == [], text


@given(st.sampled_from(declarations()))
@settings(max_examples=5)
def test_the_samples_are_typed_as_editors_type_them(file: Path) -> None:
    """The loader of these tests leaves words and dates alone: 是, 否, 2017-10-31."""
    value = as_editor("甲: 是\n乙: no\n丙: 2017-10-31\n丁: 010\n戊: 1e3\n己:\n庚: true\n")
    assert value == {"甲": "是", "乙": "no", "丙": "2017-10-31", "丁": 10, "戊": 1000.0, "己": None, "庚": True}
    assert isinstance(as_editor(file.read_text("utf-8")), dict)


# ---------------------------------------------------------------------------------------------- the editor


def test_the_settings_name_the_schema_of_every_kind_of_file() -> None:
    """Each pattern in both spellings; a matter is what is nothing else."""
    schemas = editor_settings()["yaml.schemas"]
    assert set(schemas) == {f"{SCHEMA_FOLDER}/{name}" for name in FILE_NAMES.values()}
    assert schemas[f"{SCHEMA_FOLDER}/department.json"] == ["*/单位.yaml", "*/%E5%8D%95%E4%BD%8D.yaml"]
    excluded = {pattern[1:] for pattern in schemas[f"{SCHEMA_FOLDER}/matter.json"] if pattern.startswith("!")}
    others = {pattern for name, globs in schemas.items() if "matter" not in name for pattern in globs}
    assert excluded == others
    assert editor_settings()["yaml.format.enable"] is False
    assert json.loads(json.dumps(editor_settings())) == editor_settings()


def test_the_names_of_schema_files_are_latin() -> None:
    """yaml-language-server takes no other for a path inside the project."""
    assert all(re.fullmatch(r"[\w.]+", name, re.ASCII) for name in FILE_NAMES.values())
    assert set(FILE_NAMES) == set(SHAPES)


@pytest.mark.parametrize(
    ("file", "kind", "expected"),
    [
        ("方案.yaml", "方案", "# yaml-language-server: $schema=.vscode/schema/plan.json"),
        ("水务局/01-取水许可.yaml", "事项", "# yaml-language-server: $schema=../.vscode/schema/matter.json"),
    ],
)
def test_a_comment_can_name_the_schema_instead(file: str, kind: str, expected: str) -> None:
    """By the way from the file to it."""
    assert modeline(file, kind) == expected


@pytest.mark.parametrize("kind", SHAPES)
def test_the_guide_shows_that_comment(kind: str) -> None:
    """For every kind of file, with the way to its schema."""
    file = "方案.yaml" if kind == "方案" else "甲/乙.yaml"
    assert f"| {kind} | `{modeline(file, kind)}` |" in (ROOT / "docs" / "guide.md").read_text("utf-8")
