"""The country's file in a process of its own: `country.py scan|survey FILE`. Tells seconds, rows and peak memory (MB).

`scan` is the floor: DuckDB reads every column of the file and keeps the greatest value of each.
"""

import json
import resource
import sys
import time
from pathlib import Path

import duckdb

from game.measure import national
from game.measure.country import source

what, file = sys.argv[1], Path(sys.argv[2])
began = time.perf_counter()
if what == "scan":
    connection = duckdb.connect(config={"memory_limit": national.MEMORY, "threads": national.THREADS})
    source = source(file)  # the floor reads the same file the same way
    names = [row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]
    greatest = ", ".join(f'max("{name}")' for name in names)
    rows = connection.execute(f"SELECT count(*), {greatest} FROM {source}").fetchall()[0][0]
else:
    shown: list[float] = []
    rows = national.survey(file, "2026-11-30", shown.append).rows
    if len(shown) < 2:
        raise SystemExit("no progress was told")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": time.perf_counter() - began, "rows": rows, "peak": peak}))
