"""The page of all messages: ``docs/messages.md``, made from the gallery so that it shows what is really said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from renderers.findings.explanation import Explained

PAGE = Path(__file__).parents[2] / "docs" / "messages.md"

_HEAD = """# 检查时的全部提示

由 `python3 run.py test --rewrite` 从测试里的例子生成，不要手改。每个编号下面是写错的例子和 `zaizao check` 的原话；
没有写出来的键都是对的。在命令行里看一个编号：`zaizao explain 编号`。

编号的第一个字母：D 写法，F 文件，Y 文字本身（YAML），S 流程说不说得通，R 方案和法律的要求。
"""


def page(every: Mapping[str, Explained], folder: Path) -> str:
    """The page in Markdown: each code, why it is wrong, how to mend it, each slip of ``folder`` with its message."""
    return "\n".join([_HEAD, *(line for code in sorted(every) for line in _section(every[code], folder))])


def _section(item: Explained, folder: Path) -> Iterator[str]:
    yield f"## {item.code} {item.name}（{item.severity.chinese}）\n"
    yield f"- 为什么：{item.why}\n- 怎样改：{item.mend}\n"
    for said in sorted(folder.glob(f"{item.code}-*.txt")):
        slip = said.with_suffix(".yaml")
        if slip.is_file():
            yield from _block("yaml", slip.read_text("utf-8"))
        yield from _block("text", said.read_text("utf-8"))


def _block(language: str, text: str) -> Iterator[str]:
    yield f"```{language}\n{text.rstrip()}\n```\n"
