"""`manage.py streets [list | use ID | estimate | remove ID]`: the stored street networks."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from routes.models import StreetNetwork
from routes.networks.storing import remove, switch


class Command(BaseCommand):
    help = "Lists the stored street networks; uses another one, or none; removes one that is not in use."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", nargs="?", default="list", choices=["list", "use", "estimate", "remove"])
        parser.add_argument("id", nargs="?", type=int)

    def handle(self, *, act: str, id: int | None, **options: Any) -> None:
        if act == "use":
            switch(wanted(id))
        elif act == "estimate":
            switch(None)
        elif act == "remove":
            network = wanted(id)
            if network.in_use:
                raise CommandError(f"Network {network.pk} is in use: use another first, or `streets estimate`.")
            remove(network)
        for network in StreetNetwork.objects.all():
            self.stdout.write(line(network))
        if not StreetNetwork.objects.filter(in_use=True).exists():
            self.stdout.write("No network is in use: ways are estimates.")


def wanted(id_: int | None) -> StreetNetwork:
    """The network of that id."""
    network = StreetNetwork.objects.filter(pk=id_ or 0).first()
    if network is None:
        known = ", ".join(str(pk) for pk in StreetNetwork.objects.values_list("pk", flat=True)) or "none"
        raise CommandError(f"There is no network {id_}; stored: {known}.")
    return network


def line(network: StreetNetwork) -> str:
    state = "in use" if network.in_use else "stored"
    size = f"{network.metres / 1000:.0f} km in {network.edges} stretches"
    return f"{network.pk}  {state}  {network.created_at:%Y-%m-%d %H:%M}  {network.file}: {size}. {network.attribution}"
