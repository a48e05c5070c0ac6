"""What several moments of the workshop show: widgets, fields, cards, names, bars."""
