"""The app of the record."""

from django.apps import AppConfig


class Registry(AppConfig):
    """The journal, what is projected from it, and who looked."""

    name = "stayaway.registry"
    label = "registry"
