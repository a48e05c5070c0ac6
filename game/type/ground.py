"""The colours of a town's ground and the widths of its roads, the same on screen and on paper."""

from __future__ import annotations

PAPER = "#F1ECE1"
FILLS = {
    "airport": "#E5DED4",
    "green": "#D6E4CB",
    "park": "#C8DDBA",
    "sport": "#CEDEBE",
    "field": "#DDE3BE",
    "water": "#B0CEE2",
}
"""Areas, from the lowest to the highest."""
OVER = {"building": "#D9D3C9", "landmark": "#CDC2B4"}
"""What is drawn over the roads."""
ROADS = {"street": 4.0, "secondary": 6.0, "primary": 8.0, "motorway": 9.0}
"""Widths in pixels at 1080p, from the lowest to the highest."""
CASING, RUNWAY, TAXI, TRAM = "#C6BEB2", "#D3CCC2", "#D9D3C9", "#E6B3A3"
