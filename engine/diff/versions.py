"""Any two processes compared: those of two departments, of two counties, or of one matter at two times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.diff.compare import Difference, compare
from processes.model.flow import Procedure
from processes.model.folding import fold_name
from processes.model.matter import Matter, Outcome
from processes.model.places import Text
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Node, Process, Step


def compare_versions(
    matter: Matter, before: Process, after: Process, switches: Switches, sides: tuple[str, str]
) -> Difference:
    """The difference between two versions called ``sides``, under the name and the 法定时限 of ``matter``.

    沿自 leads from an 优化后 to its own 优化前, not to the other version here: it is left out, but two steps that
    continue the same steps are one.
    """
    before, after = _unlinked(before, {}), _unlinked(after, _heirs(before))
    both = replace(
        matter,
        before=before.version,
        after=after.version,
        outcome=Outcome.REWORKED,
        devolved_to="",
        cancel_reason="",
        other_improvement="",
    )
    return replace(compare(CheckedMatter(matter=both, before=before, after=after), switches), sides=sides)


def _heirs(process: Process) -> Mapping[frozenset[str], str]:
    """What a step continues → the key of the step, where no other step continues the same."""
    found: dict[frozenset[str], list[str]] = {}
    for step in process.steps:
        if step.origins:
            found.setdefault(_origins(step), []).append(step.key)
    return {origins: keys[0] for origins, keys in found.items() if len(keys) == 1}


def _origins(step: Step) -> frozenset[str]:
    return frozenset(map(fold_name, step.origins or ()))


def _unlinked(process: Process, heirs: Mapping[frozenset[str], str]) -> Process:
    """The process without 沿自, but for the steps that continue what one of ``heirs`` continues."""
    version = process.version
    own = _heirs(process)
    steps = {
        step.key: _step(step, heirs.get(_origins(step), "") if _origins(step) in own else "") for step in process.steps
    }
    return replace(
        process,
        version=replace(version, materials=tuple(replace(one, origins=None) for one in version.materials)),
        steps=tuple(steps.values()),
        counted_steps=tuple(steps[step.key] for step in process.counted_steps),
        nodes=tuple(
            Node(node.key, node.kind, steps[node.step.key], node.name) if node.step else node for node in process.nodes
        ),
    )


def _step(step: Step, continued: str) -> Step:
    return replace(
        step,
        origins=(Text(continued, step.at("origins")),) if continued else None,
        procedures=tuple(map(_procedure, step.procedures)),
    )


def _procedure(procedure: Procedure) -> Procedure:
    return replace(procedure, origins=None)
