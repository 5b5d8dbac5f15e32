"""What keeps the tool from going on: wrong use, or something that cannot be done.

    ZaizaoError
    ├── WrongUsage       exit code 2: the call has to be changed
    └── CannotBeDone     exit code 3: the surroundings have to be changed

What is wrong with a declaration is never an exception but a ``Finding``.
"""

from __future__ import annotations


class ZaizaoError(Exception):
    """Base of all errors that are told to the user in one Chinese sentence. ``exit_code`` is the command's."""

    exit_code = 3


class WrongUsage(ZaizaoError):
    """The command was called with something that does not fit."""

    exit_code = 2


class CannotBeDone(ZaizaoError):
    """Something outside the declarations is missing or in the way."""

    exit_code = 3
