"""The certificate as JSON, with every identity at every place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from processes.model.limits import number_text

if TYPE_CHECKING:
    from engine.reconcile.certificate import Certificate
    from engine.reconcile.values import Identity, Ref, Value


def render(certificate: Certificate) -> str:
    """An object; ``关系`` lists the identities in the order in which they were checked."""
    content = {
        "范围": certificate.subject,
        "表": list(certificate.forms),
        "关系种数": len(certificate.by_name),
        "核对处数": len(certificate.compared),
        "单元格数": certificate.cells,
        "矛盾处数": len(certificate.contradictions),
        "关系": [_identity(one) for one in certificate.identities],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _identity(one: Identity) -> dict[str, Any]:
    return {
        "名称": one.name,
        "单元格": _ref(one.left),
        "对照": [_ref(ref) for ref in (*one.right, *one.read)],
        "应为": _value(one.expected),
        "实为": _value(one.found),
        "相符": one.expected == one.found if one.scope else one.holds,
        "口径": one.scope,
    }


def _ref(ref: Ref) -> dict[str, str]:
    return {"单位": ref.owner, "表": ref.code, "位置": ref.name}


def _value(value: Value) -> str | int | float:
    if isinstance(value, str):
        return value
    return int(value) if value.denominator == 1 else float(number_text(value))
