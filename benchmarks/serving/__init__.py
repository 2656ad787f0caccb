"""What an answer of the API costs, beside the same answer made by bare SQL and by plain DRF-GIS."""
