"""xmldiff on two BPMN files: its edit script, carried out, says which element became which."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree
from serving import serve
from xmldiff.actions import MoveNode
from xmldiff.main import diff_trees
from xmldiff.patch import Patcher


class Followed(Patcher):  # type: ignore[misc] # the library has no types
    """Carries actions out one by one; the namespaces are those of the files."""

    nsmap: dict[str, str] = {}  # noqa: RUF012 - set for each pair


IDS = ["id", "sourceRef", "targetRef", "dataObjectRef"]
"""Not to be compared where they mean nothing."""

PARSER = etree.XMLParser(remove_blank_text=True)


def answer(question: dict[str, Any]) -> dict[str, object]:
    """Ids on both sides of what was removed, added, kept; attributes that were changed; what was moved in the file."""
    before, after = (etree.fromstring(question[side].encode(), PARSER) for side in ("before", "after"))
    options = (
        {"uniqueattrs": ["id"]} if question["ids"] else {"uniqueattrs": [], "ignored_attrs": IDS, "best_match": True}
    )
    script = diff_trees(before, after, diff_options=options)
    tree = deepcopy(before)
    old = [one for one in tree.iter() if one.get("id")]
    attributes = [dict(one.attrib) for one in old]
    patcher, moved = Followed(), []
    patcher.nsmap = tree.nsmap
    for action in script:
        if isinstance(action, MoveNode):
            moved += tree.xpath(action.node, namespaces=tree.nsmap)
        patcher.handle_action(action, tree)
    became = dict(zip(tree.iter(), after.iter(), strict=True))  # carried out, it is the second file
    stay = [(one, said) for one, said in zip(old, attributes, strict=True) if one in became]
    return {
        "removed": [said["id"] for one, said in zip(old, attributes, strict=True) if one not in became],
        "added": [new.get("id") for one, new in became.items() if new.get("id") and one not in {*old}],
        "same": {said["id"]: became[one].get("id") for one, said in stay},
        "changed": {
            said["id"]: {
                etree.QName(key).localname: [said.get(key, ""), new.get(key, "")]
                for key in {*said, *new.attrib}
                if said.get(key, "") != new.get(key, "")
            }
            for said, new in ((said, became[one]) for one, said in stay)
        },
        "moved": [said["id"] for one, said in stay if one in moved],
    }


if __name__ == "__main__":
    serve(answer)
