"""zaizao in Python: what notebooks and scripts use."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any

import pytest

import zaizao
from processes.errors import CannotBeDone, WrongUsage
from tests.declaring import MATTER_FILE, PROJECT, write

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> zaizao.Project:
    """The small project, with a second department that has a matter of the same name."""
    text = "==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n==> 住建局/01-示范事项.yaml <==\n备注: 第二个\n"
    return zaizao.load(write(tmp_path, text))


def test_what_the_documentation_shows_is_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of the module, run where the samples are."""
    monkeypatch.chdir(ROOT)
    result = doctest.testmod(zaizao)
    assert (result.failed, result.attempted >= 8) == (0, True)


def test_matters_are_found_by_position_and_by_name(project: zaizao.Project) -> None:
    """With the department where the name is not enough."""
    assert [matter.department for matter in project] == ["示范局", "住建局"]
    assert project["住建局/示范事项"] == project[1]
    assert project[:1] == (project[0],)
    with pytest.raises(KeyError, match="不止一个事项“示范事项”,前面写上部门:“示范局/示范事项”、“住建局/示范事项”"):
        project["示范事项"]
    with pytest.raises(KeyError, match="没有事项“甲”"):
        project["甲"]
    for near in ("示范", "示范事项办理"):
        with pytest.raises(KeyError, match=f"没有事项“{near}”,是不是“示范事项”"):
            project[near]


def test_why_there_is_no_matter_of_a_name(tmp_path: Path) -> None:
    """It has errors; it is a project of 联审联批."""
    second = "==> 示范局/02-坏.yaml <==\n名称: 坏事项\n年办件量: 约200\n"
    project = zaizao.load(write(tmp_path, f"{second}==> 联审联批/01-示范项目.yaml <==\n{PROJECT}"))
    with pytest.raises(KeyError, match="事项“坏事项”有错,用不了"):
        project["坏事项"]
    for name in ("示范项目", "01-示范项目"):
        with pytest.raises(KeyError, match=f"“{name}”是联审联批的项目,不是事项"):
            project[name]


def test_a_process_is_a_graph(project: zaizao.Project) -> None:
    """For whoever wants more of it than the commands tell; before and after."""
    before, after = (zaizao.graph(project[0], view) for view in ("前", "优化后"))
    assert list(before) == [node.key for node in project[0].checked.before.nodes]
    assert after.number_of_edges() == len(project[0].checked.after.flows)  # type: ignore[union-attr] # it has one
    with pytest.raises(WrongUsage, match="一张图是一个流程:写“前”或者“后”,不写“差异”。"):
        zaizao.graph(project[0], "差异")
    with pytest.raises(WrongUsage, match="graph 一次取一个事项,这里给的是整个项目"):
        zaizao.graph(project)  # type: ignore[arg-type] # what a notebook may do


def test_everything_shows_itself(project: zaizao.Project) -> None:
    """As notebooks ask for it."""
    matter = project[0]
    assert matter._repr_svg_() == zaizao.draw(matter).svg == zaizao.draw(matter)._repr_svg_()
    assert "示范事项" in zaizao.diff(matter)._repr_html_()
    assert project._repr_html_() == zaizao.diff(project)._repr_html_()
    assert "没有发现问题" in project.findings._repr_html_()


def test_a_cancelled_matter_shows_what_it_was(tmp_path: Path) -> None:
    """There is nothing to draw of it afterwards."""
    matter = zaizao.load(write(tmp_path, "优化后: 取消\n"))[0]
    assert matter._repr_svg_() == zaizao.draw(matter, "前").svg
    with pytest.raises(WrongUsage, match="优化后取消"):
        zaizao.draw(matter)


