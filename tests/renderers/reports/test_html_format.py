"""A report as a page."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from engine.annexes.form import Cell
from engine.reports.report import Column, Report, Table
from renderers.reports.html_format import fragment, render


class Reader(HTMLParser):
    """Elements in order, with class, and the texts in each; what is opened must be closed."""

    def __init__(self, text: str) -> None:
        """Read a page or a fragment."""
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.seen.append((tag, dict(attrs).get("class") or ""))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """It ends: the last one opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text in it."""
        if data.strip() and self.open[-1] != "style":
            self.texts.append((self.open[-1], data))


def test_a_report_as_a_page(report: Report) -> None:
    """Headings by depth, numbers to the right, changes with sign and word; reports inside one level deeper."""
    read = Reader(render(report))
    assert read.texts == [
        ("title", "局优化对比"),
        ("h1", "局优化对比"),
        ("p", "局 1 项:环节 6→4"),
        ("h2", "合计"),
        *(("th", text) for text in ("项目", "优化前", "优化后", "压减比例")),
        *(("td", text) for text in ("环节", "6", "4", "33.3%", "时限", "0.5", "无", "——")),
        ("h2", "甲"),
        ("p", "甲:环节 6→4"),
        ("p", "“甲”减2个，完成。"),
        ("li", "市场监管局。"),
        ("h3", "环节变化"),
        ("b", "⊃ 合并"),
        ("li", " 「初审」「复审」→「审查」(沿自、相似0.83):承办 业务股→审批股;时限合计 7工作日→5工作日"),
        ("b", "→ 随之移动"),
        ("li", " 「缴费」移到「审查」之前"),
        ("b", "＝ 保留"),
        ("li", " 「受理」"),
    ]
    assert [look for tag, look in read.seen if tag == "td"][:4] == ["", "number", "number", "number"]
    assert [look for tag, look in read.seen if tag == "li"] == ["", "changed", "changed", "kept"]


def test_nothing_is_fetched(report: Report) -> None:
    """The page stands alone: no script, no picture, no address."""
    text = render(report)
    assert not [tag for tag, _ in Reader(text).seen if tag in ("script", "img", "link")]
    assert "://" not in text


def test_a_fragment_leaves_the_page_around_it_alone(report: Report) -> None:
    """Every rule of its looks is about what is inside it."""
    looks = fragment(report).partition("<style>")[2].partition("</style>")[0]
    rules = [rule.partition("{")[0] for rule in looks.split("}") if rule.strip()]
    assert rules
    assert all(part.strip().startswith(".zaizao") for rule in rules for part in rule.split(","))


@given(st.text(st.sampled_from("甲a<>&\"'/=!-"), max_size=20))
def test_a_name_shows_as_it_is_written(name: str) -> None:
    """Whatever marks it has."""
    table = Table("表", (Column("列"),), ((Cell(f"格{name}"),),))
    report = Report(title=f"题{name}", summary=f"文{name}", notes=(f"注{name}",), parts=(table,))
    texts = [text for _, text in Reader(fragment(report)).texts]
    assert texts == [f"题{name}", f"文{name}", f"注{name}", "表", "列", f"格{name}"]
