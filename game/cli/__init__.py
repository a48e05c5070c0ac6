"""Commands and wiring: the only room that knows them all, and the only one that prints."""
