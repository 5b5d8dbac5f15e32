"""Findings as one page that opens anywhere, offline, and prints well; it is filtered by its boxes, without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from processes.model.findings import Finding, Severity
from renderers.findings.explanation import sections
from renderers.findings.view import SEVERITIES, WHOLE, View, by_file, counts, settled, summary

_SETTLED = "settled"
_CLASSES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_AROUND = 60
"""Characters of a long line that are shown on either side of what is at fault."""

_LOOKS = """
body { font-family: "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1b2a41; line-height: 1.6;
  margin: 2em auto; max-width: 62em; padding: 0 1em; }
h1 { font-size: 1.6em; margin: 0 0 .2em; }
h2 { font-size: 1.2em; margin: 1.6em 0 .5em; border-bottom: 2px solid #dfe9f3; }
.summary { font-weight: 600; }
.filter { position: sticky; top: 0; background: #fff; padding: .5em 0; border-bottom: 1px solid #d5dce6; }
.filter label { margin-right: 1.4em; cursor: pointer; }
table { border-collapse: collapse; margin: .4em 0 1em; }
th, td { border: 1px solid #b8c4d6; padding: .2em .7em; text-align: left; }
th { background: #e3edf6; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
details.owner { border: 1px solid #d5dce6; border-radius: .3em; margin: .8em 0; padding: .2em 1em .6em; }
details.owner > summary { font-weight: 700; font-size: 1.1em; }
details.file { margin: .5em 0; }
details.file > summary { font-weight: 600; color: #2b5c8a; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: .2em 0; }
summary .counts { font-weight: 400; color: #5b6675; font-size: .9em; margin-left: .8em; }
.finding { border-left: 4px solid #b8c4d6; padding: .15em 0 .15em .8em; margin: .7em 0; break-inside: avoid; }
.finding.error { border-color: #b3261e; }
.finding.warning { border-color: #c77700; }
.finding.info { border-color: #2b5c8a; }
.finding.settled { border-color: #8a94a3; }
.finding p { margin: .1em 0; }
.error .word { color: #b3261e; }
.warning .word { color: #a85f00; }
.info .word { color: #2b5c8a; }
.settled .word { color: #5b6675; }
.word { font-weight: 700; }
.place { color: #5b6675; font-variant-numeric: tabular-nums; }
pre { background: #f5f7fa; padding: .3em .6em; margin: .3em 0; overflow-x: auto; font-size: .92em;
  font-family: "Sarasa Mono SC", "Noto Sans Mono CJK SC", Consolas, monospace; }
mark { background: #ffe2a8; color: inherit; border-bottom: 2px solid #c77700; }
.hint { color: #1e6b38; }
.note { color: #5b6675; font-size: .95em; }
dt { font-weight: 700; margin-top: .9em; }
dd { margin: .1em 0 .1em 1.5em; white-space: pre-line; }
#box-error:not(:checked) ~ main .error, #box-warning:not(:checked) ~ main .warning,
#box-info:not(:checked) ~ main .info, #box-settled:not(:checked) ~ main .settled { display: none; }
#box-settled:not(:checked) ~ main details:not(:has(.finding:not(.settled))),
#box-info:not(:checked) ~ main details:not(:has(.finding:not(.info))),
#box-info:not(:checked) ~ #box-settled:not(:checked) ~ main details:not(:has(.finding:not(.info, .settled)))
  { display: none; }
.box { position: absolute; opacity: 0; }
.box:focus-visible ~ .filter { outline: 2px solid #2b5c8a; }
.filter label::before { content: "☐ "; }
#box-error:checked ~ .filter .for-error::before, #box-warning:checked ~ .filter .for-warning::before,
#box-info:checked ~ .filter .for-info::before, #box-settled:checked ~ .filter .for-settled::before { content: "☑ "; }
@media print { body { margin: 0; max-width: none; } .filter { display: none; } pre { white-space: pre-wrap; } }
@page { size: A4; margin: 18mm 15mm; }
"""

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>检查结果</title>
<style>{looks}</style>
</head>
<body>
<h1>检查结果</h1>
<p class="summary">{summary}</p>
{body}
</body>
</html>
"""


def render(findings: Iterable[Finding], texts: Mapping[str, str], shown: Mapping[str, str], view: View = WHOLE) -> str:
    """The whole page: every finding by department and file, how often each code, and what the codes mean.

    What ``view`` does not list is there too, and shows when its box is ticked.
    """
    found = tuple(findings)
    body = "\n".join(_body(found, texts, shown, view)) if found else ""
    return _PAGE.format(looks=_LOOKS, summary=escape(summary(found)), body=body)


def _body(found: tuple[Finding, ...], texts: Mapping[str, str], shown: Mapping[str, str], view: View) -> Iterator[str]:
    yield from _filter(found, view)
    yield "<main>"
    yield from _table(found, view)
    yield "<h2>问题</h2>"
    for owner, files in groupby(by_file(found), key=lambda one: view.owner(one[0])):
        listed = list(files)
        every = [finding for _, some in listed for finding in some]
        yield f'<details class="owner" open><summary>{escape(owner)}{_counts(every)}</summary>'
        for file, some in listed:
            lines = texts.get(file, "").split("\n")
            yield f'<details class="file" open><summary>{escape(shown.get(file, file))}{_counts(some)}</summary>'
            for finding in some:
                yield from _finding(finding, lines, shown, view)
            yield "</details>"
        yield "</details>"
    yield from _glossary(found, view)
    yield "</main>"


def _class(finding: Finding) -> str:
    return _SETTLED if settled(finding) else _CLASSES[finding.severity]


def _filter(found: tuple[Finding, ...], view: View) -> Iterator[str]:
    """A box for each kind of finding there is, ticked if the view lists it."""
    numbers = Counter(map(_class, found))
    words = {_CLASSES[severity]: severity.chinese for severity in SEVERITIES} | {_SETTLED: "已说明理由"}
    ticked = {"info": view.hints, _SETTLED: view.accepted}
    there = [name for name in words if numbers[name]]
    for name in there:
        state = " checked" if ticked.get(name, True) else ""
        yield f'<input type="checkbox" class="box" id="box-{name}"{state}>'
    labels = (f'<label class="for-{name}" for="box-{name}">{words[name]} {numbers[name]}</label>' for name in there)
    yield f'<div class="filter">{"".join(labels)}</div>'


def _table(found: tuple[Finding, ...], view: View) -> Iterator[str]:
    numbers = Counter((finding.severity, finding.code, _class(finding)) for finding in found)
    yield "<h2>按编号</h2>\n<table>"
    yield "<thead><tr><th>级别</th><th>编号</th><th>问题</th><th>处</th></tr></thead>\n<tbody>"
    for (severity, code, look), number in sorted(numbers.items(), key=lambda one: (-one[0][0], -one[1], one[0][1:])):
        word = "已说明理由" if look == _SETTLED else severity.chinese
        yield (
            f'<tr class="{look}"><td class="word">{word}</td><td>{_code(code, view)}</td>'
            f'<td>{escape(view.name(code))}</td><td class="number">{number}</td></tr>'
        )
    yield "</tbody>\n</table>"


def _counts(findings: Iterable[Finding]) -> str:
    return f'<span class="counts">{escape(counts(findings))}</span>'


def _code(code: str, view: View) -> str:
    return f'<a href="#{escape(code)}">{escape(code)}</a>' if code in view.about else escape(code)


def _finding(finding: Finding, lines: list[str], shown: Mapping[str, str], view: View) -> Iterator[str]:
    place = finding.place
    yield f'<div class="finding {_class(finding)}">'
    yield (
        f'<p><span class="word">{finding.severity.chinese}</span> {_code(finding.code, view)} '
        f'{escape(finding.message)} <span class="place">第 {place.line} 行第 {place.column} 列</span></p>'
    )
    if 0 < place.line <= len(lines) and lines[place.line - 1].strip():
        yield f"<pre>{_marked(lines[place.line - 1], place.column - 1, finding.width)}</pre>"
    if finding.hint:
        yield f'<p class="hint">→ {escape(finding.hint)}</p>'
    for other in finding.related:
        yield f'<p class="note">另见 {escape(shown.get(other.file, other.file))}:{other.line}:{other.column}</p>'
    if finding.accepted:
        yield f'<p class="note">说明:{escape(finding.accepted)}</p>'
    yield "</div>"


def _marked(line: str, start: int, width: int) -> str:
    """The line with what is at fault marked; a long one is cut around it."""
    end = start + max(1, width)
    cut, stop = max(0, start - _AROUND), min(len(line), end + _AROUND)
    parts = (escape(line[cut:start]), escape(line[start:end]) or " ", escape(line[end:stop]))
    before, after = "…" if cut else "", "…" if stop < len(line) else ""
    return f"{before}{parts[0]}<mark>{parts[1]}</mark>{parts[2]}{after}"


def _glossary(found: Iterable[Finding], view: View) -> Iterator[str]:
    codes = sorted({finding.code for finding in found} & view.about.keys())
    if not codes:
        return
    yield "<h2>编号的意思</h2>\n<dl>"
    for code in codes:
        item = view.about[code]
        yield f'<dt id="{escape(code)}">{escape(code)} {escape(item.name)}({item.severity.chinese})</dt>'
        yield from (f"<dd>{escape(title)}:{escape(text)}</dd>" for title, text in sections(item))
    yield "</dl>"
