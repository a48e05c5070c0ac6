"""Générique: what was decided, and the way out."""
