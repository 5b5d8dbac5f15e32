"""Places, and texts that remember theirs."""

from __future__ import annotations

import pickle

from processes.model.places import NOWHERE, Place, Placed, Text

HERE = Place("局/01.yaml", 3, 5)


def test_a_place_is_written_as_editors_understand_it() -> None:
    """file:line:column."""
    assert str(HERE) == "局/01.yaml:3:5"


def test_a_text_is_equal_to_the_plain_one() -> None:
    """And has the same hash; its place does not count."""
    text = Text("甲", HERE)
    assert text == "甲" == Text("甲")
    assert {text} == {"甲"}
    assert (text.place, Text("甲").place) == (HERE, NOWHERE)


def test_a_text_keeps_its_place_on_its_way_to_another_process() -> None:
    """Work is done in several."""
    copy = pickle.loads(pickle.dumps(Text("甲", HERE)))  # noqa: S301 - our own
    assert (copy, copy.place) == ("甲", HERE)


def test_a_value_knows_the_places_of_its_fields() -> None:
    """Of what was not written by itself: its own."""
    elsewhere = HERE._replace(column=9)
    value = Placed(place=HERE, places={"name": elsewhere, "holders": 4})
    assert value.at("name") == elsewhere
    assert value.at("holders") == HERE.shifted(4) == HERE._replace(column=HERE.column + 4)
    assert value.at("limit") == HERE
    assert value.at("limit", elsewhere) == elsewhere
    assert value == Placed(), "places do not make values different"
