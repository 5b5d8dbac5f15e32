"""What is filed is kept as it was, once, under the next number."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from processes.model.filing import ReviewState
from processes.store.registry import Registry
from tests.filings import BEGIN, FIGURES, FINDINGS, event, filing


def test_what_was_filed_is_read_back(registry: Registry, url: str) -> None:
    """All of it, also by who opens the registry later."""
    handed_in = filing("甲")
    receipt = registry.submit(handed_in)
    assert receipt.is_new
    with Registry.open(url) as later:
        one = later.submission("水务局", 3)
        assert one == receipt.submission
        assert (one.version, one.digest, one.filed_at, one.who) == (1, handed_in.digest, BEGIN, "张三")
        assert (one.stage_name, one.errors, one.warnings, one.state) == ("第3个阶段", 1, 1, ReviewState.DRAFT)
        assert set(later.sources("水务局", 3)) == set(handed_in.declarations)
        assert later.findings("水务局", 3) == FINDINGS
        assert later.documents("水务局", 3) == handed_in.documents
        assert later.figures(3) == {"水务局": FIGURES}


def test_versions_count_in_their_department_and_stage(shared: Registry, department: str) -> None:
    """Another department, another stage: another series."""
    others = [filing("甲", f"{department}乙"), filing("甲", department, 2)]
    filings = [filing("甲", department), filing("乙", department), *others, filing("丙", department)]
    assert [shared.submit(one).submission.version for one in filings] == [1, 2, 1, 1, 3]


def test_the_same_once_more_is_acknowledged_and_not_kept_twice(registry: Registry) -> None:
    """So whoever has lost the answer may ask again: other times and names do not make it another filing."""
    first = registry.submit(filing("甲"))
    again = registry.submit(filing("甲", minutes=9, who="王五"))
    assert (again.is_new, again.submission) == (False, first.submission)
    assert len(registry.history()) == 1
    # What lies further back was another state of things.
    registry.submit(filing("乙"))
    assert registry.submit(filing("甲")).submission.version == 3


def test_what_was_sent_back_and_not_changed_is_no_new_version(shared: Registry, department: str) -> None:
    """It is answered with the reasons."""
    shared.submit(filing("甲", department))
    shared.review(department, 3, event(ReviewState.RETURNED, "缺附件7"))
    receipt = shared.submit(filing("甲", department))
    assert (receipt.is_new, receipt.submission.reasons) == (False, "缺附件7")


def test_a_changed_document_makes_another_filing(shared: Registry, department: str) -> None:
    """The digest is over declarations and documents."""
    one = filing("甲", department)
    shared.submit(one)
    assert shared.submit(replace(one, documents=one.documents[:1])).submission.version == 2


def test_times_are_kept_to_the_microsecond_whatever_their_zone(shared: Registry, department: str) -> None:
    """16:05 in China is 08:05 in UTC."""
    china = timezone(timedelta(hours=8))
    at = datetime(2017, 12, 29, 16, 5, 0, 7, tzinfo=china)
    found = shared.submit(replace(filing("甲", department), at=at)).submission.filed_at
    assert (found, found.tzinfo) == (at, UTC)


def test_eight_who_file_at_once_get_numbers_without_a_gap(registry: Registry, url: str) -> None:
    """In two departments, which share the plan."""

    def file(number: int) -> tuple[str, int]:
        department = ("水务局", "林业局")[number % 2]
        with Registry.open(url) as own:
            return department, own.submit(filing(f"第{number}份", department)).submission.version

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(file, range(24)))
    assert sorted(found) == sorted((name, version) for name in ("水务局", "林业局") for version in range(1, 13))
    assert registry.verify() == ()


def test_a_registry_serves_several_threads(registry: Registry) -> None:
    """One that is opened once."""
    with ThreadPoolExecutor(4) as pool:
        versions = pool.map(lambda number: registry.submit(filing(str(number))).submission.version, range(8))
    assert sorted(versions) == list(range(1, 9))
