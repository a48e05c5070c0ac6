"""Reading what people bring: decks, scenarios and maps, every problem said at once."""
