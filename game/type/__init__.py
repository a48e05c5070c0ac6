"""The widths of texts, read from the font files."""
