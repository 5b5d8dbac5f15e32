"""``zaizao export``, and ``zaizao import`` of BPMN: which file is written where, what is said, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import TWO, Ran
from tests.declaring import write
from tests.drawn import drawing

Zaizao = Callable[..., Ran]
MATTER = "示范局/01-示范事项.yaml"
SECRET = "==> 示范局/02-警卫.yaml <==\n名称: 警卫检查\n公开: 否\n涉密: 秘密级\n"
GONE = "==> 示范局/03-备案.yaml <==\n名称: 备案\n优化后: 取消\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two departments, a secret matter and a cancelled one; the current folder."""
    root = write(tmp_path / "项目", TWO + SECRET + GONE)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("name", "ending"),
    [("bpmn", "bpmn"), ("mermaid", "mmd"), ("drawio", "drawio"), ("dot", "gv"), ("gv", "gv")],
)
def test_a_matter_is_written_into_the_current_folder(project: Path, zaizao: Zaizao, name: str, ending: str) -> None:
    """Called after its number and name, whatever is in it."""
    ran = zaizao("export", MATTER, "--格式", name)
    assert ran == (0, f"已写入 01-并联许可(试办)／甲.{ending}\n", "")
    assert (project / f"01-并联许可(试办)／甲.{ending}").stat().st_size > 500


def test_a_department_is_a_folder_without_secret_matters(project: Path, zaizao: Zaizao) -> None:
    """A cancelled matter has no 优化后 to draw, but BPMN holds both."""
    ran = zaizao("export", "示范局", "--format", "mermaid", "-o", "图")
    assert ran == (0, "已写入 1 个文件,在 图\n", "优化后取消,没有流程:备案\n涉密事项1项没有列出。\n")
    ran = zaizao("export", "示范局", "--格式", "bpmn", "-o", "图")
    assert (ran.code, ran.out) == (0, "已写入 2 个文件,在 图\n")
    assert sorted(path.name for path in (project / "图").iterdir()) == [
        *("01-并联许可(试办)／甲.bpmn", "01-并联许可(试办)／甲.mmd", "03-备案.bpmn"),
    ]


def test_a_project_has_a_folder_for_each_department(project: Path, zaizao: Zaizao) -> None:
    """Called after the city where nothing else is said."""
    assert zaizao("export", "--格式", "drawio").code == 0
    assert (project / "示范市-drawio" / "住建局" / "01-施工许可.drawio").is_file()


def test_tables_are_one_file(project: Path, zaizao: Zaizao) -> None:
    """The ending tells the format; without -o it is called after what it holds."""
    assert zaizao("export", ".", "-o", "长表.csv").out == "已写入 长表.csv(3 个事项)\n"
    assert zaizao("export", "示范局", "--格式", "json").out == "已写入 示范局-事项.json(2 个事项)\n"
    assert zaizao("export", ".", "--格式", "elements", "-o", "清单.json").out == "已写入 清单.json(3 个事项)\n"
    assert [one["部门"] for one in json.loads((project / "清单.json").read_text("utf-8"))["事项"]] == [
        "示范局",
        "住建局",
    ]
    assert zaizao("export", ".", "-o", "清单.xlsx").code == 0
    assert zaizao("export", ".", "--格式", "结构").out == "已写入 事项的结构.json\n"


def test_a_secret_matter_is_exported_alone_with_a_warning(project: Path, zaizao: Zaizao) -> None:
    """As with its chart."""
    ran = zaizao("export", "示范局/02-警卫.yaml", "-o", "警卫.bpmn")
    assert (ran.code, ran.err) == (0, "涉密事项:导出的文件只供内部使用,不要公示。\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((MATTER,), "请用 --格式 写明导出成什么:bpmn、mermaid"),
        ((MATTER, "--格式", "bpmn", "-o", "图.svg"), "格式 bpmn 的文件后缀应是 bpmn"),
        (("示范局", "-o", "图.bpmn"), "bpmn 一个事项一个文件;-o 请写文件夹,如 -o 图"),
        (("示范局/03-备案.yaml", "--格式", "dot"), "优化后取消,没有流程;可以写 --视图 前"),
    ],
)
def test_what_does_not_fit_is_refused(project: Path, zaizao: Zaizao, words: tuple[str, ...], said: str) -> None:
    """With what to write instead."""
    ran = zaizao("export", *words)
    assert ran.code == 2
    assert said in ran.err


