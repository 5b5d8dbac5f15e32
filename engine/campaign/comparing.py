"""A 报送包 held against what the registry holds of its department and stage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from processes.model.filing import FiledDocument, Submission
from processes.model.package import Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A package beside a submission, ``newest`` being the newest of all.

    ``same``: papers that are in both with the same content; ``differing``: with another. ``absent``: filed, not in the
    package: of secret matters, or replaced by what the department gave itself.
    """

    submission: Submission
    newest: Submission
    same: int
    differing: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def compared(manifest: Manifest, versions: Sequence[tuple[Submission, Iterable[FiledDocument]]]) -> Comparison | None:
    """The package beside the newest version from which no paper differs, else beside the newest; None without any.

    ``versions``: in their order, with their documents (``市场监管局/附件6-….xlsx``).
    """
    packed = {f"{manifest.owner}/{path}": digest for path, digest in manifest.files}
    found = [_compared(packed, one, versions[-1][0], documents) for one, documents in reversed(versions)]
    return next((one for one in found if not one.differing and one.same), found[0] if found else None)


def _compared(
    packed: dict[str, str], submission: Submission, newest: Submission, documents: Iterable[FiledDocument]
) -> Comparison:
    filed = {one.path: one.digest for one in documents}
    both = filed.keys() & packed.keys()
    return Comparison(
        submission=submission,
        newest=newest,
        same=sum(filed[path] == packed[path] for path in both),
        differing=tuple(sorted(path.partition("/")[2] for path in both if filed[path] != packed[path])),
        absent=tuple(sorted(path.partition("/")[2] for path in filed.keys() - both)),
    )
