"""The places of a town drawn at the table: their two files changed where they must be and nowhere else."""
