"""The book of cases on a server whose connections are cut off again and again: nothing is lost or done twice."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from random import Random

import pytest
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection

from processes.store.casebook import CaseBook
from processes.store.failures import NoServer
from soak.casebook import begin, keys_of
from tests.happenings import gone_on
from tests.postgres import Server

CUTS = 200

FIGURES = logging.getLogger(__name__)
"""Shown with ``--log-cli-level=INFO``."""


@pytest.mark.parametrize("how", ["the server ends the session", "the network is cut"])
def test_a_connection_that_is_cut_anywhere_loses_and_doubles_nothing(how: str, server: Server) -> None:
    """100 times each way: it goes on by itself; only two cuts in one event are told, and then it is done again."""
    url = server.database()
    database = url.rpartition("/")[2]
    begin(url, ["一"])
    done, cuts, told = threading.Event(), 0, 0
    random = Random(13)  # noqa: S311 - no secret
    with CaseBook.connect(url) as book:
        connections: list[DBAPIConnection] = []
        event.listen(book._engine, "checkout", lambda connection, *_: connections.append(connection))  # noqa: SLF001 - no other way to its sockets

        def cut() -> None:
            nonlocal cuts
            while cuts < CUTS // 2:
                time.sleep(random.uniform(0, 0.02))
                if how == "the network is cut":
                    cuts += hang_up(connections)
                else:
                    server.run(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "  # noqa: S608 - a name of ours
                        f"WHERE pid <> pg_backend_pid() AND datname = '{database}'"
                    )
                    cuts += 1
            done.set()

        cutter = threading.Thread(target=cut)
        cutter.start()
        step = 0
        while not done.is_set():
            try:
                book.append_many([gone_on(book.head("一"), str(step))])
            except NoServer:
                told += 1
            else:
                step += 1
        cutter.join()
        assert keys_of(book, "一")[:step] == [str(number) for number in range(step)]
        assert len(keys_of(book, "一")) <= step + 1
        assert book.verify() == ()
    FIGURES.info("%d cuts (%s), %d events, %d told", cuts, how, step, told)


def hang_up(connections: list[DBAPIConnection]) -> bool:
    """Cut the last connection that was used, unless it is gone already."""
    try:
        with socket.socket(fileno=os.dup(connections[-1].pgconn.socket)) as one:
            one.shutdown(socket.SHUT_RDWR)
    except Exception:  # noqa: BLE001 - libpq and the system say in several ways that there is no connection
        return False
    return True
