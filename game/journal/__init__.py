"""The session file: one SQLite file that only grows."""
