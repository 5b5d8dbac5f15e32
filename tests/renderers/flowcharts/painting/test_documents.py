"""SVG documents."""

from __future__ import annotations

import re

from renderers.flowcharts.painting.documents import svg_document


def drawn(title: str, description: str = "甲 → 乙。") -> str:
    """An empty picture."""
    return svg_document(title, description, (10.0, 20.0), (), "img")


def test_pictures_in_one_page_of_html_share_no_id() -> None:
    """Each is labelled by its own title, not by that of the first one in the page."""
    one, other = (set(re.findall(r'id="([^"]*)"', drawn(title))) for title in ("甲事项时限图", "乙事项时限图"))
    assert len(one) == len(other) == 2
    assert not one & other


def test_the_title_and_the_description_say_what_the_picture_is() -> None:
    """Their ids are those that the root names; what XML has a meaning for is escaped."""
    svg = drawn("<甲>&乙", "丙<丁")
    (title,) = re.findall(r'<title id="([^"]*)">&lt;甲&gt;&amp;乙</title>', svg)
    (description,) = re.findall(r'<desc id="([^"]*)">丙&lt;丁</desc>', svg)
    assert f'aria-labelledby="{title}" aria-describedby="{description}"' in svg
