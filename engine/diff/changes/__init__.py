"""变化: the kinds of difference between two versions, a closed union of frozen values with stable codes.

Every change carries places on both sides. What exists on one side only has, on the other side, the place where it
would stand (流程, 材料 …; for a cancelled matter the place that says 取消). The critical path and the totals are no
changes but consequences of them: ``Difference`` has them.
"""

from engine.diff.changes.arrangement import ArrangementChange
from engine.diff.changes.facts import BranchChanged, FactChanged, LimitChanged
from engine.diff.changes.materials import MaterialChange
from engine.diff.changes.procedures import ProcedureChange
from engine.diff.changes.steps import StepChange

Change = StepChange | ArrangementChange | ProcedureChange | MaterialChange | LimitChanged | FactChanged | BranchChanged
