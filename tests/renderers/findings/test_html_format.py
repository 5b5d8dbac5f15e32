"""Findings as a page."""

from __future__ import annotations

from html.parser import HTMLParser

from processes.declaration.refusals import REFUSALS
from processes.model.findings import Finding, Severity
from processes.model.places import Place
from renderers.findings.html_format import render
from renderers.findings.view import View

HERE = Place("局/01.yaml", 1, 5)
VIEW = View(about=REFUSALS, owners={"局": "示范局"}, hints=False, accepted=False)
FOUND = [
    Finding(HERE, "D101", Severity.ERROR, "没有「<甲>」", "写“乙&丙”", (Place("局/单位.yaml", 2, 3),), 2),
    Finding(HERE, "R420", Severity.WARNING, "太长", accepted="<理由>"),
    Finding(Place("局/02.yaml", 9, 1), "Y103", Severity.INFO, "可以"),
    Finding(Place("方案.yaml", 1, 1), "D101", Severity.ERROR, "没有"),
]
TEXTS = {"局/01.yaml": "键: a<b>c\n"}


class _Tags(HTMLParser):
    """The tags that are open, and everything that names something elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.outside: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.outside += [value for name, value in given.items() if name == "src" or "://" in value]
        self.ids |= {given["id"]} if "id" in given else set()
        self.links |= {given["href"].removeprefix("#")} if "href" in given else set()
        self.links |= {given["for"]} if "for" in given else set()
        if tag not in {"meta", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(page: str) -> _Tags:
    """The page as a browser takes it apart."""
    tags = _Tags()
    tags.feed(page)
    assert tags.open == []
    return tags


def test_the_page_is_whole_and_needs_nothing_from_elsewhere() -> None:
    """Every tag is closed, every link leads to a place on the page, nothing is loaded, no script runs."""
    page = render(FOUND, TEXTS, {}, VIEW)
    tags = parsed(page)
    assert tags.outside == []
    assert tags.links <= tags.ids
    assert "<script" not in page
    assert "url(" not in page


def test_everything_is_on_the_page() -> None:
    """Each finding with its line, the fault marked; departments, files, counts, other places, reasons, meanings."""
    page = render(FOUND, TEXTS, {"局/02.yaml": "../02.yaml"}, VIEW)
    for said in (
        "发现 4 处:错误 2、提示 1、已说明理由 1。",
        '<summary>示范局<span class="counts">错误 1、提示 1、已说明理由 1</span>',
        "<summary>../02.yaml<",
        "没有「&lt;甲&gt;」",
        "<pre>键: a<mark>&lt;b</mark>&gt;c</pre>",
        "→ 写“乙&amp;丙”",
        "另见 局/单位.yaml:2:3",
        "说明:&lt;理由&gt;",
        '<dt id="D101">D101 不认识的键(错误)</dt>',
        '<td><a href="#D101">D101</a></td><td>不认识的键</td><td class="number">2</td>',
    ):
        assert said in page, said


def test_boxes_filter_the_page_and_begin_as_the_view_wants() -> None:
    """One for each kind of finding that there is."""
    page = render(FOUND, TEXTS, {}, VIEW)
    assert '<input type="checkbox" class="box" id="box-error" checked>' in page
    assert '<input type="checkbox" class="box" id="box-info">' in page
    assert '<input type="checkbox" class="box" id="box-settled">' in page
    assert 'id="box-warning"' not in page
    assert 'id="box-info" checked>' in render(FOUND, TEXTS, {})


def test_a_long_line_is_cut_around_the_fault() -> None:
    """On both sides."""
    found = Finding(Place("局/01.yaml", 1, 301), "D101", Severity.ERROR, "错", width=1)
    page = render([found], {"局/01.yaml": "前" * 300 + "错" + "后" * 300}, {})
    assert f"<pre>…{'前' * 60}<mark>错</mark>{'后' * 60}…</pre>" in page


def test_nothing_found_is_a_page_too() -> None:
    """It says so."""
    page = render([], {}, {})
    parsed(page)
    assert "没有发现问题。" in page
    assert "<main>" not in page
