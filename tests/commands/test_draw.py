"""``zaizao draw``: flowcharts of one matter or of a department in the format of the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from renderers.flowcharts import Chart
from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.lanes import drawing as lanes
from renderers.flowcharts.layout.layouts import drawing_of
from tests.commands.conftest import TWO, Ran
from tests.declaring import MATTER_FILE, PROJECT, write


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("图.svg", (b"<?xml", b"<svg")),
        ("图.PNG", (b"\x89PNG",)),
        ("图.pdf", (b"%PDF",)),
        ("图.docx", (b"PK",)),
        ("新/图.gv", (b"digraph",)),
    ],
)
def test_the_ending_tells_the_format(
    name: str, begins: tuple[bytes, ...], project: Path, zaizao: Callable[..., Ran]
) -> None:
    """svg, png, pdf, docx, gv; folders are made."""
    ran = zaizao("draw", MATTER_FILE, "-o", name)
    assert (ran.code, ran.out) == (0, f"已写入 {name}\n")
    assert (project / name).read_bytes().startswith(begins)


def test_without_a_name_it_is_named_after_the_matter(project: Path, zaizao: Callable[..., Ran]) -> None:
    """编号-名称 and what is shown; 优化后 unless said otherwise."""
    write(project, "名称: 许可/延续\n")
    shown = {"": "后", "后": "后", "after": "后", "前": "前", "before": "前", "差异": "差异", "diff": "差异"}
    shown |= {"对比": "对比", "side": "对比", "时限": "时限", "time": "时限"}
    for view, word in shown.items():
        words = ("--视图", view) if view else ()
        assert zaizao("draw", MATTER_FILE, *words).out == f"已写入 01-许可／延续-{word}.svg\n"
    names = {path.name for path in project.glob("*.svg")}
    assert names == {f"01-许可／延续-{word}.svg" for word in ("前", "后", "差异", "对比", "时限")}


def test_what_is_cancelled_has_no_chart(project: Path, zaizao: Callable[..., Ran]) -> None:
    """But 优化前 has."""
    write(project, "优化后: 取消\n")
    ran = zaizao("draw", MATTER_FILE)
    assert ran.code == 2
    assert "--视图 前" in ran.err
    assert zaizao("draw", MATTER_FILE, "--视图", "前").code == 0


@pytest.mark.parametrize(
    ("file", "name", "code", "told"),
    [
        (MATTER_FILE, "图.jpg", 2, "不会画“.jpg”格式;后缀应是 svg、png、pdf、docx 或 gv"),
        (MATTER_FILE, "图", 2, "“图”没有写后缀,不知道画成什么格式:写成 图.svg(或 png、pdf、docx、gv)"),
        (MATTER_FILE, "/proc/图.png", 3, "写不了“/proc/图.png”:这个文件夹里不能建文件"),
        (
            "示范局",
            "图.svg",
            2,
            "图合不成一个 svg 文件:合成一份请写 pdf,如 -o 图.pdf;每个事项一个文件请写文件夹,如 -o 图 --格式 svg",
        ),
        ("示范局/单位.yaml", "图.png", 2, "合成一份请写 pdf"),
        (".", "图.svg", 2, "目标应是事项文件、单位文件夹或联审联批的项目文件"),
        ("联审联批", "图.pdf", 2, "一个一个画"),
        ("联审联批/01-示范项目.yaml", "图.gv", 2, "没有 gv 格式"),
        ("示范局/02-坏.yaml", "图.svg", 3, "这个事项有错,用不了:示范局/02-坏.yaml:1:7"),
    ],
)
def test_what_cannot_be_drawn(
    file: str, name: str, code: int, told: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Nothing is written."""
    write(project, "==> 联审联批/01-示范项目.yaml <==\n==> 示范局/02-坏.yaml <==\n年办件量: 约200\n优化前: 无\n")
    ran = zaizao("draw", file, "-o", name)
    assert ran.code == code
    assert told in ran.err
    assert not (project / name).exists()


