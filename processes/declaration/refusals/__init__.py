"""The catalogue of what reading refuses: code, name, severity, why, and how to mend it.

Reading is not a rule about the reform, so these stand here and not in ``processes.rules``; ``zaizao explain`` shows
both. One subject a file.
"""

from __future__ import annotations

from processes.declaration.refusals import declaration_refusals, folder_refusals, yaml_refusals
from processes.declaration.refusals.refusal import Refusal

__all__ = ["REFUSALS", "Refusal"]

REFUSALS: dict[str, Refusal] = {
    refusal.code: refusal
    for subject in (yaml_refusals, declaration_refusals, folder_refusals)
    for refusal in subject.REFUSALS
}
"""Code → refusal, in the order of the codes: Y, D, F."""
