"""Repérage: the share of the budget, then the purchases to come."""
