"""OpenStreetMap files made on the spot: a few nodes and ways, and a small town on a grid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import osmium
from osmium.osm import mutable

LonLat = tuple[float, float]
Tags = Mapping[str, str]

STEP = 0.002  # degrees between streets, about 221 m
WEST, SOUTH = 100.078, 7.614
ACROSS = (("ถนนราเมศวร์", "Ramet Road"), ("ถนนนิวาส", "Niwat Road"), ("ถนนไชยบุรี", "Chai Buri Road"))
UPWARDS = (("ถนนคูหาสวรรค์", "Khuha Sawan Road"), ("ถนนโพธิ์สะอาด", "Pho Sa-at Road"), ("ซอยวัดวัง", "Wat Wang Lane"))


@dataclass
class OsmFile:
    """Nodes by id, ways as (node ids, tags), tags of nodes; restrictions as (from way, via node, to way, tags).

    Ways are numbered from 1.
    """

    nodes: dict[int, LonLat] = field(default_factory=dict)
    ways: list[tuple[Sequence[int], Tags]] = field(default_factory=list)
    node_tags: dict[int, Tags] = field(default_factory=dict)
    restrictions: list[tuple[int, int, int, Tags]] = field(default_factory=list)

    def write(self, path: Path) -> Path:
        """The file, in the form its ending says."""
        with osmium.SimpleWriter(str(path), overwrite=True) as writer:
            for id_, lonlat in sorted(self.nodes.items()):
                writer.add_node(
                    mutable.Node(id=id_, version=1, location=lonlat, tags=dict(self.node_tags.get(id_, {})))
                )
            for number, (nodes, tags) in enumerate(self.ways, start=1):
                writer.add_way(mutable.Way(id=number, version=1, nodes=list(nodes), tags=dict(tags)))
            for number, (origin, via, destination, tags) in enumerate(self.restrictions, start=1):
                members = [("w", origin, "from"), ("n", via, "via"), ("w", destination, "to")]
                tags = {"type": "restriction", **tags}
                writer.add_relation(mutable.Relation(id=number, version=1, members=members, tags=tags))
        return path


def named(names: tuple[str, str], **tags: str) -> dict[str, str]:
    return {"highway": "residential", "name": names[0], "name:en": names[1], **tags}


def grid_town(size: int = 5, west: float = WEST, south: float = SOUTH) -> OsmFile:
    """size × size junctions, node id = 1000 × row + column + 1; streets named in turn."""
    town = OsmFile()
    for row in range(size):
        for column in range(size):
            town.nodes[1000 * row + column + 1] = (round(west + column * STEP, 7), round(south + row * STEP, 7))
    for row in range(size):
        nodes = [1000 * row + column + 1 for column in range(size)]
        town.ways.append((nodes, named(ACROSS[row % len(ACROSS)])))
    for column in range(size):
        nodes = [1000 * row + column + 1 for row in range(size)]
        town.ways.append((nodes, named(UPWARDS[column % len(UPWARDS)])))
    return town
