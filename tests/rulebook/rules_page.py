"""The page of all rules: ``docs/rules.md``, made from the rule book so that it says what ``zaizao explain`` says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from renderers.findings.explanation import Explained, examples, grouped, sections

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"

_HEAD = """# 规则

由 `python3 run.py test --rewrite` 从规则本身生成，不要手改。在命令行里看一条：`zaizao explain 编号`；
只查几条：`zaizao check . --选择 R4,L`；不要哪条，在 方案.yaml 的“规则”里写 `编号: 忽略`，有理由的写在“说明”里。

例子只写出有关的键，没有写出来的都是对的。写法方面的编号（D、Y、F）和检查时的原话见 [检查时的全部提示](messages.md)。
"""


def page(rules: Mapping[str, Explained]) -> str:
    """The page in Markdown: the kinds of rules with their numbers, then a section a rule, as ``explain`` lists them."""
    kinds = grouped(rules)
    counts = [f"- {title}：{len(every)} 条" for title, every in kinds]
    lines = [_HEAD, *counts, ""]
    for title, every in kinds:
        lines += [f"## {title}\n", *(line for item in every for line in _section(item))]
    return "\n".join(lines)


def _section(item: Explained) -> Iterator[str]:
    yield f"### {item.code} {item.name}（{item.severity.chinese}）\n"
    yield "\n".join(f"- {title}：{' '.join(text.split())}" for title, text in sections(item)) + "\n"
    for title, example in (("错的写法", item.bad), ("对的写法", item.good)):
        files = examples(example)
        if files:
            yield f"{title}：\n"
        for path, text in files:
            if path:
                yield f"`{path}`\n"
            lines = text.strip("\n")
            yield f"```yaml\n{lines}\n```\n"
