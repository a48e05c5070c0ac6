"""The table, wired: what answers its requests, what follows the session beside it, what it remembers."""
