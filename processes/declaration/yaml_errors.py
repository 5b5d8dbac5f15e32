"""YAML's own syntax errors in plain Chinese, at the line where the slip was made.

libyaml reports where it gave up, often a line later and in English. So the text is first searched for the slips
that people make; only if none is found the position and a translation of libyaml's words are given.
"""

from __future__ import annotations

import re

import yaml

from processes.declaration.reporting import Reporter
from processes.model.places import Place

_KEY_LINE = re.compile(r"^(\s*(?:- +)?)([^\s:：|｜#\-][^\s:：|｜#]{0,15})：")
_INNER_COLON = re.compile(r"^\s*(?:- +)?[^\s:#'\"]+: +([^'\"#|>][^#]*?): ")
_ROW_START = re.compile(r"^(\s*- +|\s*[^\s:#]+: +)([|>*&!%@`\[\]{}\"'].*)$")
_MISSING_SPACE = re.compile(r"^(\s*)-([^\s\-].*)$")
_TAB = re.compile(r"^( *)\t")

_TRANSLATED = (
    ("could not find expected ':'", "Y201", "这一行既不是“键: 值”,也不是“- 一行”"),
    ("mapping values are not allowed", "Y205", "这里不能再出现“: ”"),
    ("did not find expected key", "Y208", "缩进与上一行对不齐,或这一行不是“键: 值”"),
    ("did not find expected '-' indicator", "Y208", "列表的各行没有对齐,或这一行开头缺“- ”"),
    ("found character '\\t'", "Y204", "缩进用了制表符"),
    ("found a tab character", "Y204", "缩进用了制表符"),
    ("found unexpected end of stream", "Y207", "引号开了没有关上"),
    ("did not find expected ',' or", "Y207", "方括号或花括号开了没有关上"),
    ("did not find expected node content", "Y207", "括号里少了内容"),
    ("found character that cannot start any token", "Y206", "值以特殊符号开头"),
    ("while scanning an alias", "Y210", "“*”开头会被当成别名"),
    ("while scanning an anchor", "Y210", "“&”开头会被当成锚点"),
    ("while scanning a tag", "Y211", "“!”开头会被当成类型标签"),
    ("while parsing a tag", "Y211", "“!”开头会被当成类型标签"),
    ("undefined tag handle", "Y211", "“!”开头会被当成类型标签"),
    ("directive", "Y214", "“%”开头的行会被当成指令"),
    ("block entries are not allowed", "Y208", "“- ”不能写在这里;列表要从键的下一行开始"),
    ("did not find the expected", "Y215", "一个文件里有两份内容"),
    ("found unknown escape character", "Y207", "双引号里的“\\”另有含义"),
    ("while scanning a block scalar", "Y206", "以“|”或“>”开头的值另有含义"),
)


def check_continuation(text: str, first: int, last: int, report: Reporter) -> None:
    """Report a full-width colon on a line that YAML took for the continuation of the text above (lines from 0)."""
    for number, line in enumerate(text.split("\n")[first + 1 : last + 1], first + 1):
        slip = _KEY_LINE.match(line)
        if slip and slip.group(2) in report.known_keys:
            _report_colon(slip, number, report)


def report_syntax(text: str, error: Exception, report: Reporter) -> None:
    """Report the slips found in ``text``, else ``error`` translated, at its own place."""
    before = len(report.findings)
    end = error.problem_mark.line if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark else None
    for number, line in enumerate(text.split("\n")):
        # What comes after the place where libyaml gave up may be right: only sure slips are reported there.
        _report_slip(line, number, report, sure=end is not None and number > end)
    if len(report.findings) == before:
        _report_translated(text, error, report)


def _report_slip(line: str, number: int, report: Reporter, *, sure: bool) -> None:
    if (slip := _KEY_LINE.match(line)) and slip.group(2) in report.known_keys:
        _report_colon(slip, number, report)
    elif tab := _TAB.match(line):
        report.at(Place(report.file, number + 1, tab.end(1) + 1), "Y204", "缩进用了制表符")
    elif sure:
        return
    elif space := _MISSING_SPACE.match(line):
        report.at(Place(report.file, number + 1, space.end(1) + 1), "Y203", "“-”后面要空一格")
    elif colon := _INNER_COLON.match(line):
        report.at(Place(report.file, number + 1, colon.end(1) + 1), "Y205", "文字里的冒号用全角,半角冒号只跟在键后面")
    elif (start := _ROW_START.match(line)) and not _closed(start.group(2)):
        sign = start.group(2)[0]
        report.at(Place(report.file, number + 1, start.start(2) + 1), "Y206", f"值不能以“{sign}”开头")


def _closed(value: str) -> bool:
    """Whether a value that begins with a quote or bracket is properly closed on its line."""
    pairs = {"'": "'", '"': '"', "[": "]", "{": "}"}
    return value[0] in pairs and len(value) > 1 and value.rstrip().endswith(pairs[value[0]])


def _report_colon(slip: re.Match[str], number: int, report: Reporter) -> None:
    report.at(
        Place(report.file, number + 1, slip.end(2) + 1),
        "Y202",
        f"「{slip.group(2)}」后面的冒号是全角的",
    )


def _report_translated(text: str, error: Exception, report: Reporter) -> None:
    words = str(error)
    line = column = 0
    if isinstance(error, yaml.MarkedYAMLError) and (mark := error.problem_mark or error.context_mark):
        # A text without its colon is noticed a line too late; the context says where the text began.
        if "could not find expected ':'" in words and error.context_mark:
            mark = error.context_mark
        line, column = mark.line, mark.column
        lines = text.rstrip().split("\n")
        # libyaml gives up at the end of the stream: point at the last line with text instead of behind it.
        if line >= len(lines):
            line, column = len(lines) - 1, 0
        if mark is error.context_mark and (colon := lines[line].find("：")) >= 0:
            report.at(Place(report.file, line + 1, colon + 1), "Y202", "冒号是全角的,键后面要用半角冒号加一个空格")
            return
    for fragment, code, message in _TRANSLATED:
        if fragment in words:
            report.at(Place(report.file, line + 1, column + 1), code, message)
            return
    report.at(Place(report.file, line + 1, column + 1), "Y201", "这一处的写法读不懂")
