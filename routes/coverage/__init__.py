"""Coverage for planners: how many learning spaces there are for whom, and where none can be walked to."""
