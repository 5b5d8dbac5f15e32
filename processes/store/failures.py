"""What can go wrong with a registry, each told in one Chinese sentence; the database's own words are never shown."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree

from processes.errors import CannotBeDone, WrongUsage, ZaizaoError, reason
from processes.model.case import CaseHead


class RegistryError(CannotBeDone):
    """The registry cannot do it."""


class CannotOpen(RegistryError):
    """There is no such file, folder or database, or no right to it."""


class NotARegistry(RegistryError):
    """It is something else."""


class NewerRegistry(RegistryError):
    """A newer version of the program has made it."""


class Busy(RegistryError):
    """Others have written all the time that we were willing to wait."""


class ReadOnly(RegistryError):
    """It can be read but not written."""


class DiskFull(RegistryError):
    """There is no room."""


class NoServer(RegistryError):
    """The server does not answer, or has hung up."""


class WrongPassword(RegistryError):
    """The server does not let us in."""


class NoDriver(RegistryError):
    """The library for PostgreSQL is not installed."""


class Damaged(RegistryError):
    """What is kept is not what was filed."""


class Overtaken(RegistryError):
    """Somebody else has added to the case since it was looked at; ``head`` is how it stands now."""

    def __init__(self, message: str, head: CaseHead) -> None:
        super().__init__(message)
        self.head = head


SPOILT = (AttributeError, LookupError, ArithmeticError, AssertionError)
"""What our own code raises on a row that could never have been written, such as NULL where there is none.

It may be a defect of ours as well: a registry is said to be damaged only when the database says so (``is_broken``).
"""


class NotFiled(WrongUsage):
    """There is no such submission."""


class NotAllowed(WrongUsage):
    """The review cannot follow."""


class NoSuchCase(WrongUsage):
    """There is no case of this number."""


class NumberTaken(WrongUsage):
    """There is another case of this number."""


class NotText(WrongUsage):
    """What is to be kept or looked for holds what no database keeps: a NUL, or half a character (a lone surrogate).

    The latter is what Python makes of bytes that are no UTF-8, such as GBK typed into a terminal of UTF-8.
    """

    def __init__(self) -> None:
        super().__init__(
            "有的文字登记库记不了、也查不到:里面有读不出来的字符。请检查终端的编码是不是 UTF-8,再重新输入。"
        )


_AGAIN = "没有登记成功的,可以放心再运行一次,不会重复登记。"

_SPOILT = "登记库“{}”的文件已损坏,请用备份恢复。"

_SQLITE = {
    sqlite3.SQLITE_READONLY: (ReadOnly, "登记库“{}”只能读,不能写。请检查文件和所在文件夹的权限。"),
    sqlite3.SQLITE_PERM: (CannotOpen, "登记库“{}”没有权限打开。"),
    sqlite3.SQLITE_AUTH: (CannotOpen, "登记库“{}”没有权限打开。"),
    sqlite3.SQLITE_FULL: (DiskFull, f"磁盘满了,登记库“{{}}”写不进去。请腾出空间;{_AGAIN}"),
    sqlite3.SQLITE_IOERR: (CannotOpen, f"登记库“{{}}”读写出错,可能是磁盘满了、磁盘有故障或网络盘断了。{_AGAIN}"),
    sqlite3.SQLITE_CANTOPEN: (
        CannotOpen,
        "登记库“{}”打不开:文件夹不在、没有权限,或者同名的是一个文件夹。请检查路径和权限。",
    ),
    sqlite3.SQLITE_NOTADB: (NotARegistry, "“{}”不是登记库。请换一个文件;原来是登记库的,可能已损坏,请用备份恢复。"),
    sqlite3.SQLITE_CORRUPT: (Damaged, _SPOILT),
    sqlite3.SQLITE_ERROR: (Damaged, "登记库“{}”里的表不是应有的样子:文件已损坏,或者被别的程序改过。请用备份恢复。"),
}
"""Primary result code → what it is."""

BUSY_CODES = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

_CLASSES = {
    "08": (NoServer, f"和数据库“{{}}”的连接断了。请检查网络和服务;{_AGAIN}"),
    "28": (WrongPassword, "数据库“{}”不让登录:用户名或密码不对,或者没有登录权限。请核对 --登记库 的写法。"),
    "3D": (CannotOpen, "服务器上没有“{}”这个数据库。请先建好,或者核对 --登记库 里的库名。"),
    "42": (CannotOpen, "数据库“{}”不让读写:这个用户没有权限,或者里面的表不是登记库的。请找数据库管理员。"),
    "53": (DiskFull, f"数据库“{{}}”的服务器磁盘或内存满了,或者连接太多。请找数据库管理员;{_AGAIN}"),
    "57": (NoServer, f"数据库“{{}}”的服务正在停止或重启。请稍后再试;{_AGAIN}"),
    "58": (CannotOpen, "数据库“{}”的服务器读写出错。请找数据库管理员。"),
    "XX": (Damaged, "数据库“{}”的文件可能已损坏。请找数据库管理员,用备份恢复。"),
}
"""Class of a PostgreSQL error (the first two characters of its SQLSTATE) → what it is."""

_READ_ONLY_STATE = "25006"
_WAITED_STATE = "55P03"
_NOT_TEXT_STATES = ("22021", "22P05")
"""A character that the encoding of the database does not have, or a NUL in JSON."""
_AGAIN_STATES = ("40001", "40P01")
"""Serialization failure and deadlock: nothing was done, and it may succeed at once."""


@contextmanager
def told(name: str, patience: float) -> Iterator[None]:
    """Turns what the database raises into a ``RegistryError`` or ``NotText``; ``name``: what the user knows it by."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != "psycopg":
            raise
        raise NoDriver(_NO_DRIVER) from error
    except NoSuchModuleError as error:
        raise NoDriver(_NO_DRIVER) from error
    except SQLAlchemyError as error:
        raise meaning(error, name, patience) from error
    except UnicodeEncodeError as error:
        raise NotText from error
    except UnicodeDecodeError as error:
        # What SQLite quotes in its complaint (a table's definition) is damaged too, and Python cannot read it.
        raise Damaged(_SPOILT.format(name)) from error
    except OSError as error:
        kind = DiskFull if error.errno == errno.ENOSPC else CannotOpen
        raise kind(f"登记库“{name}”打不开:{reason(error)}。") from error


