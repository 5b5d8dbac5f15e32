"""``zaizao format``: which files it rewrites, what it says, and the exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from processes.declaration import rewriting
from tests.commands.conftest import Ran
from tests.declaring import DEPARTMENT_FILE, MATTER, MATTER_FILE, PLAN_FILE, files_of, write

SAMPLES = Path(__file__).parents[2] / "samples"
TIDY = "\n优化前:".join(MATTER.replace("优化后", "\n优化后").split("优化前:"))
UNTIDY = f"""==> {PLAN_FILE} <==
# 全文
{files_of("")[PLAN_FILE].replace("平台:", "'平台':")}
==> {DEPARTMENT_FILE} <==
# 全文
{files_of("")[DEPARTMENT_FILE].replace(" | ", "｜")}
==> {MATTER_FILE} <==
# 全文
{MATTER}"""


@pytest.fixture
def untidy(project: Path) -> Path:
    """Three files that are not canonical."""
    return write(project, UNTIDY)


def contents(root: Path) -> dict[str, bytes]:
    """Path → bytes of every declaration."""
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*.yaml"))}


def changed(before: dict[str, bytes], root: Path) -> list[str]:
    """The files that are not what they were."""
    return [file for file, content in contents(root).items() if content != before[file]]


@pytest.mark.parametrize(
    ("target", "files"),
    [
        (".", [PLAN_FILE, DEPARTMENT_FILE, MATTER_FILE]),
        ("示范局", [DEPARTMENT_FILE, MATTER_FILE]),
        (PLAN_FILE, [PLAN_FILE]),
        (DEPARTMENT_FILE, [DEPARTMENT_FILE]),
        (MATTER_FILE, [MATTER_FILE]),
    ],
)
def test_only_the_target_is_rewritten(target: str, files: list[str], untidy: Path, zaizao: Callable[..., Ran]) -> None:
    """A project, a department, or one file, be it the plan or the department's own."""
    before = contents(untidy)
    ran = zaizao("format", target)
    assert sorted(changed(before, untidy)) == sorted(files)
    assert ran == Ran(0, "".join(f"已整理 {file}\n" for file in files) + f"{len(files)} 个文件整理好了。\n", "")
    assert zaizao("format", target) == Ran(0, f"{len(files)} 个文件本来就整齐。\n", "")