def test_a_drawing_is_the_same_twice(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Byte for byte."""
    contents = []
    for name in ("甲.png", "乙.png"):
        zaizao("draw", MATTER_FILE, "-o", name)
        contents.append((project / name).read_bytes())
    assert contents[0] == contents[1]


def test_the_views_show_different_things(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Both layouts too; each says in its title what it is."""
    write(project, "优化后:\n  时限: 5工作日\n")
    pictures = {}
    for view in ("前", "后", "差异", "对比", "时限"):
        for layout in ("泳道", "column"):
            words = ("--版式", layout) if view != "时限" else ()
            assert zaizao("draw", MATTER_FILE, "--视图", view, *words, "-o", "图.svg").code == 0
            pictures[view, layout] = (project / "图.svg").read_text("utf-8")
    assert len(set(pictures.values())) == 9
    assert "优化前" in pictures["前", "泳道"].partition("</title>")[0]
    assert "10个工作日 → 5个工作日" in pictures["差异", "泳道"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("-o", "图.png", "--分辨率", "72"), 0, ""),
        (("-o", "图.png", "--dpi", "600"), 0, ""),
        (("-o", "图.png", "--dpi", "71"), 2, "分辨率 71 不行,应在 72 到 600 之间"),
        (("-o", "图.png", "--dpi", "601"), 2, "应在 72 到 600 之间"),
        (("-o", "图.png", "--dpi", "高"), 2, "“高”不是整数"),
        (("-o", "图.png", "--dpi", "300.5"), 2, "“300.5”不是整数;要写整数,如 300"),
        (("-o", "图.svg", "--dpi", "300"), 2, "--分辨率 只用于 png"),
        (("-o", "图.svg", "--格式", "png"), 2, "--格式 只在 -o 是文件夹时用"),
        (("--视图", "时限", "--版式", "单列"), 2, "--版式 只用于流程图"),
    ],
)
def test_the_resolution_is_that_of_a_png(
    words: tuple[str, ...], code: int, told: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Between 72 and 600."""
    ran = zaizao("draw", MATTER_FILE, *words)
    assert (ran.code, told in ran.err) == (code, True)


def test_a_department_is_one_pdf_with_contents(project: Path, zaizao: Callable[..., Ran]) -> None:
    """One page of contents, then the charts; named after the department if it is not told otherwise."""
    write(project, "==> 示范局/02-许可乙.yaml <==\n名称: 许可乙\n")
    ran = zaizao("draw", "示范局")
    assert (ran.code, ran.out, ran.err) == (0, "已写入 示范局-流程图-后.pdf(2 个事项,图 2 页)\n", "")
    reader = PdfReader(project / "示范局-流程图-后.pdf")
    assert len(reader.pages) == 3
    contents = "".join(reader.pages[0].extract_text().split())
    assert contents.startswith("示范市示范局工作流程图(优化后)事项页码1.示范事项")
    assert "2.许可乙" in contents


@pytest.mark.parametrize("view", ["前", "差异", "对比", "时限"])
def test_a_department_in_any_view(view: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """One PDF."""
    assert zaizao("draw", "示范局", "--视图", view, "-o", "图.pdf").code == 0
    assert (project / "图.pdf").read_bytes().startswith(b"%PDF")


def test_a_department_is_a_folder_of_files(project: Path, zaizao: Callable[..., Ran]) -> None:
    """One each, SVG unless said otherwise; what is cancelled is named."""
    write(project, "==> 示范局/02-许可乙.yaml <==\n名称: 许可乙\n优化后: 取消\n")
    ran = zaizao("draw", "示范局", "-o", "图")
    assert (ran.code, ran.out, ran.err) == (0, "已写入 1 个文件,在 图\n", "优化后取消,没有流程图:02-许可乙\n")
    for ending in ("png", "pdf", "docx", "gv"):
        assert zaizao("draw", "示范局", "--视图", "前", "-o", "图", "--格式", ending).out == "已写入 2 个文件,在 图\n"
    assert sorted(path.name for path in (project / "图").iterdir())[:3] == [
        "01-示范事项-前.docx",
        "01-示范事项-前.gv",
        "01-示范事项-前.pdf",
    ]


def test_a_matter_goes_into_a_folder_that_is_there(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Under the name it would have here; SVG unless said otherwise."""
    (project / "图").mkdir()
    assert zaizao("draw", MATTER_FILE, "-o", "图").out == "已写入 图/01-示范事项-后.svg\n"
    assert (
        zaizao("draw", MATTER_FILE, "-o", "图", "--视图", "前", "--格式", "png").out == "已写入 图/01-示范事项-前.png\n"
    )


CANCELLED = "优化后: 取消\n"
SECRET = "==> 示范局/02-密.yaml <==\n名称: 某项检查\n涉密: 机密级,依据《某规定》\n公开: 否\n"


@pytest.mark.parametrize("words", [(), ("-o", "图.pdf"), ("-o", "图")])
def test_a_department_without_charts_says_so(words: tuple[str, ...], project: Path, zaizao: Callable[..., Ran]) -> None:
    """What is all cancelled has no 优化后, what is all secret no charts together; nothing is written."""
    told = {
        CANCELLED: "优化后都取消,没有流程图;可以画 --视图 前、差异。",
        CANCELLED + SECRET: "优化后都取消或者涉密,没有流程图;可以画 --视图 前、差异。",
        SECRET.replace("==> 示范局/02-密.yaml <==\n", "") + SECRET: "都涉密,不合在一起画;目标写事项文件,一个一个画。",
    }
    for text, sentence in told.items():
        write(project, text)
        ran = zaizao("draw", "示范局", *words)
        assert (ran.code, ran.out, ran.err) == (2, "", f"错误:这个单位的事项{sentence}\n")
    assert not any(project.glob("*图*"))


def test_a_secret_matter_is_marked_and_in_no_chart_of_the_department(project: Path, zaizao: Callable[..., Ran]) -> None:
    """R701: 涉密事项除外. Every view of it alone begins with its 密级."""
    write(project, SECRET)
    for view in ("前", "后", "差异", "对比", "时限"):
        ran = zaizao("draw", "示范局/02-密.yaml", "--视图", view, "-o", "密.svg")
        assert (ran.code, ran.err) == (0, "涉密事项:图上写明了密级,只供内部使用,不要公示。\n")
        assert "【机密】" in (project / "密.svg").read_text("utf-8").partition("</title>")[0]
        ran = zaizao("draw", "示范局", "--视图", view, "-o", "图.pdf")
        assert (ran.code, ran.err) == (0, "涉密事项1项没有列出。\n")
        text = "".join("".join(page.extract_text().split()) for page in PdfReader(project / "图.pdf").pages)
        assert ("某项检查" in text, "涉密事项1项没有列出。" in text) == (False, True)
        zaizao("draw", "示范局", "--视图", view, "-o", "图")
    assert not any("密" in path.name for path in (project / "图").iterdir())


def test_what_the_fonts_lack_is_told_when_it_is_drawn(project: Path, zaizao: Callable[..., Ran]) -> None:
    """With the line; a matter tells nothing of others."""
    write(project, "年办件量: 5\n名称: 龘事项\n==> 示范局/02-许可乙.yaml <==\n名称: 许可乙\n")
    told = f"有 1 个字图上显示为“〓”({MATTER_FILE} 第2行);用 zaizao check 看是哪些字。\n"
    assert zaizao("draw", MATTER_FILE).err == told
    assert zaizao("draw", "示范局").err == told
    assert zaizao("draw", "示范局/02-许可乙.yaml").err == ""


def test_where_no_chart_can_be_drawn_nothing_is_said_to_be_written(
    project: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither as a PDF nor as files."""

    def drawn(chart: Chart) -> Drawing:
        raise ZeroDivisionError(chart.title)

    # A chart that was laid out once is remembered: this one no other test has.
    write(project, "名称: 画不成的事项\n")
    monkeypatch.setattr(lanes, "drawn", drawn)
    for name in ("图.pdf", "图"):
        ran = zaizao("draw", "示范局", "-o", name)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.endswith("错误:一张图也没有画成:01-画不成的事项。\n")
    assert not any(project.glob("图*"))


def test_one_chart_that_fails_costs_no_other(
    project: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are made, the matter is named, the exit code says that something could not be done."""
    write(project, TWO + "==> 示范局/02-许可乙.yaml <==\n名称: 许可乙\n")
    # Other tests draw the same chart, and a chart that was laid out is remembered.
    drawing_of.cache_clear()
    real = lanes.drawn

    def drawn(chart: Chart) -> Drawing:
        if "许可乙" in chart.title:
            raise ZeroDivisionError("nothing")
        return real(chart)

    monkeypatch.setattr(lanes, "drawn", drawn)
    for words, made in (("图.pdf", "图.pdf(1 个事项"), ("图", "1 个文件,在 图")):
        ran = zaizao("draw", "示范局", "-o", words)
        assert ran.code == 3
        assert made in ran.out
        assert ran.err == "没有画成:02-许可乙(ZeroDivisionError nothing)\n"
    ran = zaizao("draw", "示范局/02-许可乙.yaml")
    assert (ran.code, ran.err) == (3, "错误:没有画成:ZeroDivisionError nothing。\n")
    ran = zaizao("build", ".", "-o", "成果")
    assert ran.code == 3
    assert "没有画成:示范局/附件8/02-许可乙-后.svg(ZeroDivisionError nothing)" in ran.err
    assert (project / "成果/示范局/附件8/01-并联许可(试办)／甲-后.png").exists()
    assert (project / "成果/示范局/附件8-工作流程图.pdf").exists()
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert zaizao("build", ".", "-o", "成果").code == 0
    assert (project / "成果/示范局/附件8/02-许可乙-后.svg").exists()


def test_what_does_not_hold_together_is_named(project: Path, zaizao: Callable[..., Ran]) -> None:
    """The rest of the department is drawn; the exit code says that there is something to mend."""
    write(project, "==> 示范局/02-坏.yaml <==\n年办件量: 约200\n")
    ran = zaizao("draw", "示范局", "-o", "图.pdf")
    assert ran.code == 1
    assert "申报不完整,没有画:示范局/02-坏.yaml" in ran.err
    assert (project / "图.pdf").exists()


def test_a_project_of_several_matters(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Both versions unless one is asked for."""
    write(project, f"{TWO}==> 联审联批/01-示范项目.yaml <==\n{PROJECT}")
    ran = zaizao("draw", "联审联批/01-示范项目.yaml")
    assert (ran.code, ran.out) == (0, "已写入 01-示范项目-对比.svg\n")
    assert zaizao("draw", "联审联批/01-示范项目.yaml", "--视图", "后", "-o", "图.pdf").code == 0
    ran = zaizao("draw", "联审联批/01-示范项目.yaml", "--视图", "差异")
    assert (ran.code, "没有“差异”视图" in ran.err) == (2, True)
