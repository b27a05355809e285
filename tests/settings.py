"""The project's settings as a local trial has them, with what makes tests quick."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("BALITRACK_LOCAL", "1")
os.environ.setdefault("SECRET_KEY", "known to everybody, for tests only")

from balitrack.settings import *  # noqa: F403

# A working copy's own files stay as they are while its tests run.
SCRATCH = Path(tempfile.mkdtemp(prefix="balitrack-tests-"))
MEDIA_ROOT = SCRATCH / "media"
DOCUMENT_CACHE_DIR = SCRATCH / "documents"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
