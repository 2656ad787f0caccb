"""Addresses under `/api/analysis/`."""

from django.urls import path

from routes.coverage.views import CoverageView

urlpatterns = [path("coverage", CoverageView.as_view(), name="coverage-api")]
