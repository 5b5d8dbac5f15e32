"""The pages say what is so: every command, option and key is in them, what they show works, links lead somewhere."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import cli
from commands import all_acts, all_commands
from processes.declaration.calendar_file import CALENDAR
from processes.declaration.defaults import DEFAULTS
from processes.declaration.department_file import DEPARTMENT
from processes.declaration.flow_file import STEP
from processes.declaration.folder import PLAN_FILE
from processes.declaration.matter_keys import AFTER, MATTER
from processes.declaration.matter_parts import FEE, MATERIAL, STATUTORY_LIMIT
from processes.declaration.plan_file import PLAN
from processes.declaration.procedures import PROCEDURE
from processes.declaration.project_file import PROJECT
from processes.declaration.shapes import all_keys

ROOT = Path(__file__).resolve().parents[2]
FRONT, GUIDE = "README.md", "docs/guide.md"
PAGES = (FRONT, "README.en.md", "CONTRIBUTING.md", GUIDE, "docs/DECISIONS.md", "docs/difference.md", "docs/editor.md")

DECLARATION = re.compile(r"^`([^`\n]+\.yaml)`\n+```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
"""A declaration file in a page: its path in backticks on a line of its own, then its text."""
SCRIPT = re.compile(r"^`([^`\n]+\.txt)`\n+```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
"""A text file in a page, shown in the same way: a command in the page reads it."""
RUN = re.compile(r"^```console\n\$ zaizao ([^\n]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
"""A command in a page and what it says."""
BEGINNING = re.compile(r"^    \$ (zaizao (?:init|new) .+|cd .+)$", re.MULTILINE)
"""A command with which a page begins a project."""
LEFT_OUT = "……\n"
"""Stands for any number of lines left out."""
LINK = re.compile(r"\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
HOME = re.compile(r"`([^`]+)`")
"""A path in a line of the decisions that says → where in the code."""
SLOW = ("build", "demo")
"""Commands that make a whole city; what they make is tested elsewhere."""
FIRST = (
    dict.fromkeys(("review", "history", "audit verify"), "submit samples/hailin --部门 市场监管局 --阶段 2 --经办 张三")
    | dict.fromkeys(
        ("board", *(f"case {act}" for act in ("fire", "show", "list", "tick"))),
        "case start samples/hailin/市场监管局/01-食品经营许可证核发(新办).yaml --申请人 李四"
        " --单位 行政审批股 --人员 张三 --材料 全部 --日期 2018-03-01",
    )
    | {
        "merge": "fill samples/hailin --表 6 --部门 市场监管局 -o 附件6.xlsx",
        "verify-package": "package samples/hailin --部门 市场监管局 --阶段 4",
    }
)
"""Command → what the page has done before it."""

KEYS = sorted(
    all_keys(
        PLAN, DEPARTMENT, DEFAULTS, MATTER, AFTER, STEP, PROCEDURE, MATERIAL, FEE, STATUTORY_LIMIT, PROJECT, CALENDAR
    )
)


def text_of(page: str) -> str:
    """The text of a page."""
    return (ROOT / page).read_text(encoding="utf-8")


def mentions(text: str, word: str) -> bool:
    """Whether a word stands in a text by itself, not as a part of a longer one: ``--form`` is not in ``--format``."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def spellings(command: click.Command) -> Iterator[str]:
    """Every spelling of every option of a command."""
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from (*parameter.opts, *parameter.secondary_opts)


def is_excerpt(shown: str, whole: str) -> bool:
    """Whether ``shown`` is ``whole``, but for the lines that …… stands for."""
    return re.fullmatch(".*".join(map(re.escape, shown.split(LEFT_OUT))), whole, re.DOTALL) is not None