def test_what_was_exported_is_imported_again(project: Path, zaizao: Zaizao) -> None:
    """Into the department, under its old name; one that is there is left alone, or put aside if that is wanted."""
    zaizao("export", MATTER, "-o", "甲.bpmn")
    ran = zaizao("import", "甲.bpmn", "--部门", "示范局")
    assert ran.code == 3
    assert "没有读:“示范局/01-示范事项.yaml”已经有了,没有动" in ran.err
    before = (project / MATTER).read_bytes()
    ran = zaizao("import", "甲.bpmn", "--部门", "示范局", "--替换")
    assert (ran.code, ran.err) == (0, "")
    assert "甲.bpmn:\n采用:" in ran.out
    assert "原来的另存为 示范局/01-示范事项.yaml.旧\n已写入 示范局/01-示范事项.yaml\n" in ran.out
    assert (project / f"{MATTER}.旧").read_bytes() == before
    assert zaizao("check", ".", "--选择", "D,F,S").code == 0


def test_a_strange_drawing_is_numbered_on_and_marked(
    project: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--查看 writes nothing; without a department nobody knows whose it is."""
    (project / "图.bpmn").write_bytes(drawing("(始 -> 受理\n受理 -> 发证\n发证 -> )终", name="路灯报修"))
    assert "到单位文件夹里运行,或者用 --部门 写明" in zaizao("import", "图.bpmn").err
    monkeypatch.chdir(project / "示范局")
    ran = zaizao("import", "../图.bpmn", "--查看")
    assert ran.code == 1
    assert "会写入 04-路灯报修.yaml(只是查看,没有写)" in ran.out
    assert not Path("04-路灯报修.yaml").exists()
    assert "标★的 12 处改成实际情况" in zaizao("import", "../图.bpmn").out
    assert "- 受理 | 行政审批股 | 无 | 受理  # ★" in Path("04-路灯报修.yaml").read_text("utf-8")


def test_a_bpmn_file_can_be_either_side_of_a_comparison(project: Path, zaizao: Zaizao) -> None:
    """What was renamed in an editor is what differs; the sides are called by where they are."""
    zaizao("export", MATTER, "-o", "甲.bpmn")
    text = (project / "甲.bpmn").read_text("utf-8")
    assert 'name="甲审" />' not in text
    changed = text.replace('name="甲审">\n      <bpmn:documentation', 'name="交警审">\n      <bpmn:documentation')
    assert changed != text
    (project / "乙.bpmn").write_text(changed, "utf-8")
    assert zaizao("diff", MATTER, "甲.bpmn", "--退出码").code == 0
    for words in ((MATTER, "乙.bpmn"), ("乙.bpmn", MATTER)):
        ran = zaizao("diff", *words, "--退出码")
        assert ran.code == 1
        assert "乙.bpmn" in ran.out
        assert "「甲审」" in ran.out
        assert "「交警审」" in ran.out


def test_a_bpmn_file_alone_is_compared_in_its_department(
    project: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its 优化前 with its 优化后; outside of a department nobody knows whose it is."""
    zaizao("export", MATTER, "-o", "甲.bpmn")
    assert "到单位文件夹里运行,才知道是哪个单位的" in zaizao("diff", "甲.bpmn").err
    monkeypatch.chdir(project / "示范局")
    assert zaizao("diff", "../甲.bpmn").out.startswith("并联许可(试办)/甲:")


def test_what_is_no_bpmn_is_refused_by_its_name(project: Path, zaizao: Zaizao) -> None:
    """With what it is."""
    (project / "图.bpmn").write_text("<mxfile />", "utf-8")
    ran = zaizao("import", "图.bpmn", "--部门", "示范局")
    assert ran.code == 3
    assert "“图.bpmn”:不是 BPMN 2.0 文件,是draw.io 图" in ran.err
    (project / "图.bpmn").write_text("<!DOCTYPE a><a/>", "utf-8")
    assert "有 DOCTYPE 声明" in zaizao("import", "图.bpmn", "--部门", "示范局").err
    assert not list(project.rglob("02-*图*"))
