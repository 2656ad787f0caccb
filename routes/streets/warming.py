"""Compile the search now, so that no visitor's request has to wait for it."""

import numpy as np

from routes.streets.graph import Graph
from routes.streets.matrix import between, places_of, spread
from routes.streets.network import Network
from routes.streets.profiles import BIT, WALK
from routes.streets.snapping import Snap
from routes.streets.traits import Traits
from routes.streets.ways import Edge


def warm_search() -> None:
    """Search one street: two seconds at the first start, from the cache afterwards."""
    street = Edge(0, 1, np.array([(100.0, 7.5), (100.001, 7.5)]), Traits("footway", BIT[WALK], BIT[WALK]))
    graph = Graph.of(Network.of([street]), WALK)
    places = places_of(graph, [Snap(0, 10.0, (100.0001, 7.5), 0.0)])
    between(graph, places, places)
    spread(graph, places.state[0], places.leave[0], np.inf)
