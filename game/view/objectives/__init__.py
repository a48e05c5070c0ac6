"""Objectifs: the sheets."""
