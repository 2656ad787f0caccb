"""Street networks from files into PostGIS, and from there into the memory of those who plan."""
