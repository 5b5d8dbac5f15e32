"""``zaizao draw``: the flowchart of one matter in the format of the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import MATTER_FILE, write


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
    """编号-名称 and which version; 优化后 unless said otherwise."""
    write(project, "名称: 许可/延续\n")
    for view, side in (("", "后"), ("后", "后"), ("after", "后"), ("前", "前"), ("before", "前")):
        words = ("--视图", view) if view else ()
        assert zaizao("draw", MATTER_FILE, *words).out == f"已写入 01-许可／延续-{side}.svg\n"
    assert sorted(path.name for path in project.glob("*.svg")) == ["01-许可／延续-前.svg", "01-许可／延续-后.svg"]


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
        (MATTER_FILE, "图", 2, "不会画"),
        ("示范局/单位.yaml", "图.svg", 2, "不是事项文件"),
        ("联审联批/01-示范项目.yaml", "图.svg", 2, "现在只用来检查"),
        ("示范局/02-坏.yaml", "图.svg", 3, "示范局/02-坏.yaml:1:7"),
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
