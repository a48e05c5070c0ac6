"""A deck as a spreadsheet, and the spreadsheet's changes back into the deck, nothing else touched."""
