"""What the flowcharts of a department leave out: matters that are cancelled, and secret ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from processes.model.process import CheckedMatter


@dataclass(frozen=True, slots=True)
class Sorted:
    """The matters of a department by whether its charts show them.

    工作方案 二(五)1: “向社会公开(涉密事项除外)…工作流程图”. What many hands get has no secret matter, as 办理时限压缩图
    and the documents have none.
    """

    shown: tuple[CheckedMatter, ...]
    cancelled: tuple[CheckedMatter, ...]
    secret: tuple[CheckedMatter, ...]

    def notes(self) -> Iterator[str]:
        """The sentences for the page of contents."""
        if self.cancelled:
            yield f"优化后取消，没有流程图：{'、'.join(one.matter.name for one in self.cancelled)}。"
        if self.secret:
            yield secret_note(len(self.secret))


def secret_note(count: int) -> str:
    """The sentence that stands for secret matters, in the words of 办理时限压缩图."""
    return f"涉密事项{count}项没有列出。"


def sorted_out(matters: Sequence[CheckedMatter], *, after: bool) -> Sorted:
    """The matters sorted; ``after``: charts of 优化后 are wanted, which a cancelled matter has not."""
    open_ones = [one for one in matters if not one.matter.secret]
    cancelled = tuple(one for one in open_ones if after and one.after is None)
    return Sorted(
        tuple(one for one in open_ones if not (after and one.after is None)),
        cancelled,
        tuple(one for one in matters if one.matter.secret),
    )
