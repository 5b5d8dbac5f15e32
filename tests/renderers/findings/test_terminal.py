"""Findings for people: place, word, message, the line with carets, how to mend it, and the counts."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from processes.declaration.refusals import REFUSALS
from processes.model.findings import Finding, Severity
from processes.model.places import Place
from renderers.findings.terminal import render
from renderers.findings.view import WHOLE, View, summary

FILE = "局/01-甲.yaml"


def finding(line: int = 2, column: int = 5, **facts: object) -> Finding:
    """A finding on a line."""
    values: dict[str, object] = {
        "place": Place(FILE, line, column),
        "code": "S102",
        "severity": Severity.ERROR,
        "message": "没有「甲股」这个承办单位",
        "hint": "是不是「乙股」?",
        "width": 2,
        **facts,
    }
    return Finding(**values)  # type: ignore[arg-type] # the fields of a finding


def shown(text: str, **facts: object) -> list[str]:
    """The lines printed for one finding in a file."""
    return render([finding(**facts)], {FILE: text}, {FILE: "../局/01-甲.yaml"}).split("\n")  # type: ignore[arg-type] # as above


def test_a_finding_is_printed_whole() -> None:
    """Place as the user would type it, the source line, carets under what is wrong, the hint, other places, reason."""
    other = Place(FILE, 1, 1)
    facts = {"severity": Severity.WARNING, "related": (other,), "accepted": "机构改革中"}
    assert shown("甲: 乙\n承办: 甲股 | 丙\n", **facts) == [
        "../局/01-甲.yaml:2:5 警告 S102 没有「甲股」这个承办单位",
        "  │ 承办: 甲股 | 丙",
        "  │       ^^^^",
        "  → 是不是「乙股」?",
        "  另见 ../局/01-甲.yaml:1:1",
        "  说明:机构改革中",
        "",
        "发现 1 处:已说明理由 1。",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "column", "width"),
    [
        ("甲股", 1, 2),
        ("a甲b乙股c", 4, 2),
        ("\t甲股", 2, 2),
        ("甲股\r", 1, 2),
        ("甲", 1, 5),
        ("甲", 2, 1),
        ("𠮷甲股", 2, 2),
        ("ｱ甲股", 2, 2),
    ],
)
def test_the_carets_stand_below_what_is_wrong(text: str, column: int, width: int) -> None:
    """A Chinese character takes two cells."""
    lines = shown(text, line=1, column=column, width=width)
    line, carets = lines[1].removeprefix("  │ "), lines[2].removeprefix("  │ ")
    plain = text.rstrip("\r")
    assert cell_len(carets) - carets.count("^") == cell_len(plain[: column - 1].replace("\t", " "))
    assert carets.count("^") == max(1, cell_len(plain[column - 1 : column - 1 + width]))
    assert line == plain.replace("\t", " ")


def test_a_long_line_is_shown_around_the_fault() -> None:
    """Not more than a hundred characters."""
    lines = shown("前" * 300 + "错" + "后" * 300, line=1, column=301, width=1)
    assert len(lines[1]) <= 104
    at = lines[1].index("错")
    assert cell_len(lines[1][:at]) == cell_len(lines[2]) - 2


@pytest.mark.parametrize(("line", "text"), [(0, "甲\n"), (9, "甲\n"), (2, "甲\n   \n"), (1, "")])
def test_where_there_is_no_line_none_is_shown(line: int, text: str) -> None:
    """Heading and hint all the same."""
    lines = shown(text, line=line, column=1)
    assert lines[1] == "  → 是不是「乙股」?"


def test_brackets_are_no_markup() -> None:
    """Rich would take [bold] out of a text, or fail at [/]."""
    text = "[bold]甲[/bold] [/] [red"
    lines = shown(text, line=1, column=1, message="「[bold]甲[/]」不行", hint="写 [乙]", accepted="[/x]")
    assert "「[bold]甲[/]」不行" in lines[0]
    assert lines[1] == f"  │ {text}"
    assert "写 [乙]" in lines[3]
    assert "说明:[/x]" in lines[4]


def test_colours_only_when_asked_for() -> None:
    """A file gets plain text."""
    plain = render([finding()], {FILE: "甲\n承办: 甲股"}, {})
    assert "\x1b" not in plain
    coloured = render([finding()], {FILE: "甲\n承办: 甲股"}, {}, colour=True)
    assert "\x1b[1;31m错误" in coloured


@pytest.mark.parametrize(
    ("severities", "accepted", "said"),
    [
        ([], 0, "没有发现问题。"),
        ([Severity.ERROR], 0, "发现 1 处:错误 1。"),
        ([Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.ERROR], 0, "发现 4 处:错误 2、警告 1、提示 1。"),
        ([Severity.ERROR], 2, "发现 3 处:错误 1、已说明理由 2。"),
        ([], 1, "发现 1 处:已说明理由 1。"),
    ],
)
def test_the_counts(severities: list[Severity], accepted: int, said: str) -> None:
    """The worst first; warnings with a reason apart."""
    found = [finding(severity=severity) for severity in severities]
    found += [finding(severity=Severity.WARNING, accepted="理由")] * accepted
    assert summary(found) == said


def of(file: str, code: str = "S102", severity: Severity = Severity.ERROR, **facts: object) -> Finding:
    """A finding in a file."""
    return finding(place=Place(file, 1, 1), code=code, severity=severity, **facts)  # type: ignore[arg-type] # the fields of a finding


def headings(found: list[Finding], view: View = WHOLE) -> list[str]:
    """The lines that head a group."""
    return [line for line in render(found, {}, {}, view).split("\n") if line[:1] in {"─", "【"}]


def test_one_file_needs_no_heading() -> None:
    """Each finding says the file."""
    assert headings([of("甲局/01.yaml"), of("甲局/01.yaml")]) == []


def test_several_files_have_headings_with_their_counts() -> None:
    """As the user would type them; one department needs no heading of its own."""
    found = [of("甲局/01.yaml"), of("甲局/02.yaml", severity=Severity.WARNING), of("甲局/02.yaml", accepted="理由")]
    assert headings(found) == ["── 甲局/01.yaml ── 错误 1", "── 甲局/02.yaml ── 错误 1、警告 1"]
    assert "── ../01.yaml ── 错误 1\n" in render(found, {}, {"甲局/01.yaml": "../01.yaml"})


def test_several_departments_have_headings() -> None:
    """By their names, the plan apart; a department of one file has one line for both."""
    found = [of("a/01.yaml"), of("a/02.yaml"), of("乙局/01.yaml"), of("方案.yaml")]
    assert headings(found, View(owners={"a": "甲局"})) == [
        "【甲局】错误 2",
        "── a/01.yaml ── 错误 1",
        "── a/02.yaml ── 错误 1",
        "【乙局】── 乙局/01.yaml ── 错误 1",
        "【全项目】── 方案.yaml ── 错误 1",
    ]


def test_hints_and_what_is_settled_may_be_counted_only() -> None:
    """With their codes, the most frequent first; errors with a reason are listed all the same."""
    found = [
        *(of("甲局/01.yaml", code, Severity.INFO) for code in ("R1", "R2", "R3", "R2")),
        of("甲局/02.yaml", "R4", Severity.WARNING, accepted="理由"),
        of("甲局/03.yaml", "R5", Severity.ERROR, accepted="理由"),
        of("甲局/03.yaml", "R6", Severity.INFO, accepted="理由"),
    ]
    lines = render(found, {}, {}, View(hints=False, accepted=False)).split("\n")
    assert [line for line in lines if ":1:1 " in line] == ["甲局/03.yaml:1:1 错误 R5 没有「甲股」这个承办单位"]
    assert lines[-4:] == [
        "提示 4 处:R2 2、R1 1、R3 1;加 --提示 全部列出。",
        "已说明理由 2 处;加 --已说明 列出。",
        "发现 7 处:错误 1、提示 4、已说明理由 2。",
        "",
    ]
    whole = render(found, {}, {})
    assert "加 --" not in whole
    assert whole.count(":1:1 ") == 7


def test_many_findings_end_in_a_table_of_codes() -> None:
    """Severity, code, number and name; the worst and most frequent first; what is settled is not in it."""
    about = {"R1": REFUSALS["Y103"], "R22": REFUSALS["D101"]}
    found = [of("甲局/01.yaml", "R1", Severity.WARNING)] * 9 + [of("甲局/01.yaml", "R22")]
    assert "处  " not in render(found, {}, {}, View(about=about))
    found += [
        of("甲局/01.yaml", "R3"),
        of("甲局/01.yaml", "R3"),
        of("甲局/01.yaml", "R1", Severity.INFO, accepted="理由"),
    ]
    assert render(found, {}, {}, View(about=about)).split("\n")[-6:-3] == [
        "错误  R3      2 处",
        "错误  R22     1 处  不认识的键",
        "警告  R1      9 处  文件不是 UTF-8",
    ]
    assert "处  " not in render(found, {}, {})
