"""What the basis of a limit or a fee names, and how high that stands."""

from __future__ import annotations

from itertools import pairwise

import pytest

from processes.model.matter import Basis
from processes.model.vocabulary import BasisRank
from processes.rules.citations import Citation, citations, cites, ranks
from processes.rules.sector_limits import MEMORY, PUBLIC, SECTOR_LIMITS, VERIFIED

LAW, REGULATION, LOCAL = BasisRank.LAW, BasisRank.ADMINISTRATIVE_REGULATION, BasisRank.LOCAL_REGULATION


def test_titles_and_articles_are_taken_apart() -> None:
    """The name of the country, and what a bracket adds, make no other law."""
    text = "《中华人民共和国消防法(2008年修订)》第十五条规定的10个工作日,加《消防监督检查规定》第八条、第十条"
    assert citations(text) == (
        Citation("消防法", ("第十五条",)),
        Citation("消防监督检查规定", ("第八条", "第十条")),
    )
    assert cites(text, "消防法")
    assert not cites(text, "消防监督检查")


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("《行政许可法》第四十二条", LAW),
        ("《城市道路管理条例》第三十七条", REGULATION),
        ("《农贸市场管理条例》", REGULATION),
        ("《境外上市管理条例》", REGULATION),
        ("《黑龙江省道路运输条例》", LOCAL),
        ("《牡丹江市市容管理条例》", LOCAL),
        ("《黑龙江省实施〈中华人民共和国水法〉办法》", LOCAL),
        ("《黑龙江省收费管理细则》", BasisRank.LOCAL_RULE),
        ("《关于公布收费项目的通知》(财综[2014]8号)", BasisRank.NORMATIVE_DOCUMENT),
        ("省价联〔2013〕15号", BasisRank.NORMATIVE_DOCUMENT),
        ("国务院令第150号", REGULATION),
        ("《矿产资源补偿费征收管理规定》", None),
        ("《示范管理办法》", None),
        ("省物价局核定", None),
    ],
)
def test_a_name_tells_the_rank_or_nothing(text: str, rank: BasisRank | None) -> None:
    """办法 and 规定 of the country may be 行政法规: their names tell nothing."""
    assert ranks(text, ()) == (rank,)


def test_what_is_declared_goes_before_the_name() -> None:
    """依据 says the rank."""
    declared = Basis(rank=REGULATION, text="《中华人民共和国示范管理办法》第三条")
    assert ranks("《示范管理办法》第八条、《示范法》", (declared,)) == (REGULATION, LAW)


def test_of_each_article_one_number_holds_on_a_day() -> None:
    """The rows of an article follow each other without overlapping; each says how sure it is."""
    rows = sorted(SECTOR_LIMITS, key=lambda row: (row.law, row.article, row.since))
    assert all(row.mark in (VERIFIED, PUBLIC, MEMORY) and row.since <= row.until and row.days for row in rows)
    assert all(
        first.until < second.since
        for first, second in pairwise(rows)
        if (first.law, first.article) == (second.law, second.article)
    )
