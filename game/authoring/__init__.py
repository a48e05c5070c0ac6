"""Tools of those who make decks: spreadsheets, previews, checks beyond what the table needs."""
