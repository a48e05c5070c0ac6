from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pytest

from game.core.errors import MeasureError
from game.measure import indicators, reading
from game.measure.national import peers, standings, survey
from game.measure.stated import INDICATORS
from tests.measure.test_expected import AS_OF, BESIDE

pytest.importorskip("duckdb", reason="the extra `national` is not installed")

NAMES = (
    "uid", "id", "acheteur_id", "titulaire_id", "montant", "dateNotification", "procedure", "offresRecues",
    "considerationsSociales", "considerationsEnvironnementales", "marcheInnovant", "attributionAvance", "objet",
)  # fmt: skip
SOC = (
    "Clause sociale",
    "Critère social",
    "Pas de considération sociale",
    "Sans objet",
    "",
    "Clause sociale, Marché réservé",
)
ENV = ("Clause environnementale", "CRITÈRE ENVIRONNEMENTAL", "Sans objet", "", "NC")
PROCEDURES = ("Procédure adaptée", "Marché passé sans publicité ni mise en concurrence préalable")


def country(folder: Path, towns: int = 30, each: int = 24) -> Path:
    """Write a small country: every town publishes about as much; some contracts stand in several rows."""
    chance, out = random.Random(5), io.StringIO()
    rows = csv.writer(out)
    rows.writerow(NAMES)
    for town in range(towns):
        siret = f"21{town:07}00011"
        for i in range(each):
            row = [
                f"{siret}{i}", str(i), siret, "99991688500554", str(50_000 + i), f"202{3 + i % 4}-03-1{i % 10}",
                chance.choice(PROCEDURES), chance.choice(("1", "2", "7", "NC", "0", "900", "")), chance.choice(SOC),
                chance.choice(ENV), chance.choice(("oui", "Non", "true", "NC", "")), chance.choice(("1", "false", "")),
                "Peinture",
            ]  # fmt: skip
            for holder in range(1 + (i % 5 == 0)):
                rows.writerow([*row[:3], f"9999168850055{holder}", *row[4:]])
    file = folder / "pays.csv"
    file.write_text(out.getvalue(), encoding="utf-8")
    return file


def test_the_country_is_counted_as_a_town_is(tmp_path: Path) -> None:
    file = country(tmp_path)
    found = survey(file, AS_OF)
    contracts = [
        one for one in reading.read(file.read_bytes(), "x", AS_OF).contracts if one.date and one.date >= "2024"
    ]
    assert found.contracts == len(contracts)
    for siren, town in found.towns.items():
        figures = indicators.figures([one for one in contracts if one.siren == siren])
        known = {
            "env": (figures["env"]["n_positif"], figures["env"]["n_renseigne"]),
            "soc": (figures["soc"]["n_positif"], figures["soc"]["n_renseigne"]),
            "reserve": (figures["soc"]["n_reserve"], figures["soc"]["n_renseigne"]),
            "innovant": (figures["innovant"]["n_oui"], figures["innovant"]["n_renseigne"]),
            "unique": (figures["offres"]["n_offre_unique"], figures["offres"]["n_renseigne"]),
            "avance": (figures["avance"]["n_oui"], figures["avance"]["n_renseigne"]),
        }
        assert (town.n, town.counts) == (figures["n"], known)


def test_a_town_stands_among_those_of_its_size(tmp_path: Path) -> None:
    found = survey(country(tmp_path), AS_OF)
    assert len(peers(found, "210000003")) == 29
    for one in standings(found, "210000003"):
        assert one.quartiles is not None
        assert one.below is not None
        assert 0 <= one.below <= 1
        assert list(one.quartiles) == sorted(one.quartiles)
    assert [one.name for one in standings(found, "210000003")] == list(INDICATORS)


def test_too_few_peers_give_no_rank(tmp_path: Path) -> None:
    found = survey(country(tmp_path, towns=4), AS_OF)
    assert all(one.below is None for one in standings(found, "210000000"))


def test_progress_only_goes_forward_to_the_end(tmp_path: Path) -> None:
    seen: list[float] = []
    survey(country(tmp_path), AS_OF, seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_parquet_gives_the_same(tmp_path: Path) -> None:
    import duckdb

    file = country(tmp_path)
    other = tmp_path / "pays.parquet"
    duckdb.execute(f"COPY (SELECT * FROM read_csv('{file}', all_varchar=true)) TO '{other}' (FORMAT parquet)")
    assert survey(other, AS_OF) == survey(file, AS_OF)


@pytest.mark.skipif(not BESIDE.is_dir(), reason="the published contract data does not lie beside the project")
def test_a_real_file_of_several_lots_under_one_number() -> None:
    file = BESIDE / "2022/decpinfo_travaux4521_2024S2_acheteurs_A.csv"
    found = survey(file, AS_OF)
    assert (found.rows, found.contracts) == (3887, 2362)


@pytest.mark.parametrize(
    ("text", "code"), [("a;b\n1;2\n", "data_foreign"), ("", "data_foreign"), ("\x00\x01", "data_foreign")]
)
def test_another_file_is_told(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "x.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(MeasureError) as caught:
        survey(file, AS_OF)
    assert caught.value.code in (code, "data_unreadable")
    with pytest.raises(MeasureError, match="file_missing"):
        survey(tmp_path / "none.csv", AS_OF)