def test_a_drawing_is_saved_in_the_format_of_its_name(project: zaizao.Project, tmp_path: Path) -> None:
    """Five formats, into folders that are made, and a clear word for others."""
    drawing = zaizao.draw(project[0], "前")
    begin = {"svg": b"<?xml", "PNG": b"\x89PNG", "pdf": b"%PDF", "docx": b"PK", "gv": b"digraph"}
    for ending, begins in begin.items():
        assert drawing.save(tmp_path / f"新/夹/图.{ending}").read_bytes().startswith(begins)
    with pytest.raises(WrongUsage, match=r"是文件夹,请写上文件名,如 .*图\.svg"):
        drawing.save(tmp_path / "新")
    with pytest.raises(WrongUsage, match="分辨率 10 不行,应在 72 到 600 之间"):
        drawing.save(tmp_path / "图.png", dpi=10)
    with pytest.raises(WrongUsage, match=r"不会画“\.docx”格式;后缀应是 svg、png、pdf 之一"):
        zaizao.draw(project[0], "时限").save(tmp_path / "图.docx")
    with pytest.raises(CannotBeDone, match="这个文件夹里不能建文件"):
        drawing.save("/proc/图.svg")
    with pytest.raises(WrongUsage, match=r"不会画“\.bmp”格式"):
        drawing.save(tmp_path / "图.bmp")


def test_a_difference_is_text_markdown_and_a_value(project: zaizao.Project) -> None:
    """The same report."""
    difference = zaizao.diff(project[0])
    assert difference.summary in str(difference)
    assert difference.markdown.startswith("# ")
    assert difference.report.title == "示范事项"


def test_findings_are_values_and_text(tmp_path: Path) -> None:
    """Also of a project that cannot be loaded."""
    root = write(tmp_path, "优化后:\n  时限: 3天\n")
    found = zaizao.check(root)
    assert found[0].code == "D106"
    assert found[0].place.line == 2
    assert found[:1] == (found[0],)
    assert f"{MATTER_FILE}:2:7 错误 D106" in str(found)
    write(tmp_path, "==> 方案.yaml <==\n# 全文\n名称: 甲\n")
    assert "D102" in {finding.code for finding in zaizao.check(root)}
    with pytest.raises(CannotBeDone, match=r"方案.yaml:\d+:1 方案缺少"):
        zaizao.load(root)
    assert [finding.code for finding in zaizao.check(tmp_path.parent)] == ["F101"]


def test_any_view_can_be_drawn_in_both_layouts(project: zaizao.Project) -> None:
    """As ``zaizao draw`` draws them."""
    views: tuple[zaizao.Shown, ...] = ("前", "后", "差异", "对比", "时限")
    drawn = [zaizao.draw(project[0], view) for view in views]
    assert len({one.svg for one in drawn}) == 5
    assert all(one.pdf.startswith(b"%PDF") for one in drawn)
    assert zaizao.draw(project[0], "后", "单列").svg != drawn[1].svg
    words: tuple[zaizao.Shown, ...] = ("before", "after", "diff", "side", "time")
    assert [zaizao.draw(project[0], word).svg for word in words] == [one.svg for one in drawn]
    assert zaizao.draw(project[0], "优化后", "column").svg == zaizao.draw(project[0], "后", "单列").svg


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("上",), "没有“上”这个视图;可以写 前、优化前、before、后、"),
        (("后", "横排"), "没有“横排”这个版式;可以写 泳道、lanes、单列、column。"),
    ],
)
def test_what_cannot_be_asked_for_is_told(words: tuple[Any, ...], told: str, project: zaizao.Project) -> None:
    """In Chinese, with the words there are."""
    with pytest.raises(WrongUsage, match=told):
        zaizao.draw(project[0], *words)


def test_only_a_matter_can_be_drawn(project: zaizao.Project) -> None:
    """Neither a project nor a name."""
    things: tuple[tuple[Any, str], ...] = ((project, "这里给的是整个项目"), ("示范事项", "这里给的不是事项"))
    for thing, told in things:
        with pytest.raises(WrongUsage, match=f"draw 一次画一个事项,{told}"):
            zaizao.draw(thing)
