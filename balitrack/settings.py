"""Settings: everything that differs between installations comes from the environment.

The README has the table of variables. Without ``BALITRACK_LOCAL=1`` (a trial on
one's own computer) the defaults are those of a public server, and the process
refuses to start while something it needs for that is missing.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

DEBUG = env.bool("DEBUG", False)
LOCAL = env.bool("BALITRACK_LOCAL", DEBUG)
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


def local_secret_key() -> str:
    """Return this copy's own key, made at its first start: log-ins outlive restarts."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


def require(name: str, value, advice: str):
    """Return ``value``, or refuse to start with a sentence that says what to set."""
    if value:
        return value
    raise ImproperlyConfigured(
        f"The environment variable {name} is not set: {advice} "
        "(To try balitrack on your own computer, set BALITRACK_LOCAL=1 instead.)"
    )


SECRET_KEY = require(
    "SECRET_KEY",
    env.str("SECRET_KEY", "") or (LOCAL and local_secret_key()),
    "set it to a long random text that only this server knows.",
)
ALLOWED_HOSTS = require(
    "ALLOWED_HOSTS",
    env.list("ALLOWED_HOSTS", default=LOCAL_HOSTS if LOCAL else []),
    "set it to the host names of the site, with commas between them, "
    "for example ALLOWED_HOSTS=records.example.org.",
)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Documents print absolute links, also where no request says what the site is called.
SITE_URL = env.str(
    "SITE_URL", "http://127.0.0.1:8000" if LOCAL else f"https://{ALLOWED_HOSTS[0]}"
).rstrip("/")

ROOT_URLCONF = "balitrack.urls"
WSGI_APPLICATION = "balitrack.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


# Database


def database() -> dict:
    """Return the database of ``DATABASE_URL``, with what its engine needs of us."""
    config = env.db_url(
        "DATABASE_URL", default=f"sqlite:///{VAR_DIR}/balitrack.sqlite3"
    )
    options = config.setdefault("OPTIONS", {})
    if config["ENGINE"].endswith("sqlite3"):
        # Readers never wait for the one writer, and a writer waits for its turn
        # instead of failing halfway with "database is locked".
        options["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL"
        options["transaction_mode"] = "IMMEDIATE"
        options["timeout"] = 20
        if config["NAME"].startswith(str(VAR_DIR)):
            VAR_DIR.mkdir(exist_ok=True)
    else:
        # The pool keeps connections open, so Django must not keep them a second time.
        options["pool"] = {"min_size": 1, "max_size": 8}
        config["CONN_MAX_AGE"] = 0
    return config


DATABASES = {"default": database()}
POSTGRESQL = DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql"


# What the site is made of

INSTALLED_APPS = [
    "meetings.apps.MeetingsConfig",
    "workplans.apps.WorkplansConfig",
    "django_filters",
    "simple_history",
    "balitrack.apps.RecordsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    *(["django.contrib.postgres"] if POSTGRESQL else []),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "balitrack.headers.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Closed by default: a public view says so with @login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "balitrack.busy.BusyDatabaseMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


# Accounts

AUTH_USER_MODEL = "meetings.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator"
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"


# Transport and browser security. Over plain http only in a local trial.

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOCAL
# Entry in the browsers' preload list is for the owner of the whole domain to decide.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
# Only behind a proxy that sets the header itself: otherwise anyone could forge it.
if env.bool("TRUST_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# One form carries the whole attendance of a meeting: 60 parties with 5 fields each
# and their delegates is past Django's limit of 1,000 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000


# Language and time. Meeting dates are calendar dates at the venue; moments are in UTC
# and shown in the time of the Regional Support Office.

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
TIME_ZONE = env.str("TIME_ZONE", "Asia/Bangkok")
USE_TZ = True
FORMS_URLFIELD_ASSUME_HTTPS = True


# Files


def directory(name: str, default: str) -> Path:
    """Return the directory that the environment names, or one below ``var/``."""
    return Path(env.str(name, str(VAR_DIR / default)))


STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = directory("STATIC_ROOT", "static")
MEDIA_URL = "/media/"
MEDIA_ROOT = directory("MEDIA_ROOT", "media")
DOCUMENT_CACHE_DIR = directory("DOCUMENT_CACHE_DIR", "documents")

# A local trial serves the files where they lie; a server those that collectstatic
# gathered, under names that change with their content.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = LOCAL
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if LOCAL
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}


# Mail and log

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", f"balitrack@{ALLOWED_HOSTS[0]}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO").upper()},
    "loggers": {
        # Everything goes to the console once; nothing is mailed.
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": ["console"], "propagate": False},
        # These two describe every glyph they write.
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "WARNING"},
    },
}
