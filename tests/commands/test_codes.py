"""Codes chosen by how they begin."""

from __future__ import annotations

import pytest

from commands._codes import Chosen, begins
from processes.errors import WrongUsage
from processes.model.findings import Finding, Severity
from processes.model.places import Place

KNOWN = ("R407b", "R420", "R420a", "L42-1", "F101", "FY01", "D119", "D120", "Y201")


@pytest.mark.parametrize(
    ("code", "prefix", "is_one"),
    [
        ("R420", "R", True),
        ("R420", "R4", True),
        ("R420", "R420", True),
        ("R407b", "R407B", True),
        ("L42-1", "L42", True),
        ("FY01", "F", False),
        ("FY01", "FY", True),
        ("F101", "F", True),
        ("F101", "F1", True),
        ("R420", "R42-", False),
    ],
)
def test_letters_alone_are_a_whole_kind(code: str, prefix: str, is_one: bool) -> None:
    """F is what reading refuses of files, FY another law; with a digit it is how the code begins."""
    assert begins(code, prefix) is is_one


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], set(KNOWN)),
        (["R4, L"], [], {"R407b", "R420", "R420a", "L42-1"}),
        (["R420"], [], {"R420"}),
        (["R42"], [], {"R420", "R420a"}),
        (["r4、f"], ["R407b"], {"R420", "R420a", "F101"}),
        (["R", "FY"], ["r42"], {"R407b", "FY01"}),
        ([], ["R，L;Y D", "F、FY"], set()),
    ],
)
def test_codes_are_selected_and_ignored(select: list[str], ignore: list[str], codes: set[str]) -> None:
    """Parted by whatever parts a list; upper or lower case."""
    chosen = Chosen(select, ignore, KNOWN)
    assert {code for code in KNOWN if chosen.wants(code)} == codes
    assert chosen.wants("") is not select


@pytest.mark.parametrize(
    ("select", "ignore", "everything"), [([], [], True), (["R"], [], False), (["D119"], [], True), ([], ["R"], True)]
)
def test_all_rules_are_asked_when_reasons_are_looked_at(select: list[str], ignore: list[str], everything: bool) -> None:
    """A reason for a rule that was not asked would seem to be of no use."""
    assert (Chosen(select, ignore, KNOWN).for_rules is None) is everything


def test_what_hides_the_rest_is_told_whatever_is_chosen() -> None:
    """A file that cannot be read is not praised."""
    findings = [Finding(Place("甲", 1, 1), code, Severity.ERROR, "乙") for code in ("R420", "Y201")]
    assert [one.code for one in Chosen(["L"], ["Y"], KNOWN).of(findings, {"Y201"})] == ["Y201"]


@pytest.mark.parametrize("word", ["X", "R9", "R42O", "4", "R,甲"])
def test_a_prefix_of_nothing_is_wrong_usage(word: str) -> None:
    """With the nearest code, if there is one."""
    with pytest.raises(WrongUsage, match="没有以“"):
        Chosen([word], [], KNOWN)
    with pytest.raises(WrongUsage, match="是不是「R420」"):
        Chosen([], ["R42O"], KNOWN)
