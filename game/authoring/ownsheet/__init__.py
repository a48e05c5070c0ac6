"""A deck made of a spreadsheet of one's own: whatever its sheets, columns and values are called."""
