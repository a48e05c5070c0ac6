"""A town's own open contract data (DECP): read whatever its shape, cleaned by published rules, and counted."""
