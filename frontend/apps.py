"""The Django app that holds the visitor's pages."""

from django.apps import AppConfig


class FrontendConfig(AppConfig):
    name = "frontend"
    verbose_name = "Phatthalung learning map"
