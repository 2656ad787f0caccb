"""What `/api/` serves of spaces beyond reading them: proposals, sessions, sightings, closures."""
