"""A registry says of itself what is no longer as it was filed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from processes.model.digests import sha256_of
from processes.model.filing import ReviewState
from processes.store import sealing
from processes.store.address import address_of
from processes.store.connecting import engine_of
from processes.store.failures import Damaged, RegistryError
from processes.store.guarding import unguard
from processes.store.registry import Registry
from tests.filings import event, filing

Spoil = Callable[..., None]


@pytest.fixture
def filled(registry: Registry) -> Registry:
    """Three versions of 水务局, the last of them confirmed and published, and one of 林业局."""
    for one in (filing("甲"), filing("乙"), filing("丙"), filing("甲", "林业局")):
        registry.submit(one)
    for state in (ReviewState.CONFIRMED, ReviewState.PUBLISHED):
        registry.review("水务局", 3, event(state))
    return registry


@pytest.fixture
def spoil(url: str, kind: str) -> Iterator[Spoil]:
    """Does what nobody may, past the guards: one who can do everything with the database."""
    engine = engine_of(address_of(url), 5)

    def run(*statements: str) -> None:
        with engine.begin() as connection:
            unguard(connection, ("content", "filed", "declared", "counted", "reviewed"))
            connection.execute(text("SET session_replication_role = replica" if kind == "postgresql" else "PRAGMA defer_foreign_keys = ON"))
            for statement in statements:
                connection.execute(text(statement))

    yield run
    engine.dispose()


def test_a_registry_that_is_whole(filled: Registry) -> None:
    """There is nothing to say."""
    assert filled.verify() == ()


# Which row it is, is reckoned here and not in the database: one of them is asked; the others below ask both.
@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE filed SET who = '王五' WHERE id = 2", ("水务局第3阶段第2版的记录被改过",)),
        ("UPDATE filed SET errors = 0 WHERE id = 1", ("水务局第3阶段第1版的记录被改过",)),
        ("UPDATE counted SET figures = '{}' WHERE filed_id = 4", ("林业局第3阶段第1版的记录被改过",)),
        ("UPDATE declared SET path = 'a' WHERE filed_id = 2 AND path = '方案.yaml'", ("水务局第3阶段第2版的文件和报送时不一样",)),
        ("DELETE FROM declared WHERE filed_id = 2 AND path = '方案.yaml'", ("水务局第3阶段第2版的文件和报送时不一样",)),
        ("UPDATE reviewed SET reviewer = '王五' WHERE number = 1", ("水务局第3阶段第3版的审核记录被改过",)),
        ("DELETE FROM reviewed WHERE number = 1", ("水务局第3阶段第3版的审核记录被改过",)),
        ("UPDATE reviewed SET state = '草拟' WHERE number = 2", ("水务局第3阶段第3版的审核记录被改过",)),
        ("UPDATE filed SET version = 4 WHERE id = 3", ("第4版前面缺了一版", "第4版的记录被改过")),
    ],
)
def test_a_changed_row_is_told(statement: str, said: tuple[str, ...], filled: Registry, spoil: Spoil) -> None:
    """With the submission it belongs to, and nothing of the others."""
    spoil(statement)
    found = filled.verify()
    assert len(found) == len(said)
    assert all(words in one for words, one in zip(said, found, strict=True))


def test_a_version_that_was_taken_out_is_missed(filled: Registry, spoil: Spoil) -> None:
    """The one after it knew it."""
    spoil("DELETE FROM declared WHERE filed_id = 2", "DELETE FROM counted WHERE filed_id = 2", "DELETE FROM filed WHERE id = 2")
    assert any("水务局第3阶段第3版前面缺了一版" in one for one in filled.verify())


def test_a_spoilt_file_is_told_and_not_given_out(filled: Registry, spoil: Spoil) -> None:
    """By its path, in each submission in which it is; the other files are still given."""
    digest = filing("乙").declarations[1].digest
    spoil(f"UPDATE content SET packed = '123' WHERE digest = '{digest}'")  # noqa: S608 - a digest
    assert filled.verify() == ("水务局第3阶段第2版的“水务局/01-取水.yaml”已损坏,和报送时不一样。",)
    with pytest.raises(Damaged, match=r"第2版的“水务局/01-取水\.yaml”已损坏"):
        filled.sources("水务局", 3, 2)
    assert len(filled.sources("水务局", 3, 3)) == 3


def test_spoilt_lists_are_told_and_not_given_out(filled: Registry, spoil: Spoil) -> None:
    """Findings and manifest are kept like files."""
    one = filing("丙")
    lists = (sealing.findings_json(one.findings), sealing.documents_json(one.documents))
    statement = "UPDATE content SET size = size - 1 WHERE digest = '{}'"
    spoil(*(statement.format(sha256_of(one)) for one in lists))
    found = filled.verify()
    assert any("第3版的“问题清单”已损坏" in said for said in found)
    assert any("第3版的“文件清单”已损坏" in said for said in found)
    for read in (filled.findings, filled.documents):
        with pytest.raises(Damaged):
            read("水务局", 3)


def test_a_content_that_is_gone_is_told(tmp_path: Path) -> None:
    """Taken out by a program that does not mind references."""
    file = tmp_path / "登记.db"
    with Registry.open(str(file)) as registry:
        registry.submit(filing("乙"))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("DROP TRIGGER content_no_delete")
        other.execute("DELETE FROM content WHERE digest = ?", [filing("乙").declarations[1].digest])
    with Registry.open(str(file)) as registry:
        found = registry.verify()
    assert "有 1 处记录所指的内容不在登记库里。" in found
    assert any("第1版的“水务局/01-取水.yaml”已损坏" in one for one in found)


def test_a_row_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """SQLite takes any text for a time."""
    file = tmp_path / "登记.db"
    with Registry.open(str(file)) as registry:
        registry.submit(filing("乙"))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("DROP TRIGGER filed_no_update")
        other.execute("UPDATE filed SET filed_at = '去年'")
    with Registry.open(str(file)) as registry:
        assert registry.verify() == ("登记库已损坏,有的记录读不出来,后面的没有核验。",)


def test_a_file_with_broken_pages_is_told(tmp_path: Path) -> None:
    """SQLite's own test of its file, in Chinese; reading what lies there is refused as well."""
    file = tmp_path / "登记.db"
    with Registry.open(str(file)) as registry:
        for number in range(30):
            registry.submit(filing(f"第{number}份"))
    content = bytearray(file.read_bytes())
    pages = len(content) // 4096
    for page in range(pages - 6, pages):
        content[page * 4096 : page * 4096 + 512] = b"\xff" * 512
    file.write_bytes(bytes(content))
    with Registry.open(str(file)) as registry:
        found = registry.verify()
        assert found
        assert all("损坏" in one or "读不出来" in one or "被改过" in one or "缺了一版" in one or "不在登记库里" in one or "不一样" in one for one in found)
        with pytest.raises(RegistryError, match="已损坏"):
            [registry.sources("水务局", 3, version) for version in range(1, 31)]


