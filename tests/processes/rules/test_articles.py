"""Numbers of articles."""

from __future__ import annotations

import pytest

from processes.rules.articles import articles_in


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("第42条", ("第四十二条",)),
        ("第四十二条第一款", ("第四十二条",)),
        ("第四二条", ("第四十二条",)),
        ("第10条、第12条", ("第十条", "第十二条")),
        ("第一十二条", ("第十二条",)),
        ("第8条第(三)项", ("第八条",)),
        ("第103条", ("第一百零三条",)),
        ("第一百〇三条", ("第一百零三条",)),
        ("第一百一十条", ("第一百一十条",)),
        ("第一百二十条之一", ("第一百二十条之一",)),
        ("第120条之1", ("第一百二十条之一",)),
        ("第1260条", ("第一千二百六十条",)),
        ("第1004条", ("第一千零四条",)),
        # No number of an article: left as it is, and compared with nothing.
        ("第0条", ("第0条",)),
        ("第123456条", ("第123456条",)),
        ("第三章", ()),
        ("第" + "9" * 5000 + "条", ()),
        ("第四十二条第一款、第42条第二款", ("第四十二条",)),
    ],
)
def test_an_article_has_one_spelling(text: str, articles: tuple[str, ...]) -> None:
    """That of the laws."""
    assert articles_in(text) == articles


def test_digits_and_characters_name_the_same_article() -> None:
    """There and back, and no two numbers are spelled alike."""
    spelled = [articles_in(f"第{number}条") for number in range(1, 2000)]
    assert [articles_in(one) for (one,) in spelled] == spelled
    assert len(set(spelled)) == len(spelled)
