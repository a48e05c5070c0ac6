"""The one reader of tables: every CSV, XLSX and ODS of the program, and what of it could not be read."""
