"""What keeps the tool from going on: wrong use, or something that cannot be done.

    ZaizaoError
    ├── WrongUsage       exit code 2: the call has to be changed
    └── CannotBeDone     exit code 3: the surroundings have to be changed

What is wrong with a declaration is never an exception but a ``Finding``.
"""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "没有权限,或正被别的程序占用",
    errno.EPERM: "没有权限,或正被别的程序占用",
    errno.EBUSY: "正被别的程序占用",
    errno.ENOENT: "文件已经不在了",
    errno.EISDIR: "这里是一个文件夹",
    errno.ENOTDIR: "路径中间有一个同名的文件",
    errno.EEXIST: "路径中间有一个同名的文件",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "这里的链接绕成了一个圈",
    errno.EINVAL: "名称里有系统不许用的字符",
    errno.EIO: "磁盘或网络读写出错",
    errno.EDQUOT: "磁盘的配额用完了",
    errno.EFBIG: "文件太大",
    errno.ESTALE: "网络盘断开了",
    errno.ETIMEDOUT: "网络盘没有回应",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
}

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system says of a result it takes no more of, without a file name when it is a pipe or terminal."""


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese: its own words are English, or of its language."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")


class ZaizaoError(Exception):
    """Base of all errors that are told to the user in one Chinese sentence. ``exit_code`` is the command's."""

    exit_code = 3


class WrongUsage(ZaizaoError):
    """The command was called with something that does not fit."""

    exit_code = 2


class CannotBeDone(ZaizaoError):
    """Something outside the declarations is missing or in the way."""

    exit_code = 3
