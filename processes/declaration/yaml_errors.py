"""YAML's own syntax errors in plain Chinese, at the line where the slip was made.

libyaml reports where it gave up, often a line later and in English. So the text is first searched for the slips
that people make; only if none is found the position and a translation of libyaml's words are given.
"""

from __future__ import annotations

import re
from functools import lru_cache

import yaml

from processes.declaration.reporting import Reporter
from processes.model.findings import Edit
from processes.model.places import Place

_KEY_LINE = re.compile(r"^(\s*(?:- +)?)([^\s:：|｜#\-][^\s:：|｜#]{0,15})(?:(：)|(:)(?=\S))")
"""A key with a full-width colon, or with a half-width one and no space behind it."""
_WELL_FORMED = re.compile(r"^(\s*(?:- +)?)([^\s:：|｜#\-][^:：|｜#]{0,15}): ")
_INNER_COLON = re.compile(r"^\s*(?:- +)?([^\s:#'\"]+): +([^'\"#|>][^#]*?): ")
_NESTED = (
    "去向",
    "依据",
    "支线",
    "默认",
    "说明",
    "规则",
    "部门",
    "外部机构",
    "口径",
    "目标",
    "网上公示",
    "优化前",
    "优化后",
)
"""Keys whose value is a table of keys: what follows them on the line belongs on the next one."""
_ROW = re.compile(r"^\s*- (?!环节:|办理:|机构:|名称:)(?P<row>[^#]*[|｜][^#]*?)\s*$")
_ROW_START = re.compile(r"^(\s*- +|\s*[^\s:#]+: +)([|>*&!%@`\[\]{}\"'].*)$")
_MISSING_SPACE = re.compile(r"^(\s*)-([^\s\-].*)$")
_DEEPER_ROW = re.compile(r"^(\s*)(?:- |[^|｜]*[|｜])")
_TAB = re.compile(r"^( *)\t")
WIDE_SPACES = frozenset("\u00a0\u2002\u2003\u3000")
"""What the space bar of a Chinese input method gives, and what comes along from web pages and Word."""
_WIDE = re.compile(
    rf"^ *[{''.join(sorted(WIDE_SPACES))}][ {''.join(sorted(WIDE_SPACES))}]*(?=- |[^\s:：|｜#\-][^:：|｜#]{{0,15}}:(?: |$))"
)
"""Before a line that is one of ours: in front of other text it may be the indent of a paragraph."""
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?""")

_TRANSLATED = (
    ("exceeded maximum nesting depth", "Y216", "层次超过 32 层"),
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
    ("block sequence entries are not allowed", "Y208", "“- ”不能写在这里;列表要从键的下一行开始"),
    ("did not find expected <document start>", "Y215", "从这里又开始了一份内容"),
    ("found unknown escape character", "Y207", "双引号里的“\\”另有含义"),
    ("hexdecimal number", "Y207", "双引号里的“\\”另有含义"),
    ("Unicode character escape", "Y207", "双引号里的“\\”另有含义"),
    ("while scanning a block scalar", "Y206", "以“|”或“>”开头的值另有含义"),
)


@lru_cache(1)
def _lines(text: str) -> list[str]:
    """The lines of the file being read; asked for once per text that runs over several lines."""
    return text.split("\n")


def check_continuation(text: str, first: int, last: int, report: Reporter) -> None:
    """Report slips by which YAML took lines for the continuation of the text that begins on ``first`` (from 0)."""
    for number, line in enumerate(_lines(text)[first : last + 1], first):
        if number > first and (slip := _KEY_LINE.match(line)) and slip.group(2) in report.known_keys:
            _report_colon(slip, number, report)
        elif space := _MISSING_SPACE.match(line):
            _report_dash(space, number, report)
        elif number > first and _WIDE.match(line):
            _report_wide(line, number, report)
        elif number > first and (row := _DEEPER_ROW.match(line)):
            report.at(Place(report.file, number + 1, row.end(1) + 1), "Y208", "这一行缩进多了,被当成了上一行的接续")


def report_syntax(text: str, error: Exception, report: Reporter) -> None:
    """Report the slips found in ``text``, else ``error`` translated, at its own place."""
    before = len(report.findings)
    end = error.problem_mark.line if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark else None
    for number, line in enumerate(_lines(text)):
        if report.full:
            break
        # What comes after the place where libyaml gave up may be right: only sure slips are reported there.
        if line:
            _report_slip(line, number, report, sure=end is not None and number > end)
    if len(report.findings) == before:
        _report_translated(text, error, report)


def _report_slip(line: str, number: int, report: Reporter, *, sure: bool) -> None:
    if (slip := _KEY_LINE.match(line)) and slip.group(2) in report.known_keys:
        _report_colon(slip, number, report)
    elif tab := _TAB.match(line):
        report.at(Place(report.file, number + 1, tab.end(1) + 1), "Y204", "缩进用了制表符")
    elif _WIDE.match(line):
        _report_wide(line, number, report)
    elif sure:
        return
    elif space := _MISSING_SPACE.match(line):
        _report_dash(space, number, report)
    elif colon := _INNER_COLON.match(line):
        nested = colon.group(1) in _NESTED
        hint = "换到下一行,再缩进两格写,如“不同意: 不予许可”。" if nested else ""
        what = f"「{colon.group(1)}」的内容要写在下一行" if nested else "文字里的冒号用全角,半角冒号只跟在键后面"
        report.at(Place(report.file, number + 1, colon.end(2) + 1), "Y205", what, hint)
    elif (start := _ROW_START.match(line)) and not _closed(start.group(2)):
        sign = start.group(2)[0]
        report.at(Place(report.file, number + 1, start.start(2) + 1), "Y206", f"值不能以“{sign}”开头")


def report_wide_indents(text: str, report: Reporter) -> None:
    """Report every line that is indented by spaces that YAML takes for part of a key or of a text."""
    for number, line in enumerate(_lines(text)):
        if _WIDE.match(line):
            _report_wide(line, number, report)


def _report_wide(line: str, number: int, report: Reporter) -> None:
    indent = line[: len(line) - len(line.lstrip())]
    first = next(at for at, char in enumerate(indent) if char in WIDE_SPACES)
    place = Place(report.file, number + 1, first + 1)
    # Two columns wide on the screen, by which the writer aligned it; a space that does not break is as wide as ours.
    plain = "".join("  " if char in "\u2003\u3000" else " " for char in indent[first:])
    what = "全角空格" if indent[first] in "\u2003\u3000" else f"不是半角空格的空格(U+{ord(indent[first]):04X})"
    fix = (Edit(place, len(indent) - first, plain),)
    report.at(place, "Y204", f"缩进用了{what}", "把行首的空格换成半角空格,一个全角的换两个半角的。", fix=fix)


def _closed(value: str) -> bool:
    """Whether a value that begins with a quote or bracket is properly closed on its line."""
    if value[0] in "'\"":
        return _QUOTED.fullmatch(value.rstrip()) is not None
    pairs = {"[": "]", "{": "}"}
    return value[0] in pairs and value.count(value[0]) == value.count(pairs[value[0]])


def _report_dash(slip: re.Match[str], number: int, report: Reporter) -> None:
    place = Place(report.file, number + 1, slip.end(1) + 1)
    report.at(place, "Y203", "“-”后面要空一格", fix=(Edit(place, 1, "- "),))


def _report_colon(slip: re.Match[str], number: int, report: Reporter) -> None:
    place = Place(report.file, number + 1, slip.end(2) + 1)
    fix = (Edit(place, 1, ": " if slip.string[slip.end() :].strip() else ":"),)
    if slip.group(3):
        report.at(place, "Y202", f"「{slip.group(2)}」后面的冒号是全角的", fix=fix)
    else:
        report.at(place, "Y209", f"「{slip.group(2)}:」后面少一个空格", fix=fix)


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
        if "mapping values are not allowed" in words and _report_above(lines, line, column, report):
            return
    for fragment, code, message in _TRANSLATED:
        if fragment in words:
            hint = "换一行,先缩进两格,再写“- ”。" if "block sequence" in fragment else ""
            report.at(Place(report.file, line + 1, column + 1), code, message, hint)
            return
    report.at(Place(report.file, line + 1, column + 1), "Y201", "这一处的写法读不懂")


def _report_above(lines: list[str], number: int, column: int, report: Reporter) -> bool:
    """Whether a good ``键: 值`` was refused because of the line above it, which YAML took for a text that goes on."""
    good = _WELL_FORMED.match(f"{lines[number]} ")
    above = next((index for index in range(number - 1, -1, -1) if lines[index].strip()), None)
    if good is None or good.end() != column + 2 or above is None:
        return False
    indent = len(lines[above]) - len(lines[above].lstrip())
    if len(good.group(1)) > indent and _WELL_FORMED.match(lines[above]):
        place = Place(report.file, number + 1, good.end(1) + 1)
        report.at(place, "Y208", f"「{good.group(2)}」没有与上一行对齐", width=len(good.group(2)))
    elif (row := _ROW.match(lines[above])) and len(good.group(1)) > indent:
        report.at(
            Place(report.file, above + 1, indent + 1),
            "Y201",
            f"这一行下面还写了「{good.group(2)}」,行就要写在第一个键后面",
            f"改成“- 环节: {row['row'].strip()}”(联审联批是“- 办理: …”),下面的键与“环节”左边对齐。",
        )
    else:
        report.at(Place(report.file, above + 1, indent + 1), "Y201", "这一行既不是“键: 值”,也不是“- 一行”")
    return True
