"""Every address of the site. The apps are named as strings: `geo` imports none of them."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("admin/language/", set_language, name="set_language"),
    path("admin/", admin.site.urls),
    path("api/routes/", include("routes.urls")),
    path("api/analysis/", include("routes.analysis_urls")),
    path("api/", include("spaces.api.urls")),
    path("api/", include("geo.rest.urls")),  # answers every address under /api/: what others serve there stands above
    path("", include("frontend.plain_urls")),
    *i18n_patterns(path("", include("frontend.urls")), prefix_default_language=True),
]

handler400 = "geo.rest.handlers.bad_request"
handler403 = "geo.rest.handlers.permission_denied"
handler404 = "geo.rest.handlers.page_not_found"
handler500 = "geo.rest.handlers.server_error"
