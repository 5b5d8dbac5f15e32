"""Pictures read back: every text with its place, as our own measure has it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.measure import width
from renderers.timelines import Picture

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Told:
    """A text on the page."""

    words: str
    rect: Rect


def texts_of(picture: Picture) -> list[Told]:
    """All texts of a picture; reading fails if it is no well-formed XML."""
    found = []
    for element in _root(picture).iter(f"{SVG}text"):
        words, size = element.text or "", float(element.attrib["font-size"])
        x, y = float(element.attrib["x"]), float(element.attrib["y"]) - 0.36 * size
        wide = width(words, size)
        shift = {"middle": 0.0, "end": -wide / 2}.get(element.get("text-anchor", ""), wide / 2)
        found.append(Told(words, Rect(x + shift, y, wide, size)))
    return found


def _root(picture: Picture) -> ET.Element:
    return ET.fromstring(picture.svg.encode())  # noqa: S314 - our own text


@pytest.fixture(scope="session")
def read() -> Callable[[Picture], list[Told]]:
    """Reads a picture back."""
    return texts_of


@pytest.fixture(scope="session")
def holds() -> Callable[[Picture], None]:
    """Fails if a text stands on another or leaves the page, or if the picture is not complete and passive."""

    def check(picture: Picture) -> None:
        texts = sorted(texts_of(picture), key=lambda told: told.rect.top)
        for index, one in enumerate(texts):
            rect = one.rect
            assert min(rect.left, rect.top) >= 0, one
            assert (max(rect.right - picture.width, rect.bottom - picture.height)) <= 0, one
            for other in texts[index + 1 :]:
                if other.rect.top >= rect.bottom:
                    break
                assert not rect.meets(other.rect, -0.5), (one.words, other.words)
        root = _root(picture)
        assert (root.findtext(f"{SVG}title"), bool(root.findtext(f"{SVG}desc"))) == (picture.title, True)
        assert (root.get("role"), root.get("lang")) == ("img", "zh-CN")
        assert not re.search(r"<script|href|\bon\w+=|\bnan\b|\binf\b", picture.svg)

    return check
