"""The addresses. None holds a name or a case number; ids in them are random."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
