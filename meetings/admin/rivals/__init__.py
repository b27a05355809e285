"""Two people edit one record: both versions are shown, and nothing is overwritten."""

from .page import RivalsMixin

__all__ = ["RivalsMixin"]
