"""What is planned: strategies, work plans in versions, items and their progress."""

from .items import ActionItem, ProgressUpdate
from .plans import PlanVersion, PriorityArea, WorkPlan
from .strategies import Strategy, StrategyArea

__all__ = [
    "ActionItem",
    "PlanVersion",
    "PriorityArea",
    "ProgressUpdate",
    "Strategy",
    "StrategyArea",
    "WorkPlan",
]
