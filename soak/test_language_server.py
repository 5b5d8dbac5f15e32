"""The schemas and settings in the real language server of VS Code's YAML extension, which npm brings."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.schema import write_schemas
from processes.declaration.editor import SCHEMA_FOLDER, editor_settings, modeline
from processes.declaration.matter_keys import AFTER, BEFORE, MATTER
from processes.declaration.plan_file import PLAN
from processes.declaration.project_file import PROJECT, TASK
from processes.declaration.shapes import Shape
from processes.model.vocabulary import KINDS, SUBJECTS, MatterType
from soak.language_server import LanguageServer, running
from tests.schemas import SAMPLES, declarations, kind_of

pytestmark = pytest.mark.skipif(
    not (shutil.which("npm") and shutil.which("node")), reason="npm or node is missing: no language server to ask"
)
CHINESE = re.compile("[\u4e00-\u9fff]")
MATTER_FILE = "市场监管局/01-食品经营许可证核发(新办).yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples under one roof whose path is Chinese, with the schemas where ``init`` puts them."""
    root = tmp_path_factory.mktemp("schema") / "海林 再造"
    shutil.copytree(SAMPLES / "hailin", root, ignore=shutil.ignore_patterns("expected"))
    for file in declarations(SAMPLES / "edge"):
        if file.stem != "方案":
            place = root / f"县-{file.parent.name}" / file.name
            place.parent.mkdir(exist_ok=True)
            shutil.copy(file, place)
    (root / "日历").mkdir()
    (root / "日历" / "2027.yaml").write_text(
        "年份: 2027\n依据: 国务院办公厅通知\n放假:\n  - 2027-01-01~2027-01-03\n上班: 无\n", encoding="utf-8"
    )
    write_schemas(root / SCHEMA_FOLDER)
    return root


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[LanguageServer]:
    """The server, told what ``init`` writes into the settings, in Chinese."""
    with running(project, editor_settings()) as started:
        yield started


def matter(project: Path) -> tuple[Path, str]:
    """A good matter."""
    file = project / MATTER_FILE
    return file, file.read_text("utf-8")


def descriptions(shape: Shape) -> dict[str, str]:
    """Key → what is said of it."""
    return {key.name: key.description for key in shape.keys}


# ------------------------------------------------------------------------------------------- nothing wrong


def test_nothing_is_underlined_in_the_samples(server: LanguageServer, project: Path) -> None:
    """Every file finds its schema by its place, and fits."""
    files = declarations(project)
    assert {kind_of(file) for file in files} == {"事项", "方案", "单位", "联审联批", "日历"}
    assert len(files) > 60
    assert {file.name: found for file in files if (found := server.diagnostics(file))} == {}


def test_what_yaml_takes_for_something_else_is_not_underlined(server: LanguageServer, project: Path) -> None:
    """Numbers, dates and truths that are texts here."""
    file, text = matter(project)
    text += "咨询电话: 12345\n编码: 010\n公布名称: true\n邮政编码: 157100\n邮寄地址: 2017-10-31\n备注: 1e3\n"
    assert server.diagnostics(file, text) == []


def test_a_comment_at_the_head_of_a_file_does_as_well(project: Path) -> None:
    """For editors without our settings."""
    file, text = matter(project)
    line = modeline(MATTER_FILE, "事项")
    with running(project, {}) as alone:
        assert alone.diagnostics(file, text.replace("  时限: 20工作日", "  时限: 20")) == []
        (found,) = alone.diagnostics(file, f"{line}\n" + text.replace("  时限: 20工作日", "  时限: 20"))
        assert "时限要带单位" in found["message"]


# ------------------------------------------------------------------------------------------------ offered


@pytest.mark.parametrize(
    ("place", "text", "shape"),
    [
        ("甲局/01-新.yaml", "▮\n", MATTER),
        ("甲局/01-新.yaml", "名称: 甲\n优化前:\n  ▮\n", BEFORE),
        ("甲局/01-新.yaml", "名称: 甲\n优化后:\n  ▮\n", AFTER),
        ("方案.yaml", "▮\n", PLAN),
        ("联审联批/01-新.yaml", "▮\n", PROJECT),
        ("联审联批/01-新.yaml", "优化前:\n  - ▮\n", TASK),
    ],
)
def test_every_key_is_offered_with_its_description(
    place: str, text: str, shape: Shape, server: LanguageServer, project: Path
) -> None:
    """On the top level and below."""
    offered = server.completion(project / place, text)
    assert {name: str(offered[name]["documentation"]) for name in descriptions(shape)} == descriptions(shape)


