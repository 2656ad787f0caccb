"""Acts upon stored areas: which spaces they change, and how. The geometry is worked out by `geo.acts`."""
