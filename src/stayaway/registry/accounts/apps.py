"""The app of agencies, accounts and posts."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """Agencies, accounts, posts and machine clients."""

    name = "stayaway.registry.accounts"
    label = "accounts"
