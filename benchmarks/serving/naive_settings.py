"""The project's database and applications under plain DRF-GIS: Django's usual middleware, DRF's own defaults."""

from geo.settings import *  # noqa: F403 - all but what follows

ROOT_URLCONF = "benchmarks.serving.naive"
REST_FRAMEWORK = {}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
