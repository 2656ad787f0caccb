"""The one settings file: read from the environment, safe for local work.

`docs/operator.md` lists every variable; a bad value stops the start by name.
"""

from pathlib import Path

import dj_database_url

from geo.backdrops import read_backdrops
from geo.environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"
env = Environment.load(LOCAL_DIR / "env")

DEBUG = env.flag("DEBUG")
SECRET_KEY = env.required("SECRET_KEY", "`make setup` writes one into .local/env.")
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
PUBLIC_URL = env.text("PUBLIC_URL")

INSTALLED_APPS = [
    "geo",
    "spaces",
    "routes",
    "frontend",
    "pgtrigger",
    "pghistory",
    "knox",
    "rest_framework",
    "rest_framework_gis",
    "drf_spectacular",
    "django_vite",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.gis",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "geo.security.NoBodyForHead",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "geo.security.ContentSecurityPolicy",
    "geo.security.NotForSharedCaches",
    "geo.security.RefuseNul",
    "geo.rest.remembering.RememberedAnswers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "spaces.signing_in.TellTooManyTries",
]

ROOT_URLCONF = "geo.urls"
WSGI_APPLICATION = "geo.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- Database: one engine everywhere, PostGIS ------------------------------------------------------

DATABASES = {
    "default": {
        **dj_database_url.parse(
            env.required("DATABASE_URL", "`make db` starts a private PostGIS and writes its address into .local/env."),
            engine="geo.postgis",
            conn_max_age=env.whole_number("DB_CONN_MAX_AGE", 600),
            conn_health_checks=True,
        ),
        # A prepared bbox query learns a generic plan and a wide box then costs a second: always plan afresh.
        # Compiling a query (JIT) or starting parallel workers costs more than any query here takes.
        "OPTIONS": {
            "options": "-c plan_cache_mode=force_custom_plan -c jit=off -c max_parallel_workers_per_gather=0",
            "connect_timeout": 5,  # seconds; a machine that does not answer is a 503, not a page that never comes
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- People ----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "spaces.User"
AUTHENTICATION_BACKENDS = ["spaces.signing_in.CountedLogin"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
KNOX_TOKEN_MODEL = "spaces.ApiToken"  # noqa: S105  (a model's name)
MIGRATION_MODULES = {"knox": None}  # its own token table is swapped for ours
REST_KNOX = {"AUTH_HEADER_PREFIX": "Bearer", "TOKEN_TTL": None}

# --- API -------------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "geo.rest.authentication.BearerTokens",
        "geo.rest.authentication.Sessions",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticatedOrReadOnly",
        "spaces.permissions.WithinScopes",
    ],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["geo.rest.parsers.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "geo.rest.problems.as_problem",
    "URL_FORMAT_OVERRIDE": None,  # `f` is ours, by OGC
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
ANSWERS_KEPT_MIB = env.whole_number("ANSWERS_KEPT_MIB", 32)
EXPORTS_AT_ONCE = env.whole_number("EXPORTS_AT_ONCE", 2)
EXPORT_MAX_S = env.whole_number("EXPORT_MAX_S", 900)
EXPORT_STALLED_S = env.whole_number("EXPORT_STALLED_S", 30)
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024

# --- Languages and time: Thai first, English equal -------------------------------------------------

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
USE_I18N = True
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True

# --- Static files ----------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = LOCAL_DIR / "static"
FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
STATICFILES_DIRS = [FRONTEND_DIST] if FRONTEND_DIST.is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "frontend.storage.StaticFiles"},
}
WHITENOISE_USE_FINDERS = env.flag("WHITENOISE_USE_FINDERS", DEBUG)
WHITENOISE_AUTOREFRESH = DEBUG
# Named by their content, by the front-end build or by the storage: kept for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/(assets/.+-[\w-]{8}|.+\.[0-9a-f]{12})\.\w+$"
DJANGO_VITE = {"default": {"dev_mode": False, "manifest_path": FRONTEND_DIST / ".vite" / "manifest.json"}}
API_MAP_MODULE = "src/api-map.ts"  # what draws the maps of the API's pages
MEDIA_ROOT = LOCAL_DIR / "media"
FIXTURES_DIR = BASE_DIR / "fixtures"
BASEMAP_URL = env.text("BASEMAP_URL")
EDITOR_BACKDROPS = read_backdrops(env.text("EDITOR_BACKDROPS"))

# --- Security --------------------------------------------------------------------------------------

BEHIND_HTTPS = env.flag("BEHIND_HTTPS")
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = BEHIND_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
PROXIES = env.whole_number("PROXIES", 0)
SECURE_REDIRECT_EXEMPT = [r"^api/health$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Debian's GDAL is 3.6: it cannot block file access by itself. No CRS text or WKT of a client ever reaches it.
SILENCED_SYSTEM_CHECKS = ["gis.W001"]
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS")
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# --- Logs: errors with their trace; never a query string of a plan (it may hold where somebody is)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # What a client's odd bytes look like is no news, and anybody could fill the log with it.
    "loggers": {"django.security.SuspiciousOperation": {"level": "CRITICAL"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "WARNING")},
}

SPECTACULAR_SETTINGS = {"OAS_VERSION": "3.0.3", "SERVE_INCLUDE_SCHEMA": False}
