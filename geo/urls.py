"""Every address of the site. The apps are named as strings: `geo` imports none of them."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
