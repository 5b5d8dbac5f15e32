"""What ``--database`` means, and on which disk a file lies."""

from pathlib import Path

import pytest

from processes.store import address, connecting
from processes.store.address import address_of, is_on_share, is_share, kind_of_mount
from processes.store.connecting import engine_of
from processes.store.registry import Registry
from tests.filings import filing

MOUNTS = r"""overlay / overlay rw 0 0
server:/home /home/share nfs4 rw 0 0
//pc/docs /mnt/my\040docs cifs rw 0 0
tmpfs /mnt/my\040docs/fast tmpfs rw 0 0
broken
me@host: /home/me/remote fuse.sshfs rw 0 0
"""


def test_the_password_is_never_shown() -> None:
    """The name is the server and the database."""
    one = address_of("postgresql://zhang:secret@10.0.0.1:5432/reform")
    assert one.name == "10.0.0.1:5432/reform"
    assert (one.url.drivername, one.file) == ("postgresql+psycopg", None)


@pytest.mark.parametrize("given", ["登记 100%#1?.db", "./登记.db", "sqlite:///登记.db"])
def test_a_path_is_a_file_whatever_its_letters(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made in the current folder."""
    monkeypatch.chdir(tmp_path)
    Registry.open(given).close()
    assert (tmp_path / given.removeprefix("sqlite:///")).is_file()


@pytest.mark.parametrize(
    ("file", "kind", "share"),
    [
        ("/var/lib/登记.db", "overlay", False),
        ("/home/me/登记.db", "overlay", False),
        ("/home/share/县/登记.db", "nfs4", True),
        ("/mnt/my docs/登记.db", "cifs", True),
        ("/mnt/my docs/fast/登记.db", "tmpfs", False),
        ("/home/me/remote/登记.db", "fuse.sshfs", True),
    ],
)
def test_the_longest_mount_point_above_says_where_a_file_is(file: str, kind: str, share: bool) -> None:
    """Blanks in its name are written as octal numbers there."""
    assert kind_of_mount(Path(file), MOUNTS) == kind
    assert is_share(kind) is share


def test_the_disk_of_this_machine_is_no_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is known of mounts, neither."""
    assert not is_on_share(tmp_path / "登记.db")
    monkeypatch.setattr(address, "_MOUNTS", tmp_path / "none")
    assert not is_on_share(tmp_path / "登记.db")


def modes(file: Path) -> tuple[str, int]:
    """Journal and carefulness of a connection to the file: ``synchronous`` 2 is FULL, 3 EXTRA."""
    engine = engine_of(address_of(str(file)), 5)
    with engine.connect() as connection:
        said = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("journal_mode", "synchronous")]
    engine.dispose()
    return said[0], said[1]


def test_on_a_share_there_is_no_shared_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rollback journal is used, also for a file that came from a disk, and stays when it is moved to one."""
    file = tmp_path / "登记.db"
    with Registry.open(str(file)) as registry:
        registry.submit(filing())
    assert modes(file) == ("wal", 2)
    monkeypatch.setattr(connecting, "is_on_share", lambda _: True)
    assert modes(file) == ("delete", 3)
    monkeypatch.undo()
    assert modes(file) == ("delete", 3)
    with Registry.open(str(file)) as registry:
        assert registry.submit(filing("乙")).submission.version == 2
        assert registry.verify() == ()
