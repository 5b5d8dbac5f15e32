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
def test_a_way_that_the_plan_allows(way: tuple[ReviewState, ...], registry: Registry) -> None:
    """Each review stays, the last one is the state."""
    registry.submit(filing())
    events = [event(state, "理由" if state is RETURNED else "", minutes=number) for number, state in enumerate(way)]
    for one in events:
        registry.review("水务局", 3, one)
    found = registry.submission("水务局", 3)
    assert found.reviews == tuple(events)
    assert found.state is way[-1]
    assert registry.verify() == ()


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
def test_a_way_that_it_does_not_allow(way: tuple[ReviewState, ...], refused: ReviewState, registry: Registry) -> None:
    """It is refused with the two states, and nothing is kept of it."""
    registry.submit(filing())
    for state in way:
        registry.review("水务局", 3, event(state, "理由"))
    before = registry.submission("水务局", 3)
    with pytest.raises(NotAllowed, match=f"水务局第3阶段第1版现在是“{before.state}”,不能记“{refused}”"):
        registry.review("水务局", 3, event(refused, "别的理由", reviewer="赵六"))
    assert registry.submission("水务局", 3) == before


def test_sending_back_needs_reasons(registry: Registry) -> None:
    """The department must know what to mend."""
    registry.submit(filing())
    with pytest.raises(NotAllowed, match="要写明理由"):
        registry.review("水务局", 3, event(RETURNED))


def test_the_same_review_once_more_is_acknowledged(registry: Registry) -> None:
    """As after a lost answer, later; one by another person is another one."""
    registry.submit(filing())
    first = registry.review("水务局", 3, event(CONFIRMED))
    assert registry.review("水务局", 3, event(CONFIRMED, minutes=99)) == first
    with pytest.raises(NotAllowed):
        registry.review("水务局", 3, event(CONFIRMED, reviewer="赵六"))


def test_only_the_latest_version_is_reviewed(registry: Registry) -> None:
    """An older one has been replaced by its department."""
    registry.submit(filing("甲"))
    registry.submit(filing("乙"))
    with pytest.raises(NotAllowed, match="已经报送了第2版"):
        registry.review("水务局", 3, event(CONFIRMED), version=1)
    assert registry.review("水务局", 3, event(CONFIRMED), version=2).version == 2


def test_what_was_not_filed_cannot_be_reviewed(registry: Registry) -> None:
    """Neither a department, nor a stage, nor a version."""
    registry.submit(filing())
    for department, stage, version in (("林业局", 3, None), ("水务局", 2, None), ("水务局", 3, 2)):
        with pytest.raises(NotFiled, match=f"登记库里没有{department}第{stage}阶段"):
            registry.review(department, stage, event(CONFIRMED), version=version)
