"""The catalogue: sentences, plurals, numbers and French spacing."""