def test_the_current_folder_is_meant_unless_named(
    untidy: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths are told as they are typed from there."""
    monkeypatch.chdir(untidy / "示范局")
    assert zaizao("format").out == "已整理 单位.yaml\n已整理 01-示范事项.yaml\n2 个文件整理好了。\n"


def test_what_is_written_is_canonical(untidy: Path, zaizao: Callable[..., Ran]) -> None:
    """An empty line before each version is all that the matter lacked."""
    zaizao("format")
    assert (untidy / MATTER_FILE).read_text("utf-8") == f"# 全文\n{TIDY}"


def test_projects_and_calendars_are_declarations_too(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Every kind of file has its order."""
    write(
        project,
        "==> 联审联批/01-示范项目.yaml <==\n牵头: 发改局\n名称: 甲\n==> 日历/2027.yaml <==\n放假: 无\n年份: 2027\n",
    )
    ran = zaizao("format")
    assert "已整理 联审联批/01-示范项目.yaml\n已整理 日历/2027.yaml\n" in ran.out
    assert (project / "日历" / "2027.yaml").read_text("utf-8").startswith("年份: 2027\n依据: ")


def test_a_canonical_file_is_not_touched(untidy: Path, zaizao: Callable[..., Ran]) -> None:
    """Not even written with the same bytes."""
    zaizao("format")
    for file in untidy.rglob("*.yaml"):
        os.utime(file, (1, 1))
    zaizao("format")
    assert {file.stat().st_mtime for file in untidy.rglob("*.yaml")} == {1}


@pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
def test_a_rewritten_file_keeps_its_mode_and_its_link(untidy: Path, zaizao: Callable[..., Ran]) -> None:
    """What others may do with it is not ours to decide."""
    file, real = untidy / MATTER_FILE, untidy / "真身.txt"
    file.chmod(0o640)
    file.rename(real)
    file.symlink_to(real)
    zaizao("format")
    assert file.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_text("utf-8").endswith(TIDY)


def test_the_preview_shows_and_writes_nothing(untidy: Path, zaizao: Callable[..., Ran]) -> None:
    """A unified diff; 1 as long as there is something to change."""
    before = contents(untidy)
    ran = zaizao("format", DEPARTMENT_FILE, "--查看")
    assert ran == Ran(
        1,
        f"""--- {DEPARTMENT_FILE}\t(现在)
+++ {DEPARTMENT_FILE}\t(整理后)
@@ -4,5 +4,4 @@
 内设机构:
   - 综合股
-  - 业务股｜监管
-  - 行政审批股｜审批｜新设
-
+  - 业务股 | 监管
+  - 行政审批股 | 审批 | 新设

1 个文件要整理。
""",
        "",
    )
    assert contents(untidy) == before
    zaizao("format")
    assert zaizao("format", "--preview") == Ran(0, "3 个文件本来就整齐。\n", "")


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_patch_understands_the_preview(untidy: Path, zaizao: Callable[..., Ran]) -> None:
    """Applied by hand it gives what the command writes."""
    ran = zaizao("format", "--preview")
    subprocess.run(["patch", "-p0", "--posix"], input=ran.out.encode(), cwd=untidy, check=True, capture_output=True)  # noqa: S607 - the one on the path
    assert zaizao("format", "--preview").code == 0


def test_the_preview_is_coloured_on_a_terminal(
    untidy: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nowhere else."""
    assert "\x1b" not in zaizao("format", "--preview").out
    monkeypatch.setattr("commands.format.on_terminal", lambda: True)
    monkeypatch.setattr("commands._diffs.on_terminal", lambda: True)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)
    assert "\x1b[31m-  - 业务股｜监管" in zaizao("format", "--preview").out


@pytest.mark.parametrize(
    ("content", "told", "shown"),
    [
        (TIDY.encode("gb18030"), ",编码由 GB18030 改为 UTF-8", "(编码由 GB18030 改为 UTF-8)"),
        (TIDY.encode("utf-16"), ",编码由 UTF-16 改为 UTF-8", "(编码由 UTF-16 改为 UTF-8)"),
        (TIDY.replace("\n", "\r\n").encode(), "", "(文字不变,只改换行符、文件开头的标记或末尾的换行)"),
        (TIDY.encode("utf-8-sig"), "", "(文字不变,只改换行符、文件开头的标记或末尾的换行)"),
    ],
)
def test_another_encoding_is_told(
    content: bytes, told: str, shown: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """A file whose text is canonical is still rewritten when its bytes are not."""
    file = project / MATTER_FILE
    file.write_bytes(content)
    head = f"--- {MATTER_FILE}\t(现在)\n+++ {MATTER_FILE}\t(整理后)\n"
    assert zaizao("format", file, "--preview") == Ran(1, f"{head}{shown}\n\n1 个文件要整理。\n", "")
    assert zaizao("format", file) == Ran(0, f"已整理 {MATTER_FILE}{told}\n1 个文件整理好了。\n", "")
    assert file.read_bytes() == TIDY.encode()


def test_a_file_with_a_slip_is_left_alone_and_the_others_are_not(untidy: Path, zaizao: Callable[..., Ran]) -> None:
    """Its findings are shown as ``check`` shows them."""
    (untidy / MATTER_FILE).write_text("名称: 甲\n类型：公共服务事项\n", encoding="utf-8")
    before = contents(untidy)
    ran = zaizao("format")
    assert changed(before, untidy) == [PLAN_FILE, DEPARTMENT_FILE] or changed(before, untidy) == [
        DEPARTMENT_FILE,
        PLAN_FILE,
    ]
    assert ran.code == 1
    assert f"{MATTER_FILE}:2:3 错误 Y202 「类型」后面的冒号是全角的\n  │ 类型：公共服务事项\n" in ran.out
    assert ran.out.endswith("2 个文件整理好了,1 个文件有错,没有动。\n")


def test_what_check_complains_about_can_be_put_in_order(project: Path, zaizao: Callable[..., Ran]) -> None:
    """A wrong value or an unknown key is no slip of writing."""
    write(project, "公开: yes\n窗口号: 5\n")
    assert zaizao("format").code == 0
    assert (project / MATTER_FILE).read_text("utf-8").endswith("\n优化后: 不变\n窗口号: 5\n")


def test_a_file_that_cannot_be_read_is_told(project: Path, zaizao: Callable[..., Ran]) -> None:
    """The others are put in order."""
    (project / "示范局" / "02-甲.yaml").mkdir()
    ran = zaizao("format")
    assert ran.code == 1
    assert "02-甲.yaml:1:1 错误 F103" in ran.out


def test_what_cannot_be_proven_is_left_alone(
    untidy: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that loses something writes nothing."""
    before = contents(untidy)
    monkeypatch.setattr(rewriting, "emit", lambda _: "名称: 甲\n")
    ran = zaizao("format", MATTER_FILE)
    assert (ran.code, ran.out) == (3, "1 个文件没能整理。\n")
    assert f"错误:{MATTER_FILE} 没有动:整理后读出来与原来不一样" in ran.err
    assert contents(untidy) == before


def test_a_file_that_cannot_be_written_does_not_stop_the_others(
    untidy: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is told; 3."""
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "单位.yaml":
            raise PermissionError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    before = contents(untidy)
    ran = zaizao("format")
    assert sorted(changed(before, untidy)) == sorted([PLAN_FILE, MATTER_FILE])
    assert ran.code == 3
    assert "文件正被别的程序打开" in ran.err
    assert ran.out.endswith("2 个文件整理好了,1 个文件没能整理。\n")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("示范局/_草稿.yaml", "不是申报文件"),
        ("其他.yaml", "不是申报文件"),
        ("示范局/说明.txt", "不是申报文件"),
        ("空的", "里没有申报文件"),
    ],
)
def test_what_is_no_declaration_is_refused(target: str, words: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """It would not be read either."""
    (project / "空的").mkdir()
    if target != "空的":
        (project / target).write_text("甲: 乙\n", encoding="utf-8")
    ran = zaizao("format", target)
    assert ran.code == 2
    assert words in ran.err


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_the_samples_need_nothing(sample: str, zaizao: Callable[..., Ran]) -> None:
    """They show how it should look."""
    ran = zaizao("format", SAMPLES / sample, "--preview")
    assert ran.code == 0
    assert ran.out.endswith("个文件本来就整齐。\n")
