"""What a registry is asked."""

from collections.abc import Iterator

import pytest

from processes.model.filing import ReviewState
from processes.store.failures import NotFiled
from processes.store.registry import Registry
from tests.filings import FIGURES, event, filing


@pytest.fixture(scope="module")
def filled(kind: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Registry]:
    """Three departments, two stages, submissions sent back; nothing else is filed."""
    file = str(tmp_path_factory.mktemp("filled") / "登记.db")
    url = file if kind == "sqlite" else request.getfixturevalue("server").database()
    with Registry.open(url) as registry:
        _fill(registry)
        yield registry


def _fill(registry: Registry) -> None:
    for one in (
        filing("甲", "水务局"), filing("乙", "水务局"), filing("甲", "水务局", 2), filing("甲", "林业局"), filing("甲", "交通局"),
    ):
        registry.submit(one)
    registry.review("水务局", 3, event(ReviewState.RETURNED, "缺附件7"))
    registry.review("林业局", 3, event(ReviewState.CONFIRMED))
    registry.review("林业局", 3, event(ReviewState.PUBLISHED))
    registry.review("交通局", 3, event(ReviewState.RETURNED, "全错"))


def test_the_latest_of_each_department_and_stage(filled: Registry) -> None:
    """In order, with their states; narrowed when asked."""
    found = [(one.department, one.stage, one.version, str(one.state)) for one in filled.latest()]
    assert found == [
        ("交通局", 3, 1, "退回"), ("林业局", 3, 1, "重新申报"), ("水务局", 2, 1, "草拟"), ("水务局", 3, 2, "退回"),
    ]
    assert [one.stage for one in filled.latest("水务局")] == [2, 3]
    assert [one.department for one in filled.latest(stage=3)] == ["交通局", "林业局", "水务局"]
    assert filled.latest("水务局", 5) == ()


def test_every_version_in_order(filled: Registry) -> None:
    """Each with its own reviews."""
    found = [(one.department, one.stage, one.version, len(one.reviews)) for one in filled.history()]
    assert found == [
        ("交通局", 3, 1, 1), ("林业局", 3, 1, 2), ("水务局", 2, 1, 0), ("水务局", 3, 1, 0), ("水务局", 3, 2, 1),
    ]
    assert [one.version for one in filled.history("水务局", 3)] == [1, 2]


def test_figures_are_of_the_latest_version_that_was_not_sent_back(filled: Registry) -> None:
    """交通局 has none, 水务局 that of its first."""
    assert list(filled.figures(3)) == ["林业局", "水务局"]
    assert list(filled.figures(4)) == []


def test_what_is_in_force_is_the_latest_that_was_not_sent_back(filled: Registry) -> None:
    """With the digests of its declarations, by department; 交通局 has nothing in force."""
    found = filled.in_force(3)
    assert [(one.department, one.version, len(one.reviews)) for one, _ in found] == [("林业局", 1, 2), ("水务局", 1, 0)]
    assert [dict(files) for _, files in found] == [
        {one.path: one.digest for one in filled.sources(name, 3, 1)} for name in ("林业局", "水务局")
    ]
    assert filled.in_force(4) == ()


def test_the_figures_of_any_version(filled: Registry) -> None:
    """Of those that there are."""
    keys = [("水务局", 3, 1), ("水务局", 3, 2), ("水务局", 9, 1)]
    assert filled.figures_of(keys) == dict.fromkeys(keys[:2], FIGURES)
    assert filled.figures_of([]) == {}


def test_what_is_declared_is_told_without_its_content(filled: Registry) -> None:
    """Of the latest version of each department and stage."""
    found = filled.declared()
    assert sorted(found) == [("交通局", 3), ("林业局", 3), ("水务局", 2), ("水务局", 3)]
    latest = {one.path: one.digest for one in filled.sources("水务局", 3)}
    assert found["水务局", 3] == latest != {one.path: one.digest for one in filled.sources("水务局", 3, 1)}


@pytest.mark.parametrize("name", ["submission", "sources", "findings", "documents"])
def test_what_was_not_filed_is_not_there(name: str, filled: Registry) -> None:
    """It is said, with what it would be."""
    with pytest.raises(NotFiled, match="没有水务局第3阶段第9版的报送"):
        getattr(filled, name)("水务局", 3, 9)
