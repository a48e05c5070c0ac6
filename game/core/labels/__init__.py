"""Boundary labelling: names at the two edges of a plan, joined to their places by leaders that never cross."""
