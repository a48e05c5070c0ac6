"""Where things are: assets, decks, scenarios, and the folders of whoever plays."""
