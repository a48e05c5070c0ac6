"""Bilan: last quarter's objectives."""
