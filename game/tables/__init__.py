"""The one reader of tables: every CSV and XLSX of the program, and what of it could not be read."""
