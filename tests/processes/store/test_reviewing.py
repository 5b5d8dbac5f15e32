"""Reviews follow one another as the plan says, and nothing of them is lost."""

import pytest

from processes.model.filing import ReviewState
from processes.store.failures import NotAllowed, NotFiled
from processes.store.registry import Registry
from tests.filings import event, filing

DRAFT, CONFIRMED, RETURNED, PUBLISHED = ReviewState


@pytest.mark.parametrize(
    "way",
    [(CONFIRMED,), (CONFIRMED, PUBLISHED), (RETURNED,), (CONFIRMED, RETURNED)],
)
def test_a_way_that_the_plan_allows(way: tuple[ReviewState, ...], shared: Registry, department: str) -> None:
    """Each review stays, the last one is the state."""
    shared.submit(filing("甲", department))
    events = [event(state, "理由" if state is RETURNED else "", minutes=number) for number, state in enumerate(way)]
    for one in events:
        shared.review(department, 3, one)
    found = shared.submission(department, 3)
    assert found.reviews == tuple(events)
    assert found.state is way[-1]
    assert shared.verify() == ()


@pytest.mark.parametrize(
    ("way", "refused"),
    [
        ((), DRAFT),
        ((), PUBLISHED),
        ((CONFIRMED,), DRAFT),
        ((CONFIRMED, PUBLISHED), RETURNED),
        ((CONFIRMED, PUBLISHED), CONFIRMED),
        ((RETURNED,), CONFIRMED),
        ((RETURNED,), PUBLISHED),
    ],
)
def test_a_way_that_it_does_not_allow(way: tuple[ReviewState, ...], refused: ReviewState, shared: Registry, department: str) -> None:
    """It is refused with the two states, and nothing is kept of it."""
    shared.submit(filing("甲", department))
    for state in way:
        shared.review(department, 3, event(state, "理由"))
    before = shared.submission(department, 3)
    with pytest.raises(NotAllowed, match=f"{department}第3阶段第1版现在是“{before.state}”,不能记“{refused}”"):
        shared.review(department, 3, event(refused, "别的理由", reviewer="赵六"))
    assert shared.submission(department, 3) == before


def test_sending_back_needs_reasons(shared: Registry, department: str) -> None:
    """The department must know what to mend."""
    shared.submit(filing("甲", department))
    with pytest.raises(NotAllowed, match="要写明理由"):
        shared.review(department, 3, event(RETURNED))


def test_the_same_review_once_more_is_acknowledged(shared: Registry, department: str) -> None:
    """As after a lost answer, later; one by another person is another one."""
    shared.submit(filing("甲", department))
    first = shared.review(department, 3, event(CONFIRMED))
    assert shared.review(department, 3, event(CONFIRMED, minutes=99)) == first
    with pytest.raises(NotAllowed):
        shared.review(department, 3, event(CONFIRMED, reviewer="赵六"))


def test_only_the_latest_version_is_reviewed(shared: Registry, department: str) -> None:
    """An older one has been replaced by its department."""
    shared.submit(filing("甲", department))
    shared.submit(filing("乙", department))
    with pytest.raises(NotAllowed, match="已经报送了第2版"):
        shared.review(department, 3, event(CONFIRMED), version=1)
    assert shared.review(department, 3, event(CONFIRMED), version=2).version == 2


def test_what_was_not_filed_cannot_be_reviewed(shared: Registry, department: str) -> None:
    """Neither a department, nor a stage, nor a version."""
    shared.submit(filing("甲", department))
    for name, stage, version in (("无此局", 3, None), (department, 2, None), (department, 3, 2)):
        with pytest.raises(NotFiled, match=f"登记库里没有{name}第{stage}阶段"):
            shared.review(name, stage, event(CONFIRMED), version=version)
