"""How many characters each field takes where no rule of the workshop says it (those are in core)."""

from __future__ import annotations

SEARCH = 60
NOTE = 600
REASON = 240
"""Why an issue is renounced, or an objective is followed up so."""
PATH = 1_000
SHEET = 120
"""A field of an objective's sheet, but for those below."""
TITLE = 140
PARAGRAPH = 600
"""A field of a sheet that takes several lines."""
FIGURE = 40
"""A figure or a month: an amount, a target, a deadline."""
