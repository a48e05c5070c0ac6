"""The places of a town while they are drawn: not at play, but before it, by whoever prepares a workshop."""