def test_a_broken_file_with_rows_that_cannot_be_read_is_told_to_be_damaged_once(tmp_path: Path) -> None:
    """By the word of SQLite; then only what was not looked at. What to do is said by whoever tells it."""
    file = tmp_path / "登记.db"
    with Registry.open(str(file)) as registry:
        registry.submit(filing("甲"))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        page = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'declared'").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(bytes(content))
    with Registry.open(str(file)) as registry:
        found = registry.verify()
    assert [one.startswith("登记库文件已损坏") for one in found] == [True, False]
    assert found[1] == "有的记录读不出来,后面的没有核验。"


def test_a_record_that_lacks_what_it_must_have_is_told(tmp_path: Path) -> None:
    """As after a disk has mixed up its pages: what is read of it is None, which our own code cannot know."""
    file = tmp_path / "登记.db"
    with Registry.open(str(file)) as registry:
        registry.submit(filing("甲"))
    for statement in (
        "UPDATE sqlite_master SET sql = replace(sql, 'filed_at DATETIME NOT NULL', 'filed_at DATETIME')",
        "UPDATE filed SET filed_at = NULL",
        "UPDATE sqlite_master SET sql = replace(sql, 'filed_at DATETIME', 'filed_at DATETIME NOT NULL')",
    ):
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.executescript(f"DROP TRIGGER IF EXISTS filed_no_update; PRAGMA writable_schema = ON; {statement}")
    with Registry.open(str(file)) as registry:
        assert any("数据库自检有 1 处不对" in one for one in registry.verify())
        with pytest.raises(Damaged, match="有读不出来的记录"):
            registry.history()
