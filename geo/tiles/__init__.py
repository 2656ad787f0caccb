"""Vector tiles of any queryset with a geometry column: where a tile lies, what it shows, how it is encoded."""
