"""The addresses. None holds a name or a case number; ids in them are random."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from .api.face import api
from .operation.health import health, metrics

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    path("", include("stayaway.registry.accounts.urls")),
    path("", include("stayaway.registry.desk.urls")),
    path("health/", health, name="health"),
    path("metrics/", metrics, name="metrics"),
]

handler500 = "stayaway.registry.operation.failing.failed"
