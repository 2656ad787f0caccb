"""The WSGI entry point. WSGI, not ASGI: GEOS leaks under a thread per request (docs/decisions)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geo.settings")

application = get_wsgi_application()
