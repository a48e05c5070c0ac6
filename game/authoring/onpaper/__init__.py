"""A session played on paper, copied into a workbook or a YAML file: what was laid, voted, reconciled, aimed at."""
