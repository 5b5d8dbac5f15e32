"""What a filing is, before anything is kept of it."""

from dataclasses import replace
from datetime import datetime

import pytest

from processes.model.filing import FiledFile, ReviewState, Submission, digest_of
from tests.filings import PLAN, event, filing


def test_the_digest_is_of_the_files_alone() -> None:
    """Not of their order, the time, the person or what was found."""
    one = filing("甲")
    other = replace(one, declarations=one.declarations[::-1], documents=one.documents[::-1], who="王五", findings=())
    assert one.digest == other.digest
    assert one.digest != filing("乙").digest
    assert one.digest != replace(one, documents=()).digest


def test_a_declaration_is_not_taken_for_a_document() -> None:
    """Nor a path for the end of another."""
    file, document = PLAN, filing().documents[0]
    assert digest_of([file], []) != digest_of([], [replace(document, path=file.path, digest=file.digest)])
    assert digest_of([FiledFile("ab", b"")], []) != digest_of([FiledFile("a", b"")], [])


def test_errors_and_open_warnings_are_counted() -> None:
    """A warning with a reason is settled."""
    assert (filing().errors, filing().warnings) == (1, 1)


def test_a_filing_that_makes_no_sense_is_refused() -> None:
    """A time that may mean any hour, a path twice."""
    with pytest.raises(ValueError, match="zone"):
        replace(filing(), at=datetime(2017, 12, 29))  # noqa: DTZ001 - that is what is refused
    with pytest.raises(ValueError, match="same path"):
        replace(filing(), declarations=(PLAN, PLAN))


@pytest.mark.parametrize(
    ("state", "following"),
    [
        ("草拟", ["审核确认", "退回"]),
        ("审核确认", ["重新申报", "退回"]),
        ("退回", []),
        ("重新申报", []),
    ],
)
def test_what_may_follow_a_state(state: str, following: list[str]) -> None:
    """As the plan says (stage 3 §2)."""
    assert list(ReviewState(state).next) == following


def test_a_submission_has_the_state_of_its_last_review() -> None:
    """And its reasons."""
    one = Submission(
        department="水务局", stage=3, stage_name="优化", version=1, digest="", filed_at=filing().at, who="张三", errors=0,
        warnings=0, reviews=(event(ReviewState.CONFIRMED), event(ReviewState.RETURNED, "缺件")),
    )
    assert (one.state, one.reasons) == (ReviewState.RETURNED, "缺件")
    assert replace(one, reviews=()).state is ReviewState.DRAFT
