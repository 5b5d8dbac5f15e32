"""The certificate as plain text: what was checked, what contradicts what, and what need not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from processes.model.limits import number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.reconcile.certificate import Certificate
    from engine.reconcile.values import Identity, Value


def render(certificate: Certificate) -> str:
    """The whole text."""
    return "\n".join(_lines(certificate)) + "\n"


def value_text(value: Value) -> str:
    """A number as the forms print it, a text as it is; a list in one line."""
    return value.replace("\n", "⏎") if isinstance(value, str) else number_text(value)


def _lines(certificate: Certificate) -> Iterator[str]:
    contradictions = certificate.contradictions
    yield f"{certificate.subject}附件核对结果"
    yield f"核对的表:{'、'.join(certificate.forms) or '无'}"
    verdict = f"{len(contradictions)} 处矛盾" if contradictions else "全部相符"
    yield (
        f"核对了 {len(certificate.by_name)} 种关系、{len(certificate.compared)} 处,"
        f"覆盖 {certificate.cells} 个单元格:{verdict}。"
    )
    if contradictions:
        yield ""
        yield "矛盾:"
        for number, one in enumerate(contradictions, 1):
            yield from _contradiction(number, one)
    yield ""
    yield "核对的关系:"
    for name, ones in certificate.by_name.items():
        wrong = sum(not one.holds for one in ones)
        yield f"  {name}:{len(ones)} 处,{f'{wrong} 处不符' if wrong else '相符'}"
    if certificate.explained:
        yield ""
        yield "口径不同,不算矛盾:"
        for one in certificate.explained:
            yield f"  {_place(one)} 为 {value_text(one.found)},{_others(one)} 为 {value_text(one.expected)}"
        yield from (f"  说明:{scope}。" for scope in dict.fromkeys(one.scope for one in certificate.explained))


def _contradiction(number: int, one: Identity) -> Iterator[str]:
    yield f"  {number}. {_place(one)}:应为 {value_text(one.expected)},实为 {value_text(one.found)}"
    yield f"     依据:{one.name}{f';对照 {_others(one)}' if one.right or one.read else ''}"


def _place(one: Identity) -> str:
    return f"{one.left.owner} {one.left.name}"


def _others(one: Identity) -> str:
    """The cells compared with; of many the first and the last."""
    names = [f"{ref.owner} {ref.name}" for ref in (*one.right, *one.read)]
    return "、".join(names) if len(names) <= 2 else f"{names[0]}至{names[-1]}"  # noqa: PLR2004 - two fit a line
