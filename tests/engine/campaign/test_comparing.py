"""A package beside what was filed."""

from __future__ import annotations

from datetime import UTC, datetime

from engine.campaign.comparing import compared
from processes.model.filing import FiledDocument, Submission
from processes.model.package import Manifest


def version(number: int) -> Submission:
    """A version."""
    return Submission(
        department="示范局",
        stage=3,
        stage_name="优化作风流程阶段",
        version=number,
        digest="",
        filed_at=datetime(2018, 1, 30, tzinfo=UTC),
        who="张三",
        errors=0,
        warnings=0,
    )


def documents(**digests: str) -> tuple[FiledDocument, ...]:
    """What was filed."""
    return tuple(FiledDocument(f"示范局/{name}.xlsx", digest, 1) for name, digest in digests.items())


PACKAGE = Manifest(
    owner="示范局",
    stage=3,
    stage_name="优化作风流程阶段",
    files=(("00-报送材料清单.docx", "0"), ("附件6.xlsx", "a"), ("附件7.xlsx", "b")),
)


def test_it_is_the_newest_version_from_which_nothing_differs() -> None:
    """What is only filed (of secret matters) or only packed (lists) is no difference."""
    versions = [
        (version(1), documents(附件6="a", 附件7="b")),
        (version(2), documents(附件6="a", 附件8="c")),
        (version(3), documents(附件6="x")),
    ]
    found = compared(PACKAGE, versions)
    assert found is not None
    assert (found.submission.version, found.newest.version) == (2, 3)
    assert (found.same, found.differing, found.absent) == (1, (), ("附件8.xlsx",))


def test_one_that_was_never_filed_is_held_against_the_newest() -> None:
    """So that it is seen what is different."""
    found = compared(PACKAGE, [(version(1), documents(附件6="y")), (version(2), documents(附件6="x", 附件7="b"))])
    assert found is not None
    assert (found.submission.version, found.same, found.differing) == (2, 1, ("附件6.xlsx",))


def test_without_a_version_there_is_nothing_to_compare() -> None:
    """The department has not filed."""
    assert compared(PACKAGE, []) is None
