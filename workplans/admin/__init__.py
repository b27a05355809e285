"""Where staff enter strategies, work plans, their items and what was reported of them."""

from . import items, plans, programme, strategies

__all__ = ["items", "plans", "programme", "strategies"]
