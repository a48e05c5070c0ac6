"""The rules of the workshop: pure values and functions, no clock, no dice, no files."""
