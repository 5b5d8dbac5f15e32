"""One project of 联审联批 named by its file, and the pictures that ``build`` makes on a day axis."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands._project import is_project, one_project
from processes.errors import CannotBeDone, WrongUsage
from tests.commands.conftest import Ran
from tests.declaring import MATTER_FILE, PROJECT_FILE, write

ROWS = """==> 联审联批/01-示范项目.yaml <==
优化前:
  - 甲 | 发改局 | 1工作日 | {first}
  - 乙 | 住建局 | {second} | 甲
优化后: {after}
"""
AFTER = "\n  - 甲 | 发改局 | 1工作日"


def test_a_project_is_found_with_the_city_around_it(project: Path) -> None:
    """By its file; its name is that of the file."""
    write(project, f"==> {PROJECT_FILE} <==\n")
    found = one_project(Path(PROJECT_FILE))
    assert (found.project.name, found.name) == ("示范项目", "01-示范项目")
    assert found.workspace.named("示范局/示范事项") is not None
    assert is_project(Path(PROJECT_FILE))
    assert not is_project(Path(MATTER_FILE))


def test_what_is_no_project(project: Path) -> None:
    """A matter."""
    with pytest.raises(WrongUsage, match="不是联审联批的项目文件"):
        one_project(project / MATTER_FILE)


@pytest.mark.parametrize(
    ("first", "second", "after", "told"),
    [
        ("乙", "1工作日", AFTER, ":2:"),
        ("丙", "1工作日", AFTER, "丙"),
        ("无", "约三天", AFTER, "约三天"),
        ("无", "1工作日", "取消", "「取消」"),
    ],
)
def test_a_project_with_errors_is_refused_with_the_first(
    first: str, second: str, after: str, told: str, project: Path
) -> None:
    """A ring, an unknown 先办, a limit that is none, rows that are none: place and message, never a traceback."""
    write(project, ROWS.format(first=first, second=second, after=after))
    with pytest.raises(
        CannotBeDone, match=r"这个项目画不了:联审联批/01-示范项目.yaml:\d+:\d+ .*zaizao check"
    ) as caught:
        one_project(Path(PROJECT_FILE))
    assert told in str(caught.value)


def test_build_draws_projects_and_limits(project: Path, zaizao: Callable[..., Ran]) -> None:
    """SVG and PNG, of the project in the folder of the city, of the limits in that of the department."""
    write(project, f"==> {PROJECT_FILE} <==\n")
    assert zaizao("build", ".", "-o", "成果").code == 0
    for name in ("全市/联审联批/01-示范项目", "示范局/办理时限压缩图"):
        assert (project / f"成果/{name}.svg").read_bytes().startswith(b"<?xml")
        assert (project / f"成果/{name}.png").read_bytes().startswith(b"\x89PNG")


def test_build_leaves_out_a_project_with_errors(project: Path, zaizao: Callable[..., Ran]) -> None:
    """It is told in the list of findings, and nothing else fails for it."""
    write(project, ROWS.format(first="乙", second="1工作日", after=AFTER))
    assert zaizao("build", ".", "-o", "成果").code == 0
    assert not (project / "成果/全市/联审联批").exists()
    assert "联审联批/01-示范项目.yaml" in (project / "成果/检查结果.txt").read_text("utf-8")
