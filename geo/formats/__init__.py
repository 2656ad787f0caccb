"""File formats: one module each. They take plain values and give bytes; names and texts are only ever text."""
