"""Acts upon areas: split, merge, clip, cut an overlap away, snap, move a border, cut and fill a hole.

Pure: shapely areas in WGS 84 on the grid of 1e-7 degree go in, the same come out. What an act does not touch stays as
it was to the last bit, and what two areas share is computed once and copied. Nothing is stored here.
"""

from geo.acts.borders import follow_line, holders, insert_vertices, move_corners
from geo.acts.clipping import CutAway, clip, cut_away, overlap_m2
from geo.acts.errors import ActImpossible
from geo.acts.holes import cut_hole, fill_hole
from geo.acts.merging import merge
from geo.acts.snapping import Snapped, snap
from geo.acts.splitting import Split, split

__all__ = [
    "ActImpossible",
    "CutAway",
    "Snapped",
    "Split",
    "clip",
    "cut_away",
    "cut_hole",
    "fill_hole",
    "follow_line",
    "holders",
    "insert_vertices",
    "merge",
    "move_corners",
    "overlap_m2",
    "snap",
    "split",
]
