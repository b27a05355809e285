"""A database that others keep busy for too long: said in words, not as an error of ours."""

import logging

from django.db import OperationalError
from django.shortcuts import render

# PostgreSQL's: a deadlock, a lock that was not to be had, a serialisation that failed.
BUSY = {"40P01", "55P03", "40001"}

logger = logging.getLogger(__name__)


class BusyDatabaseMiddleware:
    """Tell whoever had to wait too long for others that nothing was saved."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer with a page; None for what is an error indeed."""
        if not isinstance(exception, OperationalError) or not _is_busy(exception):
            return None
        logger.warning("Too busy for %s: %s", request.path, exception)
        page = render(request, "503.html", status=503)
        page.headers["Retry-After"] = "10"
        return page


def _is_busy(error: OperationalError) -> bool:
    state = getattr(error.__cause__, "sqlstate", None)
    return state in BUSY or "database is locked" in str(error)
