from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoutesConfig(AppConfig):
    name = "routes"
    verbose_name = _("Learning routes")

    def ready(self) -> None:
        from routes.networks.checking import register_checks
        from routes.problems import register_problems  # models are ready only now
        from routes.reports import WalkingAlongStreets
        from spaces.zone_reports.reach import register

        register(WalkingAlongStreets())
        register_problems()
        register_checks()
