"""What goes into a package and what is missing: a table of deliverables and what is declared."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from engine.campaign.owing import Facts
from engine.campaign.packing import ALONG, Item, Place, items_of, title_of, wanted
from engine.documents import kinds
from processes.model.process import CheckedMatter
from tests.declaring import Declared

WHOLE = Facts(matters=3, kept=2, kept_sound=2, approvals=1, approvals_kept=1, entering=1, has_approval_office=True)
BROKEN = Facts(matters=3, broken=1, kept=3, kept_sound=2, approvals=1, approvals_kept=1, entering=1)


def item(
    name: str, facts: Facts, given: tuple[str, ...] = (), matters: tuple[CheckedMatter, ...] = (), broken: str = ""
) -> Item:
    """The item of a deliverable, without what goes along."""
    named = (broken,) if broken else ()
    return items_of((name,), facts, matters, named, {name: given} if given else {}, frozenset(("事项目录",)))[0]


@pytest.mark.parametrize(
    ("name", "facts", "place", "copies"),
    [
        ("附件6", WHOLE, Place.PACKED, (1, 1, 0)),
        ("附件7", WHOLE, Place.PACKED, (2, 2, 0)),
        ("附件8", WHOLE, Place.PACKED, (3, 3, 0)),
        ("附件6", BROKEN, Place.SHORT, (1, 1, 0)),
        ("附件7", BROKEN, Place.SHORT, (3, 2, 1)),
        ("附件8", BROKEN, Place.SHORT, (3, 2, 1)),
        ("附件10", WHOLE, Place.NOT_OWED, (0, 0, 0)),
        ("附件1", Facts(matters=1, kept=1, kept_sound=1), Place.NOT_OWED, (0, 0, 0)),
        ("附件1", Facts(), Place.UNCLEAR, (0, 0, 0)),
        ("附件6", Facts(), Place.MISSING, (1, 0, 1)),
        ("窗口授权书", WHOLE, Place.MISSING, (1, 0, 1)),
    ],
)
def test_where_a_deliverable_is(name: str, facts: Facts, place: Place, copies: tuple[int, int, int]) -> None:
    """Copies owed, packed, lacking."""
    found = item(name, facts)
    assert found.place is place
    assert (found.owed, found.packed, found.lacking) == copies
    assert bool(found.why) is (place is not Place.PACKED)


def test_what_is_wrong_is_named_as_far_as_it_may_be() -> None:
    """A matter that cannot be read, or is secret, is only counted."""
    assert item("附件7", BROKEN, broken="排污许可").why == "“排污许可”申报有错误,没有做出来"
    assert item("附件7", BROKEN).why == "1个事项申报有错误,没有做出来"
    assert item("附件6", Facts()).why == "没有申报事项"


@pytest.mark.parametrize(("said", "place"), [("示发〔2018〕1号", Place.ELSEWHERE), ("未报", Place.MISSING)])
def test_a_paper_of_which_the_department_says_that_it_has_it_is_elsewhere(said: str, place: Place) -> None:
    """Neither in the package nor missing."""
    facts = Facts(matters=1, approvals=1, approvals_kept=1, entering=1, papers=MappingProxyType({"窗口授权书": said}))
    assert item("窗口授权书", facts).place is place


@pytest.mark.parametrize(("name", "facts"), [("窗口授权书", WHOLE), ("附件6", Facts(matters=1)), ("附件10", WHOLE)])
def test_what_is_given_is_there(name: str, facts: Facts) -> None:
    """Whether we make it, could make it, or think that it is owed."""
    found = item(name, facts, given=("一.pdf",))
    assert (found.place, found.given, found.lacking) == (Place.PACKED, ("一.pdf",), 0)


def test_a_secret_matter_is_filed_apart(declared: Declared) -> None:
    """
    名称: 要害部位检查
    涉密: 机密级,依据《范围》
    公开: 否
    """
    matters = declared.checked.matters
    facts = Facts(matters=1, kept=1, kept_sound=1)
    cards, form = item("附件7", facts, matters=matters), item("附件6", facts, matters=matters)
    assert (cards.place, cards.packed, cards.separate, cards.lacking) == (Place.PACKED, 0, 1, 0)
    assert (form.packed, form.separate) == (1, 0)


def test_the_catalogue_goes_along_with_the_summary() -> None:
    """It is a document that we know; a department without public matters has none."""
    assert wanted(("工作总结", "附件9")) == ("工作总结", "附件9", "事项目录")
    assert {more for names in ALONG.values() for more in names} <= kinds().keys()
    along = items_of(("工作总结",), WHOLE, (), (), {}, frozenset())
    assert [(one.name, one.place) for one in along] == [("工作总结", Place.PACKED), ("事项目录", Place.PACKED)]
    assert len(items_of(("工作总结",), WHOLE, (), (), {}, frozenset(("事项目录",)))) == 1


def test_a_deliverable_is_called_as_on_its_form() -> None:
    """Papers by the plan's own name."""
    assert [title_of(name) for name in ("附件6", "附件8", "入驻事项清单")] == [
        "附件6 工作流程优化对比台账",
        "附件8 工作流程图",
        "入驻事项清单",
    ]
