"""The app of the OpenAPI face: its one table is that of answers kept for repeated calls."""

from django.apps import AppConfig


class Api(AppConfig):
    """The registry for programs."""

    name = "stayaway.registry.api"
    label = "api"
