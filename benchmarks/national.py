"""The whole country's contract data: two million rows, CSV and Parquet, against DuckDB's bare scan of the same file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figure import Figure
from benchmarks.screen import ROOT, child

ROWS, RUNS = 2_000_000, 3
GOAL, MEMORY = 3, 1024
"""Times the bare scan; megabytes of the process at its peak."""


def figures() -> Iterator[Figure]:
    """Measure both shapes, the scan and the survey in turn in processes of their own."""
    with tempfile.TemporaryDirectory() as name:
        for file in _country(Path(name)):
            rounds = [(_run("scan", file), _run("survey", file)) for _ in range(RUNS)]
            floor, took = (median(pair[at]["seconds"] for pair in rounds) for at in (0, 1))
            shape = file.suffix[1:].upper()
            size = f"{file.stat().st_size / 2**20:.0f} MB, {rounds[0][1]['rows']:,} rows since 2024"
            yield Figure(f"the country, {shape}", took, "s", floor, GOAL, of_floor=True, note=size)
            peak = max(pair[1]["peak"] for pair in rounds)
            yield Figure(f"the country, {shape}, peak memory", peak, "MB", goal=MEMORY)


def _run(what: str, file: Path) -> dict[str, Any]:
    return child(os.environ | {"PYTHONPATH": str(ROOT)}, "country", what, str(file), limit=600)


def _country(folder: Path) -> tuple[Path, Path]:
    """Write the country as the ministry's consolidated file is: a contract in ten stands in two rows."""
    import duckdb

    made = folder / "country.parquet"
    connection = duckdb.connect(config={"memory_limit": "600MB", "threads": 2, "temp_directory": str(folder)})
    connection.execute(f"COPY ({QUERY}) TO '{made}' (FORMAT parquet)")
    connection.execute(f"COPY (FROM '{made}') TO '{folder / 'country.csv'}' (HEADER)")
    connection.close()
    return folder / "country.csv", made


def _of(column: int, *words: str) -> str:
    """Choose among words, by the row's number: the same rows on every run."""
    listed = ", ".join(f"'{word}'" for word in words)
    return f"[{listed}][1 + (hash(n, {column}) % {len(words)})::INT]"


_TOWN = "(210000000 + 37 * (hash(n, 1) % 36000)::BIGINT)"
QUERY = f"""
    SELECT {_TOWN} || '00011' || '2024' || n AS uid, '2024' || n AS id, {_TOWN} || '00011' AS acheteur_id,
        'Commune de ' || (hash(n, 1) % 36000) AS acheteur_nom, 'Marché' AS nature,
        'Travaux de ' || {_of(2, "peinture", "voirie", "couverture", "plomberie")} || ' de l''école ' || (n % 977) ||
            ', lot ' || (n % 12) AS objet,
        '4' || (5000000 + hash(n, 3) % 999999) AS "codeCPV",
        {
    _of(
        4, "Procédure adaptée", "Appel d''offres ouvert", "Marché passé sans publicité ni mise en concurrence préalable"
    )
} AS procedure,
        (hash(n, 5) % 900000) || '.0' AS montant, (1 + n % 48) AS "dureeMois",
        (DATE '2021-01-01' + (hash(n, 6) % 2000)::INT)::VARCHAR AS "dateNotification",
        {_of(7, "1", "2", "3", "7", "NC", "")} AS "offresRecues",
        {
    _of(
        8,
        "Clause environnementale",
        "Critère environnemental",
        "Pas de considération environnementale",
        "Clause environnementale, Critère environnemental",
        "",
    )
} AS "considerationsEnvironnementales",
        {
    _of(9, "Clause sociale", "Critère social", "Pas de considération sociale", "Clause sociale, Marché réservé", "")
} AS "considerationsSociales",
        {_of(10, "oui", "non", "")} AS "marcheInnovant", {_of(11, "true", "false", "")} AS "attributionAvance",
        (10000000000000 + hash(n, 12) % 89999999999999)::VARCHAR AS titulaire_id,
        'Entreprise ' || (hash(n, 12) % 90000) AS titulaire_nom, {_of(13, "31", "69", "75", "13")} AS lieu_code,
        {_of(14, "Forfaitaire", "Unitaire", "Mixte")} AS "formePrix", 'https://www.exemple.fr/marches/' || n AS source
    FROM (SELECT CASE WHEN i % 10 = 0 THEN i + 1 ELSE i END AS n FROM range({ROWS}) AS rows(i))
"""