def anchors(page: str) -> set[str]:
    """The names by which the headings of a page can be linked to."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text_of(page))}


@pytest.mark.parametrize("name", all_acts())
def test_every_command_is_on_the_front_page_with_all_its_options(name: str) -> None:
    """Both spellings of each option are in the line of the command."""
    line = next(line for line in text_of(FRONT).splitlines() if line.startswith(f"| `zaizao {name}"))
    assert [option for option in spellings(all_acts()[name]) if not mentions(line, option)] == []


@pytest.mark.parametrize("name", all_commands())
def test_every_command_is_on_the_page_for_developers(name: str) -> None:
    """By its name in a row of the table; what it does is told there for several at once."""
    rows = [line.split("|")[1] for line in text_of("README.en.md").splitlines() if line.startswith("| `")]
    assert any(f"`{name}`" in row for row in rows)


def test_the_options_of_the_whole_are_on_the_front_page() -> None:
    """Version and help, which every command has."""
    wanted = [*spellings(cli.zaizao), *cli.zaizao.context_settings["help_option_names"]]
    assert [option for option in wanted if not mentions(text_of(FRONT), option)] == []


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_the_format_is_in_the_guide(key: str) -> None:
    """A key that the guide does not know cannot be used by those who read it."""
    assert mentions(text_of(GUIDE), key)


@pytest.mark.parametrize("page", [FRONT, GUIDE])
def test_the_project_that_a_page_shows_is_clean_and_can_be_built(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever copies the files from the page gets no finding, and everything is made."""
    monkeypatch.chdir(tmp_path)
    for line in BEGINNING.findall(text_of(page)):
        program, *words = shlex.split(line)
        if program == "cd":
            monkeypatch.chdir(words[0])
        else:
            assert cli.run(words) == 0
    capsys.readouterr()
    for name, text in DECLARATION.findall(text_of(page)):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (plan,) = tmp_path.rglob(PLAN_FILE)
    monkeypatch.chdir(plan.parent)
    assert cli.run(["check"]) == 0
    # What the page leaves of a template may be mentioned, nothing else.
    assert set(re.findall(r" (?:错误|警告|提示) (\w\d+) ", capsys.readouterr().out)) <= {"D118"}
    assert cli.run(["build", ".", "-o", "成果", "--严格"]) == 0
    assert sorted(tmp_path.rglob("附件6*.xlsx"))


@pytest.mark.parametrize(
    ("page", "line", "shown"),
    [
        (page, line, shown)
        for page in (FRONT, GUIDE)
        for line, shown in RUN.findall(text_of(page))
        if line.split()[0] not in SLOW
    ],
)
def test_a_command_on_a_page_says_what_the_page_shows(
    page: str,
    line: str,
    shown: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Run beside the samples, as the reader does; what a page leaves out is marked there."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples", ignore=shutil.ignore_patterns("expected"))
    for name, text in SCRIPT.findall(text_of(page)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    if first := next((before for name, before in FIRST.items() if line.startswith(f"{name} ")), None):
        assert cli.run(shlex.split(first)) == 0
        capsys.readouterr()
    # A page may show a check or a proof that finds something.
    assert cli.run(shlex.split(line)) in ((0, 1) if line.startswith(("check ", "verify ")) else (0,))
    said = capsys.readouterr().out
    assert is_excerpt(shown, said), said


def test_every_command_is_shown_at_work() -> None:
    """The front page has a run of each; the language server is started by editors only."""
    assert {line.split()[0] for line, _ in RUN.findall(text_of(FRONT))} == set(all_commands()) - {"lsp"}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file_or_heading_of_ours(page: str) -> None:
    """Links are relative: the pages are read offline."""
    for target in LINK.findall(text_of(page)):
        file, _, heading = target.partition("#")
        there = (ROOT / page).parent / file if file else ROOT / page
        assert there.exists(), target
        assert not heading or heading in anchors(there.relative_to(ROOT).as_posix()), target


def test_every_decision_is_at_home_in_the_code_where_it_says() -> None:
    """What stands after → in the list of decisions are files and folders of the project."""
    homes = [
        home for line in text_of("docs/DECISIONS.md").splitlines() for home in HOME.findall(line.partition("→")[2])
    ]
    assert homes
    assert [home for home in homes if not (ROOT / home).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_names_a_web_address(page: str) -> None:
    """What stands behind an address changes or is not to be reached from an office."""
    assert "://" not in text_of(page)
