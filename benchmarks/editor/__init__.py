"""What a planner waits for in the map editor: adjoining zones in a database of their own, and a browser at work."""