_NO_DRIVER = '没有安装 PostgreSQL 的驱动 psycopg。请安装:pip install "psycopg[binary]";或者不写 --登记库,用登记库文件。'


def meaning(error: SQLAlchemyError, name: str, patience: float) -> ZaizaoError:
    """The failure behind an error of the database."""
    if isinstance(error, NoneFree):
        # As many of our own threads as there are connections are waiting for others.
        return _waited(name, patience)
    if not isinstance(error, DBAPIError) or error.orig is None:
        return RegistryError(f"登记库“{name}”出错({type(error).__name__})。")
    # Without a code Python's own module speaks: a text that is no UTF-8.
    spoilt = sqlite3.SQLITE_CORRUPT if isinstance(error.orig, sqlite3.OperationalError) else None
    code = sqlite_code(error.orig) or spoilt
    return _of_server(error, name, patience) if code is None else _of_sqlite(code, name, patience)


def _of_server(error: DBAPIError, name: str, patience: float) -> ZaizaoError:
    """What PostgreSQL or psycopg says."""
    state = str(getattr(error.orig, "sqlstate", None) or "")
    if state == _READ_ONLY_STATE:
        return ReadOnly(f"数据库“{name}”现在只能读,不能写(可能连到了备用服务器)。")
    if state == _WAITED_STATE or state in _AGAIN_STATES:
        return _waited(name, patience)
    if isinstance(error, DataError):
        return _of_value(error, state, name)
    if state[:2] in _CLASSES:
        kind, said = _CLASSES[state[:2]]
        return kind(said.format(name))
    return RegistryError(_UNKNOWN.format(name, state)) if state else _of_connecting(error, name)


_UNKNOWN = "数据库“{}”出错(代码 {})。"


def _of_value(error: DataError, state: str, name: str) -> ZaizaoError:
    """What is wrong with a value: psycopg has no code of its own, for one on its way there or on its way back."""
    if state in _NOT_TEXT_STATES or "NUL" in str(error.orig):
        return NotText()
    if not state:
        return Damaged(f"数据库“{name}”里有读不出来的记录,可能被别的程序改过。请找数据库管理员,用备份恢复。")
    return RegistryError(_UNKNOWN.format(name, state))


def is_broken(connection: Connection) -> bool:
    """Whether a file is damaged by the word of SQLite itself; a server sees to its own files."""
    if connection.dialect.name != "sqlite":
        return False
    try:
        return connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok"
    except DBAPIError:
        return True


def may_succeed_again(error: SQLAlchemyError) -> bool:
    """Whether nothing was done and the same transaction may succeed at once."""
    if not isinstance(error, DBAPIError):
        return False
    code = sqlite_code(error.orig)
    return getattr(error.orig, "sqlstate", None) in _AGAIN_STATES if code is None else code in BUSY_CODES


def sqlite_code(error: BaseException | None) -> int | None:
    """The primary result code, if it is SQLite that speaks."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF


def _of_sqlite(code: int, name: str, patience: float) -> RegistryError:
    if code in BUSY_CODES:
        return _waited(name, patience)
    kind, said = _SQLITE.get(code, (RegistryError, f"登记库“{{}}”出错(代码 {code})。"))
    return kind(said.format(name))


def _waited(name: str, patience: float) -> Busy:
    return Busy(f"登记库“{name}”一直有别人在写,等了 {patience:g} 秒还没有轮到。请稍后再运行一次,不会重复登记。")


def _of_connecting(error: DBAPIError, name: str) -> RegistryError:
    """What psycopg says without a connection: it has words, but no code."""
    said = str(error.orig)
    # A server set to Chinese speaks Chinese.
    if error.connection_invalidated:
        # Cut off in the middle: the server has had no time to say why.
        kind, text = _CLASSES["08"]
    elif any(word in said for word in ("password", "authentication", "pg_hba", "role ", "认证", "角色")):
        kind, text = _CLASSES["28"]
    elif any(word in said for word in ("does not exist", "不存在")):
        kind, text = _CLASSES["3D"]
    else:
        kind, text = NoServer, "连不上数据库“{}”:服务没有启动,或者地址、端口、网络不对。请核对 --登记库 的写法。"
    return kind(text.format(name))
