from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpacesConfig(AppConfig):
    name = "spaces"
    verbose_name = _("Learning spaces")

    def ready(self) -> None:
        from spaces.api.problems import register_problems
        from spaces.collections import register_collections

        register_collections()
        register_problems()
