import pytest


@pytest.fixture
def staff(desk):
    """Whoever keeps the whole record; tests of rights make accounts of their own."""
    return desk
