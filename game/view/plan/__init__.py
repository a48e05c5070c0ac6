"""The plan of the town, with its places and pins."""
