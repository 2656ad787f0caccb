"""What a valid geometry is: the one module that API, import and admin ask. CHECK constraints mirror it.

faults(geojson, rules)         every fault of a geometry, with words, place and a proposed repair
examine(geojson, rules)        the same, with the geometry as it would be stored, notes, and one repair for all
layer_faults(zones)            gaps, overlaps and near-misses between neighbours
"""

from geo.validity.examining import Examined, entered, examine, faults
from geo.validity.fault import Fault, Repair, Severity
from geo.validity.layer import LayerChecked, LayerFault, LayerTooTangled, layer_faults
from geo.validity.reading import round_coordinate
from geo.validity.rules import ALL_TYPES, MAX_RINGS, MAX_VERTICES, MAX_WIDTH_DEG, Rules
from geo.validity.screening import examine_all

__all__ = [
    "ALL_TYPES",
    "MAX_RINGS",
    "MAX_VERTICES",
    "MAX_WIDTH_DEG",
    "Examined",
    "Fault",
    "LayerChecked",
    "LayerFault",
    "LayerTooTangled",
    "Repair",
    "Rules",
    "Severity",
    "entered",
    "examine",
    "examine_all",
    "faults",
    "layer_faults",
    "round_coordinate",
]
