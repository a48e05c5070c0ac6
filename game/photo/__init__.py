"""Photographs of a table of paper: the codes in them, the cards and where they lie, a session of it all."""