@pytest.mark.parametrize(
    "text",
    [
        "优化前:\n  流程:\n    - ▮\n",
        "优化前:\n  流程:\n    - 受理 | 综合股 | 1工作日 | 核对\n    - 环节: 审查\n      ▮\n",
        "优化前:\n  流程:\n    - 并联:\n        - 甲 | 1工作日\n        - ▮\n",
        "优化前:\n  流程:\n    - 并联:\n        - 依次:\n            - 环节: 甲\n              ▮\n",
        "支线:\n  听证:\n    - ▮\n",
    ],
)
def test_the_keys_of_a_step_are_offered_wherever_one_can_stand(
    text: str, server: LanguageServer, project: Path
) -> None:
    """At the start of an entry and below it, at any depth; in Chinese."""
    offered = server.completion(project / "甲局" / "01-新.yaml", text)
    assert {"承办", "时限", "程序", "去向", "沿自", "种类"} <= set(offered)
    assert all(CHINESE.search(str(offered[name]["documentation"])) for name in ("承办", "时限", "程序", "去向"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("类型: ▮\n", set(MatterType)),
        ("公开: ▮\n", {"是", "否"}),
        ("相对人: ▮\n", {*SUBJECTS, "无"}),
        ("类型: 公共服务事项\n种类: ▮\n", set(KINDS[MatterType.PUBLIC_SERVICE])),
        ("类型: 其他行政权力事项\n种类: ▮\n", set(KINDS[MatterType.OTHER_POWER])),
        ("优化前:\n  渠道: ▮\n", {"窗口", "网上", "邮寄", "电话"}),
        ("备注: ▮\n", set()),
    ],
)
def test_the_words_of_a_closed_list_are_offered_and_no_others(
    text: str, expected: set[str], server: LanguageServer, project: Path
) -> None:
    """No true, no false, no null; 种类 goes by 类型."""
    assert set(server.completion(project / "甲局" / "01-新.yaml", text)) == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("优化前:\n  流程:\n    - ▮\n", "${1:受理} | ${2:行政审批股} | ${3:1工作日} | ${4:形式审查}"),
        ("优化前:\n  流程: ▮\n", "${1:受理} | ${2:行政审批股} | ${3:1工作日} | ${4:形式审查}"),
        ("收费: ▮\n", "${1:工本费} | ${2:每证4元} | ${3:《…》第×条}"),
        ("优化前:\n  材料:\n    - ▮\n", "${1:申请书}(${2:原件1份})"),
        ("法定时限: ▮\n", "${1:20工作日}(《${2:行政许可法}》第${3:四十二}条)"),
        ("依据:\n  ▮\n", "法律: 《${1:中华人民共和国行政许可法}》第${2:×}条"),
        ("优化后: ▮\n", "不变"),
    ],
)
def test_a_ready_row_is_offered(text: str, written: str, server: LanguageServer, project: Path) -> None:
    """With places to fill in."""
    offered = server.completion(project / "甲局" / "01-新.yaml", text)
    assert written in [str(item["insertText"]).strip() for item in offered.values()]


# -------------------------------------------------------------------------------------------------- shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("法定▮时限: 20工作日\n", ("法定时限", "没有写 无")),
        ("类▮型: 公共服务事项\n", ("行政审批事项", "允许的值")),
        ("优化前:\n  流程:\n    - 环节: 受理\n      去▮向: 甲\n", ("去向", "情形: 环节")),
        ("优化前:\n  流程:\n    - 受▮理 | 1工作日\n", ("环节 | 承办 | 时限 | 程序",)),
    ],
)
def test_the_pointer_over_a_key_shows_its_description(
    text: str, words: tuple[str, ...], server: LanguageServer, project: Path
) -> None:
    """In Chinese; Markdown marks may stand before signs."""
    shown = server.hover(project / "甲局" / "01-新.yaml", text).replace("\\", "")
    assert all(word in shown for word in words), shown


# -------------------------------------------------------------------------------------------- underlined


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("  时限: 20工作日", "  时线: 20工作日", "  时线", "时线 不被允许"),
        ("  时限: 20工作日", "  时线: 20工作日", "优化前:", "缺少「时限」"),
        ("  时限: 20工作日", "  时限: 20", "  时限: 20", "时限要带单位"),
        ("  时限: 20工作日", "  时限: 20天", "  时限: 20天", "时限要带单位"),
        ("类型: 行政审批事项", "类型: 行政审批", "类型: 行政审批", "可以写:行政审批事项、其他行政权力事项"),
        ("类型: 行政审批事项", "类型: 公共服务事项\n种类: 行政许可", "种类: 行政许可", "可以写:政策支持"),
        ("相对人: 企业、", "相对人: 公司、", "相对人: 公司、", "从这些里选"),
        (
            "    - 复审 | 食品流通监管股 | 3工作日",
            "    - 复审 | 食品流通监管股 | 3天",
            "    - 复审",
            "应写成:环节 | 承办 | 时限 | 程序",
        ),
        ("      出具: 受理通知书", "      出据: 受理通知书", "      出据", "出据 不被允许"),
        ("年办件量: 760", "年办件量: 约760", "年办件量: 约760", "应是整数"),
        ("年办件量: 760", "公开: 公开", "公开: 公开", "可以写:是、否"),
        ("年办件量: 760", "备注:", "备注:", "应是一行文字"),
        ("年办件量: 760", "收费:\n  - 标准: 每证4元", "  - 标准: 每证4元", "缺少「项目」"),
    ],
)
def test_a_mistake_is_underlined_and_told_in_chinese(
    old: str, new: str, line: str, said: str, server: LanguageServer, project: Path
) -> None:
    """On the line of the key or value at fault; every message is Chinese."""
    file, text = matter(project)
    assert old in text
    wrong = text.replace(old, new, 1)
    found = server.diagnostics(file, wrong)
    assert all(CHINESE.search(one["message"]) for one in found), found
    (one,) = (one for one in found if said in one["message"])
    assert wrong.splitlines()[one["range"]["start"]["line"]].startswith(line)


def test_our_own_words_are_chinese_in_an_english_editor(project: Path) -> None:
    """What is said of missing keys, values and rows comes with the schema; of unknown keys the server says its own."""
    file, text = matter(project)
    with running(project, editor_settings(), "en") as english:
        for old, new in (
            ("  时限: 20工作日", "  时限: 20"),
            ("类型: 行政审批事项", "类型: 审批"),
            ("出具: ", "备注: "),
        ):
            assert old in text
            found = english.diagnostics(file, text.replace(old, new, 1))
            assert found
            assert all(CHINESE.search(one["message"]) for one in found), found
        (unknown,) = english.diagnostics(file, text + "未知: 甲\n")
        assert unknown["message"] == "Property 未知 is not allowed."
