"""What `manage.py doctor` asks about streets."""

from geo import doctor
from routes.models import StreetEdge, StreetNetwork
from routes.networks.loading import complete, folder_of


def register_checks() -> None:
    """Enters them among the doctor's questions."""
    fix = "load the streets again (make streets), or plan by estimate: manage.py streets estimate."
    doctor.add(doctor.Check("Streets", network_in_use, fix))


def network_in_use() -> tuple[bool, str]:
    """Whether the network in use is whole; having none is no fault."""
    row = StreetNetwork.objects.filter(in_use=True).first()
    if row is None:
        return True, "no network in use, ways are estimates (make streets loads one)"
    stored = StreetEdge.objects.filter(network=row).count()
    shared = "shared by files" if complete(folder_of(row)) else "made when first asked"
    size = f"{row.file}, {row.metres / 1000:.0f} km, {shared}"
    return stored == row.edges, size if stored == row.edges else f"{size}; {stored} of {row.edges} stretches are there"
