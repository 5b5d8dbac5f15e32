"""What a peer says in the ids of two BPMN files, spoken of by labels."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from benchmarks.difference.claims import Answer, Pair, labels
from benchmarks.difference.peers.bpmn import Diagram
from benchmarks.difference.peers.said import Said, Values, answer
from processes.model.process import Step


@dataclass(frozen=True, kw_only=True)
class InIds:
    """``same`` and ``changed`` by the ids of 优化前; attributes are called as in the files."""

    removed: Collection[str]
    added: Collection[str]
    same: Mapping[str, str]
    changed: Mapping[str, Mapping[str, Values]]
    moved: Collection[str] = ()
    limit_changed: bool = False


def answer_in_files(files: tuple[Diagram, Diagram], found: InIds, pair: Pair) -> Answer:
    """What was found in the files, as claims."""
    removed, added, same, changed = found.removed, found.added, found.same, found.changed
    before, after = files
    old, new = _labelled(before.steps, labels(pair.before)), _labelled(after.steps, labels(pair.after))
    old_names, new_names = labels(pair.before), labels(pair.after)
    kept = {
        (before.materials[key].name, after.materials[same[key]].name): attributes.keys()
        for key, attributes in changed.items()
        if key in before.materials and same.get(key) in after.materials
    }
    return answer(
        Said(
            removed=[old[key] for key in removed if key in old],
            added=[new[key] for key in added if key in new],
            onward={old[one]: new[other] for one, other in same.items() if one in old and other in new},
            moved=[old[key] for key in found.moved if key in old],
            changed={old[key]: attributes for key, attributes in changed.items() if key in old},
            removed_flows=[before.flows[key] for key in removed if key in before.flows],
            added_flows=[after.flows[key] for key in added if key in after.flows],
            renamed_flows=[
                (before.flows[key], after.flows[same[key]])
                for key, attributes in changed.items()
                if key in before.flows and "name" in attributes and same.get(key) in after.flows
            ],
            parallel=[_named(after.blocks[key], new_names) for key in added if key in after.blocks],
            serial=[_named(before.blocks[key], old_names) for key in removed if key in before.blocks],
            removed_materials=[before.materials[key].name for key in removed if key in before.materials],
            added_materials=[after.materials[key].name for key in added if key in after.materials],
            replaced_materials=[names for names, attributes in kept.items() if "name" in attributes],
            changed_materials=[
                names
                for names, attributes in kept.items()
                if "name" not in attributes and {*attributes} & {"copies", "shared"}
            ],
            limit_changed=found.limit_changed,
        ),
        pair,
    )


def _labelled(steps: Mapping[str, Step], names: Mapping[str, str]) -> dict[str, str]:
    return {key: names[step.key] for key, step in steps.items() if step.key in names}


def _named(keys: Collection[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names[key] for key in keys if key in names)
